// The editor of a story. Without it, or where its library cannot be had, the form and its text area do the same.

import { load, pm } from "./editor-library.js";
import { makeSchema } from "./editor-schema.js";
import { bodyOf, documentOf } from "./editor-body.js";
import { calm, insertFigure, makeView } from "./editor-view.js";
import { startToolbar } from "./editor-toolbar.js";
import { showKeys } from "./editor-dialogs.js";
import { fieldOf, headOf, isSame, mergeHead, stateOf } from "./editor-fields.js";
import { takeOver } from "./editor-merge.js";
import { Keep } from "./editor-keep.js";
import { Queue } from "./editor-queue.js";
import { Saver } from "./editor-save.js";
import { Uploads } from "./editor-upload.js";
import { Picker } from "./editor-picker.js";
import { showPresent, startPresence } from "./editor-presence.js";
import { startCounts } from "./editor-counts.js";
import { tidy } from "./editor-tidy.js";
import { offerKept } from "./editor-offer.js";
import { Says } from "./editor-says.js";

/** So often a text is merged and saved again before a form is sent. */
const SAVES_MAX = 4;

class StoryEditor {
  constructor(form) {
    this.form = form;
    this.address = form.action.replace(/\/revisions$/, "");
    this.says = new Says(form, this.address);
    this.queue = new Queue();
    this.schema = makeSchema();
    const place = form.querySelector("[data-editor-place]") ?? document.querySelector("[data-editor-place]");
    const body = JSON.parse(document.getElementById("body-json").textContent);
    this.since = new pm.transform.Mapping();
    this.makeView(place, documentOf(this.schema, body));
    this.takeOverForm(place);
    this.start({ head: headOf(form), body });
  }

  makeView(place, doc) {
    const csrf = () => fieldOf(this.form, "csrf").value;
    const address = this.form.dataset.upload ?? "/desk/media";
    const insert = (attributes, at) => insertFigure(this.view, attributes, at ?? this.view.state.selection.to);
    this.uploads = new Uploads({ address, csrf, say: (text) => this.says.note(text), insert });
    this.picker = new Picker({ address, put: insert, closed: () => this.view.focus() });
    const page = {
      changed: (transaction) => this.changed(transaction),
      takesFiles: (transfer, at) => this.uploads.take(transfer, at ?? this.view.state.selection.to),
      dropped: (counts) => this.says.dropped(counts),
      run: (name) => this.toolbar.run(name),
      toToolbar: () => this.toolbar.focus(),
      goForth: () => document.querySelector('[data-key="mod+Enter"]')?.click(),
      showKeys,
    };
    this.view = makeView({ schema: this.schema, doc, place, form: this.form, page });
    this.sentDoc = this.view.state.doc;
    this.toolbar = startToolbar(this.view, {
      figure: { run: () => this.uploads.choose() },
      library: { run: () => this.picker.open() },
      tidy: { run: () => tidy(this) },
    });
  }

  /** The text area steps back: it is not sent, and the hidden field with the body's JSON is. */
  takeOverForm(place) {
    const plain = fieldOf(this.form, "body");
    if (plain) {
      plain.removeAttribute("name");
      plain.disabled = true;
      (plain.closest("[data-plain-body]") ?? plain.closest("label") ?? plain).hidden = true;
    }
    for (const button of document.querySelectorAll("[data-plain]")) button.hidden = true;
    this.hidden = document.createElement("input");
    Object.assign(this.hidden, { type: "hidden", name: "body_json" });
    this.form.append(this.hidden);
    place.hidden = false;
    // What stands below has moved; who was on their way there by keyboard is not left behind.
    requestAnimationFrame(() => {
      const { activeElement: focus, body } = document;
      if (focus && focus !== body) focus.scrollIntoView({ block: "nearest" });
    });
  }

  start(server) {
    this.keep = new Keep(this.form.dataset.story, this.form.dataset.person);
    this.saver = new Saver({
      form: this.form, base: server, queue: this.queue, keep: this.keep,
      read: () => this.state(), sent: () => this.markSent(), merge: (answer) => this.merge(answer),
      calm: () => calm(this.view),
      tell: (event, facts) => { this.says.event(event, facts); if (facts?.present) showPresent(facts.present); },
    });
    this.counts = startCounts(this.form, () => this.view.state.doc);
    this.form.addEventListener("input", (event) => {
      if (!event.target.closest("[data-editor-place]")) this.saver.changed();
    });
    document.addEventListener("submit", (event) => this.submit(event));
    document.addEventListener("keydown", (event) => this.key(event));
    startPresence({
      address: `${this.address}/presence`, csrf: () => fieldOf(this.form, "csrf").value, queue: this.queue,
      heard: (revision) => this.saver.heard(revision),
    });
    offerKept(this, server);
  }

  state() { return { head: headOf(this.form), body: bodyOf(this.view.state.doc) }; }

  changed(transaction) {
    this.since.appendMapping(transaction.mapping);
    this.tidying?.appendMapping(transaction.mapping);
    this.uploads.changed(transaction);
    this.toolbar?.show(this.view.state);
    if (!transaction.docChanged) return;
    this.counts?.show();
    this.saver?.changed();
  }

  markSent() {
    this.sentDoc = this.view.state.doc;
    this.sentHead = headOf(this.form);
    this.since = new pm.transform.Mapping();
  }

  /** Takes a merged text over; whether the server has all of it already. */
  merge(answer) {
    const [merged, theirs] = [stateOf(answer.merged), answer.theirs ? stateOf(answer.theirs) : null];
    mergeHead(this.form, this.sentHead, merged.head);
    takeOver(this.view, this.sentDoc, documentOf(this.schema, merged.body), this.since);
    this.markSent();
    return theirs !== null && isSame(theirs, this.state());
  }

  /** Puts another state in place of this one, as one step that can be undone. */
  replace(state) {
    mergeHead(this.form, headOf(this.form), state.head);
    const since = new pm.transform.Mapping();
    takeOver(this.view, this.view.state.doc, documentOf(this.schema, state.body), since);
  }

  /** A save stays on the page; anything else that is sent waits until what is written is saved. */
  async submit(event) {
    const { submitter, target } = event;
    this.hidden.value = JSON.stringify(bodyOf(this.view.state.doc));
    if (target.method === "dialog" || this.isLeaving || (target !== this.form && !this.saver.isDirty)) return;
    event.preventDefault();
    const isSave = target === this.form && (!submitter || submitter.value === "save");
    for (let round = 0; round < SAVES_MAX && (round === 0 || this.saver.isDirty); round += 1) {
      await this.saver.save({ kind: "save" });
      if (this.saver.failures) return;
    }
    if (isSave || this.saver.isDirty) return;
    // Where nothing had to be saved this is still within the event, in which a form cannot be sent again.
    await new Promise((done) => { setTimeout(done); });
    this.isLeaving = true;
    this.hidden.value = JSON.stringify(bodyOf(this.view.state.doc));
    delete target.dataset.sent;
    target.requestSubmit(submitter);
  }

  /** Goes on with a text that an earlier page kept: it replaces this one, and is merged where it is late. */
  takeKept(entry) {
    this.saver.seen = entry.seen;
    this.replace(entry);
    this.saver.changed();
    this.saver.keepNow();
    this.keep.clear(entry.key);
    this.saver.save();
    this.view.focus();
  }

  key(event) {
    if (event.defaultPrevented) return;
    const isText = event.target.closest("input, textarea, select, [contenteditable]");
    const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s";
    if (isSave) {
      event.preventDefault();
      this.saver.save({ kind: "save" });
    } else if (event.key === "F1" || (event.key === "?" && !isText && !document.getElementById("keys"))) {
      event.preventDefault();
      showKeys();
    } else if (event.altKey && event.key === "F10") {
      event.preventDefault();
      this.toolbar.focus();
    }
  }
}

const form = document.querySelector("form#story[data-editor]");
if (form) {
  const library = form.dataset.library ?? new URL("./prosemirror.js", import.meta.url).href;
  load(library).then(() => { new StoryEditor(form); })
    .catch((fault) => { console.info("The text area stays:", fault); });
}
