"""The program killed while an issue is published and while letters go out: an issue is public whole or not at all, once,
and no letter is lost.

SEED runs the same moments again."""
import collections
import concurrent.futures
import datetime
import http.client
import os
import random
import re
import shutil
import struct
import sys
import threading
import time
import urllib.parse

import pytest
from conftest import ROOT, get, run
from newsroom import Serving, browser, make, port_of, rows
from newsdesk import Newsdesk
from post_office import PostOffice
from program import processor_time

sys.path.append(str(ROOT / "soak"))

import clock  # noqa: E402
from skipped import Skipped  # noqa: E402

STORIES, ROUNDS, SCHEDULED = 60, 8, 3
LETTERS, MAIL_ROUNDS = 12, 4
DATE = "2026-03-05"
CAST = {
    "hewei": ("何　苇", ["reporter"]), "xuanqing": ("许岸青", ["final-reviewer"]),
    "zhouyan": ("周　砚", ["page-editor", "publisher"]),
}
REVIEWERS = {f"reviewer{number}": (f"审　{number}", ["final-reviewer"], f"reviewer{number}@paper.example") for number in (1, 2, 3)}
MARK = re.compile("潮位第[0-9]{2}号")
SERIAL = re.compile(r"/content/2026-03/05/(\d{6})\.html")


def seeded():
    seed = int(os.environ.get("SEED") or random.randrange(1_000_000))
    print("seed", seed)
    return seed, random.Random(seed)


class Prepared:
    """A site with an issue of signed stories that nobody has published yet, to be copied for each round."""

    def __init__(self, folder):
        self.folder, self.site = folder, make(folder / "prepared", CAST, workflow="one-editor")
        serving = Serving(self.site)
        serving.start()
        try:
            self.plan, self.cookies = self.fill(serving.base)
            self.before = shown(serving.base)
        finally:
            serving.stop()
        self.after, self.work = self.undisturbed()

    def fill(self, base):
        writer, reviewer, publisher = (browser(base, login) for login in CAST)
        stories = [
            writer.start(f"潮位第{number:02}号水尺", f"潮位第{number:02}号记在石阶上。" + "船都靠了岸。" * 40, section="要闻")
            for number in range(STORIES)]
        for number in stories:
            assert writer.post(f"/desk/stories/{number}/submission", seen=1).status == 303
            assert reviewer.post(f"/desk/stories/{number}/signatures", step="final", seen=1).status == 303
        made = publisher.post("/desk/plans", json_answer=True, date=DATE, pages="要闻\n民生\n风物").json()["id"]
        for page in (1, 2, 3):
            answer = publisher.post("/desk/stories/batch", story=stories[page - 1::3], do="place", plan=made, page=page)
            assert answer.status == 303, answer.text[:500]
        return made, publisher.cookies

    def undisturbed(self):
        """What readers see when nothing goes wrong, and how many seconds the program works to get there."""
        with self.copied("undisturbed") as serving:
            hand = self.publisher(serving)
            began = processor_time(serving.process.pid)
            assert self.sign(hand) == 303
            work = processor_time(serving.process.pid) - began
            after = shown(serving.base)
        marks = {f"潮位第{number:02}号" for number in range(STORIES)}
        for name in ("issue", "list", "found"):
            assert after[name][1] == marks, f"{name} shows {len(after[name][1])} of {STORIES} stories"
        assert len(after["sitemap"][2]) == STORIES and after["front"][1] and after["feed"][1] and after["search"][1]
        assert not any(seen[1] or seen[2] for seen in self.before.values())
        return after, work

    def copied(self, name):
        return Copy(shutil.copytree(self.site, self.folder / name / "site"))

    def publisher(self, serving):
        """The publisher, signed in, with the page of the issue before them."""
        hand = Newsdesk(serving.port)
        hand.cookies = dict(self.cookies)
        hand.page(f"/desk/plans/{self.plan}")
        return hand

    def sign(self, hand, **when):
        """Signs the issue; the status of the answer."""
        return hand.post(f"/desk/plans/{self.plan}/publication", **(when or {"when": "now"})).status


class Copy(Serving):
    """A copy of the prepared site with a server; in the end its issue is published, once, and the site is whole."""

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, kind, *_):
        self.stop()
        if kind is None:
            record = "SELECT act, count(*) FROM record WHERE act LIKE 'publish-%' GROUP BY act ORDER BY act"
            assert rows(self.site, record) == [("publish-issue", 1), ("publish-story", STORIES)]
            assert rows(self.site, "SELECT state, count(*) FROM story GROUP BY state") == [("published", STORIES)]
            done = run("verify", self.site, check=False)
            assert done.returncode == 0, done.stdout + done.stderr


def shown(base):
    """What readers see, by surface: status, the marks of stories, the serials that it leads to."""
    found = urllib.parse.quote("潮位")
    paths = {
        "front": "/", "issue": f"/issues/{DATE}/", "page": f"/issues/{DATE}/02/", "archive": "/archive/", "feed": "/feeds/atom.xml",
        "rss": "/feeds/rss.xml", "sitemap": "/sitemap-2026.xml", "list": "/api/v1/articles?limit=100",
        "issues": "/api/v1/issues", "found": f"/api/v1/search?q={found}&limit=100", "search": f"/search?q={found}",
        **{f"article {serial}": f"/content/2026-03/05/{serial:06}.html" for serial in range(1, STORIES + 1)},
    }
    reader, seen = Newsdesk(port_of(base)), {}
    for name, path in paths.items():
        answer = reader.ask("GET", path)
        text = re.sub("</?mark[^>]*>", "", answer.text)
        seen[name] = (answer.status, frozenset(MARK.findall(text)), frozenset(SERIAL.findall(text)))
    return seen


def state_of(serving, prepared, seed):
    """`before` or `after`; anything else is half an issue."""
    seen = shown(serving.base)
    if seen == prepared.before:
        return "before"
    wrong = [name for name in seen if seen[name] != prepared.after[name]]
    assert not wrong, f"seed {seed}: the issue is public, but not whole: {wrong[:8]}"
    return "after"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    return Prepared(tmp_path_factory.mktemp("kill"))


def test_an_issue_killed_while_it_is_published_is_public_whole_or_not_at_all(prepared):
    seed, dice = seeded()
    # Each round has its own part of the work of publishing, and a little behind it.
    moments = [(number + dice.random()) / ROUNDS * prepared.work * 1.2 for number in range(ROUNDS)]

    def found(number):
        with prepared.copied(f"round {number}") as serving:
            publishing = threading.Thread(target=until_killed, args=(prepared, prepared.publisher(serving)))
            began = processor_time(serving.process.pid)
            publishing.start()
            kill_at_work(serving, began + moments[number], lambda: not publishing.is_alive())
            publishing.join()
            serving.start()
            end = state_of(serving, prepared, seed)
            answer = prepared.sign(prepared.publisher(serving))
            assert (answer == 303) == (end == "before"), f"seed {seed}: {end}, and signing it again is answered {answer}"
            assert state_of(serving, prepared, seed) == "after"
            return end

    ends = collections.Counter(side_by_side(found, ROUNDS))
    print("publishing is", round(prepared.work, 2), "s of work; found after the kill:", dict(ends))


def kill_at_work(serving, work, is_over, look_every=0.001):
    """Kills a program once it has worked for so many seconds, however busy the machine is, or is done."""
    while processor_time(serving.process.pid) < work and not is_over():
        time.sleep(look_every)
    # The clock of work goes in steps of a hundredth of a second; within one it is time that passes.
    time.sleep(work % 0.01)
    serving.kill()


def side_by_side(act, count):
    """Rounds with a site each, two at once: most of their time goes by with starting the program."""
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return list(pool.map(act, range(count)))


def until_killed(prepared, hand):
    """Signs the issue, over a line that breaks off when the program is killed."""
    try:
        prepared.sign(hand)
    except (OSError, http.client.HTTPException):
        pass


def test_a_scheduled_issue_is_published_once_though_the_program_is_killed_at_its_minute(prepared):
    seed, dice = seeded()
    told = prepared.folder / "time"
    try:
        library = clock.built(prepared.folder / "clock.so")
    except Skipped as skipped:
        pytest.skip(str(skipped))
    told.write_bytes(struct.pack("=q", 0))
    clocked = {"LD_PRELOAD": str(library), "CLOCK_OFFSET": str(told)}
    scheduled = Serving(prepared.folder / "scheduled" / "site", clocked)
    shutil.copytree(prepared.site, scheduled.site)
    scheduled.start()
    start = processor_time(scheduled.process.pid)
    due = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))) + datetime.timedelta(minutes=2)
    assert prepared.sign(prepared.publisher(scheduled), when="at", due=due.strftime("%Y-%m-%dT%H:%M")) == 303
    assert state_of(scheduled, prepared, seed) == "before"
    scheduled.kill()
    # The minute passes while nobody runs; the next start finds it due, and is killed at it.
    told.write_bytes(struct.pack("=q", 180))
    # A program that has just started works longer at it than one that is warm.
    part = (start * 0.1 + prepared.work * 4) / SCHEDULED
    moments = [start * 0.9 + (number + dice.random()) * part for number in range(SCHEDULED)]

    def caught_up(number):
        site = shutil.copytree(scheduled.site, prepared.folder / f"scheduled {number}" / "site")
        serving = Copy(site, clocked)
        serving.launch()
        kill_at_work(serving, moments[number], lambda: is_public(site), 0.02)
        was_public = is_public(site)
        with serving:
            deadline = time.monotonic() + 30
            while get(f"{serving.base}/issues/{DATE}/")[0] != 200:
                assert time.monotonic() < deadline, f"seed {seed}: the issue did not appear"
                time.sleep(0.1)
            assert state_of(serving, prepared, seed) == "after"
            assert rows(site, "SELECT count(*) FROM record WHERE act = 'schedule-failed'") == [(0,)]
        return was_public

    print("published before the kill:", side_by_side(caught_up, SCHEDULED))


def is_public(site):
    return rows(site, "SELECT count(*) FROM issue") == [(1,)]


def test_no_letter_is_lost_and_none_comes_three_times(tmp_path):
    seed, dice = seeded()
    with PostOffice() as office:
        mail = f"{{host: 127.0.0.1, port: {office.port}, security: none, from: desk@paper.example}}"
        serving = Serving(make(tmp_path / "site", {"hewei": CAST["hewei"], **REVIEWERS}, workflow="one-editor", mail=mail))
        serving.start()
        try:
            writer = browser(serving.base, "hewei")
            for number in range(LETTERS):
                story = writer.start(f"潮位第{number:02}号水尺", "船都靠了岸。")
                assert writer.post(f"/desk/stories/{story}/submission", seen=1).status == 303
            # Nobody was greeted so far, so all of them wait.
            assert rows(serving.site, "SELECT state, count(*) FROM mail GROUP BY state") == [("waiting", LETTERS * 3)]
            for number in range(MAIL_ROUNDS):
                killed_in_delivery(serving, office, dice, before=number % 2 == 0)
                serving.start()
            office.watch(None, None)
            office.open()
            until_sent(serving, seed)
        finally:
            serving.stop()
    came = collections.defaultdict(list)
    for letter in office.letters:
        came[letter.recipient, letter.link, letter.subject].append(letter.message_id)
    assert len(came) == LETTERS * 3, f"seed {seed}: {LETTERS * 3 - len(came)} letters did not come"
    names = {name for found in came.values() for name in found}
    assert len(names) == len(came) and all(len(set(found)) == 1 for found in came.values()), f"seed {seed}"
    assert max(map(len, came.values())) == 2, f"seed {seed}: {collections.Counter(map(len, came.values()))}"
    print("letters", len(came), "of which came twice:", sum(len(found) == 2 for found in came.values()))


def killed_in_delivery(serving, office, dice, before):
    """Kills the program over a letter: when the mail server has it and has not said so, or at some moment behind that.
    The first letter after a start may be one that came already, so it is never this one."""
    wanted, killed = dice.randint(2, 5), threading.Event()

    def kill(count):
        if count == wanted:
            time.sleep(0 if before else dice.uniform(0, 0.03))
            serving.kill()
            killed.set()

    office.watch(*((kill, None) if before else (None, kill)))
    office.open()
    assert killed.wait(30), "the program sends no letters"
    office.until_alone()
    # The next program writes no letter until it is watched.
    office.close()


def until_sent(serving, seed):
    deadline = time.monotonic() + 30
    while rows(serving.site, "SELECT count(*) FROM mail WHERE state <> 'sent'") != [(0,)]:
        assert time.monotonic() < deadline, f"seed {seed}: {rows(serving.site, 'SELECT state, tries, fault FROM mail')}"
        time.sleep(0.1)
