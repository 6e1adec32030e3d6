/** The command line's colours. */
const RED = [215, 25, 28];
const BLUE = [44, 123, 182];
const MOST_COVER = 0.65;

/** Smaller changes are no larger than what the weights' last bits make. */
export const LEAST_CHANGE = 0.02;

const ROWS = ["upper", "middle", "lower"];
const COLUMNS = ["left", "middle", "right"];

/** Draws a map over what a canvas shows: red where covering lowers the score, blue where it raises it, the largest change strongest. */
export function drawMap(canvas, { columns, rows, drops }) {
  const largest = drops.reduce((most, drop) => Math.max(most, Math.abs(drop)), LEAST_CHANGE);
  const cells = new OffscreenCanvas(columns, rows);
  const pixels = new ImageData(columns, rows);
  drops.forEach((drop, cell) => {
    const alpha = (255 * MOST_COVER * Math.abs(drop)) / largest;
    pixels.data.set([...(drop > 0 ? RED : BLUE), alpha], 4 * cell);
  });
  cells.getContext("2d").putImageData(pixels, 0, 0);
  const context = canvas.getContext("2d");
  context.imageSmoothingEnabled = true;
  context.drawImage(cells, 0, 0, canvas.width, canvas.height);
}

/** What a map says, in words. */
export function describeMap({ columns, rows, drops, emotion, score }, percent) {
  const most = Math.max(...drops);
  if (most < LEAST_CHANGE) {
    return `No one part decides: whatever is covered, ${emotion} stays at about ${percent(score)}.`;
  }
  const cell = drops.indexOf(most);
  const row = ROWS[Math.floor((3 * (Math.floor(cell / columns) + 0.5)) / rows)];
  const column = COLUMNS[Math.floor((3 * ((cell % columns) + 0.5)) / columns)];
  const place = row === column ? row : `${row} ${column}`;
  return `It hangs most on the ${place}: with that covered, ${emotion} falls from ${percent(score)} to ${percent(score - most)}.`;
}
