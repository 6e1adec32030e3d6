import { make } from "./dom.js";
import { markdown } from "./markdown.js";

/** The text of a model's card, folded; nothing where it has none. */
export function cardOf({ id, card }) {
  if (!card) {
    return [];
  }
  const text = make("div", { class: "card-text" }, ...markdown(card));
  return [make("details", {}, make("summary", {}, `The card of ${id}`), text)];
}
