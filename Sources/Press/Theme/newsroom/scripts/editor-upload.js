// Pictures that are pasted, dropped or chosen: sent to the library one after the other, and set in where they fell.

import { sources } from "./editor-views.js";
import { reasonOf } from "./editor-queue.js";
import { make, word } from "./editor-words.js";

/** So many pictures are taken at once. */
const PICTURES_MAX = 20;

export class Uploads {
  /** `insert(attributes, place)` sets a picture in; `csrf()` is the form's word; `say(text)` tells the person. */
  constructor({ address, csrf, insert, say }) {
    Object.assign(this, { address, csrf, insert, say });
    this.places = [];
    this.last = Promise.resolve();
  }

  /** Keeps the places of pictures on their way where they are in the changed text. */
  changed(transaction) {
    for (const one of this.places) if (one.place !== null) one.place = transaction.mapping.map(one.place);
  }

  /** Takes the pictures of a paste or drop: whether there were any, and nothing else to paste. */
  take(transfer, place) {
    const pictures = [...(transfer?.files ?? [])].filter((file) => file.type.startsWith("image/"));
    const html = transfer?.getData("text/html") ?? "";
    const isText = html.replace(/<[^>]*>/g, "").trim() !== "" || (transfer?.getData("text/plain") ?? "").trim() !== "";
    if (!pictures.length || isText) return false;
    this.send(pictures, place);
    return true;
  }

  /** Asks for picture files. */
  choose() {
    const input = make("input", { type: "file", accept: "image/jpeg,image/png,image/gif,image/webp", multiple: true });
    input.addEventListener("change", () => this.send([...input.files], null));
    input.click();
  }

  send(files, place) {
    if (files.length > PICTURES_MAX) this.say(word("editor.picturesMax", { n: PICTURES_MAX }));
    for (const file of files.slice(0, PICTURES_MAX)) {
      const entry = { place };
      this.places.push(entry);
      this.last = this.last.then(() => this.one(file, entry)).finally(() => {
        this.places = this.places.filter((one) => one !== entry);
      });
    }
  }

  async one(file, entry) {
    this.say(word("editor.uploading", { name: file.name }));
    const body = new FormData();
    body.append("csrf", this.csrf());
    body.append("files", file);
    try {
      const answer = await fetch(this.address, {
        method: "POST", body, headers: { Accept: "application/json", "X-CSRF": this.csrf() }, credentials: "same-origin",
      });
      const json = await answer.json().catch(() => ({}));
      const { name, src } = json;
      if (!answer.ok || !name) throw new Error(reasonOf(json));
      if (src) sources.set(name, src);
      this.insert({ media: name }, entry.place);
      this.say(word("editor.uploaded", { name: file.name }));
    } catch (fault) {
      this.say(word("editor.uploadFailed", { name: file.name, why: fault.message }));
    }
  }
}
