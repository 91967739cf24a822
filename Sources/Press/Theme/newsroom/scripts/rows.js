// Rows of a list are walked with j and k, opened with Enter, chosen with x.

/** Whether a key of one letter is one of the page: nobody types, and no dialog is open. */
export const isFree = (event) =>
  !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing
  && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && !event.target.isContentEditable
  && !document.querySelector("dialog[open]");

/** Whether keys of one letter are on. */
export const isOn = () => document.querySelector("[data-single]")?.getAttribute("aria-pressed") !== "false";

export const startRows = () => {
  const rows = Array.from(document.querySelectorAll("[data-rows] > li"));
  if (!rows.length) return;
  const boxes = rows.map((row) => row.querySelector("input[type=checkbox]"));
  const output = document.querySelector("[data-chosen]");
  const count = () => {
    if (output) output.textContent = boxes.filter((box) => box && box.checked).length || "";
  };
  const here = () => rows.findIndex((row) => row.contains(document.activeElement));
  const go = (place) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, place))];
    row.querySelector("[data-open]").focus();
    row.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.type === "checkbox" ? false : !isFree(event);
    if (typing || !isOn()) return;
    if (event.key === "j") go(here() + 1);
    else if (event.key === "k") go(here() < 0 ? 0 : here() - 1);
    else if (event.key === "x" && here() >= 0 && boxes[here()]) {
      boxes[here()].checked = !boxes[here()].checked;
      count();
    } else return;
    event.preventDefault();
  });
  document.addEventListener("change", count);
  count();
};
