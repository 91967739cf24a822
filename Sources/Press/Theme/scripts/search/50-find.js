// What a query finds in an export: the stories that the program would find, with their counts.

const pageSize = 20;
const facetsMax = 10;
/** A place before this one is in the head of a story. */
const headEnd = 60;

/** The stories with a phrase, by story the places where it begins. */
const findPhrase = async (index, part, phrase) => {
  const wanted = [];
  let place = 0;
  phrase.tokens.forEach((token, at) => {
    const isLast = at === phrase.tokens.length - 1;
    wanted.push({ token, place, isOpen: isLast && phrase.isOpen });
    place += isPair(token) ? 1 : 2;
  });
  if (wanted.length === 1) {
    const { token, isOpen } = wanted[0];
    return isOpen ? index.storiesOfAll(part, token) : index.places(part, token);
  }
  // A pair between two pairs is there when they stand so: every second one is enough.
  const kept = wanted.filter((one, at) => {
    const isBetween = at > 0 && at + 1 < wanted.length
      && one.place === wanted[at - 1].place + 1 && one.place + 1 === wanted[at + 1].place && isPair(wanted[at + 1].token);
    return !isBetween || at % 2 === 0;
  });
  const lists = await Promise.all(kept.map(async (one) => ({
    place: one.place, found: await (one.isOpen ? index.placesOfAll(part, one.token) : index.places(part, one.token)),
  })));
  lists.sort((one, other) => one.found.size - other.found.size);
  const all = new Map();
  for (const story of lists[0].found.keys()) {
    let starts = null;
    for (const { place: offset, found } of lists) {
      const here = found.get(story);
      const possible = here && new Set(here.map((place) => place - offset));
      starts = possible && (starts ? starts.filter((start) => possible.has(start)) : Array.from(possible));
      if (!starts || starts.length === 0) break;
    }
    if (starts && starts.length > 0) all.set(story, starts.sort((one, other) => one - other));
  }
  return all;
};

/** The stories with a term in a part of the index; a name is also looked for in bylines in its one form. */
const findTerm = async (index, part, term) => {
  const found = await findPhrase(index, part, term.phrase);
  if (!term.name || part !== "text") return found;
  const named = await findPhrase(index, "byline", term.name);
  const all = new Map(found);
  for (const [story, places] of named) if (!all.has(story)) all.set(story, places);
  return all;
};

/** Of every story the day of its issue, as 20260301. */
const daysOfStories = (index) => {
  const days = new Int32Array(index.facts.stories);
  let at = 0;
  const pairs = index.facts.days;
  for (let pair = 0; pair + 1 < pairs.length; pair += 2) {
    days.fill(pairs[pair], at, at + pairs[pair + 1]);
    at += pairs[pair + 1];
  }
  return days;
};

/** Whether a name is the one asked for, or has it among its words. */
const isNamed = (name, wanted) => {
  const [folded, words] = [fold(foldName(name)), fold(wanted)];
  return folded === words || (" " + folded + " ").includes(" " + words + " ");
};

const filterOf = async (index, query, days) => {
  const needsFacts = query.author !== null || query.section !== null || query.page !== null;
  const facts = needsFacts ? await index.facets() : null;
  const section = query.section === null ? null
    : new Set(facts.sections.map((name, at) => (fold(name) === fold(query.section) ? at : -1)));
  const author = query.author === null ? null
    : new Set(facts.authors.map((name, at) => (isNamed(name, query.author) ? at : -1)));
  return (story) => (query.year === null || Math.floor(days[story] / 10000) === query.year)
    && (query.before === null || days[story] < query.before)
    && (query.after === null || days[story] > query.after)
    && (query.page === null || facts.page[story] === query.page)
    && (!section || (facts.section[story] >= 0 && section.has(facts.section[story])))
    && (!author || facts.author[story].some((name) => author.has(name)));
};

/** How well stories match: rare words more, words that stand often or in the head more. */
const score = (story, lists, stories) => {
  let sum = 0;
  for (const found of lists) {
    const places = found.get(story) || [];
    const weight = Math.log(1 + (stories - found.size + 0.5) / (found.size + 0.5));
    sum += weight * (places.length / (places.length + 1.2)) + (places.length > 0 && places[0] < headEnd ? weight : 0);
  }
  return sum;
};

const tally = (values) => {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return Array.from(counts, ([name, count]) => ({ name, count }));
};

const byCount = (one, other) => other.count - one.count || compare(one.name, other.name);

/** How many stories each year, section and author has among those found. */
const facetsOf = async (index, stories, days) => {
  const facts = await index.facets();
  const years = tally(stories.map((story) => String(Math.floor(days[story] / 10000))));
  const sections = tally(stories.map((story) => facts.section[story]).filter((at) => at >= 0).map((at) => facts.sections[at]));
  const authors = tally([].concat(...stories.map((story) => facts.author[story])).map((at) => facts.authors[at]));
  return {
    year: years.sort((one, other) => compare(other.name, one.name)).slice(0, facetsMax),
    section: sections.sort(byCount).slice(0, facetsMax),
    author: authors.sort(byCount).slice(0, facetsMax),
  };
};

let opened = null;

/** Every story that a query finds, in order; the newest first where it is not ranked. */
const find = async (text, sort = "relevance") => {
  if (!opened) {
    opened = SearchIndex.open();
    opened.catch(() => { opened = null; });
  }
  const index = await opened;
  const query = parse(text);
  const [terms, titles, excluded] = await Promise.all([
    Promise.all(query.terms.map((term) => findTerm(index, "text", term))),
    Promise.all(query.titleTerms.map((term) => findTerm(index, "title", term))),
    Promise.all(query.excluded.map((term) => findTerm(index, "text", term))),
  ]);
  const lists = terms.concat(titles).sort((one, other) => one.size - other.size);
  const filters = ["author", "section", "page", "year", "before", "after"];
  const isAsked = lists.length > 0 || excluded.length > 0 || filters.some((name) => query[name] !== null);
  const all = Array.from({ length: isAsked ? index.facts.stories : 0 }, (_, story) => story);
  const days = daysOfStories(index);
  const passes = await filterOf(index, query, days);
  const stories = (lists.length > 0 ? Array.from(lists[0].keys()) : all)
    .filter((story) => lists.every((found) => found.has(story)) && !excluded.some((found) => found.has(story)))
    .filter(passes)
    .sort((one, other) => one - other);
  if (sort === "relevance" && lists.length > 0) {
    const scores = new Map(stories.map((story) => [story, score(story, lists, index.facts.stories)]));
    stories.sort((one, other) => scores.get(other) - scores.get(one) || one - other);
  }
  return { index, query, stories, days };
};

/** One page of what a query finds: its number of stories, cards with their texts in runs, and the ways to narrow it. */
const search = async (text, sort, start) => {
  const began = performance.now();
  const { index, query, stories, days } = await find(text, sort);
  const shown = stories.slice(start, start + pageSize);
  const [facets, cards] = await Promise.all([
    stories.length > 0 ? facetsOf(index, stories, days) : { year: [], section: [], author: [] },
    Promise.all(shown.map((story) => index.card(story))),
  ]);
  const marks = query.terms.concat(query.titleTerms).map((term) => term.text);
  return {
    total: stories.length,
    milliseconds: Math.max(1, Math.round(performance.now() - began)),
    hits: cards.map(([serial, href, language, headline, summary, facts]) => ({
      serial, href, language, headline: mark(headline, marks), summary: mark(summary, marks), facts,
    })),
    facets,
    isSet: { year: query.year !== null, section: query.section !== null, author: query.author !== null },
    next: start + pageSize < stories.length ? String(start + pageSize) : null,
  };
};

/** The serial of every story that a query finds, the newest first. */
const serials = async (text) => {
  const { index, stories } = await find(text, "date");
  const cards = await Promise.all(stories.map((story) => index.card(story)));
  return cards.map((card) => card[0]);
};

/** A text in runs, what was looked for marked in its own form. */
const mark = (text, wanted) => {
  const characters = Array.from(text);
  const folded = characters.map(fold);
  const isMarked = characters.map(() => false);
  for (const words of wanted.map((one) => fold(one).trim()).filter((one) => one)) {
    for (let start = 0; start < characters.length; start += 1) {
      let [at, run] = [start, ""];
      while (at < characters.length && run.length < words.length && words.startsWith(run + folded[at])) {
        run += folded[at];
        at += 1;
      }
      if (run === words) isMarked.fill(true, start, at);
    }
  }
  const runs = [];
  characters.forEach((one, at) => {
    const last = runs[runs.length - 1];
    if (last && last.isMarked === isMarked[at]) last.text += one;
    else runs.push({ text: one, isMarked: isMarked[at] });
  });
  return runs;
};
