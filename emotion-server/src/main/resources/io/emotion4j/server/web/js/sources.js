import { byId } from "./dom.js";

/** Pictures that are dropped anywhere on the page, pasted or chosen; onPicture gets the files, onNothing hears why there are none. */
export function listenForPictures(onPicture, onNothing) {
  const file = byId("file");
  file.addEventListener("change", () => {
    give(file.files, onPicture);
    file.value = ""; // So that the same file can be chosen again.
  });
  document.addEventListener("paste", (event) => {
    const files = event.clipboardData?.files ?? [];
    if (files.length > 0) {
      event.preventDefault();
      give(files, onPicture);
    } else if (!(event.target instanceof HTMLInputElement)) {
      onNothing("The clipboard holds no picture.");
    }
  });
  listenForDrops(onPicture, onNothing);
}

export const choosePicture = () => byId("file").click();

function listenForDrops(onPicture, onNothing) {
  let depth = 0; // Enter and leave also come for every element within.
  const mark = (change) => {
    depth = Math.max(0, depth + change);
    document.body.classList.toggle("dragging", depth > 0);
  };
  document.addEventListener("dragenter", () => mark(1));
  document.addEventListener("dragleave", () => mark(-1));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(-depth);
    if (event.dataTransfer.files.length > 0) {
      give(event.dataTransfer.files, onPicture);
    } else {
      onNothing("No file was dropped. A picture of another page has to be saved or copied first.");
    }
  });
}

function give(files, onPicture) {
  if (files.length > 0) {
    onPicture([...files]);
  }
}
