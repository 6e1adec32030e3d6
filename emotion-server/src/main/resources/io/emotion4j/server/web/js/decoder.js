/** Pixels of the longer side of what is shown. */
export const SHOWN_SIDE = 2048;

const waiting = new Map();
let lastId = 0;
let worker = start(); // While the server is there to give it.

/**
 * Decodes a picture. Gives { width, height, view, smaller }: its size, a bitmap to show, which the caller closes, and where it is larger
 * than the limits { blob, width, height } of a smaller one, or null. Null where this browser cannot decode it.
 */
export function decode(blob, { maxBytes = Infinity, maxPixels = Infinity } = {}) {
  const id = ++lastId;
  worker.postMessage({ id, blob, shownSide: SHOWN_SIDE, maxBytes, maxPixels });
  return new Promise((resolve) => waiting.set(id, resolve));
}

function start() {
  const made = new Worker("js/decoder.worker.js");
  made.addEventListener("message", ({ data }) => {
    waiting.get(data.id)(data.error ? null : data);
    waiting.delete(data.id);
  });
  made.addEventListener("error", () => {
    worker = start();
    waiting.forEach((resolve) => resolve(null));
    waiting.clear();
  });
  return made;
}
