import { make } from "./dom.js";
import { colorOf, percent } from "./expressions.js";

/** Precision, recall, F1 and number of faces of every expression. */
export function classTable(perClass) {
  const head = ["Precision", "Recall", "F1", "Faces"].map((name) => make("th", { scope: "col", class: "number" }, name));
  const rows = Object.entries(perClass).map(([label, { precision, recall, f1, support }]) => {
    const swatch = make("span", { class: "swatch", "aria-hidden": "true" });
    swatch.style.setProperty("--color", colorOf(label));
    const numbers = [percent(precision, 1), percent(recall, 1), percent(f1, 1), String(support)];
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, swatch, label),
      ...numbers.map((number) => make("td", { class: "number" }, number)),
    );
  });
  return make(
    "table",
    { class: "per-class" },
    make("caption", { class: "hidden" }, "Precision, recall and F1 by expression"),
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Expression"), ...head)),
    make("tbody", {}, ...rows),
  );
}
