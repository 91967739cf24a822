"""(e) Memory of the server: at start, after the corpus, after every page, after the load."""
import statistics
import time
import urllib.parse

import figures
import machine
import mixed
import program
from program import BROWSER, Reader, Server, articles


def measure(setting):
    folder = setting.folder("memory")
    site = folder / "site"
    program.make_site(setting.program, site)
    rows = []
    with Server(setting.program, site, machine.SERVER_CORE) as server:
        server.get("/", BROWSER)

        def note(what):
            rows.append([what, *(figures.number(value) for value in server.memory())])

        note("at start, an empty paper")
        program.run(setting.program, "import", site, setting.source, core=machine.LOAD_CORE)
        server.get("/", BROWSER)
        note("after the corpus was imported beside it")
        reader = Reader(server.port, BROWSER)
        for story in articles(server.port):
            reader.get(urllib.parse.urlsplit(story["url"]).path)
        reader.close()
        note("after every article was read once")
        samples, done = mixed.run(server, folder, setting.load_seconds)
        note(f"after {setting.load_seconds} s of load")
        time.sleep(min(30, setting.load_seconds))
        note("a while later")
    return words(setting, rows, samples, done)


def quarters(samples):
    """The medians of resident memory of the third and the last quarter of a run, in MB."""
    resident = [row[1] for row in samples]
    half = resident[len(resident) // 2:]
    middle = len(half) // 2
    return statistics.median(half[:middle]), statistics.median(half[middle:])


def words(setting, rows, samples, done):
    third, last = quarters(samples)
    load = ", ".join(f"{count:,} {what}" for what, count in done.items())
    return f"""## (e) Memory

The server's resident and proportional memory, on one core, page cache at its default bound of 64 MB.

{figures.table(["when", "RSS MB", "PSS MB"], rows)}

The load: {load}; no answer was wrong. In the third quarter of it {figures.number(third)} MB, in the last {figures.number(last)} MB (medians);
the most seen was {figures.number(max(row[1] for row in samples))} MB.
"""
