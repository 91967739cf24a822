// Saving: two seconds after the last change, every ten while somebody writes, when the page is left; merged where
// somebody else has saved, and kept in the browser while the line is down.

import { ask, freshCSRF } from "./editor-queue.js";
import { fieldOf, isSame, stateOf } from "./editor-fields.js";

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
   * over and says whether it is all that the server has; `tell(event, facts)` says what happened.
   */
  constructor({ form, queue, keep, read, sent, merge, tell }) {
    Object.assign(this, { form, queue, keep, read, sent, merge, tell });
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
  save({ kind = "auto", isForced = false, isLeaving = false } = {}) {
    clearTimeout(this.quiet);
    clearTimeout(this.writing);
    clearTimeout(this.retry);
    this.writing = null;
    if (this.isSending && isLeaving) return Promise.resolve();
    return this.queue.run(async () => {
      if (!this.isDirty && !isForced) return;
      this.isSending = true;
      try { await this.send(kind); } finally { this.isSending = false; }
    });
  }

  async send(kind) {
    if (this.isSignedOut && !(await this.signedInAgain())) return this.failed("signedOut");
    const state = this.read();
    const version = this.version;
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
    this.take(answer, version);
  }

  take({ status, json }, version) {
    const { lost } = this;
    this.lost = [];
    if (status === 200 && Number.isInteger(json.revision)) {
      this.reached(json.revision);
      this.saved = version;
      this.tell("saved", json);
      this.rest();
    } else if (status === 409 && json.merged) {
      this.stale(json, lost.slice(0, -1), version);
    } else if (status === 401 || status === 403) {
      this.isSignedOut = true;
      this.failed("signedOut", json);
    } else if (status === 413 || status === 422) {
      this.failed(status === 413 ? "tooLarge" : "refused", json);
    } else this.failed("offline", json);
  }

  /** Somebody has saved meanwhile; or this page has, and its answer was lost. */
  stale(json, lost, version) {
    const from = this.seen;
    this.reached(json.revision);
    const theirs = json.theirs ? stateOf(json.theirs) : null;
    if (theirs && lost.some((one) => isSame(one, theirs))) return this.rest(0);
    const isWhole = this.merge(json);
    if (isWhole && this.version === version) this.saved = this.version;
    else this.version += 1;
    this.tell("merged", { ...json, from, conflicts: json.conflicts ?? [] });
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

  failed(why, json = {}) {
    this.keepNow();
    this.tell(this.isUnkept && why !== "refused" ? "unkept" : why, json);
    const wait = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)];
    this.failures += 1;
    // What was refused is sent again when it has changed.
    if (why === "refused" || why === "tooLarge") this.failures = 0;
    else this.retry = setTimeout(() => this.save(), wait);
  }

  /** Whether the person has signed in again, perhaps in another tab; takes over that session's word. */
  async signedInAgain() {
    try {
      const fresh = await freshCSRF(window.location.href);
      if (!fresh || fresh.person !== this.form.dataset.person) return false;
      fieldOf(this.form, "csrf").value = fresh.csrf;
      return true;
    } catch {
      return false;
    }
  }

  /** Somebody has saved a newer revision than the one seen here: takes it over at once. */
  heard(revision) {
    if (Number.isInteger(revision) && revision > this.seen) this.save({ isForced: true });
  }
}
