// Keys: each element that has one names it in `data-key`; `g` and a letter leads to a place of the bar.

const place = "desk.keys.single";

const remembered = () => {
  try {
    return localStorage.getItem(place) !== "off";
  } catch (fault) {
    return true; // A private window remembers nothing, and that is no fault.
  }
};

const isTyping = (element) =>
  element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) && element.type !== "checkbox";

/** `n`, `/`, `mod+Enter`, as `data-key` writes it. */
const nameOf = (event) => {
  const mod = event.ctrlKey || event.metaKey ? "mod+" : "";
  return mod + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
};

/**
 * Whether a field keeps a key for itself: there it takes a word away, or would do something to another form than the one
 * that is being filled in.
 */
const isKept = (field, name, target) => {
  if (!isTyping(field)) return false;
  if (name === "mod+Backspace") return true;
  return name === "mod+Enter" && Boolean(field.form) && field.form.id !== "story" && field.form !== target.form;
};

/** Presses a button or link, or goes to a field. */
const act = (element) => {
  if (isTyping(element)) element.focus();
  else element.click();
};

export const startKeys = () => {
  const dialog = document.getElementById("keys");
  const opener = document.querySelector("[data-keys]");
  let single = remembered();
  let led = -Infinity;

  const open = () => dialog && !dialog.open && dialog.showModal();
  if (opener && dialog) {
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      open();
    });
  }
  for (const button of document.querySelectorAll("[data-single]")) {
    button.hidden = false;
    button.setAttribute("aria-pressed", String(single));
    button.addEventListener("click", () => {
      single = !single;
      button.setAttribute("aria-pressed", String(single));
      try {
        localStorage.setItem(place, single ? "on" : "off");
      } catch (fault) { /* Then it holds for this page. */ }
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const name = nameOf(event);
    const isMod = name.startsWith("mod+");
    if (!isMod && (!single || isTyping(event.target) || document.querySelector("dialog[open]"))) return;
    let target = document.querySelector(`[data-key="${CSS.escape(name)}"]`);
    if (!isMod && event.timeStamp - led < 1500) {
      target = name === "h" ? document.querySelector(".dbar .small") : document.querySelector(`[data-go="${CSS.escape(name)}"]`);
    }
    led = !isMod && name === "g" ? event.timeStamp : -Infinity;
    if (!isMod && name === "?") open();
    if (!target || target.closest("[hidden]") || isKept(event.target, name, target)) return;
    event.preventDefault();
    act(target);
  });
};
