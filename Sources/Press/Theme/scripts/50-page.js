// Print, and back to the top once the first screen is behind.

feature("print", () => {
  if (!window.print || inWeChat) return;
  for (const button of all('button[data-offer~="print"]')) button.addEventListener("click", () => window.print());
  offer("print");
});

feature("top", () => {
  const links = all('a[data-offer~="top"]');
  if (!links.length) return;
  let waits = false;
  const look = () => {
    waits = false;
    const isFar = window.pageYOffset > window.innerHeight;
    links.forEach((link) => { if (document.activeElement !== link) link.hidden = !isFar; });
  };
  addEventListener("scroll", () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(look);
  }, { passive: true });
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const target = document.getElementById((link.getAttribute("href") || "").slice(1)) || document.body;
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
      window.scrollTo({ top: 0, behavior: isCalm() ? "auto" : "smooth" });
      target.addEventListener("blur", () => target.removeAttribute("tabindex"), { once: true });
      look();
    });
    link.addEventListener("blur", look);
  }
  look();
});
