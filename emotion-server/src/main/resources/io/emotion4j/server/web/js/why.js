import { make } from "./dom.js";
import { percent } from "./expressions.js";
import { describeMap, drawMap } from "./heatmap.js";
import { say } from "./messages.js";

const SIDE = 240;

/** The part of a card that shows on which parts of the face its expression hangs, once somebody asks. */
export class Why {
  #button = make("button", { type: "button", "aria-expanded": "false" });
  #answer = make("div", { hidden: true });
  #face = null;
  #number = 0;
  #stop = null;
  #asked = false;
  #explain;

  /** explain(face, { signal, onWait }) gives the server's answer; onWait hears of the seconds until a busy server is asked again. */
  constructor(explain) {
    this.#explain = explain;
    this.#button.addEventListener("click", () => this.#toggle());
    this.element = make("div", { class: "why-face" }, this.#button, this.#answer);
  }

  /** The face that is meant; what was found out of another is forgotten. */
  update(face, number) {
    if (face === this.#face) {
      return;
    }
    this.forget();
    this.#face = face;
    this.#number = number;
    this.#label(`Why ${face.emotion}?`);
  }

  /** Gives up what is under way. */
  forget() {
    this.#stop?.abort();
    this.#stop = null;
    this.#asked = false;
    this.#show(false);
    this.#answer.replaceChildren();
  }

  #label(text) {
    this.#button.textContent = text;
    this.#button.setAttribute("aria-label", `${text} Face ${this.#number}`);
  }

  #show(on) {
    this.#answer.hidden = !on;
    this.#button.setAttribute("aria-expanded", String(on));
  }

  #toggle() {
    this.#show(this.#answer.hidden);
    if (!this.#asked) {
      this.#ask();
    }
  }

  async #ask() {
    const stop = new AbortController();
    this.#stop = stop;
    this.#asked = true;
    this.#tell("Covering one part after the other …");
    try {
      const onWait = (seconds) => this.#tell(`The server is busy. Trying again in ${seconds} s.`);
      const map = await this.#explain(this.#face, { signal: stop.signal, onWait });
      const picture = await loaded(map.crop);
      if (!stop.signal.aborted) {
        this.#draw(map, picture);
      }
    } catch (error) {
      if (!stop.signal.aborted) {
        this.#asked = false; // So that another click asks again.
        this.#tell(error.detail || error.message);
        say(error.message);
      }
    }
  }

  #tell(text) {
    this.#answer.replaceChildren(make("p", { class: "quiet" }, text));
  }

  #draw(map, picture) {
    const [plain, covered] = [canvasOf(picture), canvasOf(picture)];
    drawMap(covered, map);
    const text = describeMap(map, percent);
    this.#answer.replaceChildren(
      make(
        "figure",
        {},
        make("div", { class: "maps", role: "img", "aria-label": `Face ${this.#number} as the model gets it, and the map over it` }, plain, covered),
        make("figcaption", { class: "quiet" }, `${text} Red: covering takes from it. Blue: covering adds to it.`),
      ),
    );
    say(text);
  }
}

function canvasOf(picture) {
  const canvas = make("canvas", { width: SIDE, height: SIDE });
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, SIDE, SIDE);
  return canvas;
}

async function loaded(url) {
  const picture = new Image();
  picture.src = url;
  await picture.decode();
  return picture;
}
