import { make } from "./dom.js";
import { colorOf, percent } from "./expressions.js";
import { Why } from "./why.js";

const THUMB = 104;

let lastId = 0;

/** One face in the list: its picture, what it shows, and, where it is open, a bar for every expression. */
export class Card {
  #thumb = make("canvas", { width: THUMB, height: THUMB, "aria-hidden": "true" });
  #number = make("span", { class: "face-number" });
  #label = make("span", { class: "face-label" });
  #score = make("span", { class: "face-score" });
  #facts = make("span", { class: "face-facts" });
  #bars = make("ul", { class: "bars", id: `bars-${++lastId}`, hidden: true });
  #rows = new Map();
  #why;

  /** explain is asked why the face shows what it does, see Why. */
  constructor(explain) {
    this.#why = new Why(explain);
    this.head = make(
      "button",
      { type: "button", class: "face-head", "aria-expanded": "false", "aria-controls": this.#bars.id, tabindex: "-1" },
      this.#number,
      this.#thumb,
      this.#label,
      this.#score,
      this.#facts,
    );
    this.element = make("li", { class: "face" }, this.head, this.#bars, this.#why.element);
  }

  update(face, number) {
    const { box } = face;
    this.#label.textContent = face.emotion;
    this.#score.textContent = percent(face.score);
    this.#number.textContent = number;
    const size = `${Math.round(box.width)} × ${Math.round(box.height)} px`;
    this.#facts.textContent = `found with ${percent(face.confidence)} · ${size}`;
    this.head.setAttribute("aria-label", `Face ${number}: ${face.emotion}, ${percent(face.score)}; found with ${percent(face.confidence)}`);
    this.#bars.setAttribute("aria-label", `All expressions of face ${number}`);
    for (const [label, share] of Object.entries(face.scores)) {
      this.#row(label).update(share, label === face.emotion);
    }
    this.#why.update(face, number);
  }

  remove() {
    this.#why.forget();
    this.element.remove();
  }

  /** Unfolds the bars, or folds them. */
  open(on) {
    this.#bars.hidden = this.#why.element.hidden = !on;
    this.head.setAttribute("aria-expanded", String(on));
  }

  /** Draws the face out of a picture of this scale. */
  drawThumb(picture, box, scale) {
    const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((value) => value * scale);
    const side = Math.max(width, height) * 1.15;
    const context = this.#thumb.getContext("2d");
    context.clearRect(0, 0, THUMB, THUMB);
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, x + (width - side) / 2, y + (height - side) / 2, side, side, 0, 0, THUMB, THUMB);
  }

  #row(label) {
    let row = this.#rows.get(label);
    if (!row) {
      const fill = make("span", { class: "fill" });
      fill.style.setProperty("--color", colorOf(label));
      const value = make("span", { class: "value" });
      const item = make(
        "li",
        {},
        make("span", { class: "label" }, label),
        make("span", { class: "bar", "aria-hidden": "true" }, fill),
        value,
      );
      this.#bars.append(item);
      row = {
        update(share, top) {
          fill.style.setProperty("--share", share.toFixed(4));
          value.textContent = percent(share, 1);
          item.classList.toggle("top", top);
        },
      };
      this.#rows.set(label, row);
    }
    return row;
  }
}
