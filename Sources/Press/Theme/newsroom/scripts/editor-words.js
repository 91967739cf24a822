// What the page says, in its language: the words under `desk.js.` of the strings, from the page's block of JSON.

let words;

/** A word by its key, with `{name}` filled in; the key itself where the page has no such word. */
export function word(key, values = {}) {
  words ??= JSON.parse(document.getElementById("desk-words")?.textContent || "{}");
  const text = words[key] ?? words[`desk.js.${key}`] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** An element with its attributes (true for one without a value, null for none) and what is in it. */
export function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside.filter((one) => one !== null));
  return element;
}

/** The time of day as people write it: 14:32. */
export const timeOf = (milliseconds) => {
  const time = new Date(milliseconds);
  return `${String(time.getHours()).padStart(2, "0")}:${String(time.getMinutes()).padStart(2, "0")}`;
};
