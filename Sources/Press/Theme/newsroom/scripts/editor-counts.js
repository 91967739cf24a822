// The characters of the text and of the fields, while they are written.

import { countOf, countOfNode } from "./editor-count.js";
import { fieldOf } from "./editor-fields.js";
import { word } from "./editor-words.js";

const QUIET_MS = 150;

/**
 * Shows the counts and keeps them right: `[data-count]` of the text, `[data-count-of=FIELD]` of
 * each line of a field, `[data-lines]` of the headline.
 */
export function startCounts(form, doc) {
  const lines = form.querySelector("[data-lines]");
  if (lines) lines.dataset.countOf = "headline";
  const outputs = [...document.querySelectorAll("[data-count-of]")];
  let timer = null;
  const body = () => {
    timer = null;
    for (const output of document.querySelectorAll("[data-count]")) {
      const n = countOfNode(doc()).toLocaleString("en-US");
      const { room } = output.dataset;
      output.textContent = room ? word("editor.countOfRoom", { n, room }) : word("editor.count", { n });
    }
  };
  const fields = () => {
    for (const output of outputs) {
      const texts = (fieldOf(form, output.dataset.countOf)?.value ?? "").split("\n").filter((line) => line.trim());
      output.textContent = texts.map((line) => word("editor.count", { n: countOf(line) })).join(" · ");
    }
  };
  form.addEventListener("input", fields);
  body();
  fields();
  return { show: () => { timer ??= setTimeout(body, QUIET_MS); } };
}
