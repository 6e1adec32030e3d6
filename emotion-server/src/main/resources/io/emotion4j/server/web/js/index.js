import { CameraError } from "./camera.js";
import { choices } from "./choices.js";
import { byId } from "./dom.js";
import { FaceList } from "./facelist.js";
import { FilmError, isFilm } from "./film.js";
import { Gallery } from "./gallery.js";
import { Live } from "./live.js";
import { clearMessage, say, warn } from "./messages.js";
import { saveCsv, saveJson, savePicture } from "./save.js";
import { choosePicture, listenForPictures } from "./sources.js";
import { Stage } from "./stage.js";

const main = byId("main");
const list = new FaceList(
  (index) => stage.mark(index),
  (face, options) => gallery.why(face, options),
);
const stage = new Stage(
  (index) => list.pointAt(index),
  (index) => list.openAt(index),
);
const gallery = new Gallery(stage, list, { onView: view, onUpdate: enable });
const live = new Live(stage, list, (why) => {
  leaveLive();
  warn(why);
});

const button = (what) => [...document.querySelectorAll(`[data-do="${what}"]`)].find((one) => one.offsetParent !== null);

function view(name) {
  const before = main.dataset.view;
  main.dataset.view = name;
  stage.setSize(...stage.size);
  enable();
  if (name === "start" && before !== "start") {
    button("choose").focus();
  }
}

/** What can be saved, can be clicked. */
function enable() {
  const disable = (what, off) => document.querySelector(`[data-do="${what}"]`).toggleAttribute("disabled", off);
  disable("save-picture", !gallery.shown?.answer);
  disable("save-csv", !gallery.items.some(({ answer }) => answer));
  disable("save-json", !gallery.items.some(({ answer }) => answer));
}

function open(pictures) {
  live.stop();
  gallery.add(pictures);
}

/** Files that the visitor gave: pictures, or one video. */
function openFiles(files) {
  if (files.length === 1 && isFilm(files[0])) {
    startFilm(files[0]);
  } else {
    open(files.map((file) => ({ blob: file, name: file.name || "pasted picture" })));
  }
}

async function startLive() {
  gallery.halt();
  clearMessage();
  try {
    await live.start();
  } catch (error) {
    if (!(error instanceof CameraError)) {
      throw error;
    }
    warn(error.message, { action: { label: "Try again", run: startLive } });
    return;
  }
  showLive("camera", "Camera");
  say("The camera is on");
}

async function startFilm(file) {
  live.stop();
  gallery.halt();
  clearMessage();
  try {
    await live.play(file);
  } catch (error) {
    if (!(error instanceof FilmError)) {
      throw error;
    }
    warn(error.message, { detail: file.name });
    return;
  }
  showLive("film", file.name);
  say("The video plays");
}

function showLive(source, title) {
  main.dataset.source = source;
  list.clear();
  stage.showFaces([]);
  byId("result-title").textContent = title;
  byId("stop").textContent = source === "camera" ? "Stop the camera" : "Stop the video";
  view("live");
  button("stop").focus();
}

/** Back to the pictures, where there are some. */
function leaveLive() {
  live.stop();
  list.clear();
  stage.showFaces([]);
  clearMessage();
  const { shown } = gallery;
  if (shown) {
    gallery.select(shown);
  } else {
    view("start");
  }
  const { source } = main.dataset;
  say(source === "camera" ? "The camera is off" : "The video is stopped");
  button(source === "camera" ? "camera" : "choose").focus();
}

async function pause() {
  say((await live.pause()) ? "Paused" : "It goes on");
}

/** The picture of this moment, in its full size. */
async function shoot() {
  const name = main.dataset.source === "camera" ? "camera.jpg" : `${byId("result-title").textContent} at ${live.video.currentTime.toFixed(2)} s.jpg`;
  const { video } = live;
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d").drawImage(video, 0, 0);
  open([{ blob: await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.95)), name }]);
}

async function openSample() {
  const name = "seven-expressions.png";
  const response = await fetch(name).catch(() => null);
  if (!response) {
    warn("The server does not answer. Is it still running?", { action: { label: "Try again", run: openSample } });
  } else if (!response.ok) {
    warn("This server has no sample picture.", { detail: `It answered ${response.status} when asked for ${name}.` });
  } else {
    open([{ blob: await response.blob(), name }]);
  }
}

const DEEDS = {
  choose: choosePicture,
  camera: startLive,
  stop: leaveLive,
  pause,
  shoot,
  sample: openSample,
  halt: () => gallery.halt(),
  clear: () => gallery.clear(),
  "save-picture": () => savePicture(gallery.shown),
  "save-csv": () => saveCsv(gallery.items),
  "save-json": () => saveJson(gallery.items),
};

document.addEventListener("click", (event) => DEEDS[event.target.closest("[data-do]")?.dataset.do]?.());

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || document.querySelector("dialog[open]")) {
    return;
  }
  if (live.running) {
    leaveLive();
  } else if (!gallery.halt() && !list.release()) {
    clearMessage();
  }
});

choices.begin(
  () => gallery.refresh(),
  () => gallery.again(),
);
listenForPictures(
  openFiles,
  (why) => warn(why, { plain: true }),
);
