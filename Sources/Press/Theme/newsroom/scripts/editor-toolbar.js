// The buttons above the text.

import { pm } from "./editor-library.js";
import { around, inserted, listed, rule, subheading, table, verse, wrapped } from "./editor-commands.js";
import { editLink } from "./editor-dialogs.js";
import { make, word } from "./editor-words.js";

const MARKS = { strong: "strong", emphasis: "emphasis", sup: "superscript", sub: "subscript" };
const TABLE_ACTS = {
  rowBelow: "addRowAfter", rowAway: "deleteRow", columnBehind: "addColumnAfter", columnAway: "deleteColumn",
  headRow: "toggleHeaderRow", tableAway: "deleteTable",
};

/** What each button does: a command, and whether it is on. */
function acts(extra) {
  const toggled = (name) => ({
    run: (state, dispatch) => pm.commands.toggleMark(state.schema.marks[MARKS[name]])(state, dispatch),
    isOn: (state) => isMarked(state, MARKS[name]),
  });
  const block = (run, isOn) => ({ run, isOn });
  return {
    ...Object.fromEntries(Object.keys(MARKS).map((name) => [name, toggled(name)])),
    subheading: block(subheading(2), (state) => Boolean(around(state, "subheading"))),
    quote: block(wrapped("quote"), (state) => Boolean(around(state, "quote"))),
    note: block(wrapped("note", { kind: "editor" }), (state) => around(state, "note")?.node.attrs.kind === "editor"),
    background: block(
      wrapped("note", { kind: "background" }), (state) => around(state, "note")?.node.attrs.kind === "background"),
    list: block(listed("bullets"), (state) => Boolean(around(state, "bullets"))),
    ordered: block(listed("numbers"), (state) => Boolean(around(state, "numbers"))),
    verse: block(verse, (state) => Boolean(around(state, "verse"))),
    table: block(table, (state) => Boolean(around(state, "table"))),
    rule: { run: rule },
    undo: { run: (state, dispatch) => pm.history.undo(state, dispatch) },
    redo: { run: (state, dispatch) => pm.history.redo(state, dispatch) },
    link: { run: (state, dispatch, view) => { if (dispatch) editLink(view); return true; }, isOn: (state) => isMarked(state, "link") },
    ...extra,
  };
}

function isMarked(state, name) {
  const { from, to, empty, $from } = state.selection;
  const type = state.schema.marks[name];
  return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type);
}

/** Makes the buttons work and shows what is on. `extra` are acts of the page: `figure` and `tidy`. */
export function startToolbar(view, extra) {
  const buttons = [...document.querySelectorAll("button[data-mark]")];
  const all = acts(extra);
  const run = (name) => {
    all[name]?.run(view.state, view.dispatch, view);
    if (!document.querySelector("dialog[open]")) view.focus();
  };
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => run(button.dataset.mark));
  }
  const bar = buttons[0]?.closest("[role=toolbar]");
  if (bar) {
    bar.hidden = false;
    rove(bar, view);
  }
  const strip = tableStrip(view);
  const count = bar?.nextElementSibling;
  (count?.querySelector("[data-count]") ? count : bar ?? view.dom.parentElement).after(strip);
  const show = (state) => {
    for (const button of buttons) {
      const { isOn } = all[button.dataset.mark] ?? {};
      if (isOn) button.setAttribute("aria-pressed", String(isOn(state)));
    }
    strip.hidden = !around(state, "table");
  };
  show(view.state);
  return { show, run, focus: () => (bar?.querySelector("button[tabindex='0']") ?? buttons[0])?.focus() };
}

/** One stop for Tab; arrows, Home and End go on within; Escape goes back to the text. */
function rove(bar, view) {
  const buttons = () => [...bar.querySelectorAll("button:not([hidden]):not(:disabled)")];
  buttons().forEach((button, at) => { button.tabIndex = at ? -1 : 0; });
  bar.addEventListener("keydown", (event) => {
    const all = buttons();
    const at = all.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Escape") view.focus();
    if (next === undefined || at < 0) return;
    event.preventDefault();
    all.forEach((button) => { button.tabIndex = -1; });
    const target = all[(next + all.length) % all.length];
    target.tabIndex = 0;
    target.focus();
  });
}

/** What can be done to the table that the caret is in. */
function tableStrip(view) {
  const buttons = Object.entries(TABLE_ACTS).map(([name, command]) => {
    const button = make("button", { type: "button", class: "link" }, word(`editor.${name}`));
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => { pm.tables[command](view.state, view.dispatch); view.focus(); });
    return button;
  });
  return make("div", { class: "ed-strip", role: "group", "aria-label": word("editor.table"), hidden: true }, ...buttons);
}

/** The block of a picture that was uploaded, put in at the selection. */
export const figure = (attributes) => inserted(({ nodes }) => nodes.figure.create(attributes));
