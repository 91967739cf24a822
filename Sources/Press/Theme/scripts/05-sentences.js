// Where the sentences of a text end, for reading aloud.

/** Stands for a line break that the editor set: a line of verse is read by itself. */
const LINE = "\u2028";

/**
 * The sentences of a text as [start, end) pairs, in order, white space around them left out. Closing quotation marks and
 * brackets stay with their sentence; nothing is cut inside a title or a bracket; a decimal point and "Mr." end nothing.
 * Longer ones than `charactersMax` are cut at a comma, since some voices fall silent after a quarter of a minute.
 */
const cutSentences = (text, charactersMax = 160) => {
  const hard = "。！？；…";
  const enders = hard + "!?.";
  const closers = "”’」』）】》〉)]\"'";
  const is = (set, character) => character !== undefined && set.includes(character);
  const isWide = (character) => /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“‘]/.test(character);
  const abbreviation = /(^|[\s(“‘"])(Mr|Mrs|Ms|Dr|St|No|Nos|Prof|Gen|Jr|Sr|vs|e\.g|i\.e|[A-Z]|([A-Z]\.)+[A-Z])$/;

  const isEnd = (at, end) => {
    const run = text.slice(at, end);
    const next = text[end];
    if (Array.from(hard).some((mark) => run.includes(mark)) || next === undefined) return true;
    if (/[!?]/.test(run)) return /\s/.test(next) || isWide(next);
    if (!/\s/.test(next)) return false;
    if (abbreviation.test(text.slice(Math.max(0, at - 12), at))) return false;
    return !/^\s+[a-z]/.test(text.slice(end, end + 8));
  };

  const found = [];
  const add = (start, end) => {
    const words = text.slice(start, end);
    if (!/[\p{L}\p{N}]/u.test(words)) return;
    const from = start + words.search(/[^\s\u2028]/);
    let rest = from;
    const last = start + words.replace(/[\s\u2028]+$/, "").length;
    while (last - rest > charactersMax) {
      const part = text.slice(rest, rest + charactersMax);
      const comma = Math.max(...Array.from("，、：；—,;: ").map((mark) => part.lastIndexOf(mark)));
      const cut = rest + (comma > charactersMax / 4 ? comma + 1 : charactersMax);
      found.push([rest, cut]);
      rest = cut;
    }
    if (rest < last) found.push([rest, last]);
  };

  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (is("《〈（【([", text[at])) depth += 1;
    if (is("》〉）】)]", text[at])) depth = Math.max(0, depth - 1);
    if (text[at] === LINE) {
      add(start, at);
      start = at + 1;
      depth = 0;
    } else if (depth === 0 && is(enders, text[at])) {
      let end = at + 1;
      while (is(enders, text[end]) || is(closers, text[end])) end += 1;
      if (isEnd(at, end)) {
        add(start, end);
        start = end;
      }
      at = end - 1;
    }
  }
  add(start, text.length);
  return found;
};
