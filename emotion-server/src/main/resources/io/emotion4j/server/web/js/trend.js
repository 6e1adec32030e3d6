import { byId } from "./dom.js";
import { colorOf } from "./expressions.js";

const SHOWN_MILLIS = 30000;

/** The smoothed scores of one face over the last half minute: a line for each expression, in the colour of its bar. */
export class Trend {
  #canvas = byId("trend");
  #title = byId("trend-title");
  #points = [];
  #id = null;

  /** Takes the faces of this moment; the one that has been there longest is drawn. */
  add(faces, now) {
    const face = faces.find(({ id }) => id === this.#id) ?? faces[0];
    if (!face) {
      return;
    }
    if (face.id !== this.#id) {
      this.#id = face.id;
      this.#points = [];
    }
    this.#points.push({ now, scores: face.scores });
    while (this.#points[0].now < now - SHOWN_MILLIS) {
      this.#points.shift();
    }
    const seconds = Math.round((now - this.#points[0].now) / 1000);
    this.#title.textContent = `Face ${face.number}, now ${face.emotion}: its expressions over the last ${Math.max(1, seconds)} s`;
    this.#draw(now);
  }

  clear() {
    this.#points = [];
    this.#id = null;
    this.#title.textContent = "";
    this.#canvas.width = this.#canvas.width; // Empties it.
  }

  #draw(now) {
    const dots = devicePixelRatio || 1;
    const width = Math.round(this.#canvas.clientWidth * dots);
    const height = Math.round(this.#canvas.clientHeight * dots);
    this.#canvas.width = width;
    this.#canvas.height = height;
    const context = this.#canvas.getContext("2d");
    context.lineWidth = 2 * dots;
    context.lineJoin = "round";
    for (const label of Object.keys(this.#points[0].scores)) {
      context.strokeStyle = colorOf(label);
      context.beginPath();
      for (const { now: at, scores } of this.#points) {
        context.lineTo(width * (1 - (now - at) / SHOWN_MILLIS), (1 - scores[label]) * (height - 4 * dots) + 2 * dots);
      }
      context.stroke();
    }
  }
}
