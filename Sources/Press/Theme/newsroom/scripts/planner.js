// The planner: stories are dragged, or moved with Alt and the arrow keys. What moves is posted as the form beside it
// would post it, so that a page without scripts does the same.

const place = "desk.planner.story";

const remember = (story) => {
  try {
    sessionStorage.setItem(place, story);
  } catch (fault) { /* Then the focus is at the top of the page. */ }
};

/** The story that was moved has the focus again. */
const refocus = () => {
  try {
    const story = sessionStorage.getItem(place);
    sessionStorage.removeItem(place);
    const link = story && document.querySelector(`[data-story="${CSS.escape(story)}"] [data-open]`);
    if (link) {
      link.focus();
      link.scrollIntoView({ block: "center" });
    }
  } catch (fault) { /* As above. */ }
};

export const startPlanner = () => {
  const form = document.getElementById("mover");
  if (!form) return;
  refocus();
  document.addEventListener("submit", (event) => {
    const row = event.target.closest("[data-story]");
    if (row) remember(row.dataset.story);
  });

  const move = (story, what, page = "", position = "") => {
    for (const [name, value] of Object.entries({ story, do: what, page, position })) form.elements[name].value = value;
    for (const name of ["page", "position"]) form.elements[name].disabled = form.elements[name].value === "";
    remember(story);
    form.requestSubmit();
  };

  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const row = document.activeElement && document.activeElement.closest("[data-story]");
    if (!row) return;
    const page = row.closest("[data-page]");
    const pages = Array.from(document.querySelectorAll("[data-page]"));
    const next = (step) => pages[page ? pages.indexOf(page) + step : 0];
    if (!/^Arrow/.test(event.key)) return;
    // Also where there is nowhere to go: else the browser would leave the page.
    event.preventDefault();
    if (event.key === "ArrowUp" && row.previousElementSibling && page) move(row.dataset.story, "up");
    else if (event.key === "ArrowDown" && row.nextElementSibling && page) move(row.dataset.story, "down");
    else if (event.key === "ArrowLeft" && next(-1)) move(row.dataset.story, "page", next(-1).dataset.page);
    else if (event.key === "ArrowRight" && next(1)) move(row.dataset.story, "page", next(1).dataset.page);
  });

  let carried = null;
  for (const row of document.querySelectorAll("[data-story]")) {
    row.draggable = true;
    row.addEventListener("dragstart", (event) => {
      carried = row;
      row.classList.add("carried");
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", row.dataset.story);
    });
    row.addEventListener("dragend", () => {
      carried = null;
      row.classList.remove("carried");
      for (const marked of document.querySelectorAll(".target")) marked.classList.remove("target");
    });
  }

  /** Before which row of a page something falls; null for its end. */
  const before = (page, height) =>
    Array.from(page.querySelectorAll("[data-story]")).find((row) => {
      const box = row.getBoundingClientRect();
      return row !== carried && height < box.top + box.height / 2;
    }) || null;

  for (const page of document.querySelectorAll("[data-page]")) {
    page.addEventListener("dragover", (event) => {
      if (!carried) return;
      event.preventDefault();
      for (const marked of document.querySelectorAll(".target")) marked.classList.remove("target");
      (before(page, event.clientY) || page).classList.add("target");
    });
    page.addEventListener("drop", (event) => {
      if (!carried) return;
      event.preventDefault();
      const others = Array.from(page.querySelectorAll("[data-story]")).filter((row) => row !== carried);
      const row = before(page, event.clientY);
      move(carried.dataset.story, "page", page.dataset.page, String(row ? others.indexOf(row) : others.length));
    });
  }
};
