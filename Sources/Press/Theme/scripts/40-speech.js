// Read aloud: sentence by sentence, the sentence lit. A pause keeps the place and a resume reads that sentence again,
// since the browsers' own pause stays silent for good on some phones.

feature("speech", () => {
  const speech = window.speechSynthesis;
  const controls = document.querySelector('[data-offer~="speech"]');
  const toggle = controls && controls.querySelector('[data-speech="toggle"]');
  const roots = all("[data-speech-text]");
  if (!speech || !window.SpeechSynthesisUtterance || !toggle || !roots.length) return;

  const stopButton = controls.querySelector('[data-speech="stop"]');
  const speed = controls.querySelector('[data-speech="speed"]');
  const speedChoice = speed && speed.querySelector("select");
  const restartMilliseconds = 60; // A voice that was cut off needs a moment before the next word.

  // The text, as groups: the pieces of text that stand in one block, in order.

  const skipped = "figure, svg, audio, video, script, style, button, rt, rp, [hidden], [aria-hidden='true'], [data-silent]";
  const blockOf = (node) => {
    let element = node.parentElement;
    while (element.parentElement && /^(inline|contents|ruby)/.test(getComputedStyle(element).display)) {
      element = element.parentElement;
    }
    return element;
  };
  const groupsOf = (root) => {
    const accept = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      if (node.matches(skipped)) return NodeFilter.FILTER_REJECT;
      return node.nodeName === "BR" ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
    };
    const walker = document.createTreeWalker(
      root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, { acceptNode: accept });
    const groups = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const block = blockOf(node);
      const isText = node.nodeType === Node.TEXT_NODE;
      let group = groups[groups.length - 1];
      if (!group || group.block !== block) {
        group = { block, text: "", pieces: [] };
        groups.push(group);
      }
      const text = isText ? node.data : LINE;
      group.pieces.push({ node: isText ? node : null, text, start: group.text.length });
      group.text += text;
    }
    return groups;
  };
  const groups = () => [].concat(...roots.map(groupsOf));

  /** The parts of a group's pieces between two offsets. */
  const partsOf = (group, start, end) => group.pieces
    .map(({ node, text, start: at }) => ({
      node, text, from: Math.max(0, start - at), to: Math.min(text.length, end - at),
    }))
    .filter(({ from, to }) => from < to);

  /** What is said of them: the space that widens a name of two characters is none. */
  const wordsOf = (parts) => parts.map(({ node, text, from, to }) => {
    if (!node) return " ";
    const words = text.slice(from, to);
    return node.parentElement.closest(".name") ? words.replace(/\u3000/g, "") : words;
  }).join("").replace(/\s+/g, " ").trim();

  const planOf = () => {
    const plan = [];
    groups().forEach((group, index) => {
      const speaker = group.block.closest("[lang]");
      for (const [start, end] of cutSentences(group.text)) {
        const words = wordsOf(partsOf(group, start, end));
        plan.push({ group: index, start, end, words, language: speaker ? speaker.lang : "" });
      }
    });
    return plan;
  };

  // The light: each part in a span of its own, so that links and emphasis stay whole; put out without a trace.

  const unlight = () => all("span.say[data-lit]").forEach((span) => {
    const parent = span.parentNode;
    while (span.firstChild) parent.insertBefore(span.firstChild, span);
    span.remove();
    parent.normalize();
  });
  const light = ({ group: index, start, end }) => {
    const group = groups()[index];
    if (!group) return;
    const spans = partsOf(group, start, end).filter(({ node }) => node).map(({ node, from, to }) => {
      const range = document.createRange();
      const span = document.createElement("span");
      span.className = "say";
      span.setAttribute("data-lit", "");
      range.setStart(node, from);
      range.setEnd(node, to);
      range.surroundContents(span);
      return span;
    });
    if (spans.length) bringIntoView(spans[0]);
  };
  const bringIntoView = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    if (top > 80 && bottom < window.innerHeight - 40) return;
    element.scrollIntoView({ block: "center", behavior: isCalm() ? "auto" : "smooth" });
  };

  // The voice.

  const tagOf = (language) => language.toLowerCase().replace(/_/g, "-")
    .replace(/^zh-hans$/, "zh-cn").replace(/^zh-hant$/, "zh-tw").replace(/^cmn/, "zh");
  const voiceFor = (language) => {
    const wanted = tagOf(language);
    const score = (voice) => {
      const tag = tagOf(voice.lang);
      if (tag.split("-")[0] !== wanted.split("-")[0]) return 0;
      return 1 + (tag === wanted ? 4 : 0) + (voice.localService ? 2 : 0) + (voice.default ? 1 : 0);
    };
    const best = speech.getVoices().map((voice) => ({ voice, score: score(voice) }))
      .reduce((a, b) => (b.score > a.score ? b : a), { voice: null, score: 0 });
    return best.voice;
  };
  const pageLanguage = () => {
    const speaker = roots[0].closest("[lang]");
    return speaker ? speaker.lang : navigator.language || "";
  };

  // Reading.

  let plan = [];
  let at = 0;
  let state = "idle"; // idle, reading, paused
  let current = null; // Held here, since a browser may forget an utterance that nobody holds, and its end with it.
  let timer = 0;

  const show = (next) => {
    state = next;
    const { read, pause, resume } = toggle.dataset;
    toggle.textContent = { idle: read, reading: pause, paused: resume }[state] || toggle.textContent;
    if (state === "idle" && [stopButton, speedChoice].includes(document.activeElement)) toggle.focus();
    if (stopButton) stopButton.hidden = state === "idle";
    if (speed) speed.hidden = state === "idle";
  };
  const quiet = () => {
    clearTimeout(timer);
    current = null;
    speech.cancel();
  };
  const readOn = () => {
    unlight();
    if (at >= plan.length) {
      stop();
      tell(toggle.dataset.ended);
      return;
    }
    const sentence = plan[at];
    const utterance = new SpeechSynthesisUtterance(sentence.words);
    const voice = voiceFor(sentence.language) || voiceFor(pageLanguage());
    if (voice) utterance.voice = voice;
    utterance.lang = voice ? voice.lang : sentence.language;
    utterance.rate = speedChoice ? Number(speedChoice.value) || 1 : 1;
    utterance.onend = () => {
      if (current !== utterance) return;
      at += 1;
      readOn();
    };
    utterance.onerror = () => { if (current === utterance) pause(); };
    current = utterance;
    light(sentence);
    speech.speak(utterance);
  };
  const begin = () => { // At once: some browsers speak only in answer to the reader's own click.
    show("reading");
    readOn();
  };
  const restart = () => {
    quiet();
    timer = setTimeout(readOn, restartMilliseconds);
  };
  const pause = () => {
    quiet();
    show("paused");
  };
  const stop = () => {
    quiet();
    unlight();
    at = 0;
    show("idle");
  };

  toggle.addEventListener("click", () => {
    if (state === "reading") {
      pause();
      return;
    }
    if (state === "idle") plan = planOf();
    begin();
  });
  if (stopButton) stopButton.addEventListener("click", stop);
  if (speedChoice) {
    const kept = memory.read("speed");
    if (Array.from(speedChoice.options).some((option) => option.value === kept)) speedChoice.value = kept;
    speedChoice.addEventListener("change", () => {
      memory.write("speed", speedChoice.value);
      if (state === "reading") restart();
    });
  }
  addEventListener("keydown", (event) => { if (event.key === "Escape" && state !== "idle") stop(); });
  addEventListener("pagehide", () => { if (state !== "idle") stop(); });

  // Voices may come late.
  const look = () => { if (voiceFor(pageLanguage())) offer("speech"); };
  look();
  if (speech.addEventListener) speech.addEventListener("voiceschanged", look);
  else speech.onvoiceschanged = look;
});
