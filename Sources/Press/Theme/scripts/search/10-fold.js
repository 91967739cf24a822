// The form of a text in which it is compared: the program's own folding once more. The constant `traditionalHan` is set
// before this file: each traditional character, followed by its simplified form.

const simplified = new Map();
{
  const characters = Array.from(traditionalHan);
  for (let at = 0; at + 1 < characters.length; at += 2) simplified.set(characters[at], characters[at + 1]);
}

const diacritics = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]|\p{Default_Ignorable_Code_Point}/gu;

/** NFKC, lower case, without diacritics and what cannot be seen, each traditional character simplified. */
const fold = (text) => {
  const lower = Array.from(text.normalize("NFKD"), (one) => one.toLowerCase()).join("").normalize("NFKD");
  const plain = lower.replace(diacritics, "").replace(/ς/g, "σ").normalize("NFKC");
  return Array.from(plain, (one) => simplified.get(one) || one).join("");
};

/** A person's name in its one form: no space between Han, Kana and Hangul, one between other words. */
const foldName = (text) => {
  let out = "";
  let gap = false;
  for (const one of text.normalize("NFC")) {
    if (/[\s\u0085\u0000-\u001f]/.test(one) && one !== "\ufeff") {
      gap = true;
    } else if (!/[\u200b\u2060\ufeff]/.test(one)) {
      const last = Array.from(out.slice(-2)).pop();
      if (gap && last && !(isUnspaced(last) && isUnspaced(one))) out += " ";
      gap = false;
      out += one;
    }
  }
  return out;
};

const within = (value, ranges) => {
  for (let at = 0; at < ranges.length; at += 2) if (value >= ranges[at] && value <= ranges[at + 1]) return true;
  return false;
};

const hanRanges = [0x4e00, 0x9fff, 0x3400, 0x4dbf, 0x20000, 0x3ffff, 0xf900, 0xfaff, 0x3005, 0x3005, 0x3007, 0x3007];
const unspacedRanges = [...hanRanges, 0x3041, 0x30ff, 0x31f0, 0x31ff, 0xac00, 0xd7af, 0x1100, 0x11ff];

const isHan = (one) => within(one.codePointAt(0), hanRanges);
const isUnspaced = (one) => within(one.codePointAt(0), unspacedRanges);
