"""Views: counted by a real browser as the rule says, and kept when the server is killed."""
import contextlib
import json
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from conftest import PROGRAM, ROOT, get, get_json, run, serving
from test_import import serials, write

sys.path.insert(0, str(ROOT / "soak"))

import views_kill

KILLS, ANSWERED_MIN = 3, 300


def make_site(base, stories=3, **settings):
    site, issue = base / "site", base / "2026-03-01"
    run("init", site)
    configure(site, settings)
    issue.mkdir()
    names = [f"{number}.md" for number in range(1, stories + 1)]
    write(issue / "issue.yaml", f"date: 2026-03-01\npages:\n  - number: 1\n    name: 要闻\n    stories: [{', '.join(names)}]\n")
    for number, name in enumerate(names, 1):
        views = "views: 276412\n" if number == 1 else ""
        write(issue / name, f"---\nheadline: 第{number}篇\n{views}---\n\n水位记在石阶上。\n")
    run("import", site, issue)
    return site


def configure(site, settings):
    import re

    text = (site / "broadsheet.yaml").read_text()
    for key, value in settings.items():
        text, count = re.subn(rf"(?m)^(\s+{key}:).*$", rf"\g<1> {value}", text, count=1)
        assert count == 1, key
    (site / "broadsheet.yaml").write_text(text)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return make_site(tmp_path_factory.mktemp("views"), fold_seconds=1)


@pytest.fixture(scope="module")
def paper(site):
    with serving(site) as base:
        yield base


def page(base, serial):
    return f"{base}/content/2026-03/01/{serial:06}.html"


def post(url, **headers):
    request = urllib.request.Request(url, data=b"", method="POST", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as answer:
        return answer.code, json.loads(answer.read())


def counted(base, serial, expected, seconds=10):
    """Waits until as many views are told by the next beacon, which counts one itself."""
    deadline = time.monotonic() + seconds
    while get_json(f"{base}/api/v1/articles?limit=100&after={serial - 1}")["items"][0]["views"] != expected:
        assert time.monotonic() < deadline, f"{serial}: not {expected} views"
        time.sleep(0.05)


def test_an_opening_counts_once_and_shows_the_new_count(paper, browser):
    first, second = serials(paper)[:2]
    browser.shape(390)
    browser.open(page(paper, first))
    browser.until("document.querySelector('[data-count]').textContent === '276,413'")
    assert not browser.console()
    # The browser remembers, also over a reload, and sends nothing.
    browser.open(page(paper, first))
    time.sleep(0.5)
    assert not [url for url in browser.requests() if "/views/" in url]
    # A story that was never opened shows its count once it has one.
    browser.open(page(paper, second))
    browser.until("document.querySelector('[data-count]')?.textContent === '1'")
    assert browser.run("return document.querySelector('[data-count]').closest('div').querySelector('dt').textContent") == "阅读"
    # After the time of silence the same browser counts again.
    browser.run("const times = JSON.parse(localStorage.views); for (const name in times) times[name] -= 31 * 60000;"
                "localStorage.views = JSON.stringify(times)")
    browser.open(page(paper, first))
    browser.until("document.querySelector('[data-count]').textContent === '276,414'")


def test_a_hidden_page_counts_when_it_is_seen(paper, browser):
    third = serials(paper)[2]
    browser.open(f"{paper}/about/")
    browser.run("localStorage.clear()")
    hide = browser.command("Page.addScriptToEvaluateOnNewDocument", source=(
        "Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => window.seen ? 'visible' : 'hidden'})"))
    try:
        browser.open(page(paper, third))
        time.sleep(0.5)
        assert not [url for url in browser.requests() if "/views/" in url]
        browser.run("window.seen = true; document.dispatchEvent(new Event('visibilitychange'))")
        browser.until("document.querySelector('[data-count]')?.textContent === '1'")
    finally:
        browser.command("Page.removeScriptToEvaluateOnNewDocument", identifier=hide["identifier"])


def test_a_reader_without_scripts_counts_by_a_picture(paper, browser):
    first = serials(paper)[0]
    before = post(f"{paper}/views/{first}")[1]["views"]
    browser.shape(390, scripts=False)
    browser.open(page(paper, first))
    deadline = time.monotonic() + 10
    while not [url for url in browser.requests() if url.endswith(f"/views/dot.gif?{first}")]:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    browser.shape(390, scripts=True)
    counted(paper, first, before + 1)


def test_the_rule_stands_on_the_about_page(paper):
    text = get(f"{paper}/about/")[2].decode()
    assert "30分钟内再打开同一稿件不重复计数" in text and "每分钟最多计600次" in text


def test_a_chart_is_shown_where_views_were_counted(paper, browser):
    first = serials(paper)[0]
    post(f"{paper}/views/{first}")
    chart = f"{paper}/views/{first}.svg"
    deadline = time.monotonic() + 10
    while "<desc" not in (text := get(chart)[2].decode()) or "24小时 0" in text:
        assert time.monotonic() < deadline
        time.sleep(0.2)
    browser.open(chart)
    assert browser.run("return document.documentElement.getAttribute('role')") == "img"
    assert browser.run("return getComputedStyle(document.querySelector('.bar')).fill") != "rgb(0, 0, 0)"
    assert not browser.console()


def test_a_cut_of_the_clock_or_the_file_is_mended_at_start(tmp_path):
    site = make_site(tmp_path, fold_seconds=1)
    with serving(site) as base:
        serial = serials(base)[1]
        for _ in range(5):
            assert post(f"{base}/views/{serial}")[0] == 200
    assert folded(site) == (5, 5)
    counters = site / "views.counters"
    counters.write_bytes(b"\0" * 8 + counters.read_bytes()[8:])
    found = run("check", site, check=False)
    assert found.returncode == 1 and "counters of views are damaged" in found.stdout
    with serving(site) as base:
        assert post(f"{base}/views/{serial}") == (200, {"views": 6})
    assert [path.name for path in site.iterdir() if ".damaged-" in path.name]
    assert run("check", site).returncode == 0


def test_a_restored_site_has_its_views(tmp_path):
    site = make_site(tmp_path, fold_seconds=600)
    with serving(site) as base:
        serial = serials(base)[1]
        for _ in range(7):
            post(f"{base}/views/{serial}")
        run("backup", site, tmp_path / "paper.tar")
    run("restore", tmp_path / "paper.tar", tmp_path / "other")
    with serving(tmp_path / "other") as base:
        assert post(f"{base}/views/{serial}") == (200, {"views": 8})


def test_an_export_has_the_views_and_sends_beacons_where_it_is_told(tmp_path):
    site = make_site(tmp_path)
    with serving(site) as base:
        serial = serials(base)[1]
        post(f"{base}/views/{serial}")
    configure(site, {"beacon": "https://count.example"})
    run("export", site, tmp_path / "public")
    text = (tmp_path / f"public/content/2026-03/01/{serial:06}.html").read_text()
    assert f'data-views="https://count.example/views/{serial}"' in text and "data-count>1<" in text
    assert (tmp_path / f"public/views/{serial}.svg").exists()
    for period in ("", "day/", "week/", "month/"):
        assert f"{serial:06}.html" in (tmp_path / f"public/most-read/{period}index.html").read_text()


def test_views_survive_a_killed_server(tmp_path):
    site = make_site(tmp_path, stories=20, fold_seconds=1, sync_seconds=1, burst_per_minute_max=0)
    with serving(site) as base:
        numbers = serials(base)
    seed = int(os.environ.get("SEED", random.randrange(1_000_000)))
    views_kill.hold(PROGRAM, site, numbers, KILLS, ANSWERED_MIN, seed)


def folded(site):
    with contextlib.closing(sqlite3.connect(f"file:{site}/broadsheet.db?mode=ro", uri=True)) as database:
        return tuple(database.execute(text).fetchone()[0] for text in
                     ("SELECT sum(folded) FROM view_count", "SELECT sum(count) FROM view_hour"))


def test_a_full_disk_ends_no_server(tmp_path):
    """The file of counters stands on a disk without room for its next block."""
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(small)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("a small tmpfs can be mounted by root alone")
    try:
        site = make_site(small, stories=2)
        with serving(site) as base:
            first, second = serials(base)
            assert post(f"{base}/views/{first}") == (200, {"views": 276413})
        fill_slots(site)
        with serving(site) as base:
            room = small / "room"
            with contextlib.suppress(OSError), open(room, "wb", buffering=0) as file:
                while file.write(b"\0" * 4096):
                    pass
            # The one that has a slot counts on; the other cannot get one, and the server stands.
            assert post(f"{base}/views/{first}")[0] == 200
            assert post(f"{base}/views/{second}")[0] == 503
            assert get(page(base, first))[0] == 200
            room.unlink()
            assert post(f"{base}/views/{second}") == (200, {"views": 1})
    finally:
        subprocess.run(["umount", str(small)], check=False)


def fill_slots(site):
    """Takes every free slot, as of articles that were counted once."""
    path = pathlib.Path(site) / "views.counters"
    data = bytearray(path.read_bytes())
    for place in range((len(data) - 4096) // 16):
        start = 4096 + 16 * place
        if data[start:start + 16] == bytes(16):
            data[start:start + 8] = key(900_000 + place, place).to_bytes(8, "little")
    path.write_bytes(data)


def key(serial, place):
    """The first word of a slot, as the store makes it."""
    mask = (1 << 64) - 1
    mixed = serial * 0x9E3779B97F4A7C15 & mask ^ place
    mixed = (mixed ^ mixed >> 33) * 0xFF51AFD7ED558CCD & mask
    mixed = (mixed ^ mixed >> 33) * 0xC4CEB9FE1A85EC53 & mask
    return serial | ((mixed ^ mixed >> 33) & 0xFFFFFF) << 40
