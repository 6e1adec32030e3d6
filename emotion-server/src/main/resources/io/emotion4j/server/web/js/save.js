import { make } from "./dom.js";
import { drawFaces } from "./draw.js";

/** Saves the picture in its full size with everything drawn over it. */
export async function savePicture({ name, bitmap, answer }) {
  const canvas = make("canvas", { width: answer.width, height: answer.height });
  const context = canvas.getContext("2d");
  context.drawImage(bitmap, 0, 0, answer.width, answer.height);
  const side = Math.max(answer.width, answer.height);
  const least = Math.max(9, side / 110);
  const most = Math.max(14, side / 32);
  drawFaces(context, answer.faces, { scale: 1 }, (height) => Math.max(least, Math.min(most, height / 10)));
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  save(blob, `${stem(name)}-expressions.png`);
}

export function saveJson({ name, answer }) {
  const text = JSON.stringify({ ...answer, file: name }, null, 2);
  save(new Blob([text], { type: "application/json" }), `${stem(name)}-expressions.json`);
}

const stem = (name) => name.replace(/\.[^.]*$/, "") || "picture";

function save(blob, name) {
  const url = URL.createObjectURL(blob);
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000); // The browser reads it after the click.
}
