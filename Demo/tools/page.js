// Sets the stories of one page: heads in their boxes, text through its frames, and says what did not fit.
// Every story comes with boxes in pixels (see layout.py); nothing is placed that does not stand inside them.
const CLOSERS = "，。、；：！？”’）》」』…—％";
const OPENERS = "“‘（《「『";

function element(tag, style, inner = "", className = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.innerHTML = inner;
  for (const [name, value] of Object.entries(style)) made.style[name] = typeof value === "number" && name !== "columnCount" ? value + "px" : value;
  document.body.append(made);
  return made;
}

const box = (r) => ({ left: r.x, top: r.y, width: r.w, height: r.h });
const fits = (frame) => frame.scrollWidth <= frame.clientWidth + 1 && frame.scrollHeight <= frame.clientHeight + 1;

// Shrinks the lines of a head until the longest is as wide (or, standing, as high) as its box.
function fitHead(head, stand) {
  const lines = [...head.querySelectorAll(".ln")];
  const title = head.querySelector(".hl");
  const room = stand ? head.clientHeight - 28 : head.clientWidth - (head.classList.contains("band") ? 24 : 0);
  let size = parseFloat(title.style.fontSize);
  const longest = () => Math.max(...lines.map((l) => (stand ? l.scrollHeight : l.getBoundingClientRect().width)));
  while (longest() > room && size > 12) title.style.fontSize = (size -= 0.5) + "px";
}

// Lets the headline grow into the air that the text leaves, by a quarter at most.
function growHead(head, room) {
  const title = head.querySelector(".hl");
  const limit = parseFloat(title.style.fontSize) * 1.25;
  const width = head.clientWidth - (head.classList.contains("band") ? 24 : 0);
  head.style.height = "auto";
  for (let size = parseFloat(title.style.fontSize); size < limit; ) {
    title.style.fontSize = (size += 0.5) + "px";
    const wide = Math.max(...[...head.querySelectorAll(".ln")].map((l) => l.getBoundingClientRect().width));
    if (wide > width || head.scrollHeight > room) {
      title.style.fontSize = size - 0.5 + "px";
      return;
    }
  }
}

// The place, in characters, where a paragraph may be broken at or before `at`.
function breakBefore(text, at) {
  const bad = (k) => k > 0 && k < text.length && (text[k] === "\u3000" || text[k - 1] === "\u3000" || CLOSERS.includes(text[k]) || OPENERS.includes(text[k - 1]) ||
    (/[\w’.,-]/.test(text[k]) && /[\w’.,-]/.test(text[k - 1])));
  while (at > 0 && bad(at)) at--;
  return at;
}

// Takes the first `count` characters out of a paragraph into a new one.
function takePrefix(paragraph, count) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  range.setStart(paragraph, 0);
  for (let node = walker.nextNode(), left = count; node; node = walker.nextNode()) {
    if (left <= node.length) { range.setEnd(node, left); break; }
    left -= node.length;
  }
  const first = paragraph.cloneNode(false);
  first.append(range.extractContents());
  return first;
}

// Puts as much of a paragraph into a frame as fits; gives what is left, or nothing.
function pour(frame, paragraph) {
  frame.append(paragraph);
  if (fits(frame)) return null;
  paragraph.remove();
  if (paragraph.tagName !== "P") return paragraph;
  const text = paragraph.textContent;
  let low = 0, high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const trial = takePrefix(paragraph.cloneNode(true), middle);
    frame.append(trial);
    if (fits(frame)) low = middle; else high = middle - 1;
    trial.remove();
  }
  low = breakBefore(text, low);
  if (low < 4) return paragraph;
  const first = takePrefix(paragraph, low);
  if (!first.classList.contains("item") && !first.classList.contains("quote")) first.classList.add("cut");
  frame.append(first);
  paragraph.classList.add("more");
  return paragraph;
}

// Runs the blocks through the frames; gives the number of blocks that found no room.
function fill(frames, blocks) {
  frames.forEach((frame) => frame.replaceChildren());
  const waiting = blocks.map(([kind, inner]) => {
    const made = document.createElement(kind === "subhead" ? "h3" : kind === "note" ? "div" : "p");
    made.className = kind;
    made.innerHTML = inner;
    return made;
  });
  for (const frame of frames) {
    while (waiting.length) {
      const rest = pour(frame, waiting[0]);
      if (!rest) { waiting.shift(); continue; }
      waiting[0] = rest;
      while (frame.lastElementChild?.tagName === "H3") waiting.unshift(frame.lastElementChild.parentNode.removeChild(frame.lastElementChild));
      break;
    }
  }
  return waiting.length;
}

function sentences(blocks) {
  return blocks.map(([kind, inner]) =>
    [kind, kind === "p" ? inner.match(/.*?(?:[。！？]+[”’）]*|[.!?]+[”’]*(?=\s|$)|$)\s*/g).filter(Boolean) : [inner]]);
}

// The blocks cut after `count` sentences, with the line that says where the rest is.
function cutTo(parts, count, turn) {
  const kept = [];
  for (const [kind, pieces] of parts) {
    const taken = pieces.slice(0, Math.max(0, count));
    count -= pieces.length;
    if (taken.length) kept.push([kind, taken.join("")]);
  }
  while (kept.length && kept.at(-1)[0] === "subhead") kept.pop();
  if (kept.length) kept.at(-1)[1] += turn;
  return kept;
}

// Lines left empty after the last word, over all frames.
function freeLines(frames, row) {
  let free = 0;
  for (const frame of [...frames].reverse()) {
    const columns = Number(frame.dataset.columns);
    const lines = Math.floor(frame.clientHeight / row);
    if (!frame.lastElementChild) { free += columns * lines; continue; }
    const range = document.createRange();
    range.selectNodeContents(frame.lastElementChild);
    const last = [...range.getClientRects()].at(-1), at = frame.getBoundingClientRect();
    const column = Math.floor((last.left - at.left + 2) / ((at.width + 18) / columns));
    return free + (columns - 1 - column) * lines + lines - Math.ceil((last.bottom - at.top) / row - 0.2);
  }
  return free;
}

function setText(story, head, notes) {
  const pushed = story.frames.filter((f) => f.anchored);
  const wide = pushed.reduce((sum, f) => sum + f.columns, 0);
  const natural = head && !story.stand ? Math.ceil(head.scrollHeight / story.row) * story.row : 0;
  let extra = 0, frames = [], boxes = [];
  const place = () => {
    const push = natural + extra * story.row;
    [...frames, ...boxes].forEach((f) => f.remove());
    if (head && !story.stand) head.style.height = push + "px";
    frames = story.frames.map((f) => {
      const down = f.anchored ? push : 0;
      const made = element("div", { left: f.x, top: f.y + down, width: f.w, height: f.h - down, columnCount: f.columns, columnFill: story.balance ? "balance" : "auto",
        fontSize: story.size, lineHeight: story.row + "px" }, "", "frame" + (story.english ? " en" : ""));
      made.dataset.columns = f.columns;
      if (story.english) made.lang = "en";
      return made;
    });
    boxes = story.boxes.map((b) => {
      const down = b.anchored ? push : 0;
      return element(b.tag, { left: b.x, top: b.y + down, width: b.w, height: b.h - down, fontSize: b.size }, b.html, b.className);
    });
  };
  place();
  if (!frames.length) return [];
  let blocks = story.blocks;
  if (fill(frames, blocks)) {
    const parts = sentences(story.blocks);
    let low = 0, high = parts.reduce((sum, [, pieces]) => sum + pieces.length, 0);
    const all = high;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (fill(frames, cutTo(parts, middle, story.turn))) high = middle - 1; else low = middle;
    }
    fill(frames, (blocks = cutTo(parts, low, story.turn)));
    notes.push(`${story.file}: cut to ${low} of ${all} sentences`);
  } else {
    const free = freeLines(frames, story.row);
    if (wide && free >= wide) { extra = Math.min(story.airMax, Math.floor(free / wide)); place(); }
    while (fill(frames, blocks) && extra > 0) { extra--; place(); }
    if (extra && head && !story.stand) {
      growHead(head, natural + extra * story.row);
      head.style.height = natural + extra * story.row + "px";
    }
  }
  const free = freeLines(frames, story.row);
  if (free > 4 || extra) notes.push(`${story.file}: ${free} lines free, head +${extra}`);
  return frames;
}

function setStory(story, notes) {
  let head = null;
  if (story.head) {
    head = element("div", { left: story.head.x, top: story.head.y, width: story.head.w, ...(story.stand ? { height: story.head.h } : {}) },
      story.head.html, `head ${story.head.className}`);
    head.querySelector(".hl").style.fontSize = story.head.size + "px";
    if (story.english) head.lang = "en";
    fitHead(head, story.stand);
  }
  const frames = setText(story, head, notes);
  for (const made of [head, ...frames]) if (made && !stands(made, story.file)) notes.push(`${story.file}: stands outside its place`);
}

// Whether an element lies within the place that becomes the story's hotspot.
function stands(made, file) {
  const at = made.getBoundingClientRect();
  const places = [...document.querySelectorAll(".region")].filter((r) => r.dataset.of === file).map((r) => r.getBoundingClientRect());
  const corners = [[at.left + 2, at.top + 2], [at.right - 2, at.top + 2], [at.left + 2, at.bottom - 2], [at.right - 2, at.bottom - 2]];
  return corners.every(([x, y]) => places.some((p) => x >= p.left && x <= p.right && y >= p.top && y <= p.bottom));
}

// Sets all and gives notes for the person at the stone.
function compose(stories) {
  const notes = [];
  for (const story of stories) setStory(story, notes);
  for (const lone of document.querySelectorAll(".tab, .verse, .box"))
    if (lone.scrollHeight > lone.clientHeight + 2 || lone.scrollWidth > lone.clientWidth + 2)
      notes.push(`overflow in ${lone.className}: ${lone.textContent.slice(0, 12)}`);
  return notes;
}
