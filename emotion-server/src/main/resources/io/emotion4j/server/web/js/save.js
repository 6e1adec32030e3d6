import { make } from "./dom.js";
import { drawFaces } from "./draw.js";
import { csv } from "./table.js";

/** Saves a picture in its full size with everything drawn over it. */
export async function savePicture({ name, answer, showable }) {
  const bitmap = await createImageBitmap(showable);
  const canvas = make("canvas", { width: bitmap.width, height: bitmap.height });
  const context = canvas.getContext("2d");
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const side = Math.max(canvas.width, canvas.height);
  const least = Math.max(9, side / 110);
  const most = Math.max(14, side / 32);
  const fontSize = (height) => Math.max(least, Math.min(most, height / 10));
  drawFaces(context, answer.faces, { scale: canvas.width / answer.width }, fontSize);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  save(blob, `${stem(name)}-expressions.png`);
}

/** Saves all answers: one as an object, several as a list; what failed has an error in its place. */
export function saveJson(items) {
  const values = items.map(({ name, answer, error }) =>
    answer ? { ...answer, file: name, faces: answer.faces.map(({ number, ...face }) => face) } : { file: name, error: error?.message ?? null },
  );
  const text = JSON.stringify(values.length === 1 ? values[0] : values, null, 2);
  save(new Blob([text], { type: "application/json" }), `${nameOf(items)}.json`);
}

/** Saves a table: a line a face, as the command line writes it. */
export function saveCsv(items) {
  save(new Blob([csv(items)], { type: "text/csv" }), `${nameOf(items)}.csv`);
}

const stem = (name) => name.replace(/\.[^.]*$/, "") || "picture";

const nameOf = (items) => (items.length === 1 ? `${stem(items[0].name)}-expressions` : "expressions");

function save(blob, name) {
  const url = URL.createObjectURL(blob);
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000); // The browser reads it after the click.
}
