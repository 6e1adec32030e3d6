/* Decodes pictures beside the page, so that a large photo does not stop it, and makes smaller ones of them. */

const SMALLER_SIDE = 4096;
const QUALITY = 0.92;

onmessage = async ({ data: { id, blob, shownSide, maxBytes, maxPixels } }) => {
  try {
    const whole = await createImageBitmap(blob);
    const { width, height } = whole;
    const view = drawn(whole, Math.min(1, shownSide / Math.max(width, height))).transferToImageBitmap();
    const tooLarge = blob.size > maxBytes || width * height > maxPixels;
    const smaller = tooLarge ? await smallEnough(whole, maxBytes, maxPixels) : null;
    whole.close();
    postMessage({ id, width, height, view, smaller }, [view]);
  } catch (error) {
    postMessage({ id, error: error.name });
  }
};

function drawn(bitmap, shrink) {
  const size = (side) => Math.max(1, Math.round(side * shrink));
  const canvas = new OffscreenCanvas(size(bitmap.width), size(bitmap.height));
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** A JPEG within the limits. */
async function smallEnough(bitmap, maxBytes, maxPixels) {
  const { width, height } = bitmap;
  let shrink = Math.min(1, SMALLER_SIDE / Math.max(width, height), Math.sqrt((0.99 * maxPixels) / (width * height)));
  for (;;) {
    const canvas = drawn(bitmap, shrink);
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
    if (blob.size <= maxBytes || canvas.width * canvas.height === 1) {
      return { blob, width: canvas.width, height: canvas.height };
    }
    shrink *= 0.7;
  }
}
