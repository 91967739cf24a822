// HTML of Word, WPS, WeChat and web pages made into the grammar, with a count of what was dropped.

import { isTarget } from "./editor-schema.js";
import {
  BLOCKS, EMBEDS, HEADINGS, IGNORED, isHidden, isPlainBold, listMarkOf, marksOf, styleOf, trim,
} from "./editor-clean-styles.js";

/** So many characters of HTML are looked at; of more the plain text is pasted. */
export const HTML_MAX = 5_000_000;
const DEPTH_MAX = 200;

/** The HTML in the grammar's own elements, and how much of what was left out. */
export function clean(html) {
  // A style attribute of foreign HTML is only read here, and never becomes one.
  const renamed = html.replace(/<!--\[if[^>]*\]>|<!\[(end)?if[^>]*\]>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
  const source = new DOMParser().parseFromString(renamed, "text/html");
  const cleaner = new Cleaner();
  cleaner.flow(source.body, [], 0);
  cleaner.close();
  return { html: cleaner.root.innerHTML, dropped: cleaner.dropped };
}

class Cleaner {
  constructor() {
    this.document = document.implementation.createHTMLDocument("");
    this.root = this.document.createElement("div");
    this.place = this.root;
    this.line = null;
    this.list = null;
    this.dropped = { pictures: 0, embeds: 0, styles: 0, links: 0, cells: 0 };
  }

  /** Goes through the children of an element; `marks` are the marks about them, outermost first. */
  flow(parent, marks, depth) {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) this.text(node.data, marks);
      else if (node.nodeType === 1 && depth < DEPTH_MAX) this.element(node, marks, depth + 1);
    }
  }

  element(node, marks, depth) {
    const tag = node.tagName.toUpperCase();
    if (IGNORED.has(tag) || isHidden(node)) return;
    if (EMBEDS.has(tag)) { this.dropped.embeds += 1; return; }
    if (tag === "IMG") { this.picture(node); return; }
    if (tag === "BR") { this.inline(this.document.createElement("br"), marks); return; }
    if (tag === "HR") { this.close(); this.place.append(this.document.createElement("hr")); return; }
    if (tag === "TABLE") { this.table(node, marks, depth); return; }
    if (tag === "UL" || tag === "OL") { this.listed(node, marks, depth); return; }
    if (HEADINGS[tag] || /\bMsoTitle\b/.test(node.className)) { this.block(HEADINGS[tag] ?? "h2", node, [], depth); return; }
    if (tag === "BLOCKQUOTE") { this.within("blockquote", node, marks, depth); return; }
    const mark = tag === "P" ? listMarkOf(node) : null;
    if (mark) { this.wordItem(node, mark, marks, depth); return; }
    if (BLOCKS.has(tag)) { this.list = null; this.block("p", node, this.marked(node, marks), depth); return; }
    this.flow(node, this.marked(node, marks), depth);
  }

  /** The marks about the children of an element. */
  marked(node, marks) {
    const found = isPlainBold(node) ? [] : marksOf(node);
    const added = found.filter((tag) => !marks.some((mark) => mark.tag === tag)).map((tag) => ({ tag }));
    if (node.tagName === "A" && node.hasAttribute("href")) {
      const target = node.getAttribute("href").trim();
      if (isTarget(target) && !target.startsWith("#") && !marks.some((mark) => mark.tag === "a")) {
        added.unshift({ tag: "a", target });
      } else if (!target.startsWith("#")) this.dropped.links += 1;
    }
    const style = styleOf(node);
    if (/(^|;)\s*(color|background(-color)?|font-size|text-decoration)\s*:/i.test(style) || node.tagName === "U") {
      this.dropped.styles += 1;
    }
    return marks.concat(added);
  }

  block(tag, node, marks, depth) {
    this.close();
    this.tag = tag;
    this.flow(node, marks, depth);
    this.close();
  }

  within(tag, node, marks, depth) {
    this.close();
    const outer = this.place;
    this.place = this.document.createElement(tag);
    this.flow(node, marks, depth);
    this.close();
    if (this.place.childNodes.length) outer.append(this.place);
    this.place = outer;
  }

  listed(node, marks, depth) {
    this.close();
    const outer = this.place;
    const list = this.document.createElement(node.tagName.toLowerCase());
    const start = parseInt(node.getAttribute("start") ?? "", 10);
    if (list.tagName === "OL" && start >= 0) list.setAttribute("start", start);
    for (const child of node.childNodes) {
      if (child.nodeType !== 1 || isHidden(child)) continue;
      if (child.tagName !== "LI" && list.lastChild) this.place = list.lastChild;
      else this.place = list.appendChild(this.document.createElement("li"));
      if (child.tagName === "LI") this.flow(child, this.marked(child, marks), depth + 1);
      else this.element(child, marks, depth + 1);
      this.close();
    }
    for (const item of [...list.children]) if (!item.childNodes.length) item.remove();
    this.place = outer;
    if (list.childNodes.length) outer.append(list);
  }

  /** A paragraph that Word shows as an item of a list; those that follow each other are one list. */
  wordItem(node, mark, marks, depth) {
    this.close();
    const isNext = this.list && this.list === this.place.lastChild && this.list.tagName === mark.tag.toUpperCase();
    if (!isNext) this.list = this.place.appendChild(this.document.createElement(mark.tag));
    const { list, place } = this;
    this.place = list.appendChild(this.document.createElement("li"));
    mark.label?.remove();
    this.block("p", node, this.marked(node, marks), depth);
    if (!this.place.childNodes.length) this.place.remove();
    this.place = place;
    this.list = list;
  }

  table(node, marks, depth) {
    const rows = [...node.rows];
    if (rows.every((row) => row.cells.length <= 1) || node.querySelector("table")) {
      this.block("p", node, marks, depth);
      return;
    }
    this.close();
    const table = this.document.createElement("table");
    const width = Math.max(...rows.map((row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0)));
    rows.forEach((row, number) => {
      const made = table.appendChild(this.document.createElement("tr"));
      const isHead = number === 0 && [...row.cells].every((cell) => cell.tagName === "TH");
      for (const cell of row.cells) {
        if (cell.colSpan > 1 || cell.rowSpan > 1) this.dropped.cells += 1;
        const inner = new Cleaner();
        inner.dropped = this.dropped;
        inner.flow(cell, [], depth + 1);
        inner.close();
        const out = made.appendChild(this.document.createElement(isHead ? "th" : "td"));
        [...inner.root.querySelectorAll("p, h2, h3")].forEach((line, at) => {
          if (at) out.append(this.document.createElement("br"));
          out.append(...line.childNodes);
        });
        for (let more = 1; more < cell.colSpan; more += 1) made.append(this.document.createElement(isHead ? "th" : "td"));
      }
      while (made.cells.length < width) made.append(this.document.createElement(isHead ? "th" : "td"));
    });
    this.place.append(table);
  }

  /** A picture of this site stays; of any other the address must not. */
  picture(node) {
    const source = (node.getAttribute("src") ?? "").replace(window.location.origin, "");
    const name = /^\/(?:desk\/)?media\/([0-9a-f]{64}\.(?:jpg|png|gif|webp))$/.exec(source)?.[1];
    if (!name) {
      const isDot = ["width", "height"].some((side) => ["0", "1"].includes(node.getAttribute(side)));
      if (!isDot) this.dropped.pictures += 1;
      return;
    }
    this.close();
    const figure = this.place.appendChild(this.document.createElement("figure"));
    figure.setAttribute("data-media", JSON.stringify(name));
    figure.setAttribute("data-alternative", node.getAttribute("alt") ?? "");
  }

  text(text, marks) {
    const plain = text.replace(/[ \t\r\n\f\u00a0]+/g, " ");
    if (plain.trim() === "" && (!this.line || this.line.textContent.endsWith(" "))) return;
    this.inline(this.document.createTextNode(plain), marks);
  }

  inline(node, marks) {
    if (!this.line) this.line = this.document.createElement(this.tag ?? "p");
    let place = this.line;
    for (const { tag, target } of marks) {
      const element = place.appendChild(this.document.createElement(tag));
      if (target) element.setAttribute("href", target);
      place = element;
    }
    place.append(node);
  }

  /** Ends the line that is being written; one without text is left out, and so are its indents. */
  close() {
    const { line } = this;
    this.line = null;
    this.tag = null;
    if (!line) return;
    trim(line, "firstChild", /^[\s\u200b]+/);
    trim(line, "lastChild", /[\s\u200b]+$/);
    if (line.textContent !== "") this.place.append(line);
  }
}
