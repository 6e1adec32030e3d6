/** How many events a second there were lately. */
export class Rate {
  #times = [];
  #window;

  constructor(windowMillis = 2000) {
    this.#window = windowMillis;
  }

  count(now) {
    this.#times.push(now);
    while (this.#times[0] < now - this.#window) {
      this.#times.shift();
    }
  }

  /** 0 until there were two. */
  perSecond() {
    const count = this.#times.length - 1;
    return count < 1 ? 0 : (1000 * count) / (this.#times[count] - this.#times[0]);
  }
}
