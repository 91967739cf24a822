"""The clock is set back by three hours under a running server: nothing counted is lost, and what is filed is shown."""
import email.utils
import pathlib
import re
import shutil
import struct
import subprocess
import time
import urllib.parse

import disk
import mixed
import program
from program import Failure, Server, articles
from skipped import Skipped
from views import beacon_headers

SOURCE = pathlib.Path(__file__).resolve().parent / "clock.c"
BACK = 3 * 3600
OPENINGS = 40


def check(setting):
    folder = setting.folder("clock")
    site, source, told = folder / "site", folder / "issue", folder / "time"
    library = built(folder / "clock.so")
    program.make_site(setting.program, site, settings={"views.fold_seconds": "1"})
    mixed.write_issue(source, 1)
    program.run(setting.program, "import", site, source)
    told.write_bytes(struct.pack("=q", 0))
    with Server(setting.program, site, env={"LD_PRELOAD": str(library), "CLOCK_OFFSET": str(told)}) as server:
        story = articles(server.port)[0]
        path, headers = urllib.parse.urlsplit(story["url"]).path, beacon_headers(server)
        opened(server, story, path, headers, 0)
        set_clock(told, -BACK)
        opened(server, story, path, headers, BACK)
        mixed.write_issue(source, 2)
        program.run(setting.program, "import", site, source)
        numbers = set(re.findall(r"末(\d+)尾", server.get(path)[2].decode()))
        if numbers != {"2"}:
            raise Failure(f"filed after the clock was set back, and the page says {numbers}")
        set_clock(told, 0)
        opened(server, story, path, headers, 0)
    with Server(setting.program, site) as server:
        disk.compared(server, {story["serial"]: story["views"] + 3 * OPENINGS})
    sound = program.run(setting.program, "check", site, check=False)
    if sound.returncode != 0:
        raise Failure(f"the site is not whole after the clock was set back: {sound.stdout}{sound.stderr}")
    return f"set back by {BACK // 3600} h and forth again: {3 * OPENINGS} openings counted and folded, a new revision shown at once"


def built(library):
    """The few lines that stand before the system's clock, made by a compiler that is here."""
    compiler = shutil.which("clang") or shutil.which("cc")
    if compiler is None:
        raise Skipped("there is no C compiler to build the clock with")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE)], check=True)
    return library


def set_clock(told, seconds):
    with open(told, "r+b") as file:
        file.write(struct.pack("=q", seconds))
    time.sleep(1.5)


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
