/** The expressions with the colours that the command line draws them in: the palette of Okabe and Ito. */
const COLORS = {
  angry: "#D55E00",
  disgust: "#009E73",
  fear: "#CC79A7",
  happy: "#F0E442",
  sad: "#0072B2",
  surprise: "#56B4E9",
  neutral: "#E0E0E0",
  contempt: "#E69F00",
};

export const colorOf = (label) => COLORS[label] ?? "#B8B8B8";

/** Black or white, whichever is read better on a colour. */
export function textOn(color) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue > 120 ? "#000" : "#fff";
}

export const percent = (share, decimals = 0) => `${(100 * share).toFixed(decimals)} %`;
