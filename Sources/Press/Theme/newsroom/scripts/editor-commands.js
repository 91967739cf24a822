// What the buttons and keys do to the text.

import { pm } from "./editor-library.js";
import { childrenOf } from "./editor-body.js";

/** The node of one of these types that the selection stands in, with its depth and place; nothing outside of one. */
export function around(state, ...names) {
  const { $from, node } = state.selection;
  if (node && names.includes(node.type.name)) return { node, depth: $from.depth + 1, pos: $from.pos };
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (names.includes($from.node(depth).type.name)) return { node: $from.node(depth), depth, pos: $from.before(depth) };
  }
  return null;
}

/** A subheading of a level, or a paragraph again. */
export const subheading = (level) => (state, dispatch) => {
  const { subheading: type, paragraph } = state.schema.nodes;
  const isSet = around(state, "subheading")?.node.attrs.level === level;
  return pm.commands.setBlockType(isSet ? paragraph : type, isSet ? null : { level })(state, dispatch);
};

export const paragraph = (state, dispatch) => pm.commands.setBlockType(state.schema.nodes.paragraph)(state, dispatch);

/** Puts the chosen blocks into a quote or note, or takes them out of the one they are in. */
export const wrapped = (name, attributes = null) => (state, dispatch) => {
  const found = around(state, name);
  if (!found) return pm.commands.wrapIn(state.schema.nodes[name], attributes)(state, dispatch);
  if (attributes && found.node.attrs.kind !== attributes.kind) {
    dispatch?.(state.tr.setNodeMarkup(found.pos, null, attributes));
    return true;
  }
  if (dispatch) {
    const tr = state.tr.replaceWith(found.pos, found.pos + found.node.nodeSize, found.node.content);
    dispatch(moved(state, tr, -1).scrollIntoView());
  }
  return true;
};

/** The selection as it was, where its blocks stand so much further now. */
function moved(state, tr, by) {
  const { anchor, head } = state.selection;
  const inside = (pos) => Math.max(0, Math.min(tr.doc.content.size, pos + by));
  const between = pm.state.TextSelection.between(tr.doc.resolve(inside(anchor)), tr.doc.resolve(inside(head)));
  return tr.setSelection(between);
}

/** A list of the chosen blocks, each an item; a list of the other kind; or its paragraphs again. */
export const listed = (name) => (state, dispatch) => {
  const { nodes } = state.schema;
  const found = around(state, "bullets", "numbers");
  if (found && found.node.type.name !== name) {
    dispatch?.(state.tr.setNodeMarkup(found.pos, nodes[name], name === "numbers" ? { start: 1 } : null));
    return true;
  }
  if (found) {
    if (dispatch) {
      const blocks = childrenOf(found.node).flatMap(childrenOf);
      const { $from } = state.selection;
      const item = $from.index(found.depth);
      const tr = state.tr.replaceWith(found.pos, found.pos + found.node.nodeSize, blocks);
      dispatch(moved(state, tr, -2 - 2 * item));
    }
    return true;
  }
  const range = state.selection.$from.blockRange(state.selection.$to);
  if (!range || !range.parent.type.contentMatch.matchType(nodes[name])) return false;
  if (dispatch) {
    const blocks = childrenOf(range.parent).slice(range.startIndex, range.endIndex);
    const list = nodes[name].create(null, blocks.map((block) => nodes.item.create(null, block)));
    dispatch(moved(state, state.tr.replaceWith(range.start, range.end, list), 2).scrollIntoView());
  }
  return true;
};

/** Enter in a list: a new item; in an empty one, out of the list. */
export function splitItem(state, dispatch) {
  const { $from, empty } = state.selection;
  if ($from.depth < 3 || $from.node(-1).type.name !== "item") return false;
  const [item, list] = [$from.node(-1), $from.node(-2)];
  if (empty && item.childCount === 1 && $from.parent.content.size === 0) {
    if (dispatch) {
      const at = $from.index(-2);
      const items = childrenOf(list);
      const part = (some) => (some.length ? [list.copy(pm.model.Fragment.from(some))] : []);
      const before = part(items.slice(0, at));
      const tr = state.tr.replaceWith(
        $from.before(-2), $from.after(-2), [...before, $from.parent, ...part(items.slice(at + 1))]);
      const place = $from.before(-2) + (before[0]?.nodeSize ?? 0) + 1;
      dispatch(tr.setSelection(pm.state.TextSelection.create(tr.doc, place)).scrollIntoView());
    }
    return true;
  }
  if (dispatch) {
    const tr = state.tr.deleteSelection();
    dispatch(tr.split(tr.selection.from, 2).scrollIntoView());
  }
  return true;
}

/** Enter in verse: a new line; in an empty line a new stanza; in an empty stanza, a paragraph behind the verse. */
export function splitLine(state, dispatch) {
  const { $from, empty } = state.selection;
  if ($from.parent.type.name !== "line") return false;
  const { nodes } = state.schema;
  const isEmpty = empty && $from.parent.content.size === 0;
  const stanza = $from.node(-1);
  if (!dispatch) return true;
  if (!isEmpty || ($from.index(-1) !== stanza.childCount - 1)) {
    const tr = state.tr.deleteSelection();
    dispatch(tr.split(tr.selection.from).scrollIntoView());
    return true;
  }
  let tr = state.tr;
  if (stanza.childCount > 1) {
    tr = tr.delete($from.before(), $from.after());
    const place = tr.mapping.map($from.after(-1));
    tr = tr.insert(place, nodes.stanza.create(null, nodes.line.create()));
    tr = tr.setSelection(pm.state.TextSelection.create(tr.doc, place + 2));
  } else {
    const isWhole = $from.node(-2).childCount === 1;
    const place = $from.after(-2);
    tr = tr.insert(place, nodes.paragraph.create());
    tr = tr.setSelection(pm.state.TextSelection.create(tr.doc, place + 1));
    tr = isWhole ? tr.delete($from.before(-2), place) : tr.delete($from.before(-1), $from.after(-1));
  }
  dispatch(tr.scrollIntoView());
  return true;
}

/** Verse of the chosen paragraphs, a line each, or paragraphs of the verse. */
export function verse(state, dispatch) {
  const { nodes } = state.schema;
  const found = around(state, "verse");
  if (found) {
    if (dispatch) {
      const lines = childrenOf(found.node).flatMap(childrenOf).map((line) => nodes.paragraph.create(null, line.content));
      const tr = state.tr.replaceWith(found.pos, found.pos + found.node.nodeSize, lines);
      dispatch(tr.setSelection(pm.state.Selection.near(tr.doc.resolve(found.pos + 1))));
    }
    return true;
  }
  const range = state.selection.$from.blockRange(state.selection.$to);
  if (!range || !range.parent.type.contentMatch.matchType(nodes.verse)) return false;
  const blocks = childrenOf(range.parent).slice(range.startIndex, range.endIndex);
  if (!blocks.every((block) => block.isTextblock)) return false;
  if (dispatch) {
    const lines = blocks.map((block) => nodes.line.create(null, block.content));
    const made = nodes.verse.create(null, nodes.stanza.create(null, lines));
    dispatch(moved(state, state.tr.replaceWith(range.start, range.end, made), 2));
  }
  return true;
}

/** Puts a block in behind the one that the selection stands in, or in place of an empty paragraph. */
export const inserted = (block) => (state, dispatch) => {
  if (dispatch) {
    const { $from } = state.selection;
    const node = typeof block === "function" ? block(state.schema) : block;
    const depth = Math.max(1, around(state, "table", "verse", "gallery")?.depth ?? $from.depth);
    const isEmpty = $from.depth && $from.parent.type.name === "paragraph" && $from.parent.content.size === 0;
    const at = $from.depth === 0 ? state.selection.to : isEmpty ? $from.before() : $from.after(depth);
    let tr = isEmpty ? state.tr.replaceWith(at, $from.after(), node) : state.tr.insert(at, node);
    const behind = at + node.nodeSize;
    if (node.isAtom && !tr.doc.resolve(behind).nodeAfter) tr = tr.insert(behind, state.schema.nodes.paragraph.create());
    const place = node.isAtom && node.type.name === "rule" ? behind : at + 1;
    const near = node.isAtom && node.type.name !== "rule"
      ? pm.state.NodeSelection.create(tr.doc, at) : pm.state.Selection.near(tr.doc.resolve(place));
    dispatch(tr.setSelection(near).scrollIntoView());
  }
  return true;
};

/** A table of three columns with a head. */
export const table = inserted(({ nodes }) => {
  const row = (type) => nodes.row.create(null, [0, 1, 2].map(() => type.create()));
  return nodes.table.create(null, [row(nodes.headcell), row(nodes.cell), row(nodes.cell)]);
});

export const rule = inserted(({ nodes }) => nodes.rule.create());
