/** What was found, in words: "2 faces: 1 happy, 1 sad". */
export function summary(faces) {
  if (faces.length === 0) {
    return "No face found";
  }
  const counts = new Map();
  for (const { emotion } of faces) {
    counts.set(emotion, (counts.get(emotion) ?? 0) + 1);
  }
  if (faces.length === 1) {
    return `1 face: ${faces[0].emotion}`;
  }
  return `${faces.length} faces: ${[...counts].map(([label, count]) => `${count} ${label}`).join(", ")}`;
}

/** Bytes in the unit that people use for files. */
export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

/** Size, engine, models and time of an answer. */
export function facts({ width, height, engine, detector, classifier, millis }) {
  const total = millis ? Object.values(millis).reduce((sum, part) => sum + part, 0) : null;
  const parts = [`${width} × ${height}`, engine, `${detector} and ${classifier}`];
  if (total !== null) {
    parts.push(`${total.toFixed(total < 10 ? 1 : 0)} ms`);
  }
  return parts.filter(Boolean).join(" · ");
}
