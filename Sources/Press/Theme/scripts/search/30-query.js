// What was typed, read as the program reads it: nothing is an error.

const textMax = 200;
const termsMax = 16;
const operatorMax = 7;
const operators = new Map([
  ["author", "author"], ["作者", "author"], ["section", "section"], ["栏目", "section"], ["page", "page"], ["版", "page"],
  ["year", "year"], ["年", "year"], ["before", "before"], ["早于", "before"], ["after", "after"], ["晚于", "after"],
  ["title", "title"], ["标题", "title"],
]);
const closers = new Map([['"', '"'], ["＂", "＂"], ["“", "”"]]);
const isSpace = (one) => /[\s\u0085]/.test(one) && one !== "\ufeff";

/** A whole number within bounds; null for any other text. */
const numberIn = (text, least, most) => {
  const folded = fold(text);
  if (!/^[+-]?[0-9]+$/.test(folded)) return null;
  const number = Number(folded);
  return number >= least && number <= most ? number : null;
};

const daysOf = (month, year) => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

/** The first and last day of `2026`, `2026-03` or `2026-03-01` as numbers: 20260301. */
const dayRange = (text) => {
  const parts = fold(text).split("-");
  if (parts.length > 3 || !parts.every((part) => /^[+]?[0-9]+$/.test(part))) return null;
  const [year, month, day] = parts.map(Number);
  const last = month === undefined ? 12 : month;
  if (year < 1 || year > 9999 || last < 1 || last > 12) return null;
  const days = daysOf(last, year);
  if (day !== undefined && (day < 1 || day > days)) return null;
  const number = (m, d) => year * 10000 + m * 100 + d;
  return [number(month === undefined ? 1 : month, day === undefined ? 1 : day), number(last, day === undefined ? days : day)];
};

/** Reads a query. */
const parse = (text) => {
  const characters = Array.from(text).slice(0, textMax);
  const query = { terms: [], titleTerms: [], excluded: [], author: null, section: null, page: null, year: null,
    before: null, after: null };
  let at = 0;

  const add = (list, term) => {
    if (!term) return;
    const same = (other) => other.text === term.text && other.phrase.isOpen === term.phrase.isOpen;
    if (!list.some(same)) list.push(term);
  };

  const takeWord = () => {
    const start = at;
    while (at < characters.length && !isSpace(characters[at])) at += 1;
    const isName = at === start + 1 && at + 1 < characters.length && characters[at] === "\u3000"
      && isHan(characters[start]) && isHan(characters[at + 1])
      && (at + 2 === characters.length || isSpace(characters[at + 2]));
    if (isName) at += 2;
    return { text: characters.slice(start, at).join(""), isTyping: characters.slice(at).every(isSpace) };
  };

  const takeValue = () => {
    const closer = closers.get(characters[at]);
    if (!closer) return takeWord();
    const close = characters.indexOf(closer, at + 1);
    const goesOn = close < 0 || (close + 1 < characters.length && !isSpace(characters[close + 1]));
    if (closer === "”" && goesOn) return takeWord();
    const end = close < 0 ? characters.length : close;
    const found = { text: characters.slice(at + 1, end).join(""), isTyping: close < 0 };
    at = close < 0 ? characters.length : close + 1;
    return found;
  };

  const takeOperator = () => {
    const length = characters.slice(at, at + operatorMax + 1).findIndex((one) => one === ":" || one === "：");
    const colon = at + length;
    if (length < 0 || colon + 1 >= characters.length || isSpace(characters[colon + 1])) return null;
    const name = operators.get(fold(characters.slice(at, colon).join("")));
    if (name) at = colon + 1;
    return name || null;
  };

  const apply = (name, value) => {
    if (name === "author" || name === "section") {
      if (!foldName(value.text)) return false;
      query[name] = name === "author" ? foldName(value.text) : value.text;
    } else if (name === "page" || name === "year") {
      const number = numberIn(value.text, 1, name === "page" ? 999 : 9999);
      if (number === null) return false;
      query[name] = number;
    } else if (name === "before" || name === "after") {
      const days = dayRange(value.text);
      if (!days) return false;
      query[name] = days[name === "before" ? 0 : 1];
    } else {
      const term = termOf(value.text, value.isTyping);
      if (!term) return false;
      add(query.titleTerms, term);
    }
    return true;
  };

  for (let count = 0; count < termsMax; count += 1) {
    while (at < characters.length && isSpace(characters[at])) at += 1;
    if (at >= characters.length) break;
    const start = at;
    const isExcluded = "-－−".includes(characters[at]);
    if (isExcluded) at += 1;
    if (at >= characters.length || isSpace(characters[at])) continue;
    const name = isExcluded ? null : takeOperator();
    if (!name) {
      const value = takeValue();
      add(isExcluded ? query.excluded : query.terms, termOf(value.text, value.isTyping && !isExcluded));
    } else if (!apply(name, takeValue())) {
      at = start;
      const value = takeWord();
      add(query.terms, termOf(value.text, value.isTyping));
    }
  }
  return query;
};
