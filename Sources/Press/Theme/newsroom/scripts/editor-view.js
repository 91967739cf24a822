// The editor itself: ProseMirror with the body's grammar, keys and pasting.

import { pm } from "./editor-library.js";
import { listed, paragraph, splitItem, splitLine, subheading, wrapped } from "./editor-commands.js";
import { clean, HTML_MAX } from "./editor-clean.js";
import { nodeViews } from "./editor-views.js";
import { word } from "./editor-words.js";

/** So many steps can be undone. */
const UNDO_MAX = 500;
/** How long a merge waits for an input method, and behind it, in milliseconds. */
const COMPOSING_MS_MAX = 10_000;
const COMPOSED_MS = 50;
const BARS = { top: 120, bottom: 120, left: 0, right: 0 };

function hardBreak(state, dispatch) {
  const { $from } = state.selection;
  if (!$from.parent.inlineContent || $from.parent.type.name === "line") return false;
  dispatch?.(state.tr.replaceSelectionWith(state.schema.nodes.break.create()).scrollIntoView());
  return true;
}

/** Enter in a cell: the cell below, in the last row a paragraph behind the table. */
function leaveCell(state, dispatch) {
  const { $from } = state.selection;
  if (!["cell", "headcell"].includes($from.parent.type.name)) return false;
  if (!dispatch) return true;
  const table = $from.node(-2);
  const [row, column] = [$from.index(-2), $from.index(-1)];
  let tr = state.tr;
  if (row + 1 < table.childCount) {
    let place = $from.after(-1) + 1;
    const next = table.child(row + 1);
    for (let at = 0; at < Math.min(column, next.childCount - 1); at += 1) place += next.child(at).nodeSize;
    tr = tr.setSelection(pm.state.TextSelection.create(tr.doc, place + 1));
  } else {
    const behind = $from.after(-2);
    if (!tr.doc.resolve(behind).nodeAfter?.isTextblock) tr = tr.insert(behind, state.schema.nodes.paragraph.create());
    tr = tr.setSelection(pm.state.TextSelection.create(tr.doc, behind + 1));
  }
  dispatch(tr.scrollIntoView());
  return true;
}

function keys(schema, page) {
  const { chainCommands: chain, toggleMark } = pm.commands;
  const marked = (name) => toggleMark(schema.marks[name]);
  const does = (run) => () => { run(); return true; };
  return {
    "Mod-b": marked("strong"), "Mod-i": marked("emphasis"), "Mod-.": marked("superscript"), "Mod-,": marked("subscript"),
    "Mod-k": does(() => page.run("link")), "Mod-Alt-0": paragraph, "Mod-Alt-2": subheading(2), "Mod-Alt-3": subheading(3),
    "Mod-Shift-7": listed("numbers"), "Mod-Shift-8": listed("bullets"), "Mod-Shift-9": wrapped("quote"),
    "Mod-z": pm.history.undo, "Mod-y": pm.history.redo, "Mod-Shift-z": pm.history.redo,
    "Mod-Alt-p": does(() => page.run("library")),
    "Mod-Alt-t": does(() => page.run("tidy")), "Mod-Shift-l": does(() => page.run("tidy")),
    "Alt-F10": does(() => page.toToolbar()), F1: does(() => page.showKeys()),
    Enter: chain(splitLine, leaveCell, splitItem), "Shift-Enter": hardBreak,
    // The editor keeps every Enter to itself, so what the page does by this one is done from here.
    "Mod-Enter": chain(pm.tables.addRowAfter, does(() => page.goForth())),
    Tab: pm.tables.goToNextCell(1), "Shift-Tab": pm.tables.goToNextCell(-1),
  };
}

/** What pasted or dropped things do before the editor takes them: pictures go to `page.upload`, HTML is cleaned. */
const pasting = (page) => ({
  handlePaste: (view, event) => {
    if (page.takesFiles(event.clipboardData, null)) return true;
    const isLong = (event.clipboardData?.getData("text/html") ?? "").length > HTML_MAX;
    if (isLong) view.pasteText(event.clipboardData.getData("text/plain"));
    return isLong;
  },
  handleDrop: (view, event) => {
    const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
    const takes = page.takesFiles(event.dataTransfer, place?.pos ?? null);
    if (takes) event.preventDefault();
    return takes;
  },
  transformPastedHTML: (html) => {
    if (html.includes("data-pm-slice")) return html;
    const { html: cleaned, dropped } = clean(html);
    page.dropped(dropped);
    return cleaned;
  },
});

/** Makes the editor in a place of the page; `page` is told of every change. */
export function makeView({ schema, doc, place, form, page }) {
  const state = pm.state.EditorState.create({
    doc,
    plugins: [
      pm.history.history({ depth: UNDO_MAX }), pm.keymap.keymap(keys(schema, page)),
      pm.keymap.keymap(pm.commands.baseKeymap),
    ],
  });
  const view = new pm.view.EditorView(place, {
    state,
    nodeViews: nodeViews(form),
    attributes: {
      class: "in body ed-text", role: "textbox", "aria-multiline": "true",
      "aria-label": place.getAttribute("aria-label") ?? word("editor.body"),
    },
    // The bar above and the buttons below stay on the screen: the caret is never under them.
    scrollThreshold: BARS,
    scrollMargin: BARS,
    ...pasting(page),
    // A word is taken away by Ctrl+Backspace here; elsewhere on the page it may be a key of its own.
    handleDOMEvents: {
      keydown: (_, event) => {
        if ((event.ctrlKey || event.metaKey) && /^(Backspace|Delete)$/.test(event.key)) event.stopPropagation();
        return false;
      },
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      page.changed(transaction);
    },
  });
  return view;
}

/** Sets a picture in at a place: behind the block there that holds none. */
export function insertFigure(view, attributes, at) {
  const { state } = view;
  const { figure, paragraph: plain } = state.schema.nodes;
  const place = state.doc.resolve(Math.min(at, state.doc.content.size));
  let { depth } = place;
  while (depth > 0 && !place.node(depth).type.contentMatch.matchType(figure)) depth -= 1;
  const start = depth === place.depth ? place.pos : place.after(depth + 1);
  const tr = state.tr.insert(start, figure.create(attributes));
  if (!tr.doc.resolve(start + 1).nodeAfter) tr.insert(start + 1, plain.create());
  view.dispatch(tr.scrollIntoView());
}

/** Done when no character is being composed, so that an input method is not cut off; at the latest after a while. */
export function calm(view) {
  if (!view.composing) return Promise.resolve();
  return new Promise((done) => {
    view.dom.addEventListener("compositionend", () => setTimeout(done, COMPOSED_MS), { once: true });
    setTimeout(done, COMPOSING_MS_MAX);
  });
}
