// A page that comes back after a form was sent by keyboard has the focus where the work goes on: at what was refused, at
// what is shown this once, at the block that the form stands in, or at what the page says. Who clicks finds the page as
// it is.

import { lead } from "./blocks.js";

const place = "desk.return";

/** What was sent from here: the path, and the heading of its block, if it stands in one. */
const remember = (form) => {
  const block = form.closest("section[aria-labelledby]")?.getAttribute("aria-labelledby") ?? "";
  try {
    sessionStorage.setItem(place, JSON.stringify({ path: location.pathname, block }));
  } catch (fault) { /* Then the next page begins at its top. */ }
};

const recall = () => {
  try {
    const kept = sessionStorage.getItem(place);
    sessionStorage.removeItem(place);
    return kept ? JSON.parse(kept) : null;
  } catch (fault) {
    return null; // As above.
  }
};

const returnTo = ({ path, block }) => {
  if (document.activeElement !== document.body || document.querySelector("[autofocus]")) return;
  const isSame = location.pathname === path || location.pathname.startsWith(`${path}/`);
  const target = document.querySelector("main > .say[role=alert], main .once h2")
    ?? (isSame && block ? document.getElementById(block) : null) ?? document.querySelector("main > .say");
  if (target) lead(target);
};

export const startReturn = () => {
  const sent = recall();
  if (sent) returnTo(sent);
  let isKey = false;
  // A button that a key presses is clicked zero times.
  document.addEventListener("click", (event) => { isKey = event.detail === 0; }, true);
  // On the window, so that whoever stops a form has done so.
  window.addEventListener("submit", (event) => {
    if (isKey && !event.defaultPrevented && event.target.method !== "dialog") remember(event.target);
  });
};
