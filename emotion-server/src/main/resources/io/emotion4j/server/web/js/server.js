import { askForToken, tokenHeader } from "./token.js";

/** What went wrong at the server: kind is "busy", "picture", "file", "gone" or "other". */
export class ServerError extends Error {
  constructor(kind, message, { detail = "", waitSeconds = 0 } = {}) {
    super(message);
    this.kind = kind;
    this.detail = detail;
    this.waitSeconds = waitSeconds;
  }
}

/**
 * Sends a picture as it is and gives { answer, limit }: what was found in it, by the classifier of that id or by the server's own, and where
 * these are as many faces as the server gives at most, how many that is; else null.
 */
export async function predict(picture, signal, classifier = "") {
  const parameters = new URLSearchParams(classifier && { classifier });
  const response = await ask(parameters.size > 0 ? `predict?${parameters}` : "predict", upload(picture, signal));
  const limit = response.headers.get("X-Faces-Limit");
  return { answer: await response.json(), limit: limit && Number(limit) };
}

/** On which parts of the face about a point its expression hangs, by the same classifier. */
export async function explain(picture, { x, y }, signal, classifier = "") {
  const parameters = new URLSearchParams({ x: x.toFixed(2), y: y.toFixed(2), ...(classifier && { classifier }) });
  return (await ask(`explain?${parameters}`, upload(picture, signal))).json();
}

/** The server's picture of a file that this browser cannot show. */
export async function render(picture, signal) {
  return (await ask("picture", upload(picture, signal))).blob();
}

function upload(picture, signal) {
  return { method: "POST", body: picture, headers: { "Content-Type": "application/octet-stream" }, signal };
}

let known = null;

/** What the server takes: { maxBytes, maxPixels, maxFaces, classifiers }; without bounds where it does not say. */
export async function limits() {
  if (!known) {
    const response = await fetch("limits").catch(() => null);
    if (!response?.ok) {
      return { maxBytes: Infinity, maxPixels: Infinity, maxFaces: null, classifiers: [] };
    }
    const { max_bytes: maxBytes, max_pixels: maxPixels, max_faces: maxFaces, classifiers } = await response.json();
    known = { maxBytes, maxPixels, maxFaces, classifiers };
  }
  return known;
}

/** What the server says about its models. */
export const models = async () => (await ask("model", {})).json();

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { ...options.headers, ...tokenHeader() } });
  } catch (error) {
    if (error.name === "AbortError") {
      throw error;
    }
    throw new ServerError("gone", "The server does not answer. Is it still running?");
  }
  if (response.status === 401 && (await askForToken(options.signal))) {
    return ask(path, options);
  }
  if (!response.ok) {
    throw failure(response, await errorText(response));
  }
  return response;
}

async function errorText(response) {
  try {
    const answer = await response.json();
    return typeof answer.error === "string" ? answer.error : "";
  } catch {
    return "";
  }
}

function failure(response, detail) {
  switch (response.status) {
    case 401:
    case 403:
      return new ServerError("other", "The server wants a token.", { detail });
    case 413:
      return new ServerError("picture", "This picture is too large for the server.", { detail });
    case 400:
    case 415:
    case 422:
      return new ServerError("picture", "This file cannot be read as a picture.", { detail });
    case 429:
    case 503:
      return new ServerError("busy", "The server is busy.", { detail, waitSeconds: waitSeconds(response) });
    default:
      return new ServerError("other", `The server failed (${response.status}).`, { detail });
  }
}

/** Seconds of the header Retry-After, which may also be a date; 2 where there is none. */
function waitSeconds(response) {
  const value = response.headers.get("Retry-After") ?? "";
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(60, Math.max(1, Math.ceil(seconds))) : 2;
}
