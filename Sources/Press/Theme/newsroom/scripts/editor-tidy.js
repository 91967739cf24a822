// 一键排版: the server's rule on the text of now, as one step that can be undone.

import { ask, reasonOf } from "./editor-queue.js";
import { bodyOf, documentOf } from "./editor-body.js";
import { fieldOf } from "./editor-fields.js";
import { takeOver } from "./editor-merge.js";
import { pm } from "./editor-library.js";
import { word } from "./editor-words.js";

const WAIT_MS = 20_000;

/** Tidies the text of an editor and says what was done. */
export async function tidy(editor) {
  const { view, schema, queue, says, form } = editor;
  const csrf = fieldOf(form, "csrf").value;
  const language = fieldOf(form, "language")?.value ?? "";
  try {
    const { doc, answer, since } = await queue.run(async () => {
      const before = view.state.doc;
      const mapping = new pm.transform.Mapping();
      editor.tidying = mapping;
      const body = new URLSearchParams({ csrf, language, body_json: JSON.stringify(bodyOf(before)) });
      return { doc: before, since: mapping, answer: await ask(`${editor.address}/tidy`, { body, csrf, wait: WAIT_MS }) };
    });
    if (answer.status !== 200 || !answer.json.body) throw new Error(reasonOf(answer.json));
    const { state } = view;
    view.dispatch(pm.history.closeHistory(state.tr));
    takeOver(view, doc, documentOf(schema, answer.json.body), since, { isUndone: true });
    view.dispatch(pm.history.closeHistory(view.state.tr));
    const done = (answer.json.changes ?? []).map(({ text, kind, count }) => text ?? word(`editor.tidied.${kind}`, { n: count }));
    says.note(done.length ? word("editor.tidied", { changes: done.join(word("editor.gap")) }) : word("editor.tidy0"));
  } catch (fault) {
    says.note(word("editor.tidyFailed", { why: fault.message }));
  } finally {
    editor.tidying = null;
  }
}
