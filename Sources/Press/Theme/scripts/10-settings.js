// Reading settings: size of the letters, face of the text, light or dark. inline.js has applied them before paint.

feature("settings", () => {
  const root = document.documentElement;
  const buttons = all("button[data-set]");
  if (!buttons.length) return;

  const apply = () => {
    for (const name of ["size", "face", "theme"]) {
      const value = memory.read(name);
      if (/^[a-z]{1,9}$/.test(value)) root.setAttribute(`data-${name}`, value);
      else root.removeAttribute(`data-${name}`);
    }
    mark();
  };
  const mark = () => {
    for (const button of buttons) {
      const chosen = root.getAttribute(`data-${button.dataset.set}`) || "";
      button.setAttribute("aria-pressed", String(chosen === button.dataset.value));
    }
  };

  for (const button of buttons) {
    button.addEventListener("click", () => {
      const { set, value, said } = button.dataset;
      if (value) root.setAttribute(`data-${set}`, value);
      else root.removeAttribute(`data-${set}`);
      memory.write(set, value);
      mark();
      tell(said || button.textContent);
    });
  }
  // Another window of the paper, and a page that the browser had put aside.
  addEventListener("storage", apply);
  addEventListener("pageshow", (event) => { if (event.persisted) apply(); });
  mark();
  offer("settings");
});
