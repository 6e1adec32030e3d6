import { make } from "./dom.js";

/** The confusion matrix: shaded by the share of each row. */
export function confusionTable({ labels, counts }) {
  const head = labels.map((label) => make("th", { scope: "col" }, make("span", {}, label)));
  const corner = make("td", { "aria-hidden": "true" });
  corner.style.background = "none";
  return make(
    "table",
    { class: "confusion" },
    make("caption", { class: "hidden" }, "Confusion matrix: rows what people say, columns what the model says"),
    make("colgroup", {}, make("col"), ...labels.map(() => make("col"))),
    make("thead", {}, make("tr", {}, corner, ...head)),
    make("tbody", {}, ...labels.map((label, row) => line(label, counts[row], labels))),
  );
}

function line(label, counts, labels) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const cells = counts.map((count, column) => cell(count, total, label, labels[column]));
  return make("tr", {}, make("th", { scope: "row" }, label), ...cells);
}

function cell(count, total, truth, called) {
  const share = total === 0 ? 0 : count / total;
  const title = `${count} of ${total} ${truth} faces are called ${called}`;
  const text = count === 0 ? "" : `${Math.round(100 * share)}`;
  const element = make("td", { title }, text, make("small", {}, count === 0 ? "" : String(count)));
  element.style.setProperty("--share", share.toFixed(3));
  return element;
}
