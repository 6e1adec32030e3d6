import { colorOf, percent, textOn } from "./expressions.js";
import { LabelPlaces } from "./places.js";

const OUTLINE = "rgba(0, 0, 0, 0.55)";
const FONT = 'system-ui, "DejaVu Sans", sans-serif';

/**
 * Draws boxes, landmarks and labels over a picture.
 *
 * @param context of a canvas that shows the whole picture
 * @param faces as the server gives them
 * @param toCanvas { scale, mirrorAt }: pixels of the canvas to one of the picture; mirrorAt = the canvas's width where it is mirrored
 * @param fontSize gives the height of a label for the height of a box
 * @param marked which face stands out; -1 for none
 */
export function drawFaces(context, faces, { scale, mirrorAt = null }, fontSize, marked = -1) {
  const { width, height } = context.canvas;
  const across = (x) => (mirrorAt === null ? x * scale : mirrorAt - x * scale);
  const boxes = faces.map(({ box }) => [
    mirrorAt === null ? box.x * scale : mirrorAt - (box.x + box.width) * scale,
    box.y * scale,
    box.width * scale,
    box.height * scale,
  ]);
  const places = new LabelPlaces(width, height, boxes);
  const labels = [];
  for (const index of markedFirst(faces.length, marked)) {
    const face = faces[index];
    const box = boxes[index];
    const font = fontSize(box[3]);
    const color = colorOf(face.emotion);
    context.globalAlpha = (face.presence ?? 1) * (marked < 0 || marked === index ? 1 : 0.3);
    drawBox(context, box, color, Math.max(1.5, font / (marked === index ? 5 : 8)));
    drawLandmarks(context, face.landmarks, across, scale, box[2]);
    const text = `${face.emotion} ${percent(face.score)}`;
    context.font = `600 ${font}px ${FONT}`;
    const place = places.find(index, context.measureText(text).width + 0.9 * font, 1.5 * font, marked === index);
    if (place) {
      labels.push({ text, place, color, font: context.font, size: font, alpha: context.globalAlpha });
    }
  }
  labels.forEach((label) => drawLabel(context, label)); // After every box, so that none crosses a label.
  context.globalAlpha = 1;
}

function markedFirst(count, marked) {
  const order = [...Array(count).keys()];
  return marked < 0 ? order : [marked, ...order.filter((index) => index !== marked)];
}

function drawBox(context, [x, y, width, height], color, line) {
  context.lineJoin = "round";
  for (const [style, thickness] of [[OUTLINE, line * 1.8], [color, line]]) {
    context.strokeStyle = style;
    context.lineWidth = thickness;
    context.strokeRect(x, y, width, height);
  }
}

function drawLandmarks(context, landmarks, across, scale, boxWidth) {
  const radius = Math.max(1, boxWidth / 55);
  for (const [x, y] of Object.values(landmarks ?? {})) {
    context.beginPath();
    context.arc(across(x), y * scale, radius, 0, 2 * Math.PI);
    context.fillStyle = "#fff";
    context.strokeStyle = OUTLINE;
    context.lineWidth = radius * 0.8;
    context.stroke();
    context.fill();
  }
}

function drawLabel(context, { text, place: [x, y, width, height], color, font, size, alpha }) {
  context.globalAlpha = alpha;
  context.fillStyle = color;
  context.beginPath();
  context.roundRect(x, y, width, height, size / 4);
  context.fill();
  context.fillStyle = textOn(color);
  context.font = font;
  context.textBaseline = "middle";
  context.fillText(text, x + 0.45 * size, y + height / 2 + size * 0.04);
}
