// A picture of the library: looked for by its words, chosen by keyboard or by hand, set in at the caret.

import { shown } from "./editor-dialogs.js";
import { ask, reasonOf } from "./editor-queue.js";
import { make, word } from "./editor-words.js";

/** So long nothing is typed before the library is asked, in milliseconds. */
const TYPING_MS = 250;
/** How long the library may take, in milliseconds. */
const WAIT_MS = 15_000;

export class Picker {
  /** `address` is that of the library; `put(attributes)` sets a picture in; `closed()` is told when all is over. */
  constructor({ address, put, closed }) {
    Object.assign(this, { address, put, closed });
    this.round = 0;
  }

  open() {
    this.input = make("input", { class: "in", type: "text", enterkeyhint: "search", name: "q", maxlength: 100, autocomplete: "off" });
    this.list = make("ul", { class: "library ed-library", role: "listbox", "aria-label": word("editor.library"), hidden: true });
    this.status = make("p", { class: "dim", role: "status" });
    const button = (name, kind = "") => make("button", { class: `btn${kind}`, type: "button" }, word(`editor.${name}`));
    [this.set, this.more] = [button("libraryPut", " main"), button("libraryMore")];
    const close = button("close");
    this.dialog = make("dialog", { class: "ed-dialog ed-picker", "aria-labelledby": "ed-picker-head" },
      make("h2", { id: "ed-picker-head" }, word("editor.library")),
      make("label", { class: "field" }, make("span", {}, word("editor.librarySearch")), this.input),
      this.status, this.list, make("div", { class: "acts" }, this.set, this.more, close));
    this.show([], null);
    close.addEventListener("click", () => this.dialog.close());
    this.set.addEventListener("click", () => this.choose());
    this.more.addEventListener("click", () => this.look(true));
    this.listen();
    this.dialog.addEventListener("close", () => { this.round += 1; this.closed(); });
    shown(this.dialog);
    this.input.focus();
    this.look(false);
  }

  listen() {
    this.input.addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.look(false), TYPING_MS);
    });
    this.input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Enter") this.look(false);
      else if (event.key === "ArrowDown") this.go(0);
      else return;
      event.preventDefault();
    });
    this.list.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("click", (event) => this.go(this.options.indexOf(event.target.closest("li"))));
    this.list.addEventListener("dblclick", () => this.choose());
  }

  get options() { return [...this.list.children]; }

  /** The place of the chosen one; -1 for none. */
  get place() { return this.options.findIndex((option) => option.getAttribute("aria-selected") === "true"); }

  /** Arrows go through the grid, Home and End to its ends; up from its first row leads back to the words. */
  key(event) {
    const { options, place } = this;
    const columns = options.filter((option) => option.offsetTop === options[0].offsetTop).length;
    const next = {
      ArrowRight: place + 1, ArrowLeft: place - 1, ArrowDown: place + columns, ArrowUp: place - columns,
      Home: 0, End: options.length - 1,
    }[event.key];
    if (event.key === "Enter" || event.key === " ") this.choose();
    else if (next === undefined) return;
    else if (next < 0) this.input.focus();
    else if (next < options.length) this.go(next);
    else if (!this.more.hidden) this.look(true);
    event.preventDefault();
  }

  /** Chooses the picture at a place, and leads to it. */
  go(place) {
    const target = this.options[place];
    if (!target) return;
    for (const option of this.options) {
      option.setAttribute("aria-selected", String(option === target));
      option.tabIndex = option === target ? 0 : -1;
    }
    this.set.disabled = false;
    target.focus();
  }

  /** Sets the chosen picture in. */
  choose() {
    const item = this.items[this.place];
    if (!item) return;
    const { name, caption, credit, alternative } = item;
    this.dialog.close();
    this.put({ media: name, caption, credit, alternative });
  }

  /** Asks the library for what is looked for, from its beginning or for the next page. */
  async look(isNext) {
    clearTimeout(this.typing);
    this.round += 1;
    const { round } = this;
    const query = new URLSearchParams({ kind: "picture" });
    const text = this.input.value.trim();
    if (text) query.set("q", text);
    if (isNext) query.set("after", this.next);
    try {
      const { status, json } = await ask(`${this.address}?${query}`, { wait: WAIT_MS });
      if (round !== this.round) return;
      if (status !== 200) throw new Error(reasonOf(json));
      const before = isNext ? this.items : [];
      this.show([...before, ...json.items], json.next);
      this.say(json.next);
      if (isNext) this.go(before.length);
    } catch (fault) {
      if (round === this.round) this.status.textContent = word("editor.libraryFailed", { why: fault.message });
    }
  }

  say(next) {
    const n = this.items.length;
    const key = n === 0 ? "libraryNone" : next ? "librarySome" : "libraryAll";
    this.status.textContent = word(`editor.${key}`, { n });
  }

  show(items, next) {
    Object.assign(this, { items, next });
    this.list.replaceChildren(...items.map((item, place) => this.option(item, place)));
    this.list.hidden = items.length === 0;
    this.more.hidden = next === null;
    this.set.disabled = true;
  }

  option({ title, alternative, caption, credit, thumb }, place) {
    const { src, width, height } = thumb;
    const line = (kind, text) => (text ? make("span", { class: kind }, text) : null);
    return make("li", { role: "option", "aria-selected": "false", tabindex: place ? -1 : 0 },
      make("img", { src, width, height, alt: alternative, loading: "lazy", decoding: "async" }),
      line("cap", title), line("cap", caption), line("cap dim", credit),
      line("sev w", alternative ? "" : word("editor.libraryNoAlternative")));
  }
}
