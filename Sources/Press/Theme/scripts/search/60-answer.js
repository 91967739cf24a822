// An answer as the page shows it, made from the shape that the page brings.

const all = (selector, root) => Array.from(root.querySelectorAll(selector));

/** The nodes of an answer: what was found, in order, and the ways on. `values` are those of the address. */
const show = (results, answer, values) => {
  const shape = document.querySelector("[data-shape]").content.cloneNode(true);
  const words = results.dataset;
  const one = (selector, root = shape) => root.querySelector(selector);
  const address = (change) => {
    const next = new URLSearchParams(values);
    next.delete("cursor");
    Object.keys(change).forEach((name) => {
      if (change[name]) next.set(name, change[name]);
      else next.delete(name);
    });
    return `/search?${next}`;
  };
  const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
  const runs = (element, texts) => {
    element.textContent = "";
    texts.forEach((run) => {
      const part = document.createElement(run.isMarked ? "mark" : "span");
      part.textContent = run.text;
      element.append(...(run.isMarked ? [part] : part.childNodes));
    });
  };

  const counted = answer.total === 1 ? words.foundOne : words.foundMany;
  one("[data-found]").textContent = answer.total === 0
    ? words.foundNone.replace("{query}", values.get("q"))
    : counted.replace("{n}", grouped(answer.total)) + words.foundIn.replace("{ms}", answer.milliseconds);
  const note = one(".note");
  if (note) note.remove();
  if (answer.total === 0) {
    all(".orders, .list, .narrow", shape).forEach((part) => part.remove());
    return Array.from(shape.childNodes);
  }

  const sort = values.get("sort") === "date" ? "date" : "";
  all(".orders a:not(.narrow-link)", shape).forEach((link) => {
    const own = new URLSearchParams(link.getAttribute("href").split("?")[1]).get("sort") || "";
    link.setAttribute("href", address({ sort: own }));
    if (own === sort) link.setAttribute("aria-current", "true");
  });

  const list = one(".cards");
  const hit = list.firstElementChild;
  hit.remove();
  answer.hits.forEach((found) => {
    const item = hit.cloneNode(true);
    if (found.language) item.lang = found.language;
    const link = one("a", item);
    link.setAttribute("href", found.href);
    runs(link, found.headline);
    if (found.summary.length > 0) runs(one(".sum", item), found.summary);
    else one(".sum", item).remove();
    const facts = one(".facts-of", item);
    facts.textContent = "";
    found.facts.forEach((fact) => {
      const part = document.createElement("span");
      part.textContent = fact;
      facts.append(part, " ");
    });
    list.append(item);
  });
  if (answer.next) one("[rel=next]").setAttribute("href", address({ cursor: answer.next }));
  else one(".pager").remove();

  all("[data-filter]", shape).forEach((group) => {
    const filter = group.dataset.filter;
    const isSet = answer.isSet[filter];
    const counts = answer.facets[filter].slice(0, isSet ? 1 : undefined);
    const rest = withoutFilter(values.get("q"), filter);
    const entry = one("li", group);
    entry.remove();
    if (counts.length === 0 || (counts.length === 1 && !isSet)) return group.remove();
    counts.filter((count) => !count.name.includes('"')).forEach((count) => {
      const item = entry.cloneNode(true);
      const link = one("a", item);
      const value = /[\s“＂]/.test(count.name) ? `"${count.name}"` : count.name;
      link.setAttribute("href", address({ q: isSet ? rest : `${filter}:${value} ${rest}`.trim() }));
      link.firstChild.textContent = `${count.name} `;
      one(".num", link).textContent = isSet ? "×" : grouped(count.count);
      if (isSet) link.setAttribute("aria-current", "true");
      one("ul", group).append(item);
    });
    return null;
  });
  if (!one("[data-filter]")) all(".narrow, .narrow-link", shape).forEach((part) => part.remove());
  return Array.from(shape.childNodes);
};

/** A query without every word that sets a filter. */
const withoutFilter = (text, filter) => {
  const names = { year: "year|年", section: "section|栏目", author: "author|作者" }[filter];
  const set = new RegExp(`^(?:${names})[:：]`, "i");
  return (text.match(/(?:[^\s"]|"[^"]*"|")+/g) || []).filter((word) => !set.test(word)).join(" ");
};

export { cut, find, fold, parse, search, serials, show };
