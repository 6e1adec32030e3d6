import { make } from "./dom.js";

const MOST_SIDE = 640;
const QUALITY = 0.85;

/** Takes frames of a video, made smaller; always the newest, never the same twice. */
export class Frames {
  #video;
  #canvas = make("canvas");
  #context = this.#canvas.getContext("2d", { willReadFrequently: true, alpha: false });

  constructor(video) {
    this.#video = video;
  }

  /** The frame that was taken last. */
  get canvas() {
    return this.#canvas;
  }

  /** Waits for a new frame and gives it as a JPEG. */
  async next(signal) {
    await newFrame(this.#video, signal);
    const { videoWidth, videoHeight } = this.#video;
    const shrink = Math.min(1, MOST_SIDE / Math.max(videoWidth, videoHeight));
    const width = Math.round(videoWidth * shrink);
    const height = Math.round(videoHeight * shrink);
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    this.#context.drawImage(this.#video, 0, 0, width, height);
    return new Promise((resolve) => this.#canvas.toBlob(resolve, "image/jpeg", QUALITY));
  }
}

function newFrame(video, signal) {
  return new Promise((resolve, reject) => {
    const viaVideo = "requestVideoFrameCallback" in video;
    const handle = viaVideo ? video.requestVideoFrameCallback(done) : requestAnimationFrame(done);
    signal.addEventListener("abort", stop, { once: true });

    function done() {
      signal.removeEventListener("abort", stop);
      resolve();
    }

    function stop() {
      viaVideo ? video.cancelVideoFrameCallback(handle) : cancelAnimationFrame(handle);
      reject(signal.reason);
    }
  });
}
