"""What `make soak` holds the program to for long, held for a moment: idle clients, an issue filed under readers, a full
disk, damaged files, a clock set back."""
import pathlib
import shutil
import sys
import time
import urllib.parse

import pytest

from conftest import PROGRAM, ROOT

sys.path[:0] = [str(ROOT / "soak"), str(ROOT / "bench")]

import clock
import corpus
import corrupt
import disk
import idle
import machine
import mixed
import program
import swap
from skipped import Skipped

IDLE = 400
SWAP_SECONDS = 6
DAMAGED_PAGES = 2


class Small:
    """The setting of a soak test in small: the program, and folders below the test's own."""

    def __init__(self, scratch):
        self.program, self.scratch = PROGRAM, scratch
        self.source = scratch / "source"
        corpus.write(self.source, days=4, stories=60)

    def folder(self, name):
        folder = pathlib.Path(self.scratch) / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder


@pytest.fixture
def setting(tmp_path):
    return Small(tmp_path)


def held(check, *arguments):
    try:
        print(check(*arguments))
    except Skipped as skipped:
        pytest.skip(str(skipped))


def test_others_are_served_beside_idle_connections(setting, demo_site):
    machine.allow_files()
    with program.Server(PROGRAM, copied(demo_site, setting)) as server:
        open_ones = idle.opened(server.port, IDLE)
        for _ in range(20):
            began = time.monotonic()
            assert server.get("/")[0] == 200
            assert time.monotonic() - began < 5
        for one in open_ones:
            idle.ask(one, server.port)
            one.close()


def test_each_answer_is_whole_while_an_issue_is_filed(setting):
    folder = setting.folder("swap")
    site, source = folder / "site", folder / "issue"
    program.make_site(PROGRAM, site)
    mixed.write_issue(source, 0)
    program.run(PROGRAM, "import", site, source)
    with program.Server(PROGRAM, site) as server:
        paths = [urllib.parse.urlsplit(story["url"]).path for story in program.articles(server.port)] + ["/"]
        until = time.monotonic() + SWAP_SECONDS
        filing = mixed.Filing(server, source, until, every=1, pin=False)
        watchers = [swap.Watching(server, paths, filing, until, coding) for coding in ("gzip", "identity")]
        for worker in [filing, *watchers]:
            worker.start()
        for worker in [filing, *watchers]:
            worker.join()
    assert [worker.fault for worker in [filing, *watchers] if worker.fault] == []
    assert filing.filed > 1 and min(watcher.checked for watcher in watchers) > 20


def test_a_full_disk_stops_an_import_between_issues(setting):
    def check():
        with disk.small_disk(setting.folder("disk"), 96) as folder:
            return disk.during_import(setting, folder)

    held(check)


def test_damage_is_named_at_the_start(setting, monkeypatch):
    monkeypatch.setattr(corrupt, "TRIES", DAMAGED_PAGES)
    held(corrupt.check, setting)


def test_a_clock_set_back_loses_nothing(setting):
    held(clock.check, setting)


def copied(site, setting):
    """A site of one's own, since a site is served by one program at a time."""
    return shutil.copytree(site, setting.folder("copied") / "site")
