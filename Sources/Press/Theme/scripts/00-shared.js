// What the features share. Every other file is one feature, and sees nothing of the others.

/** Starts a feature. A fault in one leaves the others standing. */
const feature = (name, start) => {
  try {
    start();
  } catch (fault) {
    console.error(name, fault);
  }
};

const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

/** Shows what waits for a feature that works here. */
const offer = (name) => all(`[data-offer~="${name}"]`).forEach((element) => { element.hidden = false; });

/** The content of a meta element, by its name or property; "" where there is none. */
const fact = (name) => {
  const element = document.querySelector(`meta[name="${name}"], meta[property="${name}"]`);
  return element ? element.content : "";
};

/** The address to share: the canonical one, without what a messenger has hung on it. */
const pageAddress = () => {
  const link = document.querySelector('link[rel="canonical"]');
  return link ? link.href : location.href.replace(/#.*/, "");
};

const inWeChat = /MicroMessenger/i.test(navigator.userAgent);

/** Whether the reader wants no motion. */
const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** What the browser remembers for the reader. A private window remembers nothing, and that is no fault. */
const memory = {
  read(name) {
    try {
      return localStorage.getItem(name) || "";
    } catch (fault) {
      return "";
    }
  },
  write(name, value) {
    try {
      if (value) localStorage.setItem(name, value);
      else localStorage.removeItem(name);
    } catch (fault) {
      // Nothing to do: the setting holds for this page.
    }
  },
};

/** Says what has happened, to those who hear the page. */
const tell = (words) => {
  let region = document.querySelector("[data-status]");
  if (!region) {
    region = document.createElement("p");
    region.className = "vh";
    region.setAttribute("role", "status");
    region.setAttribute("data-status", "");
    document.body.append(region);
  }
  region.textContent = "";
  setTimeout(() => { region.textContent = words || ""; }, 60);
};
