// A merged text taken over while somebody writes: what did not change is not touched, so the caret stays where it is,
// and what was typed since the text was sent stays too.

import { pm } from "./editor-library.js";
import { childrenOf } from "./editor-body.js";

/** So many pairs of blocks are held against each other; of more, what lies between the equal ends counts as replaced. */
const PAIRS_MAX = 250_000;

/** The stretches in which two lists of blocks differ: `from` to `to` of the old became `nodes`. By numbers of blocks. */
export function hunks(old, now) {
  let head = 0;
  while (head < old.length && head < now.length && old[head].eq(now[head])) head += 1;
  let tail = 0;
  const room = Math.min(old.length, now.length) - head;
  while (tail < room && old[old.length - 1 - tail].eq(now[now.length - 1 - tail])) tail += 1;
  const [a, b] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  if (!a.length && !b.length) return [];
  if (a.length * b.length > PAIRS_MAX) return [{ from: head, to: head + a.length, nodes: b }];
  return common(a, b).map(({ from, to, nodes }) => ({ from: head + from, to: head + to, nodes }));
}

function common(a, b) {
  const sums = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      sums[i][j] = a[i].eq(b[j]) ? sums[i + 1][j + 1] + 1 : Math.max(sums[i + 1][j], sums[i][j + 1]);
    }
  }
  const found = [];
  let open = null;
  const at = (i) => { open ??= { from: i, to: i, nodes: [] }; return open; };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i].eq(b[j])) {
      if (open) found.push(open);
      open = null;
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && sums[i + 1][j] >= sums[i][j + 1])) at(i).to = ++i;
    else at(i).nodes.push(b[j++]);
  }
  if (open) found.push(open);
  return found;
}

/**
 * Takes over `merged` in place of `sent`; `since` maps places of the text that was sent to the one of now. What was
 * changed since stays, behind what came.
 */
export function takeOver(view, sent, merged, since, { isUndone = false } = {}) {
  const { state } = view;
  const starts = [0];
  for (const child of childrenOf(sent)) starts.push(starts.at(-1) + child.nodeSize);
  const found = hunks(childrenOf(sent), childrenOf(merged)).map(({ from, to, nodes }) => {
    const [start, end] = [since.map(starts[from], -1), since.map(starts[to], 1)];
    const before = sent.slice(starts[from], starts[to]).content;
    const isTouched = from < to && !state.doc.slice(start, end).content.eq(before);
    return { start: outside(state.doc, start), end: isTouched ? null : end, nodes };
  });
  if (!found.length) return false;
  const { head } = state.selection;
  let tr = state.tr;
  let caret = null;
  for (const { start, end, nodes } of found.reverse()) {
    if (end === null || start >= end) {
      tr = tr.insert(start, nodes);
      continue;
    }
    if (head > start && head < end && nodes.length) caret = { start, offset: head - start };
    tr = nodes.length ? tr.replaceWith(start, end, nodes) : tr.delete(start, end);
    if (caret?.start !== start && caret) caret.start = tr.mapping.maps.at(-1).map(caret.start);
  }
  if (caret) {
    const place = Math.min(caret.start + caret.offset, tr.doc.content.size);
    tr = tr.setSelection(pm.state.Selection.near(tr.doc.resolve(place), -1));
  }
  view.dispatch(isUndone ? tr : tr.setMeta("addToHistory", false));
  return true;
}

/** A place between the blocks of the text, not within one. */
function outside(doc, place) {
  const at = doc.resolve(Math.min(place, doc.content.size));
  return at.depth ? at.after(1) : at.pos;
}
