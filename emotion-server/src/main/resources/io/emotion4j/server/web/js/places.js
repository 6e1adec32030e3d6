/** How much of a face's own box a label may cover. */
const OWN_SHARE = 0.08;

/**
 * Finds places for labels: above a face's box, below it, or within it; never off the picture. Rectangles are [x, y, width, height].
 */
export class LabelPlaces {
  #width;
  #height;
  #faces;
  #labels = [];

  constructor(width, height, faces) {
    this.#width = width;
    this.#height = height;
    this.#faces = faces;
  }

  /** A place where one face's label hides no other label, no other face and little of its own; null if there is none. */
  free(index, width, height) {
    const own = this.#faces[index];
    const most = OWN_SHARE * own[2] * own[3];
    const place = this.#candidates(index, width, height).find(
      (one) =>
        hidden(one, this.#labels) === 0 && hidden(one, this.#others(index)) === 0 && hidden(one, [own]) <= most,
    );
    return place ? this.#take(place) : null;
  }

  /** The place where one face's label hides least. */
  least(index, width, height) {
    const cost = (place) =>
      10 * hidden(place, this.#labels) + 3 * hidden(place, this.#others(index)) + hidden(place, [this.#faces[index]]);
    const costs = this.#candidates(index, width, height).map((place) => [cost(place), place]);
    return this.#take(costs.reduce((best, one) => (one[0] < best[0] ? one : best))[1]);
  }

  #take(place) {
    this.#labels.push(place);
    return place;
  }

  #others(index) {
    return this.#faces.filter((face, at) => at !== index);
  }

  #candidates(index, width, height) {
    const [x, y, boxWidth, boxHeight] = this.#faces[index];
    return [y - height, y + boxHeight, y, y + boxHeight - height].flatMap((top) =>
      [x, x + boxWidth - width, x - width, x + boxWidth].map((left) => [
        clamp(left, this.#width - width),
        clamp(top, this.#height - height),
        width,
        height,
      ]),
    );
  }
}

const clamp = (value, most) => Math.max(0, Math.min(value, most));

function hidden([x, y, width, height], others) {
  let sum = 0;
  for (const [left, top, otherWidth, otherHeight] of others) {
    const common = Math.min(x + width, left + otherWidth) - Math.max(x, left);
    const rows = Math.min(y + height, top + otherHeight) - Math.max(y, top);
    sum += Math.max(0, common) * Math.max(0, rows);
  }
  return sum;
}
