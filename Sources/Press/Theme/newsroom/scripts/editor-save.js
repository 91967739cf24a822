// Saving: two seconds after the last change, every ten while somebody writes, when the page is left; merged where
// somebody else has saved, and kept in the browser while the line is down.

import { ask, asksToSignIn, freshPage, reasonOf } from "./editor-queue.js";
import { fieldOf, isSame, labelOf, stateOf } from "./editor-fields.js";
import { follow } from "./editor-follow.js";
import { word } from "./editor-words.js";

const QUIET_MS = 2_000;
const WRITING_MS = 10_000;
const KEEP_MS = 1_000;
const WAIT_MS = 30_000;
const RETRY_MS = [2_000, 4_000, 8_000, 16_000, 30_000, 60_000];
/** A browser sends no more than 64 KB behind a page that is closed. */
const LEAVING_BYTES_MAX = 60_000;
/** So many states whose saving may or may not have reached the server are remembered. */
const LOST_MAX = 5;

export class Saver {
  /**
   * `read()` gives the state of now, `sent()` marks it as the one that a merged text answers, `merge(answer)` takes one
   * over and says whether it is all that the server has; `calm()` is done when the text may be changed under the hand
   * of who writes; `tell(event, facts)` says what happened. `base` is what the server has.
   */
  constructor({ form, base, queue, keep, read, sent, merge, calm, tell }) {
    Object.assign(this, { form, base, queue, keep, read, sent, merge, calm, tell });
    this.seen = Number(form.dataset.seen);
    this.version = 0;
    this.saved = 0;
    this.failures = 0;
    this.lost = [];
    this.isSending = false;
    this.isSignedOut = false;
    this.addEvents();
  }

  get isDirty() { return this.version !== this.saved; }

  addEvents() {
    const leave = () => { if (this.isDirty) { this.keepNow(); this.save({ isLeaving: true }); } };
    window.addEventListener("blur", leave);
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") leave();
      else if (this.isDirty && this.failures) this.save();
    });
    window.addEventListener("focus", () => { if (this.isDirty && this.isSignedOut) this.save(); });
    window.addEventListener("online", () => { if (this.isDirty) this.save(); });
    window.addEventListener("beforeunload", (event) => { if (this.isDirty && this.isUnkept) event.preventDefault(); });
  }

  /** Something was changed. */
  changed() {
    this.version += 1;
    this.tell("writing");
    this.keepTimer ??= setTimeout(() => { this.keepTimer = null; if (this.isDirty) this.keepNow(); }, KEEP_MS);
    if (this.failures) return;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.save(), QUIET_MS);
    this.writing ??= setTimeout(() => this.save(), WRITING_MS);
  }

  keepNow() {
    const isKept = this.keep.write(this.seen, this.read(), this.lost.at(-1));
    if (this.isUnkept !== !isKept && !isKept) this.tell("unkept");
    this.isUnkept = !isKept;
  }

  /** Sends the state of now unless it is saved; resolves when that is done or has failed. Never rejects. */
  save({ kind = "auto", isLeaving = false } = {}) {
    clearTimeout(this.quiet);
    clearTimeout(this.writing);
    clearTimeout(this.retry);
    this.writing = null;
    if (this.isSending && isLeaving) return Promise.resolve();
    return this.queue.run(async () => {
      if (!this.isDirty) return;
      this.isSending = true;
      try { await this.send(kind); } finally { this.isSending = false; }
    });
  }

  async send(kind) {
    if (this.isSignedOut && !(await this.signedInAgain())) return;
    const state = this.read();
    const version = this.version;
    if (isSame(state, this.base)) {
      this.saved = version;
      this.tell("clean");
      return this.rest();
    }
    const body = new URLSearchParams({
      ...state.head, csrf: fieldOf(this.form, "csrf").value, seen: String(this.seen), kind,
      body_json: JSON.stringify(state.body),
    });
    this.sent();
    this.lost = [...this.lost, state].slice(-LOST_MAX);
    let answer;
    try {
      const bytes = body.toString().length;
      answer = await ask(this.form.action, {
        body, csrf: body.get("csrf"), keepalive: bytes <= LEAVING_BYTES_MAX, wait: WAIT_MS,
      });
    } catch {
      return this.failed("offline");
    }
    await this.take(answer, state, version);
  }

  async take(answer, state, version) {
    const { status, json } = answer;
    const { lost } = this;
    this.lost = [];
    if (status >= 200 && status < 300 && Number.isInteger(json.revision)) {
      this.reached(json.revision);
      this.base = state;
      this.saved = version;
      this.tell("saved", json);
      this.rest();
    } else if (status === 409 && json.merged) {
      await this.stale(json, lost.slice(0, -1));
    } else if (asksToSignIn(answer)) {
      this.isSignedOut = true;
      this.failed("signedOut");
    } else if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
      const [label, why] = [labelOf(this.form, json?.error?.place), reasonOf(json)];
      const facts = { why: label ? word("editor.ofField", { label, why }) : why };
      this.failed(status === 413 ? "tooLarge" : "refused", facts);
    } else this.failed("offline");
  }

  /** Somebody has saved meanwhile; or this page has, and its answer was lost. */
  async stale(json, lost) {
    const from = this.seen;
    this.reached(json.revision);
    const theirs = json.theirs ? stateOf(json.theirs) : null;
    if (theirs) this.base = theirs;
    if (theirs && lost.some((one) => isSame(one, theirs))) return this.rest(0);
    await this.calm();
    const isWhole = this.merge(json);
    if (isWhole) this.saved = this.version;
    else this.version += 1;
    this.tell("merged", { ...json, from, conflicts: json.conflicts ?? [] });
    this.tell(this.isDirty ? "writing" : "clean");
    this.rest(0);
  }

  reached(revision) {
    this.seen = revision;
    this.form.dataset.seen = String(revision);
    // The other forms of the page, to sign or to send back, speak of the same text.
    for (const field of document.querySelectorAll("input[name=seen]")) field.value = String(revision);
    this.failures = 0;
    this.isSignedOut = false;
  }

  /** Goes on with what was typed while a save was under way. */
  rest(wait = QUIET_MS) {
    if (!this.isDirty) this.keep.clear();
    else this.quiet = setTimeout(() => this.save(), wait);
  }

  failed(why, facts = {}) {
    this.keepNow();
    this.tell(this.isUnkept && why !== "refused" ? "unkept" : why, facts);
    const wait = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)];
    this.failures += 1;
    // What was refused is sent again when it has changed.
    if (["refused", "tooLarge", "readOnly"].includes(why)) this.failures = 0;
    else this.retry = setTimeout(() => this.save(), wait);
  }

  /** Whether the person has signed in again, perhaps in another tab; takes over that session's word. */
  async signedInAgain() {
    const fresh = await freshPage(window.location.href, WAIT_MS).catch(() => null);
    if (fresh && !fresh.form) {
      this.isSignedOut = false;
      this.failed("readOnly");
      return false;
    }
    if (fresh?.person !== this.form.dataset.person) {
      this.failed("signedOut");
      return false;
    }
    fieldOf(this.form, "csrf").value = fresh.csrf;
    return true;
  }

  /** Somebody has saved a newer revision than the one seen here: merged with what is written, or simply taken over. */
  heard(revision) {
    if (!Number.isInteger(revision) || revision <= this.seen) return;
    if (this.isDirty) this.save();
    else this.queue.run(() => follow(this, WAIT_MS)).catch(() => {}); // Asked again by the next round.
  }
}
