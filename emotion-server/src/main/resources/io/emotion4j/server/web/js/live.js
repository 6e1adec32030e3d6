import { closeCamera, openCamera } from "./camera.js";
import { choices } from "./choices.js";
import { byId } from "./dom.js";
import { filmError } from "./film.js";
import { FrameClock } from "./frameclock.js";
import { Frames } from "./frames.js";
import { clearMessage, say, warn } from "./messages.js";
import { Rate } from "./rate.js";
import { predict } from "./server.js";
import { Tracks } from "./tracks.js";
import { Trend } from "./trend.js";
import { wait } from "./wait.js";
import { summary } from "./words.js";

const LIST_MILLIS = 150;
const SAID_MILLIS = 5000;
const GONE_SECONDS = 2;

/** The camera, or a video file that plays: one frame at a time is with the server; those that come meanwhile are dropped. */
export class Live {
  #stage;
  #list;
  #video = byId("video");
  #close = null;
  #stop = null;
  #onEnd;
  #trend = new Trend();

  /** onEnd is called where the camera goes away by itself. */
  constructor(stage, list, onEnd) {
    this.#stage = stage;
    this.#list = list;
    this.#onEnd = onEnd;
    byId("mirror").addEventListener("change", (event) => this.running && stage.mirror(event.target.checked));
    for (const what of ["play", "pause"]) {
      this.#video.addEventListener(what, () => (byId("pause").textContent = this.#video.paused ? "Go on" : "Pause"));
    }
  }

  get running() {
    return this.#stop !== null;
  }

  /** The video element, whose picture of this moment can be taken. */
  get video() {
    return this.#video;
  }

  /** Shows the camera. Throws a CameraError where there is none to be had. */
  async start() {
    const stream = await openCamera();
    stream.getVideoTracks()[0].addEventListener("ended", () => this.#onEnd("The camera was switched off."));
    this.#video.srcObject = stream;
    await this.#begin("Picture of the camera", byId("mirror").checked, () => {
      closeCamera(stream);
      this.#video.srcObject = null;
    });
  }

  /** Plays a video file. Throws a FilmError where this browser cannot. */
  async play(file) {
    const url = URL.createObjectURL(file);
    this.#video.src = url;
    try {
      await this.#begin(`Picture of ${file.name}`, false, () => {
        this.#video.removeAttribute("src");
        this.#video.load();
        URL.revokeObjectURL(url);
      });
    } catch (error) {
      this.stop();
      throw filmError(error);
    }
  }

  async #begin(title, mirrored, close) {
    this.#close = close;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#video.setAttribute("aria-label", title);
    await this.#video.play();
    if (signal.aborted) {
      return;
    }
    const shrink = 640 / Math.max(640, this.#video.videoWidth, this.#video.videoHeight);
    this.#stage.setSize(this.#video.videoWidth * shrink, this.#video.videoHeight * shrink);
    this.#stage.mirror(mirrored);
    byId("facts").textContent = "";
    const tracks = new Tracks(matchMedia("(prefers-reduced-motion: reduce)").matches);
    const clock = new FrameClock(this.#video, signal);
    Promise.all([this.#follow(tracks, clock, signal), this.#glide(tracks, clock)]).catch(
      (error) => signal.aborted || this.#onEnd(error.message),
    );
  }

  stop() {
    this.#stop?.abort();
    this.#close?.();
    this.#close = this.#stop = null;
    this.#trend.clear();
  }

  /** Holds the picture of this moment, or goes on, from the beginning where a file has ended; true where it is held. */
  async pause() {
    if (this.#video.paused) {
      await this.#video.play();
    } else {
      this.#video.pause(); // No frame comes then, and so none is sent.
    }
    return this.#video.paused;
  }

  async #follow(tracks, clock, signal) {
    const frames = new Frames(this.#video, clock);
    const rate = new Rate();
    for (let listedAt = 0, saidAt = 0; ; ) {
      const frame = await frames.next();
      const sent = performance.now();
      const answer = await this.#ask(frame, signal);
      const now = performance.now();
      if (!answer) {
        continue;
      }
      tracks.see(answer.faces.filter((face) => choices.keeps(face)), now);
      rate.count(now);
      if (now - listedAt > LIST_MILLIS) {
        listedAt = now;
        const faces = tracks.at(now);
        this.#list.show(faces, { picture: frames.canvas });
        this.#trend.add(faces, now);
        showRate(rate.perSecond(), now - sent);
        if (now - saidAt > SAID_MILLIS) {
          saidAt = now;
          say(summary(faces));
        }
      }
    }
  }

  /** Null where the server could not take this frame; then some time has passed. */
  async #ask(frame, signal) {
    try {
      const { answer } = await predict(frame, signal, choices.classifier);
      clearMessage();
      return answer;
    } catch (error) {
      if (error.kind !== "busy" && error.kind !== "gone") {
        throw error;
      }
      const seconds = error.kind === "busy" ? error.waitSeconds : GONE_SECONDS;
      warn(`${error.message} Trying again in ${seconds} s.`, { detail: error.detail });
      await wait(1000 * seconds, signal);
      return null;
    }
  }

  /** As often as the video changes and no oftener: drawing is the dearest part where no graphics processor helps. */
  async #glide(tracks, clock) {
    for (let shown = 0; ; ) {
      shown = await clock.after(shown);
      this.#stage.showFaces(tracks.at(performance.now()));
    }
  }
}

function showRate(perSecond, millis) {
  const rate = byId("rate");
  rate.textContent = `${perSecond.toFixed(0)} frames/s · ${millis.toFixed(0)} ms`;
  rate.dataset.perSecond = perSecond.toFixed(2);
}
