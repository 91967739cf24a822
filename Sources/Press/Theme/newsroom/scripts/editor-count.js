// 字数 as Sources/Model/Rules/Typing/CharacterCount.swift counts it; Tests/Fixtures/typing/counts.json holds both to it.

const between = (value, ...ranges) => ranges.some(([from, to]) => value >= from && value <= to);

/** Whether words of its script are written without spaces: Han, Kana and Hangul. */
const isUnspaced = (value) => between(
  value, [0x4e00, 0x9fff], [0x3041, 0x30ff], [0xac00, 0xd7af], [0x3400, 0x4dbf], [0x20000, 0x3ffff],
  [0xf900, 0xfaff], [0x3005, 0x3005], [0x3007, 0x3007], [0x31f0, 0x31ff], [0x1100, 0x11ff]);

const isFullWidth = (value) =>
  between(value, [0x2e80, 0x2fff], [0x3001, 0x33ff], [0xfe30, 0xfe4f], [0xff01, 0xffef]) || isUnspaced(value);

const isOfEitherWidth = (value) => between(
  value, [0xb7, 0xb7], [0x2013, 0x2015], [0x2018, 0x2019], [0x201c, 0x201d], [0x2025, 0x2026], [0x203b, 0x203b],
  [0x2103, 0x2103]);

const isCountedWithTheLast = (value) => between(
  value, [0x0300, 0x036f], [0x1160, 0x11ff], [0x1ab0, 0x1aff], [0x1dc0, 0x1dff], [0x200c, 0x200d], [0x20d0, 0x20ff],
  [0x302a, 0x302f], [0x3099, 0x309a], [0xfe00, 0xfe0f], [0xfe20, 0xfe2f], [0xe0100, 0xe01ef]);

const isInvisible = (value) => between(
  value, [0xad, 0xad], [0x200b, 0x200b], [0x200e, 0x200f], [0x202a, 0x202e], [0x2060, 0x2064], [0xfeff, 0xfeff]);

const isLatinLetter = (value) => between(
  value, [0x41, 0x5a], [0x61, 0x7a], [0xc0, 0xd6], [0xd8, 0xf6], [0xf8, 0x24f]);

/** White space as Unicode has it. */
const isSpace = (value) => between(
  value, [0x09, 0x0d], [0x20, 0x20], [0x85, 0x85], [0xa0, 0xa0], [0x1680, 0x1680], [0x2000, 0x200a],
  [0x2028, 0x2029], [0x202f, 0x202f], [0x205f, 0x205f], [0x3000, 0x3000]);

/** The count of one line of text. */
export function countOf(text) {
  const values = Array.from(text, (one) => one.codePointAt(0));
  const isEastern = values.some(isUnspaced);
  const isApostrophe = (at) => values[at] === 0x2019 && isLatinLetter(values[at - 1]) && isLatinLetter(values[at + 1]);
  let count = 0;
  let isInWord = false;
  values.forEach((value, at) => {
    if (isCountedWithTheLast(value)) return;
    if (isSpace(value) || isInvisible(value)) {
      isInWord = false;
    } else if (isFullWidth(value) || (isEastern && isOfEitherWidth(value) && !isApostrophe(at))) {
      count += 1;
      isInWord = false;
    } else if (!isInWord) {
      count += 1;
      isInWord = true;
    }
  });
  return count;
}

const counted = new WeakMap();

/** The count of a node of the document, line by line as in `Body.lines`. */
export function countOfNode(node) {
  let count = counted.get(node);
  if (count !== undefined) return count;
  const { attrs } = node;
  if (node.isTextblock) count = countOf(textOf(node));
  else if (node.type.name === "figure") count = countOf(attrs.caption + (attrs.credit ? `（${attrs.credit}）` : ""));
  else if (node.type.name === "audio" || node.type.name === "video") count = countOf(attrs.title);
  else if (node.type.name === "row") count = countOf(children(node).map(textOf).join("\t"));
  else count = children(node).reduce((sum, child) => sum + countOfNode(child), 0);
  counted.set(node, count);
  return count;
}

const textOf = (node) => node.textBetween(0, node.content.size, "", " ");

function children(node) {
  const found = [];
  node.forEach((child) => found.push(child));
  return found;
}
