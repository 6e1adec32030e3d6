import { Item } from "./item.js";

/** Pictures that are looked at one after the other; those that are added meanwhile come last. */
export class Batch {
  items = [];
  #stop = null;
  #options;

  /**
   * options: onChange(item) where something of an item changed, onView(item, decoded) when its picture can be seen, onWait(seconds)
   * while the server is busy, onEnd() when nothing waits any more, classifier() gives the one to ask.
   */
  constructor(options) {
    this.#options = options;
  }

  get running() {
    return this.#stop !== null;
  }

  /** How many are done or failed. */
  get finished() {
    return this.items.filter(({ state }) => state === "done" || state === "failed").length;
  }

  /** Adds pictures, each { blob, name }, and begins; gives the first of them. */
  add(pictures) {
    const added = pictures.map(({ blob, name }) => new Item(blob, name));
    this.items.push(...added);
    added.forEach(this.#options.onChange);
    this.go();
    return added[0];
  }

  /** Looks at all that wait. */
  async go() {
    if (this.running) {
      return;
    }
    const stop = new AbortController();
    this.#stop = stop;
    try {
      for (let item; !stop.signal.aborted && (item = this.#next()); ) {
        await this.#analyze(item, stop.signal);
      }
    } finally {
      if (this.#stop === stop) {
        this.#stop = null;
      }
    }
    if (!stop.signal.aborted) {
      this.#options.onEnd();
    }
  }

  /** Looks at these again. */
  again(items) {
    items.forEach((item) => {
      item.state = "waiting";
      item.error = null;
    });
    return this.go();
  }

  /** Stops; what was not looked at waits. False where nothing was under way. */
  halt() {
    const was = this.running;
    this.#stop?.abort();
    this.#stop = null;
    return was;
  }

  clear() {
    this.halt();
    this.items = [];
  }

  #next() {
    return this.items.find(({ state }) => state === "waiting");
  }

  async #analyze(item, signal) {
    const { onChange, onView, onWait, classifier } = this.#options;
    const work = item.analyze({
      signal,
      classifier: classifier(),
      onView: (decoded) => (signal.aborted ? decoded?.view.close() : onView(item, decoded)),
      onWait,
    });
    onChange(item);
    try {
      await work;
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
    }
    if (this.items.includes(item)) {
      onChange(item);
    }
  }
}
