import { CameraError } from "./camera.js";
import { byId } from "./dom.js";
import { FaceList } from "./facelist.js";
import { Live } from "./live.js";
import { clearMessage, say, warn } from "./messages.js";
import { Picture } from "./picture.js";
import { saveJson, savePicture } from "./save.js";
import { choosePicture, listenForPictures } from "./sources.js";
import { Stage } from "./stage.js";

const main = byId("main");
const list = new FaceList((index) => stage.mark(index));
const stage = new Stage(
  (index) => list.pointAt(index),
  (index) => list.focusOn(index),
);
const picture = new Picture(stage, list);
const live = new Live(stage, list, (why) => {
  leaveLive();
  warn(why);
});

const button = (what) => [...document.querySelectorAll(`[data-do="${what}"]`)].find((one) => one.offsetParent !== null);

function view(name) {
  main.dataset.view = name;
  stage.setSize(...stage.size);
  button("save-picture")?.toggleAttribute("disabled", !picture.shown?.bitmap);
  button("save-json")?.toggleAttribute("disabled", !picture.shown);
}

function open(blob, name) {
  live.stop();
  return picture.open(blob, name, {
    onShow: () => view("picture"),
    onBack: () => {
      view("start");
      button("choose").focus();
    },
  });
}

async function startLive() {
  picture.cancel();
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
  picture.shown = null;
  list.clear();
  view("live");
  say("The camera is on");
  button("stop").focus();
}

function leaveLive() {
  live.stop();
  list.clear();
  stage.showFaces([]);
  clearMessage();
  view("start");
  say("The camera is off");
  button("camera").focus();
}

/** The camera's picture of this moment, in its full size. */
async function shoot() {
  const { video } = live;
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d").drawImage(video, 0, 0);
  open(await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.95)), "camera.jpg");
}

async function openSample() {
  const name = "seven-expressions.png";
  const response = await fetch(name).catch(() => null);
  if (!response?.ok) {
    warn("The server does not answer. Is it still running?", { action: { label: "Try again", run: openSample } });
    return;
  }
  open(await response.blob(), name);
}

const DEEDS = {
  choose: choosePicture,
  camera: startLive,
  stop: leaveLive,
  shoot,
  sample: openSample,
  "save-picture": () => savePicture(picture.shown),
  "save-json": () => saveJson(picture.shown),
};

document.addEventListener("click", (event) => DEEDS[event.target.closest("[data-do]")?.dataset.do]?.());

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || document.querySelector("dialog[open]")) {
    return;
  }
  if (live.running) {
    leaveLive();
  } else if (!picture.cancel() && !list.release()) {
    clearMessage();
  }
});

listenForPictures(
  (files) => open(files[0], files[0].name || "pasted picture"),
  (why) => warn(why, { plain: true }),
);
