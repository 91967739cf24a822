"""Damage that is there at the start: pages of the database, and the file of the counters."""
import json
import pathlib
import random
import shutil
import sqlite3
import time

import program
from program import Failure, Server, articles
from views import beacon_headers

PAGE = 4096
TREES = (2, 5, 10, 13)
WAIT = 20
TRIES = 8


def check(setting):
    folder = setting.folder("corrupt")
    sound, counts = filled(setting, folder / "sound")
    chance = random.Random(19)
    pages = [number for number in range(1, (sound / "broadsheet.db").stat().st_size // PAGE)
             if (read_page(sound / "broadsheet.db", number)[0] in TREES)]
    drawn = [0, *chance.sample(pages, TRIES)]
    for number in drawn:
        database(setting, sound, folder / f"page-{number}", number, chance)
    whole = folder / "counters"
    for what in ("page", "header", "missing"):
        counters(setting, sound, whole, what, counts, chance)
    return (f"database: {len(drawn)} damaged pages, each named at the start with the advice to restore\n"
            f"counters: a damaged page, a damaged header and a missing file, each named; {len(counts)} counts as before")


def filled(setting, site):
    """A site with views counted and folded, stopped; and its counts."""
    program.make_site(setting.program, site, setting.source, {"views.fold_seconds": "1"})
    with Server(setting.program, site) as server:
        headers, expected = beacon_headers(server), {}
        for story in articles(server.port)[:200]:
            for _ in range(3):
                status, _, body = server.get(f"/views/{story['serial']}", headers, "POST")
                if status != 200:
                    raise Failure(f"POST /views/{story['serial']}: {status}")
            expected[story["serial"]] = json.loads(body)["views"]
        time.sleep(3)
    base = sqlite3.connect(site / "broadsheet.db")
    base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    base.close()
    return site, expected


def read_page(file, number):
    with open(file, "rb") as opened:
        opened.seek(number * PAGE)
        return opened.read(PAGE)


def overwrite(file, number, chance):
    with open(file, "r+b") as opened:
        opened.seek(number * PAGE)
        opened.write(chance.randbytes(PAGE))


def copied(sound, site):
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(sound, site)
    return pathlib.Path(site)


def database(setting, sound, site, number, chance):
    overwrite(copied(sound, site) / "broadsheet.db", number, chance)
    with Server(setting.program, site, wait=False) as server:
        if until_said(server, ("broadsheet.db", "restore")) is None:
            raise Failure(f"page {number} of the database is damaged, and the start does not say so: {server.said()}")
    if program.run(setting.program, "check", site, check=False).returncode == 0:
        raise Failure(f"page {number} of the database is damaged, and `check` does not find it")
    shutil.rmtree(site)


def until_said(server, words, seconds=WAIT):
    """What the server wrote once all words stand in it; None when they do not in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        said = server.said()
        if all(word in said.lower() for word in words):
            return said
        if server.process.poll() is not None:
            said = server.said()
            return said if all(word in said.lower() for word in words) else None
        time.sleep(0.1)
    return None


def counters(setting, sound, site, what, counts, chance):
    file = copied(sound, site) / "views.counters"
    if what == "missing":
        file.unlink()
    else:
        overwrite(file, 0 if what == "header" else 1, chance)
    with Server(setting.program, site) as server:
        if until_said(server, ("views.counters", "restore")) is None:
            raise Failure(f"counters, {what}: the start does not say so: {server.said()[-500:]}")
        found = {story["serial"]: story["views"] for story in articles(server.port)}
    wrong = {serial: (count, found.get(serial)) for serial, count in counts.items() if found.get(serial) != count}
    if wrong:
        raise Failure(f"counters, {what}: {len(wrong)} counts differ: {list(wrong.items())[:3]}")
