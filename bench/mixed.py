"""A day at a paper in small: readers, searches, openings counted, and the desk filing a changed issue, all at once."""
import itertools
import json
import pathlib
import random
import threading
import time
import urllib.parse

import machine
import program
import wrk
from program import Failure, Reader, articles
from views import beacon_headers

# Seconds between one filing and the next.
FILING = 5
# The serials of the filed stories, above any of a corpus.
SERIALS = 900_000_001


class Samples:
    """The server's memory in MB over the time of a run: (seconds, resident, proportional)."""

    def __init__(self):
        self.rows = []

    def take(self, server, began):
        self.rows.append((time.monotonic() - began, *server.memory()))


class Filing(threading.Thread):
    """Imports an issue of ten stories again and again, each time with other words in all of them."""

    def __init__(self, server, folder, until, every=FILING, pin=True):
        super().__init__()
        self.server, self.folder, self.until, self.every = server, pathlib.Path(folder), until, every
        self.core = machine.LOAD_CORE if pin else None
        # The last turn that is in the site for certain, and the last that may be.
        self.filed, self.begun, self.fault = 0, 0, None

    def run(self):
        try:
            for turn in itertools.count(1):
                if time.monotonic() >= self.until:
                    return
                began = time.monotonic()
                write_issue(self.folder, turn)
                self.begun = turn
                program.run(self.server.program, "import", self.server.site, self.folder, core=self.core)
                self.filed = turn
                time.sleep(max(0, min(self.until - time.monotonic(), began + self.every - time.monotonic())))
        except (Failure, OSError) as failure:
            self.fault = str(failure)


def write_issue(folder, turn, stories=10, date="2031-01-01", serial=SERIALS):
    """An issue whose stories all say the number of the turn, at the beginning and at the end of their text."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for place in range(stories):
        files.append(f"{place}.md")
        middle = "\n\n".join(f"渡口的水位记在第{line}级石阶上，第{turn}次。" * 8 for line in range(6))
        head = f"---\nserial: {serial + place}\nheadline: 换版{turn}号第{place}篇\nbyline: 记者 张三\nsection: 城事\n---\n"
        (folder / files[-1]).write_text(f"{head}\n头{turn}尾。\n\n{middle}\n\n末{turn}尾。\n", encoding="utf-8")
    listed = "".join(f"      - {file}\n" for file in files)
    text = f"date: {date}\npages:\n  - number: 1\n    name: 要闻\n    stories:\n{listed}"
    (folder / "issue.yaml").write_text(text, encoding="utf-8")


class Searching(threading.Thread):
    """Asks one question after another, with a breath between; words of two characters from headlines, then longer."""

    def __init__(self, server, headlines, until):
        super().__init__()
        self.server, self.headlines, self.until = server, headlines, until
        self.asked, self.wrong, self.fault = 0, {}, None

    def run(self):
        chance, reader = random.Random(17), Reader(self.server.port)
        try:
            while time.monotonic() < self.until:
                headline = chance.choice(self.headlines)
                at, length = chance.randrange(max(1, len(headline) - 1)), chance.choice([2, 2, 2, 3, 4])
                word = urllib.parse.quote(headline[at:at + length])
                status = reader.get(chance.choice(["/search?q=", "/api/v1/search?q="]) + word)[0]
                self.asked += 1
                if status != 200:
                    self.wrong[status] = self.wrong.get(status, 0) + 1
                time.sleep(0.01)
        except Exception as fault:  # whatever ends the asking is told by who waits for it
            self.fault = repr(fault)
        finally:
            reader.close()


def run(server, folder, seconds, read_connections=32):
    """Runs everything at once; the samples of memory, and what was done, by name. Throws `Failure` at any fault."""
    stories = articles(server.port)
    issues = [f"/issues/{issue['key']}/" for issue in server.json("/api/v1/issues")["items"]]
    pages = [urllib.parse.urlsplit(story["url"]).path for story in stories] + issues + ["/"] * 200 + ["/archive/"] * 20
    beacons = [f"/views/{story['serial']}" for story in stories if story["withdrawal"] is None]
    headlines = [line for story in stories for line in story["headline"] if len(line) > 1]
    began, samples = time.monotonic(), Samples()
    until = began + seconds
    workers = [Searching(server, headlines, until), Filing(server, folder / "filed", until)]
    loads = {
        "pages": wrk.start(server.port, folder, addresses=pages, connections=read_connections, seconds=seconds),
        "beacons": wrk.start(server.port, folder, script="beacons.lua", addresses=beacons, connections=4,
                             seconds=seconds, headers=beacon_headers(server)),
    }
    for worker in workers:
        worker.start()
    while time.monotonic() < until:
        samples.take(server, began)
        time.sleep(min(5, max(0.1, seconds / 50)))
    seen = {name: wrk.finish(load) for name, load in loads.items()}
    for worker in workers:
        worker.join()
    faults = {name: load.faults for name, load in seen.items() if load.faults}
    faults |= {type(worker).__name__: worker.fault for worker in workers if worker.fault}
    if workers[0].wrong:
        faults["searches"] = workers[0].wrong
    if faults:
        raise Failure(f"the mixed run met faults: {json.dumps(faults, ensure_ascii=False)}")
    done = {"pages": seen["pages"].requests, "beacons": seen["beacons"].requests, "searches": workers[0].asked,
            "imports": workers[1].filed}
    return samples.rows, done
