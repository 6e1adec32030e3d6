import { make } from "./dom.js";

const MOST_SIDE = 640;
const QUALITY = 0.85;

/** Takes frames of a video, made smaller; always the newest, never the same twice. */
export class Frames {
  #video;
  #clock;
  #taken = 0;
  #canvas = make("canvas");
  #context = this.#canvas.getContext("2d", { willReadFrequently: true, alpha: false });

  constructor(video, clock) {
    this.#video = video;
    this.#clock = clock;
  }

  /** The frame that was taken last. */
  get canvas() {
    return this.#canvas;
  }

  /** Gives the newest frame as a JPEG; waits where it was taken already. */
  async next() {
    this.#taken = await this.#clock.after(this.#taken);
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
