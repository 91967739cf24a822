// The focal point is chosen by a click in the picture; files are dropped on their form.

import { lead } from "./blocks.js";

const startFocus = () => {
  const frame = document.querySelector("[data-focus]");
  const [x, y] = ["[data-x]", "[data-y]"].map((name) => document.querySelector(name));
  if (!frame || !x || !y) return;
  const picture = frame.querySelector("img");
  const point = document.createElement("span");
  point.className = "point";
  frame.append(point);
  const hint = document.querySelector("[data-focus-hint]");
  if (hint) hint.hidden = false;
  // The site's policy lets no style stand in a page; one that a script sets is the script's own.
  const show = () => {
    point.style.left = `${x.value || 50}%`;
    point.style.top = `${y.value || 50}%`;
  };
  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    x.value = Math.round((event.clientX - box.left) / box.width * 100);
    y.value = Math.round((event.clientY - box.top) / box.height * 100);
    show();
  });
  for (const field of [x, y]) field.addEventListener("input", show);
  show();
};

const startDrop = () => {
  for (const form of document.querySelectorAll("[data-drop]")) {
    const field = form.querySelector("input[type=file]");
    form.addEventListener("dragover", (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      form.classList.add("target");
    });
    form.addEventListener("dragleave", () => form.classList.remove("target"));
    form.addEventListener("drop", (event) => {
      form.classList.remove("target");
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      field.files = event.dataTransfer.files;
    });
  }
};

/** Says on this page why the files were not taken, where the page that came back says so; else shows what that says. */
const refuse = (page) => {
  const main = document.querySelector("main");
  for (const old of main.querySelectorAll(":scope > .say")) old.remove();
  const said = page.querySelector("main > .say[role=alert]");
  if (said) main.prepend(said);
  else main.replaceChildren(...page.querySelector("main").childNodes);
  lead(said ?? main.querySelector("h1"));
};

/** Files on their way show how far they are, and can be stopped. What comes back is shown as the browser would. */
const startSending = () => {
  for (const form of document.querySelectorAll("form[data-drop]")) {
    const work = form.querySelector("[data-work]");
    if (!work) continue;
    const field = form.querySelector("input[type=file]");
    const [bar, share, stop] = ["progress", "[data-work-share]", "[data-work-stop]"].map((name) => work.querySelector(name));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const request = new XMLHttpRequest();
      const end = () => {
        // The button to stop is about to go.
        if (work.contains(document.activeElement)) field.focus();
        work.hidden = true;
        delete form.dataset.sent;
      };
      request.upload.addEventListener("progress", (moved) => {
        if (!moved.lengthComputable) return;
        bar.value = Math.floor(moved.loaded / moved.total * 100);
        share.textContent = `${bar.value}%`;
      });
      request.addEventListener("load", () => {
        if (request.status < 400) location.assign(request.responseURL);
        else {
          end();
          refuse(new DOMParser().parseFromString(request.responseText, "text/html"));
        }
      });
      for (const name of ["error", "abort"]) request.addEventListener(name, end);
      stop.onclick = () => request.abort();
      bar.value = 0;
      share.textContent = "";
      work.hidden = false;
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "text/html");
      request.send(new FormData(form));
    });
  }
};

export const startPictures = () => {
  startFocus();
  startDrop();
  startSending();
};
