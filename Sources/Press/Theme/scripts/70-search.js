// Results as one types. The form works without this; the address always shows what was asked.

feature("search", () => {
  const form = document.querySelector("form[data-search]");
  const results = document.querySelector("[data-results]");
  if (!form || !results || !window.fetch || !window.AbortController || !window.URLSearchParams) return;

  const bar = document.querySelector("[data-wait]");
  const pauseMilliseconds = 200;
  const silentMilliseconds = 300;

  const question = () => {
    const pairs = Array.from(new FormData(form)).filter((pair) => typeof pair[1] === "string" && pair[1].trim());
    return new URLSearchParams(pairs).toString();
  };
  let asked = question();
  let current = null;
  let pause = 0;

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

  const show = (page, address) => {
    const fresh = page.querySelector("[data-results]");
    if (!fresh) throw new Error("no results in the answer");
    while (results.firstChild) results.firstChild.remove();
    results.append(...Array.from(fresh.childNodes));
    document.title = page.title || document.title;
    history.replaceState(history.state, "", address);
    const found = results.querySelector("[data-found]");
    tell(found ? found.textContent.trim() : "");
  };

  let stopWaiting = () => {};
  const ask = async () => {
    const query = question();
    if (query === asked) return;
    asked = query;
    if (current) current.abort();
    stopWaiting();
    const mine = new AbortController();
    current = mine;
    stopWaiting = wait();
    const address = form.getAttribute("action") + (query ? `?${query}` : "");
    try {
      const response = await fetch(address, { signal: mine.signal, headers: { Accept: "text/html" } });
      if (!response.ok) throw new Error(String(response.status));
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      if (current === mine) show(page, address);
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
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("compositionend", later);
  form.addEventListener("submit", () => {
    clearTimeout(pause);
    if (current) current.abort();
  });
});
