/** A video file cannot be shown; the message says why and what to do. */
export class FilmError extends Error {}

const ENDINGS = /\.(mp4|m4v|mov|webm|mkv|avi|mpe?g|ogv|3gp)$/i;

/** Whether a file is a video, by its type or, where the system knows none, by the ending of its name. */
export const isFilm = ({ type, name }) => type.startsWith("video/") || (type === "" && ENDINGS.test(name ?? ""));

/** What it means that a browser does not play a file. */
export function filmError({ name, message }) {
  return name === "AbortError" || name === "FilmError"
    ? new FilmError("The video was stopped.")
    : new FilmError("This browser cannot play the video. The program can look at it: emotion4j video FILE", { cause: message });
}
