// What is not yet saved, kept in the browser: under the story, one entry for each page that writes it.

/** The longest text that is kept, in characters. */
export const KEPT_MAX = 2_000_000;
/** So many texts of a story are looked at. */
const ENTRIES_MAX = 20;

export class Keep {
  constructor(story, person) {
    this.prefix = `desk-story-${story}-`;
    this.key = this.prefix + Math.random().toString(36).slice(2, 10);
    this.person = person;
    // Held as long as the page lives, so that another page sees that this text has an owner.
    navigator.locks?.request(this.key, () => new Promise(() => {}));
  }

  /** Keeps a state with the revision that it was made from, and one on its way to the server. Whether it could. */
  write(seen, state, sent = null) {
    const text = JSON.stringify({ seen, at: Date.now(), person: this.person, ...state, sent });
    if (text.length > KEPT_MAX) return false;
    try {
      localStorage.setItem(this.key, text);
      return true;
    } catch {
      return false;
    }
  }

  clear(key = this.key) {
    try { localStorage.removeItem(key); } catch { /* Where nothing can be kept there is nothing to take away. */ }
  }

  /** What pages that are gone have kept of this person's, the newest first: `{key, seen, at, head, body, sent}`. */
  async found() {
    const held = new Set((await navigator.locks?.query())?.held?.map((lock) => lock.name) ?? []);
    const entries = [];
    try {
      for (const key of Object.keys(localStorage)) {
        if (!key.startsWith(this.prefix) || held.has(key) || entries.length >= ENTRIES_MAX) continue;
        try {
          const entry = JSON.parse(localStorage.getItem(key));
          if (entry.person === this.person && entry.head && entry.body) entries.push({ key, ...entry });
        } catch { /* Written by something else: left alone. */ }
      }
    } catch { /* A browser that keeps nothing. */ }
    return entries.sort((one, two) => two.at - one.at);
  }
}
