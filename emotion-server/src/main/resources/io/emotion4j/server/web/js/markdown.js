import { make } from "./dom.js";

/** The Markdown of model cards as elements: headings, paragraphs, lists, tables, blocks of code; no HTML gets through. */
export function markdown(text) {
  const lines = text.split("\n");
  const blocks = [];
  while (lines.length > 0) {
    const line = lines[0];
    if (line.trim() === "") {
      lines.shift();
    } else if (line.startsWith("```")) {
      blocks.push(code(lines));
    } else if (/^#{1,4} /.test(line)) {
      blocks.push(heading(lines.shift()));
    } else if (line.startsWith("- ")) {
      blocks.push(list(lines));
    } else if (line.startsWith("|")) {
      blocks.push(table(lines));
    } else {
      blocks.push(make("p", {}, ...inline(take(lines, plain).join(" "))));
    }
  }
  return blocks;
}

const plain = (line) => line.trim() !== "" && !/^(```|#{1,4} |- |\|)/.test(line);

/** Takes the first line and those after it that belong to it. */
function take(lines, belongs) {
  const taken = [lines.shift()];
  while (lines.length > 0 && belongs(lines[0])) {
    taken.push(lines.shift());
  }
  return taken;
}

function heading(line) {
  const level = line.indexOf(" ");
  return make(`h${Math.min(6, level + 2)}`, {}, ...inline(line.slice(level + 1)));
}

function code(lines) {
  lines.shift();
  const end = lines.findIndex((line) => line.startsWith("```"));
  const within = lines.splice(0, end < 0 ? lines.length : end);
  lines.shift();
  return make("pre", {}, make("code", {}, within.join("\n")));
}

function list(lines) {
  const items = [];
  while (lines[0]?.startsWith("- ")) {
    const item = take(lines, (line) => /^\s+\S/.test(line)).map((line) => line.trim());
    items.push(make("li", {}, ...inline(item.join(" ").slice(2))));
  }
  return make("ul", {}, ...items);
}

function table(lines) {
  const [head, , ...rows] = take(lines, (line) => line.startsWith("|")).map((line) => line.split("|").slice(1, -1));
  const row = (cells, name, attributes) =>
    make("tr", {}, ...cells.map((cell) => make(name, attributes, ...inline(cell.trim()))));
  return make(
    "table",
    {},
    make("thead", {}, row(head, "th", { scope: "col" })),
    make("tbody", {}, ...rows.map((cells) => row(cells, "td", {}))),
  );
}

/** Code, strong text and links within a line. */
function inline(text) {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\(https?:[^)\s]+\))/).map((part) => {
    if (/^`.+`$/.test(part)) {
      return make("code", {}, part.slice(1, -1));
    }
    if (/^\*\*.+\*\*$/.test(part)) {
      return make("strong", {}, part.slice(2, -2));
    }
    const link = /^\[([^\]]+)\]\((https?:[^)\s]+)\)$/.exec(part);
    return link ? make("a", { href: link[2], rel: "noreferrer" }, link[1]) : part;
  });
}
