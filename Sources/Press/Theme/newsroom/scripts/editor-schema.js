// The grammar of a body (Sources/Model/Body/Body.swift), and nothing more.

import { pm } from "./editor-library.js";

/** Whether an address may be a link's target: the rule of LinkTarget. */
export function isTarget(address) {
  if (!address || new TextEncoder().encode(address).length > 2000) return false;
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0020\u007f\\]/.test(address)) return false;
  const isPath = address.startsWith("/") && !address.startsWith("//");
  return isPath || address.startsWith("#") || /^(https?:\/\/|mailto:|tel:)/i.test(address);
}

const data = (name, fallback = "") => (dom) => dom.getAttribute(`data-${name}`) ?? fallback;

/** A JSON value kept in an attribute; nothing where it cannot be read. */
function jsonOf(dom, name) {
  try { return JSON.parse(dom.getAttribute(`data-${name}`)); } catch { return null; }
}

const textblock = (tag, more = {}) => ({ content: "inline*", toDOM: () => [tag, 0], parseDOM: [{ tag }], ...more });

const cell = (tag, tableRole) => ({
  content: "inline*",
  tableRole,
  isolating: true,
  attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null }, align: { default: "start" } },
  toDOM: (node) => [tag, node.attrs.align === "start" ? {} : { "data-align": node.attrs.align }, 0],
  parseDOM: [{ tag, getAttrs: (dom) => ({ align: data("align", "start")(dom) }) }],
});

const recording = (kind) => ({
  group: "block",
  atom: true,
  attrs: { media: {}, title: { default: "" } },
  toDOM: ({ attrs }) => ["div", { "data-recording": kind, "data-media": JSON.stringify(attrs.media), "data-title": attrs.title }],
  parseDOM: [{
    tag: `div[data-recording=${kind}]`,
    getAttrs: (dom) => { const media = jsonOf(dom, "media"); return media ? { media, title: data("title")(dom) } : false; },
  }],
});

const nodes = () => ({
  doc: { content: "block+" },
  paragraph: textblock("p", { group: "block" }),
  subheading: {
    content: "inline*", group: "block", defining: true, attrs: { level: { default: 2 } },
    toDOM: (node) => [`h${node.attrs.level}`, 0],
    parseDOM: [{ tag: "h2", attrs: { level: 2 } }, { tag: "h3", attrs: { level: 3 } }],
  },
  quote: { content: "block+", group: "block", defining: true, toDOM: () => ["blockquote", 0], parseDOM: [{ tag: "blockquote" }] },
  bullets: { content: "item+", group: "block", toDOM: () => ["ul", 0], parseDOM: [{ tag: "ul" }] },
  numbers: {
    content: "item+", group: "block", attrs: { start: { default: 1 } },
    toDOM: ({ attrs }) => ["ol", attrs.start === 1 ? {} : { start: attrs.start }, 0],
    parseDOM: [{ tag: "ol", getAttrs: (dom) => ({ start: Math.max(0, parseInt(dom.getAttribute("start") ?? "1", 10) || 0) }) }],
  },
  item: { content: "block+", defining: true, toDOM: () => ["li", 0], parseDOM: [{ tag: "li" }] },
  table: {
    content: "row+", group: "block", tableRole: "table", isolating: true,
    toDOM: () => ["table", ["tbody", 0]], parseDOM: [{ tag: "table" }],
  },
  row: { content: "(cell | headcell)+", tableRole: "row", toDOM: () => ["tr", 0], parseDOM: [{ tag: "tr" }] },
  cell: cell("td", "cell"),
  headcell: cell("th", "header_cell"),
  figure: {
    group: "block", atom: true, draggable: true,
    attrs: { media: {}, alternative: { default: "" }, caption: { default: "" }, credit: { default: "" } },
    toDOM: ({ attrs }) => ["figure", {
      "data-media": JSON.stringify(attrs.media), "data-alternative": attrs.alternative,
      "data-caption": attrs.caption, "data-credit": attrs.credit,
    }],
    parseDOM: [{
      tag: "figure[data-media]",
      getAttrs: (dom) => {
        const media = jsonOf(dom, "media");
        if (!media) return false;
        return { media, alternative: data("alternative")(dom), caption: data("caption")(dom), credit: data("credit")(dom) };
      },
    }],
  },
  gallery: {
    // Not `figure+`: no figure can be made out of nothing. One that became empty is not written.
    content: "figure*", group: "block",
    toDOM: () => ["div", { "data-gallery": "" }, 0], parseDOM: [{ tag: "div[data-gallery]" }],
  },
  audio: recording("audio"),
  video: recording("video"),
  verse: {
    content: "stanza+", group: "block", isolating: true,
    toDOM: () => ["div", { "data-verse": "" }, 0], parseDOM: [{ tag: "div[data-verse]" }],
  },
  stanza: { content: "line+", toDOM: () => ["div", { "data-stanza": "" }, 0], parseDOM: [{ tag: "div[data-stanza]" }] },
  line: {
    content: "inline*",
    toDOM: () => ["div", { "data-line": "" }, 0], parseDOM: [{ tag: "div[data-line]" }],
  },
  rule: { group: "block", atom: true, toDOM: () => ["hr"], parseDOM: [{ tag: "hr" }] },
  note: {
    content: "block+", group: "block", defining: true, attrs: { kind: { default: "editor" } },
    toDOM: ({ attrs }) => ["aside", { "data-note": attrs.kind }, 0],
    parseDOM: [{ tag: "aside[data-note]", getAttrs: (dom) => ({ kind: data("note")(dom) === "background" ? "background" : "editor" }) }],
  },
  // What the grammar of this version does not know, or cannot show: kept as it came.
  opaque: {
    group: "block", atom: true, attrs: { json: {} },
    toDOM: ({ attrs }) => ["div", { "data-opaque": JSON.stringify(attrs.json) }],
    parseDOM: [{
      tag: "div[data-opaque]",
      getAttrs: (dom) => { const json = jsonOf(dom, "opaque"); return json ? { json } : false; },
    }],
  },
  text: { group: "inline" },
  break: { inline: true, group: "inline", selectable: false, toDOM: () => ["br"], parseDOM: [{ tag: "br" }], leafText: () => " " },
});

const mark = (tag) => ({ toDOM: () => [tag, 0], parseDOM: [{ tag }] });

const marks = () => ({
  link: {
    attrs: { target: {} }, inclusive: false,
    toDOM: (one) => ["a", { href: one.attrs.target, rel: "noopener" }, 0],
    parseDOM: [{
      tag: "a[href]",
      getAttrs: (dom) => { const target = dom.getAttribute("href"); return isTarget(target) ? { target } : false; },
    }],
  },
  strong: mark("strong"),
  emphasis: mark("em"),
  superscript: mark("sup"),
  subscript: mark("sub"),
});

/** The schema; the library must be there. */
export const makeSchema = () => new pm.model.Schema({ nodes: nodes(), marks: marks() });
