// The tokens of lines and of what is looked for in them, cut as the program cuts them: runs of Han, Kana and Hangul into
// overlapping pairs, each run ended by its last character alone; other scripts into words.

const wordMax = 64;
const pairedRanges = [
  0x4e00, 0x9fff, 0x2e80, 0x2fdf, 0x3005, 0x3007, 0x3021, 0x302f, 0x3031, 0x3035, 0x3038, 0x303b, 0x3041, 0x309f,
  0x30a1, 0x30fa, 0x30fc, 0x31bf, 0x31f0, 0x31ff, 0x3400, 0x4dbf, 0xf900, 0xfaff, 0x1aff0, 0x1b16f, 0x20000, 0x3ffff,
  0x1100, 0x11ff, 0xa960, 0xa97f, 0xac00, 0xd7ff,
];
const gapRanges = [0x00, 0x7f, 0x3000, 0x3004, 0x3008, 0x3020, 0xff01, 0xff0f, 0x2010, 0x2027];

/** What a folded character is to a line: "paired", "word" or "gap". */
const kindOf = (one) => {
  const value = one.codePointAt(0);
  if (/[0-9A-Za-z]/.test(one)) return "word";
  if (within(value, gapRanges)) return "gap";
  if (within(value, pairedRanges)) return "paired";
  return /[\p{L}\p{M}\p{N}]/u.test(one) ? "word" : "gap";
};

/** The tokens of folded characters in order. */
const cut = (characters) => {
  const kinds = characters.map(kindOf);
  const tokens = [];
  let at = 0;
  while (at < characters.length) {
    if (kinds[at] === "gap") {
      at += 1;
    } else if (kinds[at] === "paired") {
      tokens.push(characters[at] + (kinds[at + 1] === "paired" ? characters[at + 1] : ""));
      at += 1;
    } else {
      const start = at;
      while (kinds[at] === "word") at += 1;
      tokens.push(characters.slice(start, Math.min(at, start + wordMax)).join(""));
    }
  }
  return tokens;
};

/** Whether a token is a pair; the token behind it is one place further, behind any other two. */
const isPair = (token) => {
  const characters = Array.from(token);
  return characters.length === 2 && kindOf(characters[0]) === "paired";
};

/** The phrase that is looked for with a text: its tokens, and whether the last is only the beginning of one. */
const phraseOf = (text, isTyping) => {
  const characters = Array.from(fold(text));
  const tokens = cut(characters);
  let end = characters.length - 1;
  while (end >= 0 && kindOf(characters[end]) === "gap") end -= 1;
  if (end < 0) return null;
  const isEnd = end === characters.length - 1;
  if (kindOf(characters[end]) !== "paired") return { tokens, isOpen: isTyping && isEnd };
  const isAlone = end === 0 || kindOf(characters[end - 1]) !== "paired";
  if (!isAlone && isEnd && Array.from(tokens[tokens.length - 1]).length === 1) tokens.pop();
  return { tokens, isOpen: isAlone && isEnd };
};

/** A word or phrase of a query, in the text and, where it is another, as a person's name; null for marks alone. */
const termOf = (text, isTyping) => {
  const phrase = phraseOf(text, isTyping);
  if (!phrase) return null;
  const name = phraseOf(foldName(text), isTyping);
  return { text, phrase, name: JSON.stringify(name) === JSON.stringify(phrase) ? null : name };
};
