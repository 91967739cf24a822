// The blocks of a page are walked with h and Shift+H: the focus goes to their headings, and Tab goes on from there.

import { isFree, isOn } from "./rows.js";

/** Gives the focus to what is no control, so that it is read and Tab goes on behind it. */
export const lead = (element) => {
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus();
};

/** The headings of blocks, in the order of the page. */
const headings = () =>
  Array.from(document.querySelectorAll("main section[aria-labelledby]"))
    .map((block) => document.getElementById(block.getAttribute("aria-labelledby"))).filter(Boolean);

const go = (step) => {
  const all = headings();
  const here = document.activeElement;
  const isPassed = (one) => one === here || one.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING;
  const at = here === document.body ? -1 : all.filter(isPassed).length - 1;
  // Back from within a block leads to its own heading first.
  const target = all[step < 0 && at >= 0 && all[at] !== here ? at : at + step];
  if (target) lead(target);
};

export const startBlocks = () => {
  document.addEventListener("keydown", (event) => {
    if (!isFree(event) || !isOn() || event.key.toLowerCase() !== "h") return;
    event.preventDefault();
    go(event.shiftKey ? -1 : 1);
  });
};
