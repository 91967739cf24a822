// Who else has the story open, asked every 20 seconds while the page is seen.

import { ask } from "./editor-queue.js";
import { make, word } from "./editor-words.js";

const EVERY_MS = 20_000;
const WAIT_MS = 10_000;
const NAMES_MAX = 20;

/** Shows the names of those who are here. */
export function showPresent(names) {
  const list = document.querySelector("[data-present]");
  if (!list || !Array.isArray(names)) return;
  const text = names.slice(0, NAMES_MAX).map(String);
  if ([...list.children].map((item) => item.textContent).join("\n") !== text.join("\n")) {
    list.replaceChildren(...text.map((name) => make("li", { class: "name" }, name)));
  }
  list.hidden = text.length === 0;
  if (!list.hasAttribute("aria-label")) list.setAttribute("aria-label", word("editor.present"));
}

/** Asks at once and then on and on; `heard(revision)` is told of each answer. */
export function startPresence({ address, csrf, queue, heard }) {
  let isAsking = false;
  let isWanted = false;
  const once = async () => {
    isWanted = isAsking;
    if (isAsking || document.visibilityState !== "visible" || !navigator.onLine) return;
    isAsking = true;
    try {
      const body = new URLSearchParams({ csrf: csrf() });
      const { status, json } = await queue.run(() => ask(address, { body, csrf: csrf(), wait: WAIT_MS }));
      if (status === 200) {
        showPresent(json.present);
        heard(json.revision);
      }
    } catch { /* Said by the next save, if there is one. */ } finally { isAsking = false; }
    if (isWanted) once();
  };
  once();
  setInterval(once, EVERY_MS);
  document.addEventListener("visibilitychange", once);
}
