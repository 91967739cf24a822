// How blocks without text of their own are shown and edited: pictures, recordings, and what is not known.

import { pm } from "./editor-library.js";
import { make, word } from "./editor-words.js";

/** Where pictures that were uploaded on this page are shown from, by their names. */
export const sources = new Map();

const sourceOf = (media, form) =>
  typeof media === "string" ? sources.get(media) ?? (form.dataset.media ?? "/desk/media/") + media : null;

/** A block with labelled fields, which write its attributes. */
class FieldsView {
  constructor({ node, view, getPos }, { name, fields, head }) {
    this.node = node;
    this.name = name;
    this.inputs = new Map(fields.map((field) => [field, make("input", {
      class: "in", type: "text", value: node.attrs[field], maxlength: 2000, autocomplete: "off", "data-field": field,
    })]));
    const labels = [...this.inputs].map(([field, input]) =>
      make("label", { class: "field" }, make("span", {}, word(`editor.${field}`)), input));
    const remove = make("button", { type: "button", class: "link", "data-remove": true }, word("editor.remove"));
    this.dom = make("div", { class: `ed-block ed-${name}`, contenteditable: "false", role: "group", "aria-label": word(`editor.${name}`) },
      ...(head ? [head] : []), make("div", { class: "ed-fields" }, ...labels, remove));
    this.dom.addEventListener("input", (event) => {
      const field = event.target.dataset?.field;
      if (field) view.dispatch(view.state.tr.setNodeAttribute(getPos(), field, event.target.value));
    });
    this.dom.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) this.leave(event, view, getPos() + this.node.nodeSize);
      if (event.key === "Escape") this.leave(event, view, getPos());
    });
    remove.addEventListener("click", () => {
      const { tr } = view.state;
      const place = tr.doc.resolve(getPos());
      const isAlone = place.parent.childCount === 1 && place.parent.type.name === "gallery";
      const [from, to] = isAlone ? [place.before(), place.after()] : [getPos(), getPos() + this.node.nodeSize];
      view.dispatch(tr.deleteRange(from, to));
      view.focus();
    });
  }

  /** Goes back to the text: to the block itself, or behind it. */
  leave(event, view, place) {
    event.preventDefault();
    const { state } = view;
    const at = state.doc.resolve(Math.min(place, state.doc.content.size));
    const isNode = at.nodeAfter === this.node;
    const selection = isNode ? pm.state.NodeSelection.create(state.doc, place) : pm.state.Selection.near(at);
    view.dispatch(state.tr.setSelection(selection));
    view.focus();
  }

  update(node) {
    if (node.type !== this.node.type || JSON.stringify(node.attrs.media) !== JSON.stringify(this.node.attrs.media)) return false;
    this.node = node;
    for (const [field, input] of this.inputs) if (input.value !== node.attrs[field]) input.value = node.attrs[field];
    return true;
  }

  selectNode() { this.dom.classList.add("on"); }

  deselectNode() { this.dom.classList.remove("on"); }

  stopEvent(event) { return Boolean(event.target.closest?.(".ed-fields")); }

  ignoreMutation() { return true; }
}

const fileName = (media) => (typeof media === "string" ? media : media.file);

/** The views by the names of nodes, for an editor of this form. */
export const nodeViews = (form) => ({
  figure: (node, view, getPos) => {
    const source = sourceOf(node.attrs.media, form);
    const head = source
      ? make("img", { src: source, alt: node.attrs.alternative || word("editor.figure"), loading: "lazy" })
      : make("p", { class: "dim" }, fileName(node.attrs.media));
    return new FieldsView({ node, view, getPos }, { name: "figure", fields: ["caption", "credit", "alternative"], head });
  },
  audio: (node, view, getPos) => recording("audio", node, view, getPos),
  video: (node, view, getPos) => recording("video", node, view, getPos),
  opaque: (node) => ({
    dom: make("p", { class: "ed-block ed-opaque dim", contenteditable: "false" },
      word("editor.opaque", { type: node.attrs.json?.type ?? "" })),
  }),
});

const recording = (name, node, view, getPos) => new FieldsView({ node, view, getPos }, {
  name, fields: ["title"], head: make("p", { class: "dim" }, `${word(`editor.${name}`)} ${fileName(node.attrs.media)}`),
});
