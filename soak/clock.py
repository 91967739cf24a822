"""The clock is set back by three hours under a running server: nothing counted is lost, and what is filed is shown."""
import email.utils
import pathlib
import re
import time
import urllib.parse

import disk
import mixed
import program
from program import Failure, Server, articles
from skipped import Skipped
from views import beacon_headers

LIBRARIES = "/usr/lib/*/faketime/libfaketimeMT.so.1"
BACK = 3 * 3600
OPENINGS = 40


def check(setting):
    library = next(iter(pathlib.Path("/").glob(LIBRARIES.lstrip("/"))), None)
    if library is None:
        raise Skipped("libfaketime is not installed")
    folder = setting.folder("clock")
    site, source, told = folder / "site", folder / "issue", folder / "time"
    program.make_site(setting.program, site, settings={"views.fold_seconds": "1"})
    mixed.write_issue(source, 1)
    program.run(setting.program, "import", site, source)
    told.write_text("+0\n")
    env = {"LD_PRELOAD": str(library), "FAKETIME_TIMESTAMP_FILE": str(told), "FAKETIME_NO_CACHE": "1",
           "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1"}
    with Server(setting.program, site, env=env) as server:
        story = articles(server.port)[0]
        path, headers = urllib.parse.urlsplit(story["url"]).path, beacon_headers(server)
        opened(server, story, path, headers, 0)
        told.write_text(f"-{BACK}\n")
        time.sleep(1.5)
        opened(server, story, path, headers, BACK)
        mixed.write_issue(source, 2)
        program.run(setting.program, "import", site, source)
        numbers = set(re.findall(r"末(\d+)尾", server.get(path)[2].decode()))
        if numbers != {"2"}:
            raise Failure(f"filed after the clock was set back, and the page says {numbers}")
        told.write_text("+0\n")
        time.sleep(1.5)
        opened(server, story, path, headers, 0)
    with Server(setting.program, site) as server:
        disk.compared(server, {story["serial"]: story["views"] + 3 * OPENINGS})
    sound = program.run(setting.program, "check", site, check=False)
    if sound.returncode != 0:
        raise Failure(f"the site is not whole after the clock was set back: {sound.stdout}{sound.stderr}")
    return f"set back by {BACK // 3600} h and forth again: {3 * OPENINGS} openings counted and folded, a new revision shown at once"


def opened(server, story, path, headers, back):
    """Counts some openings, waits for a fold, and looks whether the server goes by the clock that it is told."""
    for _ in range(OPENINGS):
        disk.count(server, story["serial"], headers)
    status, fields, _ = server.get(path)
    if status != 200:
        raise Failure(f"{path}: {status}")
    off = abs(email.utils.parsedate_to_datetime(fields["date"]).timestamp() - (time.time() - back))
    if off > 5:
        raise Failure(f"the Date of an answer is off by {off:.0f} s")
    time.sleep(2.5)
