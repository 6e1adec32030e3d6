import { make } from "./dom.js";
import { percent } from "./expressions.js";

const SIDE = 400;
const LEFT = 44;
const TOP = 10;
const HEIGHT = SIDE + TOP + 44;

/** Confidence against accuracy: a bar a bin, the ideal as a dashed line; the same as a table for those who want numbers. */
export function reliability(bins) {
  const used = bins.filter(({ count }) => count > 0);
  return make("div", { class: "pair" }, plot(used), numbers(used));
}

function plot(bins) {
  const svg = shape("svg", {
    class: "plot",
    viewBox: `0 0 ${LEFT + SIDE + 12} ${HEIGHT}`,
    role: "img",
    "aria-label": "Reliability plot: accuracy over confidence. The table beside it has the numbers.",
  });
  for (const mark of [0, 0.25, 0.5, 0.75, 1]) {
    const text = `${100 * mark} %`;
    svg.append(
      shape("line", { class: "grid", x1: LEFT, x2: LEFT + SIDE, y1: y(mark), y2: y(mark) }),
      shape("text", { x: LEFT - 8, y: y(mark) + 4, "text-anchor": "end" }, text),
      shape("text", { x: x(mark), y: y(0) + 18, "text-anchor": mark === 1 ? "end" : "middle" }, text),
    );
  }
  for (const { from, to, accuracy, confidence, count } of bins) {
    const bar = shape("rect", { class: "bin", x: x(from) + 1, width: x(to) - x(from) - 2, y: y(accuracy), height: y(0) - y(accuracy) });
    bar.append(shape("title", {}, `${count} answers, ${percent(confidence, 1)} sure, ${percent(accuracy, 1)} right`));
    svg.append(bar);
  }
  svg.append(
    shape("line", { class: "ideal", x1: x(0), y1: y(0), x2: x(1), y2: y(1) }),
    shape("text", { x: x(0.5), y: HEIGHT - 4, "text-anchor": "middle" }, "how sure the model is"),
    shape("text", { x: LEFT + 10, y: TOP + 18 }, "how often it is right"),
  );
  return svg;
}

function numbers(bins) {
  const head = ["Sure", "Right", "Answers"].map((name) => make("th", { scope: "col", class: "number" }, name));
  const rows = bins.map(({ from, to, count, confidence, accuracy }) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, `${Math.round(100 * from)} to ${percent(to)}`),
      ...[percent(confidence, 1), percent(accuracy, 1), String(count)].map((text) => make("td", { class: "number" }, text)),
    ),
  );
  return make(
    "table",
    { class: "per-class" },
    make("caption", { class: "hidden" }, "Accuracy by confidence"),
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Confidence"), ...head)),
    make("tbody", {}, ...rows),
  );
}

const x = (share) => LEFT + share * SIDE;
const y = (share) => TOP + (1 - share) * SIDE;

function shape(name, attributes, text = "") {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value);
  }
  element.textContent = text;
  return element;
}
