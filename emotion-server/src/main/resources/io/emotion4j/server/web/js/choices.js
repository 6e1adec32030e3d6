import { byId, make } from "./dom.js";
import { limits } from "./server.js";

/** What the visitor chooses: the least confidence of the faces that are shown and saved, and the classifier. */
class Choices {
  /** From 0 to 1; 0 for all faces that the server finds. */
  least = 0;

  /** Its id; empty for the server's own. */
  classifier = "";

  /** onLeast and onClassifier hear of changes. */
  async begin(onLeast, onClassifier) {
    byId("least").addEventListener("input", ({ target }) => {
      this.least = target.value === target.min ? 0 : target.value / 100;
      this.#tell();
      onLeast();
    });
    byId("classifier").addEventListener("change", ({ target }) => {
      this.classifier = target.value;
      onClassifier();
    });
    const { classifiers } = await limits();
    byId("classifier").append(...classifiers.map((id) => make("option", { value: id }, id)));
    byId("classifier-choice").hidden = classifiers.length < 2;
  }

  /** Whether a face is sure enough. */
  keeps({ confidence }) {
    return confidence >= this.least;
  }

  /** Lets the slider go from the least sure of these faces to the surest; with one face there is nothing to choose. */
  span(faces) {
    const shares = faces.map(({ confidence }) => confidence);
    const slider = byId("least");
    slider.min = Math.floor(100 * Math.min(1, ...shares));
    slider.max = Math.floor(100 * Math.max(0, ...shares));
    slider.value = Math.max(slider.min, 100 * this.least);
    byId("least-choice").hidden = shares.length < 2 || slider.min === slider.max;
    this.#tell();
  }

  #tell() {
    const text = this.least === 0 ? "all" : `${Math.round(100 * this.least)} %`;
    byId("least-value").textContent = text;
    byId("least").setAttribute("aria-valuetext", text);
  }
}

export const choices = new Choices();
