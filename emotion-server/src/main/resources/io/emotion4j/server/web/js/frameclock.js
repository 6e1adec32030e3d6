/** Counts the frames that a video shows, so that somebody who was busy gets the newest at once and waits only where there is none. */
export class FrameClock {
  #count = 0;
  #waiting = [];

  constructor(video, signal) {
    const request = video.requestVideoFrameCallback?.bind(video) ?? requestAnimationFrame.bind(window);
    const tick = () => {
      if (signal.aborted) {
        return;
      }
      this.#count++;
      this.#waiting.splice(0).forEach(({ resolve }) => resolve(this.#count));
      request(tick);
    };
    request(tick);
    signal.addEventListener("abort", () => this.#waiting.splice(0).forEach(({ reject }) => reject(signal.reason)));
  }

  /** Gives the number of a frame that is newer than this one, as soon as there is one. */
  after(seen) {
    return this.#count > seen
      ? Promise.resolve(this.#count)
      : new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }
}
