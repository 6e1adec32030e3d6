/**
 * Finds places for labels, as the command line does: above a face's box, below it, or within it; never off the picture; where
 * least of another label or face is hidden. Rectangles are [x, y, width, height].
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

  /** The place of one face's label; null if it would hide much of others. */
  find(index, width, height, must = false) {
    const [x, y, boxWidth, boxHeight] = this.#faces[index];
    const others = this.#faces.filter((face, at) => at !== index);
    let best = null;
    let least = Infinity;
    for (const top of [y - height, y + boxHeight, y, y + boxHeight - height]) {
      for (const left of [x, x + boxWidth - width]) {
        const place = [clamp(left, this.#width - width), clamp(top, this.#height - height), width, height];
        const cost =
          10 * hidden(place, this.#labels) + 3 * hidden(place, others) + hidden(place, [this.#faces[index]]);
        if (cost < least) {
          least = cost;
          best = place;
        }
      }
    }
    if (!must && hidden(best, this.#labels) + hidden(best, others) > 0.3 * width * height) {
      return null;
    }
    this.#labels.push(best);
    return best;
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
