import { byId } from "./dom.js";
import { clearMessage, countdown, say, warn } from "./messages.js";
import { predictPatiently } from "./patience.js";
import { facts, summary } from "./words.js";

const NO_FACE = "Faces under about 10 pixels, turned far to the side or mostly covered are missed.";

/** One picture: sent, shown with what was found, ready to be saved. */
export class Picture {
  #stage;
  #list;
  #stop = null;

  /** What is shown: { name, bitmap, answer }, or null. The bitmap is null where this browser cannot show the picture. */
  shown = null;

  constructor(stage, list) {
    this.#stage = stage;
    this.#list = list;
  }

  /** Analyzes a picture and shows it; onShow is called before it is seen first, onBack where there is nothing to show. */
  async open(blob, name, { onShow, onBack }) {
    this.cancel();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    clearMessage();
    say(`Looking for faces in ${name}`);
    const bitmap = await createImageBitmap(blob).catch(() => null);
    if (signal.aborted) {
      return;
    }
    this.shown = null;
    this.#list.clear();
    this.#stage.showFaces([]);
    if (bitmap) {
      this.#stage.showPicture(bitmap, bitmap.width, bitmap.height, name);
      byId("facts").textContent = `${name} · looking for faces`;
      this.#stage.waiting(true);
      onShow();
    }
    try {
      const countDown = countdown({ label: "Cancel", run: () => this.cancel() });
      const answer = await predictPatiently(blob, signal, countDown);
      this.#show({ name, bitmap, answer }, onShow);
    } catch (error) {
      if (error.kind) {
        this.#fail(error, () => this.open(blob, name, { onShow, onBack }));
      } else if (!signal.aborted) {
        throw error;
      }
      if (signal === this.#stop?.signal) {
        byId("facts").textContent = "";
        onBack();
      }
    } finally {
      if (signal === this.#stop?.signal) {
        this.#stage.waiting(false);
      }
    }
  }

  /** Stops what is under way; true if something was. */
  cancel() {
    const busy = this.#stop !== null && byId("frame").getAttribute("aria-busy") === "true";
    this.#stop?.abort();
    if (busy) {
      clearMessage();
      say("Cancelled");
    }
    return busy;
  }

  #show(shown, onShow) {
    const { name, bitmap, answer } = shown;
    this.shown = shown;
    clearMessage();
    const found = summary(answer.faces);
    this.#stage.showPicture(bitmap, answer.width, answer.height, `${name}. ${found}`);
    this.#stage.showFaces(answer.faces);
    this.#list.show(answer.faces, bitmap);
    byId("facts").textContent = facts(name, answer);
    onShow();
    say(found);
    if (answer.faces.length === 0) {
      warn("No face was found in this picture.", { detail: NO_FACE, plain: true });
    } else if (!bitmap) {
      warn("This browser cannot show the picture; the server read it.", { plain: true });
    }
    this.#list.focusTitle();
  }

  #fail(error, retry) {
    const again = error.kind === "picture" ? null : { label: "Try again", run: retry };
    warn(error.message, { detail: error.detail, action: again });
    say("");
  }
}
