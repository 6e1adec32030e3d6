import { CameraError } from "./camera.js";
import { choices } from "./choices.js";
import { byId } from "./dom.js";
import { FaceList } from "./facelist.js";
import { Gallery } from "./gallery.js";
import { Live } from "./live.js";
import { clearMessage, say, warn } from "./messages.js";
import { saveCsv, saveJson, savePicture } from "./save.js";
import { choosePicture, listenForPictures } from "./sources.js";
import { Stage } from "./stage.js";

const main = byId("main");
const list = new FaceList((index) => stage.mark(index));
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
  list.clear();
  stage.showFaces([]);
  byId("result-title").textContent = "Camera";
  byId("pause").textContent = "Pause";
  view("live");
  say("The camera is on");
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
  say("The camera is off");
  button("camera").focus();
}

async function pause() {
  const held = await live.pause();
  byId("pause").textContent = held ? "Go on" : "Pause";
  say(held ? "The camera is paused" : "The camera goes on");
}

/** The camera's picture of this moment, in its full size. */
async function shoot() {
  const { video } = live;
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d").drawImage(video, 0, 0);
  open([{ blob: await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.95)), name: "camera.jpg" }]);
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
  (files) => open(files.map((file) => ({ blob: file, name: file.name || "pasted picture" }))),
  (why) => warn(why, { plain: true }),
);
