// What the elements and styles of foreign HTML mean.

/** Elements that say nothing to readers. */
export const IGNORED = new Set(["STYLE", "SCRIPT", "META", "LINK", "TITLE", "HEAD", "XML", "TEMPLATE", "NOSCRIPT", "COLGROUP"]);
/** What the grammar does not have; it is counted. */
export const EMBEDS = new Set([
  "IFRAME", "OBJECT", "EMBED", "SVG", "CANVAS", "VIDEO", "AUDIO", "MAP", "FORM", "INPUT", "SELECT", "TEXTAREA", "BUTTON",
  "MPVOICE", "MPVIDEO", "MP-COMMON-PROFILE", "MP-COMMON-VIDEOSNAP", "MP-MINIPROGRAM", "MATH",
]);
/** Elements that end a line. */
export const BLOCKS = new Set([
  "P", "DIV", "SECTION", "ARTICLE", "HEADER", "FOOTER", "MAIN", "ASIDE", "NAV", "CENTER", "ADDRESS", "DL", "DT", "DD",
  "FIGURE", "FIGCAPTION", "PRE", "FIELDSET", "DETAILS", "SUMMARY", "HGROUP", "BODY", "HTML", "LI", "TBODY", "THEAD",
  "TFOOT", "TR", "TD", "TH", "CAPTION",
]);
export const HEADINGS = { H1: "h2", H2: "h2", H3: "h3", H4: "h3", H5: "h3", H6: "h3" };

export const styleOf = (node) => node.getAttribute("data-style") ?? "";

/** Whether nobody sees an element: `display: none`, and Word's `mso-hide`. */
export const isHidden = (node) => /display\s*:\s*none|mso-hide\s*:\s*all/i.test(styleOf(node));

/** Google Docs wraps everything in a bold element that is not bold. */
export const isPlainBold = (node) =>
  /^(B|STRONG)$/.test(node.tagName) && /font-weight\s*:\s*(normal|400)/i.test(styleOf(node));

const TAGS = { B: "strong", STRONG: "strong", I: "em", EM: "em", SUP: "sup", SUB: "sub" };

/** The marks of the grammar that an element stands for, by tag or by style. */
export function marksOf(node) {
  const style = styleOf(node);
  const found = TAGS[node.tagName] ? [TAGS[node.tagName]] : [];
  if (/font-weight\s*:\s*(bold|[6-9]00)/i.test(style)) found.push("strong");
  if (/font-style\s*:\s*(italic|oblique)/i.test(style)) found.push("em");
  if (/vertical-align\s*:\s*super/i.test(style)) found.push("sup");
  if (/vertical-align\s*:\s*sub(?!\w)/i.test(style)) found.push("sub");
  return [...new Set(found)];
}

/** The label of a paragraph that Word or WPS shows as an item, and the list it belongs to; nothing for any other. */
export function listMarkOf(node) {
  const style = styleOf(node);
  const isItem = /mso-list\s*:\s*(?!none|ignore)\S/i.test(style);
  if (!isItem) return null;
  const label = [...node.querySelectorAll("[data-style]")].find((one) => /mso-list\s*:\s*ignore/i.test(styleOf(one)));
  const text = label?.textContent.trim() ?? "";
  const isOrdered = /^[（(]?([0-9０-９]+|[a-z]|[ivxlc]+|[一二三四五六七八九十百]+|[①-⑳])[.．、)）:：]?$/i.test(text);
  return { tag: isOrdered ? "ol" : "ul", label: label ?? null };
}

/** Takes white space and line breaks from one end of a line. */
export function trim(line, end, space) {
  for (let node = line[end]; node; node = line[end]) {
    let leaf = node;
    while (leaf.nodeType === 1 && leaf[end]) leaf = leaf[end];
    if (leaf.nodeType === 3) leaf.data = leaf.data.replace(space, "");
    if (leaf.nodeType === 3 && leaf.data !== "") return;
    let gone = leaf;
    while (gone.parentNode !== line && gone.parentNode.childNodes.length === 1) gone = gone.parentNode;
    gone.remove();
  }
}
