// Counts the opening of a story once its page is seen, and shows the new count. The browser itself remembers what it
// counted, and stays silent for a while; nothing that tells readers apart is sent.

feature("views", () => {
  const line = document.querySelector("[data-views]");
  if (!line || !window.fetch || !window.Promise) return;

  const address = line.dataset.views;
  const silentMilliseconds = Number(line.dataset.repeat) * 60000;
  const name = "views";
  const rememberedMax = 500;
  let isCounted = false;

  /** When each story was last counted, by its address. */
  const remembered = () => {
    try {
      return JSON.parse(memory.read(name)) || {};
    } catch (fault) {
      return {};
    }
  };

  /** Whether the story was counted a short while ago. A time to come is of a clock that was set back. */
  const isSilent = (counted, now) => counted <= now && now - counted < silentMilliseconds;

  const remember = (counted, now) => {
    const times = remembered();
    if (counted) times[address] = counted;
    else delete times[address];
    const kept = Object.keys(times).filter((story) => isSilent(times[story], now));
    kept.sort((one, other) => times[other] - times[one]);
    const few = {};
    kept.slice(0, rememberedMax).forEach((story) => { few[story] = times[story]; });
    memory.write(name, kept.length ? JSON.stringify(few) : "");
  };

  const show = (views) => {
    let number = line.querySelector("[data-count]");
    if (!number) {
      const group = document.createElement("div");
      const label = document.createElement("dt");
      const place = document.createElement("dd");
      number = document.createElement("span");
      number.className = "num";
      number.setAttribute("data-count", "");
      label.textContent = line.dataset.label;
      place.append(number);
      group.append(label, " ", place);
      line.append(group);
    }
    number.textContent = String(views).replace(/\B(?=(\d{3})+$)/g, ",");
  };

  const count = async () => {
    if (isCounted || document.prerendering || document.visibilityState === "hidden") return;
    isCounted = true;
    const now = Date.now();
    if (isSilent(remembered()[address], now)) return;
    remember(now, now);
    try {
      const response = await fetch(address, { method: "POST", keepalive: true });
      if (response.status >= 500) throw new Error(String(response.status));
      if (!response.ok) return;
      const { views } = await response.json();
      if (Number.isSafeInteger(views)) show(views);
    } catch (fault) {
      remember(0, now); // It did not arrive: the next opening counts.
    }
  };

  document.addEventListener("visibilitychange", count);
  document.addEventListener("prerenderingchange", count);
  // A page that the browser had put aside is opened once more.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    isCounted = false;
    count();
  });
  count();
});
