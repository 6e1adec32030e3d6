import { make } from "./dom.js";
import { percent } from "./expressions.js";

/** What the names in a model's card mean; a pattern, a title, what it says, and how it is written: a share unless it counts. */
const WORDS = [
  [/^wider_val_640_ap50_from_20px$/, "Average precision", "of faces from 20 pixels on, found where half of the box agrees (WIDER FACE, 640 pixels)"],
  [/^wider_val_640_ap35_from_20px$/, "Average precision, looser", "the same where a third of the box agrees"],
  [/^wider_val_640_recall_at_precision_(\d+)/, "Faces found", "of those from 20 pixels on, at a threshold where $1 of 100 finds are faces"],
  [/^landmark_error_eye_distances$/, "Places of eyes, nose and mouth", "how far off they are on average, by the distance between the eyes"],
  [/^false_faces_on_(\d+)_pictures_without_faces$/, "False faces", "found on $1 pictures without a face", count],
  [/^(.*)_accuracy_without_duplicates$/, "Accuracy without doubles", "right answers on pictures that are not in the training data, too ($1)"],
  [/^(.*)_balanced_accuracy$/, "Balanced accuracy", "every expression counts alike ($1)"],
  [/^(.*)_accuracy$/, "Accuracy", "right answers ($1)"],
  [/^(.*)_macro_precision$/, "Mean precision", "over the expressions ($1)"],
  [/^(.*)_ece$/, "Calibration error", "how far confidence and accuracy are apart ($1)"],
];

const SETS = { fer_plus_valid: "validation part of FER+", fer2013_valid: "validation part of FER2013" };

/** Figures as a model's card has them, in words; counts as counts, shares in percent. */
export function metricTable(metrics) {
  const rows = Object.entries(metrics).map(([name, value]) => {
    const [title, note, write] = wordsFor(name, value);
    const text = make("th", { scope: "row" }, title, note && make("small", {}, note));
    return make("tr", {}, text, make("td", { class: "number", title: name }, write(value)));
  });
  const head = make("tr", {}, make("th", { scope: "col" }, "Figure"), make("th", { scope: "col", class: "number" }, "Value"));
  return make("table", { class: "metrics" }, make("thead", {}, head), make("tbody", {}, ...rows));
}

function count(value) {
  return value.toLocaleString("en", { maximumFractionDigits: 2 });
}

const share = (value) => (value >= 0 && value <= 1 ? percent(value, 1) : count(value));

function wordsFor(name, value) {
  for (const [pattern, title, note, write = share] of WORDS) {
    const match = pattern.exec(name);
    if (match) {
      return [title, note.replace("$1", SETS[match[1]] ?? plain(match[1] ?? "")), write];
    }
  }
  return [capital(plain(name)), "", Number.isInteger(value) ? count : share];
}

const plain = (name) => name.replaceAll("_", " ");

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
