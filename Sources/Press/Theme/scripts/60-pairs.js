// The issue page: a headline and its place on the picture light each other, by pointer and by key.

feature("pairs", () => {
  for (const root of all("[data-pairs]")) {
    const members = all("[data-pair]", root);
    const nameOf = (element) => {
      const member = element && element.closest ? element.closest("[data-pair]") : null;
      return member && root.contains(member) ? member.getAttribute("data-pair") : null;
    };
    const light = (name) => {
      members.forEach((member) => {
        member.classList.toggle("on", name !== null && member.getAttribute("data-pair") === name);
      });
    };
    root.addEventListener("mouseover", (event) => light(nameOf(event.target) || nameOf(document.activeElement)));
    root.addEventListener("mouseleave", () => light(nameOf(document.activeElement)));
    root.addEventListener("focusin", (event) => light(nameOf(event.target)));
    root.addEventListener("focusout", () => light(null));
    addEventListener("keydown", (event) => { if (event.key === "Escape") light(null); });
    addEventListener("pagehide", () => light(null));
  }
});
