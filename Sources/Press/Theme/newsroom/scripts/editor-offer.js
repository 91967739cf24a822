// A text that an earlier page kept and could not save: offered, and merged like any other that is late.

import { isSame } from "./editor-fields.js";
import { make, timeOf, word } from "./editor-words.js";

/** Offers the newest kept text of the story that the server does not have. */
export async function offerKept(editor, server) {
  const { keep, form } = editor;
  const entries = (await keep.found()).filter((entry) => {
    if (!isSame(entry, server)) return true;
    keep.clear(entry.key);
    return false;
  });
  const [entry] = entries;
  if (!entry) return;
  // What was on its way when that page ended has arrived.
  if (entry.sent && isSame(entry.sent, server)) entry.seen = editor.saver.seen;
  const take = make("button", { type: "button", class: "btn main", "data-kept": "take" }, word("editor.keptTake"));
  const leave = make("button", { type: "button", class: "btn", "data-kept": "leave" }, word("editor.keptLeave"));
  const offer = make("div", { class: "ed-offer", role: "group", "aria-label": word("editor.kept") },
    make("p", {}, word("editor.keptFound", { time: timeOf(entry.at) })), take, leave);
  take.addEventListener("click", () => {
    offer.remove();
    editor.takeKept(entry);
  });
  leave.addEventListener("click", () => {
    offer.remove();
    keep.clear(entry.key);
    editor.view.focus();
  });
  form.prepend(offer);
  editor.says.note(word("editor.keptFound", { time: timeOf(entry.at) }));
}
