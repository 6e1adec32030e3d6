/** An answer with its faces from left to right, each with its number. */
export function leftToRight(answer) {
  const centre = ({ box }) => box.x + box.width / 2;
  const faces = [...answer.faces].sort((a, b) => centre(a) - centre(b));
  return { ...answer, faces: faces.map((face, index) => ({ number: index + 1, ...face })) };
}
