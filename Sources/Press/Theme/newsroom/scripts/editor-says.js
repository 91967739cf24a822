// What the page says: whether the text is saved, and what was done to it.

import { make, timeOf, word } from "./editor-words.js";

export class Says {
  constructor(form, address) {
    this.address = address;
    this.saved = document.querySelector("[data-saved]");
    this.said = make("p", { class: "ed-said", role: "status" });
    (form.querySelector("[role=toolbar]") ?? form.firstElementChild).before(this.said);
  }

  /** Says what was done, once. */
  note(text) { this.said.textContent = text; }

  /**
   * What happened to a save: `saved`, `merged`, `offline`, `signedOut`, `tooLarge`, `refused`, `readOnly`, `unkept`.
   * `writing` and `clean` say nothing, and only note whether there is something to be saved.
   */
  event(name, facts = {}) {
    const time = facts.saved ?? timeOf(Date.now());
    const inside = [word(`editor.${name}`, { time, n: facts.conflicts?.length ?? 0, why: facts.why ?? "" })];
    if (name === "writing" || name === "clean") {
      const isQuiet = ["saved", "merged", "writing", undefined].includes(this.saved?.dataset.state);
      if (this.saved && isQuiet) this.saved.dataset.state = name === "clean" ? "saved" : name;
      return;
    }
    if (name === "merged") this.merged(facts);
    if (name === "signedOut") {
      inside.push(" ", make("a", { href: "/desk/sign-in", target: "_blank", rel: "noopener" }, word("editor.signIn")));
    }
    if (!this.saved) return;
    this.saved.dataset.state = name;
    if (this.saved.textContent !== inside.map((one) => one.textContent ?? one).join("")) this.saved.replaceChildren(...inside);
  }

  /** That somebody else's text came in; where both texts were kept this stays until it is put away. */
  merged({ conflicts, from, revision }) {
    const compare = make(
      "a", { href: `${this.address}/difference?old=${from}&new=${revision}` }, word("editor.compare"));
    if (!conflicts.length) {
      this.said.replaceChildren(word("editor.cameIn"), " ", compare);
      return;
    }
    this.conflict?.remove();
    const away = make("button", { type: "button", class: "link" }, word("editor.close"));
    this.conflict = make("div", { class: "ed-offer ed-conflict", role: "alert" },
      make("p", {}, word("editor.bothKept", { n: conflicts.length }), " ", compare), away);
    away.addEventListener("click", () => {
      this.conflict.remove();
      document.querySelector(".ed-text")?.focus();
    });
    this.said.after(this.conflict);
  }

  /** What was left out of a paste. */
  dropped(counts) {
    const parts = Object.entries(counts).filter(([, n]) => n > 0).map(([name, n]) => word(`editor.dropped.${name}`, { n }));
    this.note(parts.length ? word("editor.dropped", { parts: parts.join(word("editor.gap")) }) : "");
  }
}
