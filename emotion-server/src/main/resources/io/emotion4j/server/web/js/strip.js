import { byId, make } from "./dom.js";

const SIDE = 128;

/** The thumbnails of several pictures, each with what came of it; hidden where there is one picture alone. */
export class Strip {
  #list = byId("strip");
  #entries = new Map();
  #onPick;

  /** onPick gets the item whose thumbnail is chosen. */
  constructor(onPick) {
    this.#onPick = onPick;
    this.#list.addEventListener("keydown", (event) => this.#move(event));
  }

  /** Shows what an item is now. */
  update(item, items) {
    const entry = this.#entry(item);
    const count = item.answer?.faces.length;
    const marks = { waiting: "", busy: "…", failed: "!", done: String(count) };
    entry.mark.textContent = marks[item.state];
    entry.button.dataset.state = item.state;
    const outcome = item.state === "busy" ? "looking for faces" : item.outcome;
    entry.button.title = `${item.name}: ${outcome}`;
    entry.button.setAttribute("aria-label", `Picture ${items.indexOf(item) + 1}, ${item.name}: ${outcome}`);
  }

  draw(item, bitmap) {
    const { canvas } = this.#entry(item);
    const side = Math.min(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(bitmap, (bitmap.width - side) / 2, (bitmap.height - side) / 2, side, side, 0, 0, SIDE, SIDE);
  }

  select(item) {
    for (const [other, { button }] of this.#entries) {
      button.toggleAttribute("aria-current", other === item);
      button.tabIndex = other === item ? 0 : -1;
      if (other === item) {
        button.setAttribute("aria-current", "true");
        button.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
    }
  }

  clear() {
    this.#entries.clear();
    this.#list.replaceChildren();
  }

  #entry(item) {
    let entry = this.#entries.get(item);
    if (!entry) {
      const canvas = make("canvas", { width: SIDE, height: SIDE, "aria-hidden": "true" });
      const mark = make("span", { class: "mark", "aria-hidden": "true" });
      const button = make("button", { type: "button", tabindex: "-1" }, canvas, mark);
      button.addEventListener("click", () => this.#onPick(item));
      this.#list.append(make("li", {}, button));
      entry = { canvas, mark, button };
      this.#entries.set(item, entry);
    }
    return entry;
  }

  #move(event) {
    const buttons = [...this.#entries.values()].map(({ button }) => button);
    const at = buttons.indexOf(document.activeElement);
    const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at >= 0 && buttons[target]) {
      event.preventDefault();
      buttons[target].focus();
      buttons[target].click();
    }
  }
}
