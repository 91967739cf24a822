// The index of an export: `/search/index.json` says which stories there are and which token begins each file; the files
// are fetched as they are needed and kept while the page is open.

const indexFormat = 1;
const filesMax = 200;

/** Before, after or at the same place by code points, as the program sorts. */
const compare = (one, other) => {
  const [left, right] = [Array.from(one), Array.from(other)];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = left[at].codePointAt(0) - right[at].codePointAt(0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

class SearchIndex {
  constructor(facts) {
    this.facts = facts;
    this.files = new Map();
  }

  static async open() {
    const facts = await (await SearchIndex.get("/search/index.json", { cache: "no-cache" })).json();
    if (facts.format !== indexFormat) throw new Error(`format ${facts.format} of the search index`);
    return new SearchIndex(facts);
  }

  static async get(address, options) {
    const answer = await fetch(address, options);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer;
  }

  /** What a file holds once it is read; asked for once, and let go of when there are many. */
  file(name, read) {
    if (!this.files.has(name)) {
      if (this.files.size >= filesMax) this.files.delete(this.files.keys().next().value);
      const promise = SearchIndex.get(`/search/${this.facts.edition}/${name}`).then(read);
      promise.catch(() => this.files.delete(name));
      this.files.set(name, promise);
    }
    return this.files.get(name);
  }

  /** The number of the last file of a part that begins at or before a token. */
  fileOf(part, token) {
    const firsts = this.facts.parts[part];
    let [low, high] = [0, firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(firsts[middle], token) <= 0) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  tokens(part, number) {
    return this.file(`${part}-${number}.bin`, async (answer) => readTokens(new Uint8Array(await answer.arrayBuffer())));
  }

  /** The numbers of the files in which tokens with a beginning stand. */
  filesOf(part, beginning) {
    if (this.facts.parts[part].length === 0) return [];
    const first = this.fileOf(part, beginning);
    const last = this.fileOf(part, beginning + "\u{10ffff}");
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  }

  /** The places of a token, as `readPlaces` gives them. */
  async places(part, token) {
    if (this.facts.parts[part].length === 0) return new Map();
    const found = (await this.tokens(part, this.fileOf(part, token))).get(token);
    return found ? readPlaces(found) : new Map();
  }

  /** The places of every token with a beginning. */
  async placesOfAll(part, beginning) {
    const all = new Map();
    for (const tokens of await Promise.all(this.filesOf(part, beginning).map((number) => this.tokens(part, number)))) {
      for (const [token, bytes] of tokens) {
        if (!token.startsWith(beginning)) continue;
        for (const [story, places] of readPlaces(bytes)) all.set(story, (all.get(story) || []).concat(places));
      }
    }
    return all;
  }

  /** The stories in which a token with a beginning stands. A beginning that many files share has a list of its own. */
  async storiesOfAll(part, beginning) {
    if (part === "text" && this.filesOf(part, beginning).length > this.facts.prefix_files) {
      const list = (await this.tokens("prefix", this.fileOf("prefix", beginning))).get(beginning);
      if (list) return new Map(readStories(list).map((story) => [story, []]));
    }
    return this.placesOfAll(part, beginning);
  }

  facets() {
    return this.file("facts.json", (answer) => answer.json());
  }

  async card(story) {
    const size = this.facts.cards_per_file;
    const cards = await this.file(`cards-${Math.floor(story / size)}.json`, (answer) => answer.json());
    return cards[story % size];
  }
}

/** Numbers of seven bits a byte, the lowest first. */
class Bytes {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get hasMore() { return this.at < this.bytes.length; }

  number() {
    let [number, unit] = [0, 1];
    for (;;) {
      const byte = this.bytes[this.at];
      this.at += 1;
      number += (byte & 0x7f) * unit;
      if (byte < 0x80) return number;
      unit *= 128;
    }
  }

  take(count) {
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }
}

/** The tokens of a file with what is written of each. */
const readTokens = (bytes) => {
  const input = new Bytes(bytes);
  const decoder = new TextDecoder();
  const tokens = new Map();
  let token = new Uint8Array(0);
  while (input.hasMore) {
    const shared = token.subarray(0, input.number());
    const own = input.take(input.number());
    token = new Uint8Array(shared.length + own.length);
    token.set(shared);
    token.set(own, shared.length);
    tokens.set(decoder.decode(token), input.take(input.number()));
  }
  return tokens;
};

/** By story, ascending, the places of a token in it, ascending. */
const readPlaces = (bytes) => {
  const input = new Bytes(bytes);
  const all = new Map();
  let story = -1;
  while (input.hasMore) {
    const head = input.number();
    story += Math.floor(head / 2);
    const count = head % 2 === 1 ? 1 : input.number();
    const places = [];
    let place = 0;
    for (let at = 0; at < count; at += 1) {
      place += input.number();
      places.push(place);
    }
    all.set(story, places);
  }
  return all;
};

const readStories = (bytes) => {
  const input = new Bytes(bytes);
  const stories = [];
  let story = -1;
  while (input.hasMore) {
    story += input.number();
    stories.push(story);
  }
  return stories;
};
