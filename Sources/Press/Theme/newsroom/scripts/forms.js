// Small helps of forms: a reason that is asked for before a story goes back, and nothing sent twice.

export const startForms = () => {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  for (const field of document.querySelectorAll("[data-copy]")) field.addEventListener("focus", () => field.select());
  for (const button of document.querySelectorAll("[data-needs-why]")) {
    button.addEventListener("click", (event) => {
      const why = button.form && button.form.querySelector("[data-why]");
      if (!why) return;
      why.required = true;
      if (!why.reportValidity()) event.preventDefault();
    });
    for (const other of button.form ? button.form.querySelectorAll("button:not([data-needs-why])") : []) {
      other.addEventListener("click", () => {
        const why = button.form.querySelector("[data-why]");
        if (why) why.required = false;
      });
    }
  }
  // A second click while the first is on its way changes nothing.
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.method === "dialog") return;
    if (event.target.dataset.sent) event.preventDefault();
    else {
      event.target.dataset.sent = "1";
      setTimeout(() => delete event.target.dataset.sent, 4000);
    }
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
};
