import { byId, make } from "./dom.js";

/** Shows a message until the next: read aloud at once. Text may be several parts; an action is { label, run }. */
export function warn(text, { detail = "", action = null, plain = false } = {}) {
  const words = make("p", {}, ...[text].flat());
  if (detail && detail !== text) {
    words.append(make("small", {}, detail));
  }
  const children = [words];
  if (action) {
    const button = make("button", { type: "button" }, action.label);
    button.addEventListener("click", action.run);
    children.push(button);
  }
  byId("message").classList.toggle("plain", plain);
  byId("message").replaceChildren(...children);
}

/** Gives what shows the seconds until a busy server is asked again: seen each second, but read aloud once. */
export function countdown(action) {
  const seconds = make("span", { "aria-hidden": "true" });
  return (left) => {
    if (!seconds.isConnected) {
      warn(["The server is busy. Trying again", seconds, "."], { action });
    }
    seconds.textContent = ` in ${left} s`;
  };
}

export function clearMessage() {
  byId("message").replaceChildren();
}

/** Says something to those who listen to the page; unseen. */
export function say(text) {
  byId("status").textContent = text;
}
