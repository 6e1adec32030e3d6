const FACE_COLUMNS = ["face", "x", "y", "face_width", "face_height", "confidence", "emotion", "score"];

/** All faces as CSV with the command line's columns (RFC 4180). A picture without a face, or one that failed, has a line, too. */
export function csv(items) {
  const labels = [...new Set(items.flatMap(({ answer }) => (answer?.faces ?? []).flatMap(({ scores }) => Object.keys(scores))))];
  const header = ["file", "width", "height", ...FACE_COLUMNS, ...labels, "error"];
  const rows = items.flatMap((item) => rowsOf(item, labels));
  return [header, ...rows].map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

function rowsOf({ name, answer, error }, labels) {
  const empty = Array(FACE_COLUMNS.length + labels.length).fill("");
  if (!answer) {
    return [[name, "", "", ...empty, error?.message ?? "not looked at"]];
  }
  const picture = [name, answer.width, answer.height];
  if (answer.faces.length === 0) {
    return [[...picture, ...empty, ""]];
  }
  return answer.faces.map(({ number, box, confidence, emotion, score, scores }) => [
    ...picture,
    ...[number, box.x, box.y, box.width, box.height, confidence, emotion, score],
    ...labels.map((label) => scores[label] ?? ""),
    "",
  ]);
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function quoted(value) {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
