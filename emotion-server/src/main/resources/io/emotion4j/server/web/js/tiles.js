import { make } from "./dom.js";
import { percent } from "./expressions.js";

/** The main figures, large. */
export function tiles({ accuracy, accuracyInterval, balancedAccuracy, balancedAccuracyInterval, macroF1, ece }) {
  return make(
    "dl",
    { class: "tiles" },
    tile("Accuracy", percent(accuracy, 1), `right answers; ${interval(accuracyInterval)}`),
    tile("Balanced accuracy", percent(balancedAccuracy, 1), `every expression counts alike; ${interval(balancedAccuracyInterval)}`),
    tile("Mean F1", percent(macroF1, 1), "over the expressions"),
    tile("Calibration error", percent(ece, 1), "how far confidence and accuracy are apart"),
  );
}

export const tile = (name, value, note) =>
  make(
    "div",
    {},
    make("dt", {}, name),
    make("dd", {}, make("span", { class: "figure" }, value), make("span", { class: "quiet" }, note)),
  );

const interval = (range) =>
  range ? `${(100 * range.low).toFixed(1)} to ${percent(range.high, 1)} with 95 % confidence` : "";
