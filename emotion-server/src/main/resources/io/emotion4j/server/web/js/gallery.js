import { Batch } from "./batch.js";
import { choices } from "./choices.js";
import { byId } from "./dom.js";
import { clearMessage, countdown, say, warn } from "./messages.js";
import { Strip } from "./strip.js";
import { Viewer } from "./viewer.js";

const NO_FACE = "Faces under about 10 pixels, turned far to the side or mostly covered are missed.";

/** All pictures of this visit: how far they are, which one is shown, and what went wrong with which. */
export class Gallery {
  #list;
  #viewer;
  #strip = new Strip((item) => this.select(item));
  #batch;
  #onView;
  #onUpdate;

  /**
   * onView(name) changes to the view "picture" or "start", onUpdate() hears when what is shown was looked at.
   */
  constructor(stage, list, { onView, onUpdate }) {
    this.#list = list;
    this.#viewer = new Viewer(stage, list);
    this.#onView = onView;
    this.#onUpdate = onUpdate;
    this.#batch = new Batch({
      classifier: () => choices.classifier,
      onChange: (item) => this.#change(item),
      onView: (item, decoded) => this.#see(item, decoded),
      onWait: countdown({ label: "Cancel", run: () => this.halt() }),
      onEnd: () => this.#end(),
    });
  }

  get items() {
    return this.#batch.items;
  }

  /** The item that is shown, or null. */
  get shown() {
    return this.#viewer.item;
  }

  /** Adds pictures, each { blob, name }, and shows the first of them. */
  add(pictures) {
    clearMessage();
    const first = this.#batch.add(pictures);
    const { length } = pictures;
    say(length === 1 ? `Looking for faces in ${first.name}` : `Looking for faces in ${length} pictures`);
    this.#show(first);
  }

  /** Shows an item, and says what is to be said of it. */
  select(item) {
    this.#show(item);
    this.#explain(item);
  }

  /** On which parts of a face of the picture that is shown its expression hangs. */
  why(face, options) {
    return this.shown.explain(face, { ...options, classifier: choices.classifier });
  }

  /** Stops what is under way; true if something was. */
  halt() {
    const was = this.#batch.halt();
    if (was) {
      clearMessage();
      say("Cancelled");
      const left = this.items.filter(({ state }) => state === "busy" || state === "waiting");
      if (left.length === this.items.length) {
        this.clear();
      } else {
        warn(`Stopped: ${count(left.length, "picture was", "pictures were")} not looked at.`, {
          plain: true,
          action: { label: "Go on", run: () => (clearMessage(), this.#batch.go()) },
        });
      }
      this.#progress();
    }
    return was;
  }

  clear() {
    this.#batch.clear();
    this.#strip.clear();
    this.#viewer.clear();
    clearMessage();
    this.#progress();
    this.#onView("start");
  }

  /** Asks again for every picture, as after another classifier was chosen. */
  again() {
    clearMessage();
    this.#batch.halt();
    return this.#batch.again(this.items);
  }

  /** Shows the faces that are sure enough now. */
  refresh() {
    this.items.forEach((item) => this.#strip.update(item, this.items));
    if (this.shown && byId("main").dataset.view === "picture") {
      this.#viewer.refresh();
    }
    this.#progress();
  }

  #show(item) {
    this.#viewer.select(item);
    this.#strip.select(item);
    this.#onView("picture");
  }

  #change(item) {
    this.#strip.update(item, this.items);
    if (item === this.shown) {
      this.#viewer.refresh();
    }
    this.#progress();
    this.#onUpdate();
    choices.span(this.items.flatMap(({ found }) => found));
    if (item === this.shown && item.state === "done") {
      this.#explain(item);
      say(item.outcome);
      if (!byId("strip").contains(document.activeElement)) {
        this.#list.focusTitle();
      }
    }
  }

  #see(item, decoded) {
    if (decoded) {
      this.#strip.draw(item, decoded.view);
    }
    if (item === this.shown) {
      this.#viewer.see(decoded);
    }
    decoded?.view.close();
  }

  #explain(item) {
    clearMessage();
    if (item.error) {
      this.#complain([item]);
    } else if (item.answer && item.found.length === 0) {
      warn("No face was found in this picture.", { detail: NO_FACE, plain: true });
    } else if (item.limit) {
      const detail = item.shrunk || "It gives those that it is surest of.";
      warn(`This server gives ${item.limit} faces at most: there may be more in the picture.`, { detail, plain: true });
    } else if (item.shrunk) {
      warn("This picture was made smaller before it was sent.", { detail: item.shrunk, plain: true });
    } else if (item.answer && item.rendered) {
      warn("This browser cannot show the file; this is the server's picture of it.", { plain: true });
    }
  }

  #progress() {
    const { items } = this;
    const { finished, running } = this.#batch;
    byId("batch").hidden = items.length < 2;
    byId("batch").classList.toggle("running", running);
    byId("progress").max = Math.max(1, items.length);
    byId("progress").value = finished;
    const faces = items.reduce((sum, { answer }) => sum + (answer?.faces.length ?? 0), 0);
    byId("progress-text").textContent = running
      ? `${finished} of ${items.length} pictures`
      : `${count(items.length, "picture", "pictures")}, ${count(faces, "face", "faces")}`;
  }

  #end() {
    this.#progress();
    const failed = this.items.filter(({ state }) => state === "failed");
    if (this.items.length > 1) {
      say(`Done: ${byId("progress-text").textContent}${failed.length > 0 ? `, ${failed.length} failed` : ""}`);
    }
    if (failed.length > 0) {
      this.#complain(failed);
    }
    if (failed.length === this.items.length) {
      const message = [...byId("message").childNodes];
      this.#batch.clear();
      this.#strip.clear();
      this.#viewer.clear();
      this.#progress();
      this.#onView("start");
      byId("message").replaceChildren(...message);
    }
  }

  /** Names every picture that failed, and why; those that may go better now can be tried again. */
  #complain(failed) {
    const again = failed.filter(({ error }) => error.kind !== "picture" && error.kind !== "file");
    const action = again.length > 0 && { label: "Try again", run: () => this.#retry(again) };
    if (failed.length === 1) {
      const [{ error, name }] = failed;
      warn(this.items.length > 1 ? `${name}: ${error.message}` : error.message, { detail: error.detail, action });
    } else {
      const detail = failed.map(({ name, error }) => `${name}: ${error.message}`).join(" ");
      warn(`${failed.length} of ${this.items.length} pictures failed.`, { detail, action });
    }
    if (failed.length === this.items.length) {
      say("");
    }
  }

  #retry(items) {
    clearMessage();
    if (this.items.length === 0) {
      this.add(items);
    } else {
      this.#batch.again(items);
    }
  }
}

const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;
