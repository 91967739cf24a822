// Results as one types. The form works without this; the address always shows what was asked. Where no server answers
// the question, as in an export, the search's own script looks in the index that lies beside the pages.

feature("search", () => {
  const form = document.querySelector("form[data-search]");
  const results = document.querySelector("[data-results]");
  if (!form || !results || !window.fetch || !window.AbortController || !window.URLSearchParams) return;

  const field = form.querySelector("[name=q]");
  const bar = document.querySelector("[data-wait]");
  const pauseMilliseconds = 200;
  const silentMilliseconds = 300;

  const question = () => {
    const pairs = Array.from(new FormData(form)).filter((pair) => typeof pair[1] === "string" && pair[1].trim());
    return new URLSearchParams(pairs).toString();
  };
  const isQuestion = (query) => Boolean((new URLSearchParams(query).get("q") || "").trim());
  let asked = question();
  let current = null;
  let pause = 0;
  let isComposing = false;
  let isAnswered = true; // Whether a server answers; an export's page comes as it is, whatever is asked.
  const unasked = Array.from(results.childNodes, (node) => node.cloneNode(true));

  const wait = () => {
    results.setAttribute("aria-busy", "true");
    const timer = setTimeout(() => tell(form.dataset.waiting), silentMilliseconds);
    if (bar) bar.hidden = false; // The style sheet shows nothing of it in its first 300 ms.
    return () => {
      clearTimeout(timer);
      results.removeAttribute("aria-busy");
      if (bar) bar.hidden = true;
    };
  };

  const fill = (nodes) => {
    while (results.firstChild) results.firstChild.remove();
    results.append(...nodes);
    const found = results.querySelector("[data-found]");
    tell(found ? found.textContent.trim() : "");
  };

  const show = (page, address) => {
    const fresh = page.querySelector("[data-results]");
    if (!fresh) throw new Error("no results in the answer");
    fill(Array.from(fresh.childNodes));
    document.title = page.title || document.title;
    history.replaceState(history.state, "", address);
  };

  /** Looks in the index of an export. */
  const look = async (query, mine) => {
    if (!isQuestion(query)) return fill(unasked.map((node) => node.cloneNode(true)));
    const engine = await import(results.dataset.engine);
    const values = new URLSearchParams(query);
    const start = Math.max(0, Math.floor(Number(values.get("cursor")) || 0));
    const sort = values.get("sort") === "date" ? "date" : "relevance";
    const answer = await engine.search(values.get("q").trim(), sort, start);
    if (current !== mine) return null;
    return fill(engine.show(results, answer, values));
  };

  const answer = async (query, mine) => {
    const address = form.getAttribute("action") + (query ? `?${query}` : "");
    if (isAnswered) {
      const response = await fetch(address, { signal: mine.signal, headers: { Accept: "text/html" } });
      if (!response.ok) throw new Error(String(response.status));
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      if (current !== mine) return;
      isAnswered = !isQuestion(query) || Boolean(page.querySelector("[data-found]")) || !results.dataset.engine;
      if (isAnswered) return show(page, address);
    }
    await look(query, mine);
    if (current === mine) history.replaceState(history.state, "", address);
  };

  let stopWaiting = () => {};
  const ask = async () => {
    const query = question();
    if (query === asked || isComposing) return;
    asked = query;
    if (current) current.abort();
    stopWaiting();
    const mine = new AbortController();
    current = mine;
    stopWaiting = wait();
    try {
      await answer(query, mine);
    } catch (fault) {
      if (current !== mine) return;
      asked = null;
      tell(form.dataset.failed);
    } finally {
      if (current === mine) {
        current = null;
        stopWaiting();
      }
    }
  };

  const later = (event) => {
    if (event.isComposing) return; // Pinyin that is not yet a word.
    clearTimeout(pause);
    pause = setTimeout(ask, pauseMilliseconds);
  };
  form.addEventListener("compositionstart", () => { isComposing = true; });
  form.addEventListener("compositionend", (event) => {
    isComposing = false;
    later(event);
  });
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", (event) => {
    clearTimeout(pause);
    if (isAnswered) {
      if (current) current.abort();
      return;
    }
    event.preventDefault();
    ask();
  });

  // Down from the field into the results, up and down among them, and back.
  const step = (event, links, by) => {
    const next = links.indexOf(document.activeElement) + by;
    if (next >= links.length || (next < 0 && document.activeElement === field)) return;
    event.preventDefault();
    (next < 0 ? field : links[next]).focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const isHere = document.activeElement === field || results.contains(document.activeElement);
    const links = all(".cards a", results);
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      field.focus();
    } else if (isHere && event.key === "ArrowDown") step(event, links, 1);
    else if (isHere && event.key === "ArrowUp") step(event, links, -1);
    else if (event.key === "Escape" && results.contains(document.activeElement)) field.focus();
  });

  // An export's page was opened with a question that nobody has answered.
  const given = location.search.replace(/^\?/, "");
  if (isQuestion(given) && results.dataset.engine && !results.querySelector("[data-found]")) {
    isAnswered = false;
    field.value = new URLSearchParams(given).get("q");
    asked = question();
    current = new AbortController();
    const mine = current;
    stopWaiting = wait();
    look(given, mine).catch((fault) => {
      console.error("search", fault);
      tell(form.dataset.failed);
    }).then(() => {
      if (current !== mine) return;
      current = null;
      stopWaiting();
    });
  }
});
