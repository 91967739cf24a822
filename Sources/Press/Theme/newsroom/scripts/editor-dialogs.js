// The address of a link, and the list of keys.

import { pm } from "./editor-library.js";
import { isTarget } from "./editor-schema.js";
import { make, word } from "./editor-words.js";

/** Shows a dialog until it is closed; it is gone afterwards and the focus is back where it was. */
export function shown(dialog) {
  const before = document.activeElement;
  document.body.append(dialog);
  dialog.addEventListener("close", () => {
    dialog.remove();
    before?.focus?.();
  });
  dialog.showModal();
}

/** The link about the selection: its target and its reach. */
function linkAt(state) {
  const { $from, from, to, empty } = state.selection;
  const type = state.schema.marks.link;
  const mark = type.isInSet($from.marks()) ?? type.isInSet($from.nodeAfter?.marks ?? []);
  if (!mark || !empty) return { mark: mark ?? null, from, to };
  let [start, end] = [$from.start(), $from.start()];
  $from.parent.forEach((child, offset) => {
    const place = $from.start() + offset;
    if (!mark.isInSet(child.marks)) {
      if (place + child.nodeSize <= from) start = end = place + child.nodeSize;
    } else if (place <= from || end >= from) end = Math.max(end, place + child.nodeSize);
  });
  return { mark, from: start, to: Math.max(start, end) };
}

/** Asks for the address of a link and sets it; an empty one takes the link away. */
export function editLink(view) {
  const { mark, from, to } = linkAt(view.state);
  const input = make("input", {
    class: "in", type: "text", inputmode: "url", value: mark?.attrs.target ?? "", maxlength: 2000, name: "address",
    autocomplete: "off", "aria-describedby": "ed-link-fault",
  });
  const fault = make("p", { class: "ed-fault", id: "ed-link-fault", role: "alert" });
  const form = make("form", { method: "dialog" },
    make("label", { class: "field" }, make("span", {}, word("editor.linkAddress")), input), fault,
    make("div", { class: "acts" },
      make("button", { class: "btn main", value: "set" }, word("editor.linkSet")),
      mark ? make("button", { class: "btn", value: "unset" }, word("editor.linkUnset")) : null,
      make("button", { class: "btn", type: "button", "data-close": true }, word("editor.close"))));
  const dialog = make("dialog", { class: "ed-dialog", "aria-label": word("editor.link") }, form);
  form.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  form.addEventListener("submit", (event) => {
    const isUnset = event.submitter?.value === "unset" || input.value.trim() === "";
    const target = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(input.value.trim()) ? `https://${input.value.trim()}` : input.value.trim();
    if (!isUnset && !isTarget(target)) {
      event.preventDefault();
      input.setAttribute("aria-invalid", "true");
      fault.textContent = word("editor.linkFault");
      return;
    }
    const type = view.state.schema.marks.link;
    let tr = view.state.tr.removeMark(from, to, type);
    if (!isUnset && from === to) tr = tr.insertText(target, from);
    if (!isUnset) tr = tr.addMark(from, from === to ? from + target.length : to, type.create({ target }));
    view.dispatch(tr.setSelection(pm.state.Selection.near(tr.doc.resolve(tr.mapping.map(to)))));
  });
  dialog.addEventListener("close", () => view.focus());
  shown(dialog);
  input.select();
}

/** The keys of the editor, by the word that says what each does. */
export const KEYS = [
  ["strong", "Ctrl+B"], ["emphasis", "Ctrl+I"], ["link", "Ctrl+K"], ["subheading", "Ctrl+Alt+2"],
  ["subheading3", "Ctrl+Alt+3"], ["paragraph", "Ctrl+Alt+0"], ["list", "Ctrl+Shift+8"], ["ordered", "Ctrl+Shift+7"],
  ["quote", "Ctrl+Shift+9"], ["library", "Ctrl+Alt+P"], ["sup", "Ctrl+."], ["sub", "Ctrl+,"], ["break", "Shift+Enter"],
  ["tidy", "Ctrl+Alt+T"],
  ["undo", "Ctrl+Z"], ["redo", "Ctrl+Y"], ["save", "Ctrl+S"], ["toolbar", "Alt+F10"], ["toText", "Esc"],
  ["nextCell", "Tab"], ["rowBelow", "Ctrl+Enter"], ["keys", "F1"],
];

/** The keys as the page lists its own: those are `#keys`, and the editor's stand before them. */
function keyList() {
  const parts = (keys) => keys.split(/(?<=.)\+/).flatMap((key, at) => (at ? [" ", make("kbd", {}, key)] : [make("kbd", {}, key)]));
  return make("dl", { class: "keylist ed-keylist" }, ...KEYS.map(([name, keys]) =>
    make("div", {}, make("dt", {}, ...parts(keys)), make("dd", {}, word(`editor.${name}`)))));
}

/** Opens the list of keys. */
export function showKeys() {
  if (document.querySelector("dialog[open]")) return;
  const shared = document.getElementById("keys");
  if (shared) {
    if (!shared.querySelector(".ed-keylist")) shared.querySelector(".keylist").before(keyList());
    shared.showModal();
    return;
  }
  const close = make("button", { class: "btn", value: "close" }, word("editor.close"));
  const dialog = make("dialog", { class: "ed-dialog ed-keys", "aria-labelledby": "ed-keys-head" },
    make("h2", { id: "ed-keys-head" }, word("editor.keys")), keyList(),
    make("form", { method: "dialog" }, close));
  shown(dialog);
  close.focus();
}
