import { colorOf, percent, textOn } from "./expressions.js";
import { LabelPlaces } from "./places.js";

const OUTLINE = "rgba(0, 0, 0, 0.55)";
/** So many faces are given their numbers alone: others that were not found, or not given, may be among them. */
const CROWD = 30;

const FONT = 'system-ui, "DejaVu Sans", sans-serif';

/**
 * Draws boxes, landmarks and labels over a picture. A label is the face's number, its expression and its probability; where that would
 * cover another label or a face, the number alone.
 *
 * @param context of a canvas that shows the whole picture
 * @param faces as the server gives them, each with its number
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
    const color = colorOf(face.emotion);
    const size = fontSize(boxes[index][3]);
    context.globalAlpha = (face.presence ?? 1) * (marked < 0 || marked === index ? 1 : 0.3);
    drawBox(context, boxes[index], color, Math.max(1.5, size / (marked === index ? 5 : 8)));
    drawLandmarks(context, face.landmarks, across, scale, boxes[index][2]);
    labels.push({ ...labelOf(context, face, index, { size, places, must: marked === index, crowd: faces.length > CROWD }), color, alpha: context.globalAlpha });
  }
  labels.reverse().forEach((label) => drawLabel(context, label)); // After every box, so that none crosses a label.
  context.globalAlpha = 1;
}

function markedFirst(count, marked) {
  const order = [...Array(count).keys()];
  return marked < 0 ? order : [marked, ...order.filter((index) => index !== marked)];
}

function labelOf(context, face, index, { size, places, must, crowd }) {
  const number = String(face.number ?? index + 1);
  const whole = `${number} ${face.emotion} ${percent(face.score)}`;
  const widthOf = (text, fontSize) => {
    context.font = `600 ${fontSize}px ${FONT}`;
    return context.measureText(text).width + 0.9 * fontSize;
  };
  const place = crowd ? null : places.free(index, widthOf(whole, size), 1.5 * size);
  if (place) {
    return { text: whole, place, size };
  }
  if (must) {
    return { text: whole, place: places.least(index, widthOf(whole, size), 1.5 * size), size };
  }
  const small = Math.max(0.75 * size, 9);
  return { text: number, place: places.least(index, widthOf(number, small), 1.35 * small), size: small };
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
  for (const [x, y] of boxWidth < 24 ? [] : Object.values(landmarks ?? {})) {
    context.beginPath();
    context.arc(across(x), y * scale, radius, 0, 2 * Math.PI);
    context.fillStyle = "#fff";
    context.strokeStyle = OUTLINE;
    context.lineWidth = radius * 0.8;
    context.stroke();
    context.fill();
  }
}

function drawLabel(context, { text, place: [x, y, width, height], color, size, alpha }) {
  context.globalAlpha = alpha;
  context.fillStyle = color;
  context.beginPath();
  context.roundRect(x, y, width, height, size / 4);
  context.fill();
  context.fillStyle = textOn(color);
  context.font = `600 ${size}px ${FONT}`;
  context.textBaseline = "middle";
  context.fillText(text, x + 0.45 * size, y + height / 2 + size * 0.04);
}
