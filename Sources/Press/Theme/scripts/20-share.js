// Sharing: copy the address, the system's share sheet, and WeChat's own menu where we are inside WeChat.

feature("share", () => {
  if (inWeChat) {
    offer("wechat");
    all('[data-outside~="wechat"]').forEach((element) => { element.hidden = true; });
  }
});

feature("copy", () => {
  const canWrite = Boolean(navigator.clipboard && navigator.clipboard.writeText);
  if (!canWrite && !document.execCommand) return;

  const copy = async (words) => {
    if (canWrite) {
      try {
        await navigator.clipboard.writeText(words);
        return;
      } catch (fault) {
        // Refused, as in some frames and web views: the old way may still do.
      }
    }
    copyBySelection(words);
  };
  const copyBySelection = (words) => {
    const before = document.activeElement;
    const field = document.createElement("textarea");
    field.value = words;
    field.readOnly = true;
    field.className = "vh";
    document.body.append(field);
    field.select();
    field.setSelectionRange(0, words.length);
    const done = Boolean(document.execCommand) && document.execCommand("copy");
    field.remove();
    if (before && before.focus) before.focus();
    if (!done) throw new Error("copy");
  };

  for (const button of all('button[data-offer~="copy"]')) {
    const label = button.textContent;
    let timer = 0;
    button.addEventListener("click", async () => {
      try {
        await copy(button.dataset.text || pageAddress());
        tell(button.dataset.done);
        button.textContent = button.dataset.done || label;
        clearTimeout(timer);
        timer = setTimeout(() => { button.textContent = label; }, 2500);
      } catch (fault) {
        tell(button.dataset.failed);
      }
    });
  }
  offer("copy");
});

feature("share sheet", () => {
  if (!navigator.share || inWeChat) return;
  for (const button of all('button[data-offer~="share-sheet"]')) {
    button.addEventListener("click", () => {
      const title = fact("og:title") || document.title;
      navigator.share({ title, text: fact("og:description"), url: pageAddress() }).catch(() => {
        // The reader closed the sheet, or it is open already.
      });
    });
  }
  offer("share-sheet");
});
