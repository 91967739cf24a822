// An address that is shown once, copied by a button: through the clipboard where the browser lets a page write to it,
// else out of its own field.

const copy = async (field) => {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch (fault) {
    // Refused, or a plain line, on which there is no clipboard: the old way may still do.
  }
  field.focus();
  field.select();
  return Boolean(document.execCommand) && document.execCommand("copy");
};

export const startCopying = () => {
  for (const button of document.querySelectorAll("[data-copies]")) {
    const place = button.closest("section");
    const field = place.querySelector("[data-copy]");
    const said = place.querySelector("[data-said]");
    button.hidden = false;
    button.addEventListener("click", async () => {
      said.textContent = "";
      said.textContent = (await copy(field)) ? button.dataset.copies : button.dataset.failed;
    });
  }
};
