// ProseMirror, as the editor library carries it; there once `load` is done.

export let pm;

/** Loads the library from its address. Throws where it cannot be had. */
export async function load(address) {
  ({ pm } = await import(address));
  if (!pm?.model?.Schema || !pm.view?.EditorView) throw new Error("not the library");
}
