/** The camera was not to be had; the message says why and what to do. */
export class CameraError extends Error {}

/** Opens the camera; the caller closes. */
export async function openCamera() {
  if (!navigator.mediaDevices?.getUserMedia) {
    throw new CameraError("This browser gives the camera to secure pages alone: open this page by https or on localhost.");
  }
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 }, facingMode: "user" },
    });
  } catch (error) {
    throw new CameraError(REASONS[error.name] ?? `The camera cannot be used (${error.name}).`);
  }
}

export function closeCamera(stream) {
  stream.getTracks().forEach((track) => track.stop());
}

const REASONS = {
  NotAllowedError: "The browser refused the camera. Allow it for this page beside the address, then try again.",
  NotFoundError: "No camera was found. Is one connected?",
  NotReadableError: "The camera is in use by another program, or it failed.",
  AbortError: "The camera is in use by another program, or it failed.",
  SecurityError: "This browser does not allow the camera on this page.",
};
