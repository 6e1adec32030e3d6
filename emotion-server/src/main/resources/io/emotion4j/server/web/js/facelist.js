import { Card } from "./card.js";
import { byId } from "./dom.js";

/**
 * The list of all faces. One of its heads at a time is reached by Tab; arrow keys go on from there. One face at a time is open and shows its
 * bars: the first, until another is opened. Pointing at a face, focusing it or opening it marks it.
 */
export class FaceList {
  #list = byId("faces");
  #title = byId("faces-title");
  #cards = new Map();
  #order = [];
  #pointed = null;
  #focused = null;
  #pinned = null;
  #folded = false;
  #onMark;
  #explain;

  /** onMark gets the index of the face to mark, or -1; explain is asked why a face shows what it does, see Why. */
  constructor(onMark, explain) {
    this.#onMark = onMark;
    this.#explain = explain;
    this.#list.addEventListener("pointerover", (event) => this.#point(this.#keyOf(event.target)));
    this.#list.addEventListener("pointerleave", () => this.#point(null));
    this.#list.addEventListener("focusin", (event) => this.#focus(this.#keyOf(event.target)));
    this.#list.addEventListener("focusout", () => this.#focus(null));
    this.#list.addEventListener("click", (event) => event.target.closest(".face-head") && this.#pin(this.#keyOf(event.target)));
    this.#list.addEventListener("keydown", (event) => this.#move(event));
  }

  /**
   * Shows faces; those with the same id keep their card. Where a picture is given, each face is drawn out of it; pictureWidth is the
   * width in which boxes are given, found how many faces there are with those that are not shown, more whether there may be others.
   */
  show(faces, { picture = null, pictureWidth = picture?.width, found = faces.length, more = false } = {}) {
    const keys = faces.map((face, index) => face.id ?? face.number ?? index);
    for (const [key, card] of this.#cards) {
      if (!keys.includes(key)) {
        card.remove();
        this.#cards.delete(key);
      }
    }
    faces.forEach((face, index) => {
      const card = this.#card(keys[index]);
      card.update(face, face.number ?? index + 1);
      if (picture) {
        card.drawThumb(picture, face.box, picture.width / pictureWidth);
      }
      if (this.#list.children[index] !== card.element) {
        this.#list.insertBefore(card.element, this.#list.children[index] ?? null);
      }
    });
    this.#order = keys;
    const title = titleOf(faces.length, found, more);
    if (this.#title.textContent !== title) {
      this.#title.textContent = title;
    }
    this.#refresh();
  }

  clear() {
    this.#pointed = this.#focused = this.#pinned = null;
    this.#folded = false;
    this.#cards.forEach((card) => card.remove());
    this.#cards.clear();
    this.show([]);
    this.#title.textContent = "Faces";
  }

  focusTitle() {
    this.#title.focus({ preventScroll: true });
  }

  /** Points at a face from outside. */
  pointAt(index) {
    this.#point(this.#order[index] ?? null);
  }

  focusOn(index) {
    this.#cards.get(this.#order[index])?.head.focus();
  }

  /** Opens a face that was picked outside, and goes there. */
  openAt(index) {
    const key = this.#order[index];
    if (key !== undefined) {
      this.#folded = false;
      this.#pinned = key;
      this.focusOn(index);
      this.#refresh();
    }
  }

  /** Lets the pinned face go; false if there was none. */
  release() {
    const had = this.#pinned !== null;
    this.#pinned = null;
    this.#refresh();
    return had;
  }

  #card(key) {
    let card = this.#cards.get(key);
    if (!card) {
      card = new Card(this.#explain);
      this.#cards.set(key, card);
    }
    return card;
  }

  #point(key) {
    this.#pointed = key;
    this.#refresh();
  }

  #focus(key) {
    this.#focused = key;
    this.#refresh();
  }

  #pin(key) {
    if (key === null) {
      return;
    }
    this.#folded = this.#opened() === key;
    this.#pinned = this.#folded ? null : key;
    this.#refresh();
  }

  /** The face that shows its bars; null where all are folded. */
  #opened() {
    return this.#folded ? null : this.#order.includes(this.#pinned) ? this.#pinned : (this.#order[0] ?? null);
  }

  #move(event) {
    const at = this.#order.indexOf(this.#focused);
    const last = this.#order.length - 1;
    const targets = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (at >= 0 && target !== undefined) {
      event.preventDefault();
      this.focusOn(Math.max(0, Math.min(last, target)));
    }
  }

  #refresh() {
    const marked = this.#pointed ?? this.#focused ?? this.#pinned;
    const entry = this.#order.includes(this.#focused ?? this.#pinned) ? (this.#focused ?? this.#pinned) : this.#order[0];
    for (const [key, card] of this.#cards) {
      card.element.classList.toggle("marked", key === marked);
      card.open(key === this.#opened());
      card.head.tabIndex = key === entry ? 0 : -1;
    }
    this.#onMark(this.#order.indexOf(marked));
  }

  #keyOf(element) {
    const item = element.closest("li.face");
    for (const [key, card] of this.#cards) {
      if (card.element === item) {
        return key;
      }
    }
    return null;
  }
}

function titleOf(shown, found, more) {
  if (shown < found) {
    return `${shown} of ${found} faces${more ? " or more" : ""}`;
  }
  if (more) {
    return `${shown} faces or more`;
  }
  return shown === 0 ? "No face" : shown === 1 ? "1 face" : `${shown} faces`;
}
