"""(c) Search against SQLite's own `trigram` index and against a plain scan, and every hit against the scan."""
import pathlib
import random
import sqlite3
import statistics
import time
import urllib.parse

import figures
import folding
import machine
import texts
from program import Failure, Reader, Server

LONGEST = 8
PAGE = 100


def measure(setting):
    site = setting.site
    with Server(setting.program, site, machine.SERVER_CORE) as server:
        folded, headlines = texts.read(server.port)
        yardstick = Yardstick(setting.folder("trigram") / "texts.db", folded)
        asked = questions(setting, folded, setting.titles(headlines))
        times = {kind: timed(setting, server.port, yardstick, words) for kind, words in asked.items()}
        counts = {kind: compared(server.port, folded, words) for kind, words in asked.items()}
    return words(setting, yardstick, index_bytes(site), times, counts)


def questions(setting, folded, titles):
    """Kinds of questions, none twice: pairs of characters, and runs of 1 to 8; half from headlines, half from texts."""
    chance, seen = random.Random(13), set()
    pool = [run for title in titles for run in texts.han_runs(title)], list(folded.values())

    def draw(length):
        for _ in range(10_000):
            if chance.random() < 0.5:
                run = chance.choice(pool[0])
            else:
                runs = texts.han_runs(chance.choice(pool[1]))
                run = chance.choice(runs) if runs else ""
            if len(run) >= length:
                at = chance.randrange(len(run) - length + 1)
                word = run[at:at + length]
                if word not in seen:
                    seen.add(word)
                    return word
        return None

    def several(lengths):
        drawn = (draw(lengths()) for _ in range(setting.queries))
        return [word for word in drawn if word is not None]

    return {"two characters": several(lambda: 2), f"1 to {LONGEST} characters": several(lambda: chance.randint(1, LONGEST))}


class Yardstick:
    """The folded texts in one table, and FTS5's `trigram` over it."""

    def __init__(self, file, folded):
        self.base = sqlite3.connect(file)
        self.base.executescript("""
            CREATE TABLE story (serial INTEGER PRIMARY KEY, text TEXT NOT NULL);
            CREATE VIRTUAL TABLE story_trigram USING fts5(text, content='story', content_rowid='serial',
              tokenize='trigram');
            """)
        with self.base:
            self.base.executemany("INSERT INTO story VALUES (?, ?)", folded.items())
        began = time.monotonic()
        with self.base:
            self.base.execute("INSERT INTO story_trigram(story_trigram) VALUES ('rebuild')")
            self.base.execute("INSERT INTO story_trigram(story_trigram) VALUES ('optimize')")
        self.seconds = time.monotonic() - began
        self.bytes = table_bytes(self.base, "story_trigram")

    def trigram(self, word):
        # Below three characters the index has nothing to look up, and this SQLite finds nothing; with the plus, LIKE reads
        # the texts.
        column = "text" if len(word) >= 3 else "+text"
        query = f"SELECT rowid FROM story_trigram WHERE {column} LIKE ?"
        return {row[0] for row in self.base.execute(query, (f"%{word}%",))}

    def scan(self, word):
        return {row[0] for row in self.base.execute("SELECT serial FROM story WHERE instr(text, ?)", (word,))}


def table_bytes(base, prefix):
    """The pages of the tables whose names begin so, in bytes."""
    query = "SELECT total(pgsize) FROM dbstat WHERE aggregate = TRUE AND name IN (SELECT name FROM sqlite_schema WHERE name GLOB ?)"
    return int(base.execute(query, (prefix + "*",)).fetchone()[0])


def index_bytes(site):
    """The search tables of a site: every full-text table, and what else has search in its name."""
    base = sqlite3.connect(f"file:{pathlib.Path(site) / 'broadsheet.db'}?mode=ro", uri=True)
    names = [name for (name,) in base.execute("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'")]
    return {name: table_bytes(base, name) for name in names}


def timed(setting, port, yardstick, asked):
    """Milliseconds of every question, asked once, by way and round."""
    found = {"broadsheet": [], "trigram": [], "scan": []}
    for turn in range(setting.rounds):
        part = asked[turn::setting.rounds]
        # A new connection a round: the server closes one on which nothing came while the others were asked.
        reader = Reader(port, {"Accept": "application/json", "Accept-Encoding": "gzip"})
        ways = {
            "broadsheet": lambda word: reader.get("/api/v1/search?limit=20&q=" + urllib.parse.quote(word)),
            "trigram": yardstick.trigram, "scan": yardstick.scan,
        }
        for name, way in ways.items():
            taken = []
            for word in ("的了", "我们"):
                way(word)
            for word in part:
                began = time.perf_counter()
                answer = way(word)
                taken.append((time.perf_counter() - began) * 1000)
                if name == "broadsheet" and answer[0] != 200:
                    raise Failure(f"search {word}: {answer[0]}")
                if name == "trigram" and answer != yardstick.scan(word):
                    raise Failure(f"trigram and the scan differ over {word}")
            found[name].append(taken)
        reader.close()
    return found


def compared(port, folded, asked):
    """Asks again and follows every page; how many questions, hits and differences there were."""
    reader, hits, wrong = Reader(port), 0, []
    for word in asked:
        sought = folding.fold(word)
        expected = {serial for serial, text in folded.items() if sought in text}
        total, found = every_hit(reader, word)
        hits += len(found)
        if total != len(expected) or len(found) != len(set(found)) or set(found) != expected:
            wrong.append(word)
    reader.close()
    return len(asked), hits, wrong


def every_hit(reader, word):
    """The total, and the serials of all pages in order."""
    path, found, total = f"/api/v1/search?limit={PAGE}&q={urllib.parse.quote(word)}", [], None
    cursor = ""
    while cursor is not None:
        answer = reader.json(path + (f"&cursor={urllib.parse.quote(cursor)}" if cursor else ""))
        total = answer["total"] if total is None else total
        found += [item["serial"] for item in answer["items"]]
        cursor = answer["next"]
    return total, found


def words(setting, yardstick, index, times, counts):
    head = ["questions", "way", "p50 ms", "p95 ms", "p99 ms", "longest ms"]
    rows = []
    for kind, ways in times.items():
        for name, rounds in ways.items():
            every = [value for taken in rounds for value in taken]

            def cell(share):
                each = [figures.quantile(taken, share) for taken in rounds]
                return f"{figures.number(figures.quantile(every, share))} ({figures.number(min(each))}–{figures.number(max(each))})"

            rows.append([kind, name, cell(0.5), cell(0.95), cell(0.99), figures.number(max(every))])
    ratios = []
    for kind, ways in times.items():
        for other in ("trigram", "scan"):
            pairs = [statistics.median(theirs) / statistics.median(ours)
                     for ours, theirs in zip(ways["broadsheet"], ways[other])]
            ratios.append(f"{kind}: the median of {other} is {figures.spread(pairs)} times ours")
    checks = [f"{kind}: {asked:,} questions, {hits:,} hits, {len(wrong)} questions with a difference"
              + (f" ({'、'.join(wrong[:20])})" if wrong else "") for kind, (asked, hits, wrong) in counts.items()]
    own = ", ".join(f"`{name}` {size / 1e6:.1f} MB" for name, size in index.items())
    lines = "\n".join(f"- {line}" for line in ratios + checks)
    return f"""## (c) Search

{setting.rounds} rounds, turn about, no question asked twice; half of them drawn from headlines{' of a list' if setting.titles_file else ''}, half from the texts.
broadsheet: `GET /api/v1/search?limit=20` over HTTP on one connection, server on one core, with total, counts by year,
section and author, and marked snippets. trigram and scan: in process, the numbers of the hits alone, over the same
folded texts (FTS5 `trigram` with `LIKE`; `instr` over a table). Over all questions (least–most of the rounds).

{figures.table(head, rows)}

{lines}

Size of the index: {own or 'none'}; trigram {yardstick.bytes / 1e6:.1f} MB. Time to index: trigram {yardstick.seconds:.1f} s; the whole import of
the corpus with its index {setting.import_seconds:.1f} s. Every hit was fetched over HTTP, page by page, and held against a scan of
the folded texts made apart from the program.
"""
