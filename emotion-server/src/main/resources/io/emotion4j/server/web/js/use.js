import { byId, make } from "./dom.js";
import { examples } from "./examples.js";

const server = new URL("./", location.href).href.replace(/\/$/, "");

byId("examples").replaceChildren(...examples(server).map(section));

function section({ title, what, code }) {
  const copy = make("button", { type: "button", "aria-label": `Copy the example: ${title}` }, "Copy");
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code);
    copy.textContent = "Copied";
    setTimeout(() => (copy.textContent = "Copy"), 2000);
  });
  const head = make("div", { class: "example-head" }, make("h2", {}, title));
  if (navigator.clipboard) {
    head.append(copy); // Browsers give it to secure pages alone.
  }
  const text = make("pre", { class: "code", tabindex: "0", "aria-label": `${title} example` }, make("code", {}, code));
  return make("section", { "aria-label": title }, head, make("p", { class: "why" }, what), text);
}
