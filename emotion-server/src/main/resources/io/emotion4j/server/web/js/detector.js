import { make } from "./dom.js";
import { percent } from "./expressions.js";
import { tile } from "./tiles.js";

/** What the detector finds and misses, as its evaluation says. */
export function detectorFigures({ ap, recall, precision, falseFaces, bySize, minimumFace }) {
  const figures = [
    tile("Average precision", percent(ap, 1), `of faces from ${minimumFace} pixels on`),
    tile("Faces found", percent(recall, 1), "at the least confidence in use"),
    tile("Finds that are faces", percent(precision, 1), "at the same confidence"),
  ];
  if (falseFaces) {
    figures.push(tile("False faces", String(falseFaces.faces), `on ${falseFaces.pictures} pictures without a face`));
  }
  return [make("dl", { class: "tiles" }, ...figures), ...(bySize ? [sizeTable(bySize)] : [])];
}

function sizeTable(sizes) {
  const number = (text) => make("td", { class: "number" }, text);
  const rows = sizes.map(({ size, faces, ap, recall }) =>
    make("tr", {}, make("th", { scope: "row" }, size), number(percent(ap, 1)), number(percent(recall, 1)), number(String(faces))),
  );
  const head = ["Average precision", "Found", "Faces"].map((name) => make("th", { scope: "col", class: "number" }, name));
  return make(
    "table",
    { class: "metrics" },
    make("caption", { class: "hidden" }, "What is found, by the size of a face"),
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Size of the face"), ...head)),
    make("tbody", {}, ...rows),
  );
}

/** On what it was measured. */
export const detectorText = ({ pictures, faces }) =>
  `On ${pictures.toLocaleString("en")} pictures with ${faces.toLocaleString("en")} faces that the training did not see, made smaller to 640 pixels.`;
