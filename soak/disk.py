"""A full disk: during an import with its index, while views are folded, and when the file of the counters must grow."""
import contextlib
import json
import os
import shutil
import subprocess
import time
import urllib.parse

import mixed
import program
from program import Failure, Server, articles
from skipped import Skipped
from views import beacon_headers

# As many counters as the file has at first.
BLOCK = 4096


@contextlib.contextmanager
def small_disk(folder, megabytes):
    """A file system of its own that is full when it is full."""
    if os.geteuid() != 0:
        raise Skipped("a small file system can be mounted by root only")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "broadsheet-soak", str(folder)],
                             capture_output=True, text=True, check=False)
    if mounted.returncode != 0:
        raise Skipped(f"no small file system can be mounted here: {mounted.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


class Filler:
    """A file that takes what is left of a disk, but for some bytes."""

    def __init__(self, folder):
        self.file = folder / "filler"

    def fill(self, leave=0):
        left = shutil.disk_usage(self.file.parent).free
        with contextlib.suppress(OSError), open(self.file, "ab", buffering=0) as file:
            file.write(b"\0" * max(0, left - leave))
            while leave == 0:
                file.write(b"\0" * 512)

    def free(self):
        self.file.unlink(missing_ok=True)


def check(setting):
    with small_disk(setting.folder("disk"), 96) as folder:
        imported = during_import(setting, folder)
    with small_disk(setting.folder("disk-views"), 128) as folder:
        counted = during_counting(setting, folder)
    return f"{imported}\n{counted}"


def write_issues(folder, count, stories, first=0):
    for number in range(first, first + count):
        date = f"20{10 + number // 300:02}-{number % 300 // 28 + 1:02}-{number % 28 + 1:02}"
        mixed.write_issue(folder / f"{number:04}", 1, stories=stories, date=date, serial=1 + number * stories)


def during_import(setting, folder):
    site, source, filler = folder / "site", setting.folder("disk-issues"), Filler(folder)
    program.make_site(setting.program, site)
    write_issues(source / "before", 3, 10)
    write_issues(source / "after", 60, 10, first=3)
    program.run(setting.program, "import", site, source / "before")
    with Server(setting.program, site) as server:
        before = [story["url"] for story in articles(server.port)]
        filler.fill(leave=300_000)
        stopped = program.run(setting.program, "import", site, source / "after", check=False)
        said = stopped.stdout + stopped.stderr
        # 1: some issues were left out, and it is said why; 73: nothing could be written.
        if stopped.returncode not in (1, 73) or "full" not in said.lower():
            raise Failure(f"an import on a full disk ended with {stopped.returncode}: {said[-500:]}")
        pages_stand(server, before)
        filler.free()
        kept = whole_issues(server)
        checked = program.run(setting.program, "check", site, check=False)
        if checked.returncode != 0:
            raise Failure(f"the site is not whole after an import on a full disk: {checked.stdout}{checked.stderr}")
        program.run(setting.program, "import", site, source / "after")
        if whole_issues(server) != 63:
            raise Failure("the import that was stopped by a full disk cannot be made again")
    return f"import: stopped after {kept - 3} of 60 issues with a word, all whole; served meanwhile; done again with room"


def pages_stand(server, urls):
    for url in urls:
        status = server.get(urllib.parse.urlsplit(url).path)[0]
        if status != 200:
            raise Failure(f"{url}: {status} while the disk is full")


def whole_issues(server):
    """How many issues there are, each with all its stories."""
    keys = [issue["key"] for issue in server.json("/api/v1/issues")["items"]]
    for key in keys:
        issue = server.json(f"/api/v1/issues/{key}")
        if sum(len(page["stories"]) for page in issue["pages"]) != 10:
            raise Failure(f"issue {key} is not whole")
    return len(keys)


def during_counting(setting, folder):
    site, source, filler = folder / "site", setting.folder("disk-issues"), Filler(folder)
    program.make_site(setting.program, site, settings={"views.fold_seconds": "1"})
    write_issues(source, 43, 100)
    program.run(setting.program, "import", site, source)
    with Server(setting.program, site) as server:
        serials = [story["serial"] for story in articles(server.port)]
        headers = beacon_headers(server)
        count(server, serials[0], headers)
        filler.fill()
        for serial in serials[:BLOCK]:
            count(server, serial, headers)
        refused = [post(server, serial, headers)[0] for serial in serials[BLOCK:]]
        if any(not 500 <= status < 600 for status in refused):
            raise Failure(f"counters that cannot grow answered {sorted(set(refused))}")
        pages_stand(server, [articles(server.port)[0]["url"]])
        time.sleep(3)
        filler.free()
        for serial in serials[BLOCK:]:
            count(server, serial, headers)
        expected = {serial: 1 for serial in serials} | {serials[0]: 2}
        compared(server, expected)
        time.sleep(3)
    with Server(setting.program, site) as server:
        compared(server, expected)
    sound = program.run(setting.program, "check", site, check=False)
    if sound.returncode != 0:
        raise Failure(f"the counts are not whole after a full disk: {sound.stdout}{sound.stderr}")
    return (f"views: {BLOCK:,} counted on a full disk, {len(refused)} that needed a larger file refused with "
            f"{sorted(set(refused))} and counted with room; none lost, none doubled, folded after")


def post(server, serial, headers):
    status, _, body = server.get(f"/views/{serial}", headers, "POST")
    return status, body


def count(server, serial, headers):
    status, body = post(server, serial, headers)
    if status != 200 or "views" not in json.loads(body):
        raise Failure(f"POST /views/{serial}: {status} {body[:200]!r}")


def compared(server, expected):
    found = {story["serial"]: story["views"] for story in articles(server.port)}
    wrong = {serial: (views, found.get(serial)) for serial, views in expected.items() if found.get(serial) != views}
    if wrong:
        raise Failure(f"{len(wrong)} counts differ, such as {list(wrong.items())[:3]} (serial, answered, found)")
