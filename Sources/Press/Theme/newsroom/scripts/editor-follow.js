// What somebody else has saved, where nothing was written here: read from the story's page, so that looking on saves
// nothing.

import { headOf } from "./editor-fields.js";
import { freshPage } from "./editor-queue.js";

/** Takes over what the server has, where nothing was written here. */
export async function follow(saver, wait) {
  saver.sent();
  const fresh = await freshPage(window.location.href, wait);
  if (!fresh?.form || fresh.person !== saver.form.dataset.person || fresh.seen <= saver.seen) return;
  await saver.calm();
  const from = saver.seen;
  const isClean = !saver.isDirty;
  const theirs = { head: headOf(fresh.form), body: fresh.body };
  const answer = { theirs: { ...theirs.head, body_json: theirs.body }, merged: { ...theirs.head, body_json: theirs.body } };
  saver.reached(fresh.seen);
  saver.base = theirs;
  saver.merge(answer);
  if (isClean) saver.saved = saver.version;
  saver.tell("merged", { revision: fresh.seen, from, conflicts: [] });
  saver.tell(saver.isDirty ? "writing" : "clean");
  saver.rest(0);
}
