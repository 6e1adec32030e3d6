import { decode } from "./decoder.js";
import { byId } from "./dom.js";
import { facts } from "./words.js";

/** Shows one of the pictures with what was found in it. */
export class Viewer {
  #stage;
  #list;

  /** The item that is shown, or null. */
  item = null;

  constructor(stage, list) {
    this.#stage = stage;
    this.#list = list;
  }

  /** Shows an item, and its picture as soon as that is decoded. */
  async select(item) {
    this.item = item;
    this.#list.clear();
    this.#stage.showFaces([]);
    this.#stage.showPicture(null, item.answer?.width ?? 4, item.answer?.height ?? 3, item.name);
    this.refresh();
    if (item.state === "done" || item.state === "failed") {
      const decoded = await decode(item.showable);
      if (this.item === item) {
        this.see(decoded);
      }
      decoded?.view.close();
    }
  }

  /** The picture of the item that is shown; null where it cannot be. */
  see(decoded) {
    if (decoded) {
      const { width, height } = this.item.answer ?? decoded;
      this.#stage.showPicture(decoded.view, width, height, this.item.name);
    }
    this.refresh();
  }

  /** Shows what is known of the item now. */
  refresh() {
    const { item } = this;
    const { answer, name, state } = item;
    byId("result-title").textContent = name;
    this.#stage.waiting(state === "busy");
    if (answer) {
      this.#stage.describe(answer.width, answer.height, `${name}. ${item.outcome}`);
      this.#stage.showFaces(answer.faces);
      this.#list.show(answer.faces, {
        picture: this.#stage.canvas,
        pictureWidth: answer.width,
        found: item.found.length,
        more: item.limit !== null,
      });
      byId("facts").textContent = facts(answer);
    } else {
      byId("facts").textContent = state === "busy" ? "looking for faces" : item.outcome;
    }
  }

  clear() {
    this.item = null;
    this.#list.clear();
    this.#stage.showFaces([]);
    this.#stage.waiting(false);
    byId("facts").textContent = "";
    byId("result-title").textContent = "";
  }
}
