import { byId } from "./dom.js";
import { drawFaces } from "./draw.js";

const MOST_SHOWN = 2048;

/** The picture or video with what was found drawn over it. */
export class Stage {
  #frame = byId("frame");
  #overlay = byId("overlay");
  #picture = byId("picture");
  #faces = [];
  #marked = -1;
  #width = 1;
  #height = 1;
  #mirrored = false;

  /** onPoint gets the index of the face under the pointer, or -1; onPick the one that is clicked. */
  constructor(onPoint, onPick) {
    new ResizeObserver(() => this.#fit()).observe(this.#frame.parentElement);
    addEventListener("resize", () => this.#fit());
    this.#frame.addEventListener("pointermove", (event) => onPoint(this.#at(event)));
    this.#frame.addEventListener("pointerleave", () => onPoint(-1));
    this.#frame.addEventListener("click", (event) => onPick(this.#at(event)));
  }

  /** A picture of the given size; bitmap is null where this browser cannot show it. */
  showPicture(bitmap, width, height, description) {
    const shrink = Math.min(1, MOST_SHOWN / Math.max(width, height));
    this.#picture.width = Math.max(1, Math.round(width * shrink));
    this.#picture.height = Math.max(1, Math.round(height * shrink));
    if (bitmap) {
      const context = this.#picture.getContext("2d");
      context.imageSmoothingQuality = "high";
      context.drawImage(bitmap, 0, 0, this.#picture.width, this.#picture.height);
    }
    this.mirror(false);
    this.describe(width, height, description);
  }

  /** What the picture shows, and the size in which places in it are given. */
  describe(width, height, description) {
    this.#picture.setAttribute("aria-label", description);
    if (width !== this.#width || height !== this.#height) {
      this.setSize(width, height);
    }
  }

  /** The picture as it is shown, made smaller where it is large. */
  get canvas() {
    return this.#picture;
  }

  get size() {
    return [this.#width, this.#height];
  }

  setSize(width, height) {
    this.#width = width;
    this.#height = height;
    this.#fit();
  }

  mirror(on) {
    this.#mirrored = on;
    this.#frame.classList.toggle("mirrored", on);
    this.#draw();
  }

  waiting(on) {
    this.#frame.classList.toggle("waiting", on);
    this.#frame.setAttribute("aria-busy", String(on));
  }

  showFaces(faces) {
    this.#faces = faces;
    this.#draw();
  }

  mark(index) {
    this.#marked = index;
    this.#draw();
  }

  /** As wide as there is room, but no higher than most of the window. */
  #fit() {
    const narrow = innerWidth <= 860;
    const live = byId("main").dataset.view === "live"; // There is something below it then.
    const most = innerHeight * (narrow ? 0.42 : live ? 0.58 : 0.72);
    const shape = this.#width / this.#height;
    const around = getComputedStyle(this.#frame.parentElement);
    const room =
      this.#frame.parentElement.clientWidth - parseFloat(around.paddingLeft) - parseFloat(around.paddingRight);
    this.#frame.style.width = `${Math.min(room, most * shape)}px`;
    this.#frame.style.aspectRatio = `${this.#width} / ${this.#height}`;
    this.#draw();
  }

  #draw() {
    const dots = devicePixelRatio || 1;
    const width = Math.round(this.#frame.clientWidth * dots);
    const height = Math.round(this.#frame.clientHeight * dots);
    const context = this.#overlay.getContext("2d");
    if (this.#overlay.width !== width || this.#overlay.height !== height) {
      this.#overlay.width = width;
      this.#overlay.height = height;
    } else {
      context.clearRect(0, 0, width, height);
    }
    const view = { scale: width / this.#width, mirrorAt: this.#mirrored ? width : null };
    const fontSize = (height) => Math.max(11 * dots, Math.min(15 * dots, height / 9));
    drawFaces(context, this.#faces, view, fontSize, this.#marked);
  }

  /** The smallest face under the pointer. */
  #at(event) {
    const rectangle = this.#frame.getBoundingClientRect();
    const across = (event.clientX - rectangle.left) / rectangle.width;
    const x = (this.#mirrored ? 1 - across : across) * this.#width;
    const y = ((event.clientY - rectangle.top) / rectangle.height) * this.#height;
    let best = -1;
    this.#faces.forEach(({ box }, index) => {
      const within = x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
      if (within && (best < 0 || box.width < this.#faces[best].box.width)) {
        best = index;
      }
    });
    return best;
  }
}
