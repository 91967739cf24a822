// The fields of the form as one state of the story, to be sent, kept and compared.

/** The fields of the head, by their names in the form; of those in `CHOICES` one value stands. */
export const FIELDS = ["kicker", "headline", "subhead", "bylines", "source", "editor", "section", "keywords", "summary", "language"];
const CHOICES = ["section", "language"];

export const fieldOf = (form, name) => form.elements.namedItem(name);

/** The words beside a field, without its counts; empty for what is none. */
export const labelOf = (form, name) => {
  const label = name ? fieldOf(form, name)?.labels?.[0] : null;
  return label?.querySelector("span")?.firstChild?.textContent.trim() ?? "";
};

/** The fields of the head as they are now. */
export function headOf(form) {
  const named = FIELDS.filter((name) => fieldOf(form, name)).map((name) => [name, fieldOf(form, name).value]);
  return Object.fromEntries(named);
}

/** A JSON value with sorted keys, so that equal values are equal texts. */
export function canonical(value) {
  return JSON.stringify(value, (_, one) =>
    (one && typeof one === "object" && !Array.isArray(one)
      ? Object.fromEntries(Object.keys(one).sort().map((key) => [key, one[key]])) : one));
}

const plain = (text) => (text ?? "").replace(/\r\n?/g, "\n").trim();

/** Whether two states say the same: `{head, body}`. What a state does not name is not compared. */
export function isSame(one, two) {
  const isHead = Object.keys(one.head).every((name) => two.head[name] === undefined || plain(one.head[name]) === plain(two.head[name]));
  return isHead && canonical(one.body?.blocks ?? []) === canonical(two.body?.blocks ?? []);
}

/** A state out of an answer, whose body is JSON or its text. */
export function stateOf(answer) {
  const body = typeof answer.body_json === "string" ? JSON.parse(answer.body_json) : answer.body_json;
  const fields = answer.fields ?? answer;
  const named = FIELDS.filter((name) => fields[name] !== undefined);
  const text = (value) => (Array.isArray(value) ? value.join("\n") : String(value ?? ""));
  return { head: Object.fromEntries(named.map((name) => [name, text(fields[name])])), body: body ?? { format: 1, blocks: [] } };
}

/** Takes over the merged head: what was typed since it was sent stays, beside what came. */
export function mergeHead(form, sent, merged) {
  for (const [name, value] of Object.entries(merged)) {
    const field = fieldOf(form, name);
    if (!field || plain(value) === plain(sent[name])) continue;
    const now = field.value;
    if (plain(now) === plain(sent[name])) field.value = value;
    else if (!CHOICES.includes(name) && !plain(now).includes(plain(value))) {
      field.value = value + (field.tagName === "TEXTAREA" ? "\n" : "\u3000") + now;
    }
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
