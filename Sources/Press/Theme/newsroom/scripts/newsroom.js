// What is on every page of the newsroom: keys, the list of keys, rows and blocks that can be walked.
import { startKeys } from "./keys.js";
import { startRows } from "./rows.js";
import { startForms } from "./forms.js";
import { startCopying } from "./copy.js";
import { startPictures } from "./pictures.js";
import { startPlanner } from "./planner.js";
import { startBlocks } from "./blocks.js";
import { startReturn } from "./return.js";

const all = { startKeys, startRows, startForms, startCopying, startPictures, startPlanner, startBlocks, startReturn };
for (const [name, start] of Object.entries(all)) {
  try {
    start();
  } catch (fault) {
    console.error(name, fault); // A fault in one leaves the others standing.
  }
}

// The editor is a large file, and wanted on one page alone.
const form = document.getElementById("story");
if (form && form.dataset.editor) import(form.dataset.editor).catch((fault) => console.error("editor", fault));
