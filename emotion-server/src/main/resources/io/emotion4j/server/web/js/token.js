import { byId } from "./dom.js";

const KEY = "emotion4j.token";

export function tokenHeader() {
  const token = sessionStorage.getItem(KEY);
  return token ? { Authorization: `Bearer ${token}` } : {};
}

/** Asks the person for the server's token; false if there is nobody to ask or they would not say. */
export function askForToken(signal) {
  const dialog = byId("token");
  if (!dialog || dialog.open) {
    return Promise.resolve(false);
  }
  const text = byId("token-text");
  text.value = "";
  dialog.returnValue = "cancel";
  dialog.showModal();
  return new Promise((resolve) => {
    signal?.addEventListener("abort", () => dialog.close("cancel"), { once: true });
    dialog.addEventListener(
      "close",
      () => {
        const given = dialog.returnValue === "go" && text.value !== "";
        if (given) {
          sessionStorage.setItem(KEY, text.value);
        }
        resolve(given);
      },
      { once: true },
    );
  });
}
