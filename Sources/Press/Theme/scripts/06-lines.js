// Breaking text into lines on a canvas, by the rules of Chinese and Latin typesetting.

/**
 * Breaks a text into lines no wider than `width`: a line never begins with closing punctuation or ends with an opening
 * one, a Latin word and a number with its unit stay whole, a space vanishes at the line's end. The context's font is the
 * measure. A line is its atoms, each with text, width and the gap before it, and the line's own width.
 */
const breakLines = (context, text, width) => {
  const wide = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘—…·\u{20000}-\u{3fffd}]/u;
  const narrow = `[^\\s\\u3000${wide.source.slice(1, -1)}]+`;
  const shape = new RegExp([
    "([\\s\\u3000]+)", // space
    "([0-9][0-9.,:]*[年月日号时点分秒个条名人次元米吨岁期版万亿%％℃])", // a number and its unit
    `(${narrow}(?:’${narrow})*)`, // a Latin word, with its own punctuation
    "(.)", // one wide character
  ].join("|"), "gu");
  const closing = /^[、。，．：；？！）」』】》〉”’—…·％!),.:;?\]}]/;
  const opening = /[（「『【《〈“‘([{]$/;

  const atoms = [];
  let gap = 0;
  const add = (piece) => {
    const last = atoms[atoms.length - 1];
    if (last && !gap && (closing.test(piece) || opening.test(last.text))) last.text += piece;
    else atoms.push({ text: piece, gap });
    gap = 0;
  };
  const addInParts = (word) => {
    if (context.measureText(word).width <= width) add(word);
    else Array.from(word).forEach(add);
  };
  text.trim().replace(shape, (piece, space) => {
    if (space) gap = context.measureText(/\u3000/.test(space) ? "国" : " ").width * (/\u3000/.test(space) ? 0.6 : 1);
    else addInParts(piece);
    return "";
  });

  const hanging = /[、。，．：；？！）」』】》〉”’]$/; // Half of their square is white, and may stand in the margin.
  const lines = [];
  let line = null;
  for (const atom of atoms) {
    atom.width = context.measureText(atom.text).width;
    const hang = hanging.test(atom.text) ? context.measureText("。").width / 2 : 0;
    if (!line || line.width + atom.gap + atom.width - hang > width + 0.5) {
      line = { atoms: [], width: 0 };
      lines.push(line);
      atom.gap = 0;
    }
    line.atoms.push(atom);
    line.width += atom.gap + atom.width;
  }
  return lines;
};

/**
 * The same in lines of about one length, no more of them than needed: for headlines nobody has set. What stands between
 * full-width spaces stays together where it can.
 */
const balanceLines = (context, text, width) => {
  const linesIn = (words, most) => breakLines(context, words, most);
  const count = linesIn(text, width).length;
  if (count < 2) return linesIn(text, width);

  const phrases = text.trim().split(/\u3000+/);
  if (phrases.length > 1) {
    const rows = phrases.reduce((found, phrase) => {
      const joined = found.length ? `${found[found.length - 1]}\u3000${phrase}` : "";
      if (joined && linesIn(joined, width).length === 1) found[found.length - 1] = joined;
      else found.push(phrase);
      return found;
    }, []);
    return [].concat(...rows.map((row) => balanceLines(context, row, width)));
  }

  let least = width / count;
  let most = width;
  while (most - least > 4) {
    const middle = (least + most) / 2;
    if (linesIn(text, middle).length > count) least = middle;
    else most = middle;
  }
  return linesIn(text, most);
};
