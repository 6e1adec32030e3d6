import { choices } from "./choices.js";
import { decode } from "./decoder.js";
import { isFilm } from "./film.js";
import { leftToRight } from "./numbers.js";
import { patiently } from "./patience.js";
import { explain, limits, predict, render, ServerError } from "./server.js";
import { megabytes, summary } from "./words.js";

/** One picture on its way: waiting, busy, done or failed. */
export class Item {
  state = "waiting";
  error = null;

  /** All faces that the server found, whatever the visitor chose to see. */
  found = [];

  /** The server's limit of faces, where it was reached: there may be more of them in the picture. */
  limit = null;

  /** Why the picture was made smaller before it was sent; empty where it was not. */
  shrunk = "";

  /** What is shown where this browser cannot show the file: the server's picture of it. */
  rendered = null;

  #sent = null;
  #answer = null;
  #turn = null;

  constructor(blob, name) {
    this.blob = blob;
    this.name = name;
  }

  /** What the server got, or its picture of it, as a file that this browser can decode. */
  get showable() {
    return this.rendered ?? this.#sent ?? this.blob;
  }

  /** The server's answer with the faces that are sure enough for the visitor; null until there is one. */
  get answer() {
    return this.#answer && { ...this.#answer, faces: this.found.filter((face) => choices.keeps(face)) };
  }

  /** What came of it, in words. */
  get outcome() {
    return this.answer ? summary(this.answer.faces) : (this.error?.message ?? "not looked at yet");
  }

  /** Sends the picture; onView gets a bitmap to show as soon as there is one. Throws only what is no error of the server, such as an abort. */
  async analyze({ signal, classifier, onView, onWait }) {
    this.#turn = signal;
    this.state = "busy";
    this.error = null;
    try {
      const sent = await this.#prepare(onView, signal);
      const { answer, limit } = await patiently(() => predict(sent, signal, classifier), { signal, onWait });
      this.#answer = leftToRight(answer);
      this.limit = limit;
      this.found = this.#answer.faces;
      this.state = "done";
    } catch (error) {
      if (this.#turn === signal) {
        this.state = signal.aborted ? "waiting" : "failed";
        this.error = error.kind ? error : null;
      }
      if (!error.kind) {
        throw error;
      }
    }
  }

  /** On which parts of one of its faces the expression hangs, as the server says. */
  explain({ box }, { signal, classifier, onWait }) {
    const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    return patiently(() => explain(this.#sent ?? this.blob, centre, signal, classifier), { signal, onWait });
  }

  async #prepare(onView, signal) {
    if (isFilm({ type: this.blob.type, name: this.name })) {
      throw new ServerError("file", "A video is looked at alone.", { detail: "Choose it without other files." });
    }
    await readable(this.blob);
    const bounds = await limits();
    const decoded = await decode(this.blob, bounds);
    signal.throwIfAborted();
    if (!decoded) {
      if (this.blob.size > bounds.maxBytes) {
        throw new ServerError("picture", "This picture is too large for the server.", {
          detail: `It has ${megabytes(this.blob.size)}, the server takes ${megabytes(bounds.maxBytes)}, and this browser cannot make it smaller.`,
        });
      }
      this.rendered = await render(this.blob, signal);
      onView(await decode(this.rendered));
      return this.blob;
    }
    onView(decoded);
    const { smaller, width, height } = decoded;
    if (smaller) {
      this.#sent = smaller.blob;
      this.shrunk =
        `It has ${size(width, height, this.blob.size)}, more than the server takes. It was made smaller here, ` +
        `to ${size(smaller.width, smaller.height, smaller.blob.size)}; places and sizes of faces are those of the smaller one.`;
    }
    return this.#sent ?? this.blob;
  }
}

const size = (width, height, bytes) => `${width} × ${height} pixels and ${megabytes(bytes)}`;

/** A folder, or a file that went away since it was chosen, is no fault of the server. */
async function readable(blob) {
  try {
    await blob.slice(0, 1).arrayBuffer();
  } catch {
    throw new ServerError("file", "This file cannot be read.", { detail: "Is it a folder, or was it moved or deleted?" });
  }
}
