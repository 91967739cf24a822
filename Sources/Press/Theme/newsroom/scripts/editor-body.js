// A body as JSON (Sources/Model/Body/BodyJSON.swift) and as the editor's document, both ways and without loss: a block
// that was not touched is written as it was read; what the document cannot show is carried as it is.

import { isTarget } from "./editor-schema.js";

const FORMAT = 1;
const DEPTH_MAX = 60;
const MARKS = ["strong", "emphasis", "link", "superscript", "subscript"];

/** The blocks that were read, by their nodes, which never change. */
const read = new WeakMap();

/** The document of a body. */
export function documentOf(schema, body) {
  const blocks = (body?.blocks ?? []).map((block) => nodeOf(schema, block, 0));
  return schema.nodes.doc.create(null, blocks.length ? blocks : schema.nodes.paragraph.create());
}

/** The body of a document. */
export function bodyOf(doc) {
  const blocks = blocksOf(doc);
  const isEmpty = doc.childCount === 1 && doc.firstChild.type.name === "paragraph" && doc.firstChild.childCount === 0;
  return { format: FORMAT, blocks: isEmpty && !read.has(doc.firstChild) ? [] : blocks };
}

/** The node of a block. */
export function nodeOf(schema, block, depth) {
  let node = null;
  try {
    if (depth < DEPTH_MAX) node = known(schema, block, depth);
    node?.check();
  } catch {
    node = null;
  }
  node ??= schema.nodes.opaque.create({ json: block });
  read.set(node, block);
  return node;
}

function known(schema, block, depth) {
  const { nodes } = schema;
  const inner = (list) => filled(list).map((one) => nodeOf(schema, one, depth + 1));
  const text = (list) => inlinesOf(schema, list ?? [], []);
  switch (block?.type) {
    case "paragraph": return nodes.paragraph.create(null, text(block.text));
    case "subheading": return nodes.subheading.create({ level: block.level === 3 ? 3 : 2 }, text(block.text));
    case "quote": return nodes.quote.create(null, inner(block.blocks));
    case "note":
      return ["editor", "background"].includes(block.kind)
        ? nodes.note.create({ kind: block.kind }, inner(block.blocks)) : null;
    case "list": {
      const items = filled(block.items).map((item) => nodes.item.create(null, inner(item)));
      const start = Number.isInteger(block.start) ? Math.max(0, block.start) : 1;
      return block.ordered ? nodes.numbers.create({ start }, items) : nodes.bullets.create(null, items);
    }
    case "table": return table(schema, block, text);
    case "figure": return figure(nodes, block);
    case "gallery": return nodes.gallery.create(null, filled(block.figures).map((one) => figure(nodes, one)));
    case "audio": case "video":
      return isMedia(block.media) ? nodes[block.type].create({ media: block.media, title: block.title ?? "" }) : null;
    case "verse": {
      const line = (one) => nodes.line.create(null, text(one));
      return nodes.verse.create(null, filled(block.stanzas).map((one) => nodes.stanza.create(null, filled(one).map(line))));
    }
    case "rule": return nodes.rule.create();
    default: return null;
  }
}

function filled(list) {
  if (!Array.isArray(list) || list.length === 0) throw new Error("empty");
  return list;
}

const isMedia = (media) => typeof media === "string" || typeof media?.file === "string";

function figure(nodes, { media, alternative = "", caption = "", credit = "" }) {
  if (!isMedia(media)) throw new Error("no file");
  return nodes.figure.create({ media, alternative, caption, credit });
}

function table({ nodes }, { header, alignments, rows }, text) {
  const widths = filled(rows).map((row) => row.length);
  if (filled(alignments).length !== Math.max(...widths) || Math.min(...widths) !== Math.max(...widths)) return null;
  return nodes.table.create(null, rows.map((row, number) => nodes.row.create(null, row.map((one, column) =>
    nodes[header && number === 0 ? "headcell" : "cell"].create({ align: alignments[column] }, text(one))))));
}

/** Text and breaks with their marks; of a link within a link the outer one holds. */
function inlinesOf(schema, list, marks) {
  return list.flatMap((one) => {
    if (typeof one === "string") return one === "" ? [] : [schema.text(one, marks)];
    if (one?.break !== undefined) return [schema.nodes.break.create(null, null, marks)];
    const name = MARKS.find((key) => Array.isArray(one?.[key]));
    if (!name || (name === "link" && !isTarget(one.target))) return [];
    const isNested = name === "link" && marks.some((mark) => mark.type.name === "link");
    const mark = schema.marks[name].create(name === "link" ? { target: one.target } : null);
    return inlinesOf(schema, one[name], isNested ? marks : mark.addToSet(marks));
  });
}

/** The blocks in a node; a gallery without figures is none. */
const blocksOf = (node) => childrenOf(node).filter((one) => one.type.name !== "gallery" || one.childCount).map(blockOf);

/** The block of a node. */
export function blockOf(node) {
  const before = read.get(node);
  if (before !== undefined) return before;
  const { attrs } = node;
  switch (node.type.name) {
    case "paragraph": return { type: "paragraph", text: jsonOf(node) };
    case "subheading": return { type: "subheading", level: attrs.level, text: jsonOf(node) };
    case "quote": return { type: "quote", blocks: blocksOf(node) };
    case "note": return { type: "note", kind: attrs.kind, blocks: blocksOf(node) };
    case "bullets": return { type: "list", ordered: false, items: childrenOf(node).map(blocksOf) };
    case "numbers": {
      const start = attrs.start === 1 ? {} : { start: attrs.start };
      return { type: "list", ordered: true, ...start, items: childrenOf(node).map(blocksOf) };
    }
    case "table": return tableOf(node);
    case "figure": return { type: "figure", ...attrs };
    case "gallery": return { type: "gallery", figures: childrenOf(node).map((one) => ({ ...one.attrs })) };
    case "audio": case "video": return { type: node.type.name, ...attrs };
    case "verse": return { type: "verse", stanzas: childrenOf(node).map((one) => childrenOf(one).map(jsonOf)) };
    case "rule": return { type: "rule" };
    default: return attrs.json;
  }
}

export function childrenOf(node) {
  const found = [];
  node.forEach((child) => found.push(child));
  return found;
}

function tableOf(node) {
  const rows = childrenOf(node).map(childrenOf);
  const width = Math.max(...rows.map((row) => row.length));
  const padded = rows.map((row) => row.map(jsonOf).concat(Array.from({ length: width - row.length }, () => [])));
  return {
    type: "table",
    header: rows[0].every((one) => one.type.name === "headcell"),
    alignments: Array.from({ length: width }, (_, column) => rows[0][column]?.attrs.align ?? "start"),
    rows: padded,
  };
}

/** The runs of a text block, marks nested in the schema's order. */
const jsonOf = (node) => nested(childrenOf(node).map((one) => ({ node: one, marks: [...one.marks] })));

function nested(runs) {
  const out = [];
  for (let at = 0; at < runs.length;) {
    const [mark] = runs[at].marks;
    if (!mark) {
      const { node } = runs[at];
      if (!node.isText) out.push({ break: true });
      else if (typeof out.at(-1) === "string") out[out.length - 1] += node.text;
      else out.push(node.text);
      at += 1;
      continue;
    }
    const inner = [];
    while (at < runs.length && mark.isInSet(runs[at].marks)) {
      inner.push({ node: runs[at].node, marks: mark.removeFromSet(runs[at].marks) });
      at += 1;
    }
    const target = mark.type.name === "link" ? { target: mark.attrs.target } : {};
    out.push({ [mark.type.name]: nested(inner), ...target });
  }
  return out;
}
