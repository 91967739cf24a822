"""Random acts of random people, by forms and by the interface: whatever they try, no reader is ever answered a text that
was not signed, and nobody ever holds two reviews of one story.

ACTS is how many acts are tried (2000); SEED runs the same ones again."""
import collections
import os
import random
import re
import sqlite3
import time

from conftest import run, serving
from newsroom import CAST, browser, make, port_of, program
from newsdesk import Newsdesk

ACTS = int(os.environ.get("ACTS") or 2000)
LOOK_EVERY = 100
STEPS = ["first", "second", "final", "proof-1", "proof-2", "proof-3", "important"]
# Each revision carries a mark of its own that stands nowhere else.
MARK = re.compile("记号[\u4e00-\u9fff]{8}号")
DIGITS = "子丑寅卯辰巳午未申酉"


def mark(number):
    return "记号" + "".join(DIGITS[int(one)] for one in f"{number:08}") + "号"


class Chance:
    """The people, what they know of, and what they try."""

    def __init__(self, base, site, seed):
        self.base, self.site, self.dice = base, site, random.Random(seed)
        self.hands = collections.defaultdict(list)
        for login in CAST:
            desk = browser(base, login)
            self.hands[login] = [desk] + [program(base, desk, login) for _ in range(2)]
        self.logins = [login for login in CAST if login != "root"]
        self.stories, self.plans, self.serials, self.marks, self.days = {}, [], [], 0, 0
        self.statuses = collections.Counter()
        self.reader = Newsdesk(port_of(base))
        self.previews = []

    def act(self):
        login = self.dice.choice(self.logins)
        hand = self.dice.choice(self.hands[login])
        name, weight = zip(*TRIES.items())
        answer = self.dice.choices(name, weight)[0](self, hand)
        if answer is not None:
            self.statuses[answer.status] += 1
            assert answer.status < 500, f"{answer.status}: {answer.text[:800]}"
        return answer

    def send(self, hand, path, **fields):
        if hand.token:
            return hand.api("POST", path, **fields)
        return hand.post("/desk" + path, json_answer=self.dice.random() < 0.7, **fields)

    def text(self):
        self.marks += 1
        return f"今天潮水退到第{self.marks}级台阶。{mark(self.marks)}"

    def story(self):
        """A story of the newest, mostly; sometimes one that is not there."""
        if not self.stories or self.dice.random() < 0.01:
            return self.dice.randrange(1, 10_000)
        return self.dice.choice(list(self.stories)[-40:])

    def seen(self, number):
        latest = self.stories.get(number, 1)
        return max(1, latest - (self.dice.random() < 0.05))

    def learn(self, number, answer):
        """Keeps what an answer tells of a story."""
        if answer.status in (200, 201) and answer.headers.get("Content-Type", "").startswith("application/json"):
            told = answer.json()
            story = told.get("story", told) if isinstance(told, dict) else {}
            if isinstance(story, dict) and "revision" in story:
                self.stories[number or story.get("number")] = story["revision"]
        return answer


def start(chance, hand):
    text = chance.text()
    answer = chance.send(hand, "/stories", headline=[f"题 {mark(chance.marks)}"] if hand.token else f"题 {mark(chance.marks)}",
                         body=text, section=chance.dice.choice(["要闻", "副刊", ""]))
    if answer.status == 303:
        chance.stories[int(answer.headers["Location"].rsplit("/", 1)[1])] = 1
        return answer
    return chance.learn(None, answer) if answer.status == 201 else answer


def revise(chance, hand):
    number = chance.story()
    answer = chance.send(hand, f"/stories/{number}/revisions", seen=chance.seen(number), body=chance.text(),
                         kind=chance.dice.choice(["save", "auto"]))
    return chance.learn(number, answer)


def submit(chance, hand):
    number = chance.story()
    return chance.send(hand, f"/stories/{number}/submission", seen=chance.seen(number))


def recall(chance, hand):
    return chance.send(hand, f"/stories/{chance.story()}/recall", why="再改")


def due_step(chance, number):
    """Who reviews looks at the story first, and mostly signs what is due."""
    if chance.dice.random() < 0.1:
        return chance.dice.choice(STEPS)
    row = chance.database().execute("SELECT step, revision FROM story WHERE number = ?", (number,)).fetchone()
    if row:
        chance.stories[number] = row[1]
    return row[0] if row and row[0] else chance.dice.choice(STEPS)


def sign(chance, hand):
    number = chance.story()
    step = due_step(chance, number)
    return chance.send(hand, f"/stories/{number}/signatures", step=step, seen=chance.seen(number))


def sign_by_role(chance, hand):
    """Somebody with the right role signs, so that stories do get through."""
    number = chance.story()
    step = due_step(chance, number)
    right = {"first": "fangting", "second": "mengwei", "final": "xuanqing", "important": "many"}.get(step, "tangbo")
    hand = chance.dice.choice(chance.hands[right])
    return chance.send(hand, f"/stories/{number}/signatures", step=step, seen=chance.seen(number))


def send_back(chance, hand):
    number = chance.story()
    return chance.send(hand, f"/stories/{number}/returns", step=due_step(chance, number), seen=chance.seen(number), why="再核")


def set_important(chance, hand):
    return chance.send(hand, f"/stories/{chance.story()}/importance", on=chance.dice.choice(["1", "0"]) if not hand.token else True)


def restore(chance, hand):
    number = chance.story()
    answer = chance.send(hand, f"/stories/{number}/restoration", revision=1, seen=chance.seen(number))
    return chance.learn(number, answer)


def reopen(chance, hand):
    return chance.send(hand, f"/stories/{chance.story()}/working-copy", why="改错")


def plan(chance, hand):
    if len(chance.plans) > 6 and chance.dice.random() < 0.8:
        return None
    hand = chance.dice.choice(chance.hands["luojing"] + [hand])
    chance.days += 1
    day = f"2026-{1 + chance.days // 28 % 12:02}-{1 + chance.days % 28:02}"
    answer = chance.send(hand, "/plans", date=day, pages=["要闻", "副刊"])
    if answer.status == 303:
        chance.plans.append(answer.headers["Location"].split("?")[0].rsplit("/", 1)[1])
    elif answer.status == 201:
        chance.plans.append(answer.json()["id"])
    return answer


def a_plan(chance):
    return chance.dice.choice(chance.plans[-6:]) if chance.plans else None


def place(chance, hand):
    target = a_plan(chance)
    hand = chance.dice.choice(chance.hands["luojing"] + [hand])
    return target and chance.send(hand, f"/stories/{chance.story()}/place", place=f"{target}/{chance.dice.choice([1, 2])}")


def off(chance, hand):
    target = a_plan(chance)
    return target and chance.send(hand, f"/plans/{target}/places", story=chance.story(), do="off")


def publish(chance, hand):
    target = a_plan(chance)
    hand = chance.dice.choice(chance.hands["zhouyan"] + [hand])
    return target and chance.send(hand, f"/plans/{target}/publication", when="now")


def publish_what_is_signed(chance, hand):
    """A page editor takes off what is not signed, and the publisher signs the rest."""
    target = a_plan(chance)
    if not target:
        return None
    for (number,) in chance.database().execute(
            "SELECT number FROM story WHERE plan = ? AND state <> 'signed'", (target,)).fetchall():
        chance.send(chance.hands["luojing"][1], f"/plans/{target}/places", story=number, do="off")
    return chance.send(chance.hands["zhouyan"][1], f"/plans/{target}/publication", when="now")


def schedule(chance, hand):
    target = a_plan(chance)
    hand = chance.dice.choice(chance.hands["zhouyan"] + [hand])
    due = time.strftime("%Y-%m-%dT%H:%M", time.gmtime(time.time() + 8 * 3600 + 60))
    if hand.token:
        due += ":00+08:00"
    return target and chance.send(hand, f"/plans/{target}/publication", when="at", due=due)


def unschedule(chance, hand):
    target = a_plan(chance)
    return target and chance.send(hand, f"/plans/{target}/publication/removal", why="等等")


def roll_back(chance, hand):
    if chance.dice.random() > 0.2 or not chance.plans:
        return None
    target = chance.dice.choice(chance.plans)
    row = chance.database().execute("SELECT date FROM plan WHERE id = ?", (target,)).fetchone()
    hand = chance.dice.choice(chance.hands["zhouyan"] + [hand])
    return chance.send(hand, f"/plans/{target}/rollback", why="整期有误", confirm=row[0] if row else "2026-01-01")


def published(chance):
    """A story that readers see; sometimes any."""
    rows = chance.database().execute("SELECT number FROM story WHERE public_revision IS NOT NULL").fetchall()
    return chance.dice.choice(rows)[0] if rows and chance.dice.random() < 0.8 else chance.story()


def publish_copy(chance, hand):
    number = chance.story()
    hand = chance.dice.choice(chance.hands["zhouyan"] + [hand])
    return chance.send(hand, f"/stories/{number}/publication", why="替换")


def withdraw(chance, hand):
    hand = chance.dice.choice(chance.hands["zhouyan"] + [hand])
    return chance.send(hand, f"/stories/{(number := published(chance))}/withdrawal", why="失实", confirm=str(number))


def correct(chance, hand):
    hand = chance.dice.choice(chance.hands["zhouyan"] + [hand])
    return chance.send(hand, f"/stories/{published(chance)}/corrections", kind="correction", text="“帐”应为“账”。")


def look_inside(chance, hand):
    """Addresses of the newsroom, asked without a session: nothing of a story is ever in the answer."""
    number = chance.story()
    address = chance.dice.choice([
        f"/desk/stories/{number}", f"/desk/stories/{number}/revisions", f"/desk/stories/{number}/revisions/1",
        f"/desk/stories/{number}/difference?from=1&to=2", f"/desk/stories?q=潮水", f"/api/v1/desk/stories/{number}",
        "/api/v1/desk/stories?q=潮水", f"/desk/stories/{number}/sheet", "/desk/record.csv", f"/preview/{'a' * 43}/",
        "/desk/import", f"/desk/stories/{number}/", f"//desk/stories/{number}", f"/desk/../desk/stories/{number}",
        f"/DESK/stories/{number}", f"/desk/stories/{number}%20"])
    answer = chance.reader.ask("GET", quoted(address))
    assert not MARK.search(answer.text), address
    return answer


def quoted(address):
    return "".join(one if ord(one) < 128 else "".join(f"%{byte:02X}" for byte in one.encode()) for one in address)


TRIES = {
    start: 6, revise: 14, submit: 12, recall: 1, sign: 10, sign_by_role: 30, send_back: 2, set_important: 1, restore: 2,
    reopen: 2, plan: 2, place: 8, off: 1, publish: 1, publish_what_is_signed: 2, schedule: 1, unschedule: 1,
    roll_back: 1, publish_copy: 2, withdraw: 1, correct: 1, look_inside: 4,
}


def _database(self):
    if not hasattr(self, "_rows"):
        self._rows = sqlite3.connect(f"file:{self.site}/broadsheet.db?mode=ro", uri=True, timeout=30)
    return self._rows


Chance.database = _database


def signed_marks(chance):
    """The marks of what readers may see: those of public revisions that every step signed."""
    allowed = set()
    rows = chance.database().execute(
        "SELECT r.copy, r.hash, a.withdrawn_on, a.headline FROM public_article a "
        "JOIN revision r ON r.article = a.serial AND r.number = a.revision").fetchall()
    for copy, digest, withdrawn, headline in rows:
        steps = {row[0] for row in chance.database().execute(
            "SELECT DISTINCT step FROM review_event WHERE kind = 'approve' AND hash = ?", (digest,))}
        assert {"final", "proof-1", "proof-2", "proof-3"} <= steps, f"public, but signed by {steps} alone"
        # Of a withdrawn story readers are told the headline, and why.
        allowed |= set(MARK.findall(headline if withdrawn else copy))
    return allowed


def look(chance):
    """Everything that readers can ask for, held against what was signed."""
    addresses = ["/", "/archive/", "/feeds/atom.xml", "/feeds/rss.xml", "/feeds/feed.json", "/sitemap.xml",
                 "/api/v1/articles", "/api/v1/issues", "/corrections/", "/sections/", "/authors/",
                 "/search?q=潮水", "/api/v1/search?q=潮水&limit=50", "/most-read/"]
    addresses += [f"/search?q={mark(chance.dice.randrange(1, chance.marks + 1))}" for _ in range(3)]
    serials = [row[0] for row in chance.database().execute("SELECT serial FROM article").fetchall()]
    for serial in chance.dice.sample(serials, min(10, len(serials))):
        addresses += [f"/api/v1/articles/{serial}", f"/cite/{serial}.bib", f"/content/2026-01/02/{serial:06}.html"]
    addresses += [f"/issues/{row[0]}/" for row in chance.database().execute("SELECT key FROM issue").fetchall()]
    seen = {}
    for address in addresses:
        for follow in (address,):
            answer = chance.reader.ask("GET", quoted(follow))
            if answer.status in (301, 302, 308):
                answer = chance.reader.ask("GET", answer.headers["Location"].replace(chance.base, ""))
            assert answer.status < 500, f"{follow}: {answer.status}"
            # What was searched for is said again; only what is found counts.
            text = answer.text.replace(address.partition("?q=")[2], "") if "?q=" in address else answer.text
            for found in MARK.findall(text):
                seen[found] = address
    allowed = signed_marks(chance)
    leaked = {found: where for found, where in seen.items() if found not in allowed}
    assert not leaked, f"unsigned text was answered: {leaked}"
    return len(seen)


def twice(database):
    """Stories on which somebody holds two reviews, or signed copy of their own."""
    found = []
    reviews = {"first", "second", "final", "important"}
    for (story, owner) in database.execute("SELECT number, owner FROM story").fetchall():
        writers = {row[0] for row in database.execute(
            "SELECT person FROM story_writer WHERE story = ? AND under_review = 0", (story,))} | {owner}
        held = {}
        for step, person, exempt in database.execute(
                "SELECT step, person, exempt FROM review_event WHERE story = ? AND kind = 'approve' ORDER BY number", (story,)):
            if step in reviews:
                if held.setdefault(person, step) != step or exempt:
                    found.append((story, person, step))
                if person in writers and not later_writer(database, story, person):
                    found.append((story, person, "own copy"))
    return found


def later_writer(database, story, person):
    """Whether the person wrote only after having signed, in a later round."""
    first = database.execute("SELECT min(made) FROM story_revision WHERE story = ? AND person = ?", (story, person)).fetchone()
    signed = database.execute("SELECT max(made) FROM review_event WHERE story = ? AND person = ? AND kind = 'approve'",
                              (story, person)).fetchone()
    return first[0] is not None and signed[0] is not None and signed[0] <= first[0]


def test_nothing_unsigned_is_ever_answered(tmp_path):
    seed = int(os.environ.get("SEED") or random.randrange(1_000_000))
    print("seed", seed)
    site = make(tmp_path / "site")
    with serving(site) as base:
        chance = Chance(base, site, seed)
        looked = 0
        for number in range(1, ACTS + 1):
            chance.act()
            if number % LOOK_EVERY == 0:
                looked = max(looked, look(chance))
        assert not twice(chance.database()), f"seed {seed}"
        counts = dict(chance.database().execute("SELECT act, count(*) FROM record GROUP BY act").fetchall())
        print("acts", ACTS, "answers", dict(chance.statuses), "record", counts, "marks seen at once", looked)
        # Chance did get somewhere: stories were signed and read by readers.
        assert counts.get("approve-story", 0) > ACTS / 40, f"seed {seed}: {counts}"
        assert counts.get("publish-issue", 0) >= 1, f"seed {seed}: {counts}"
        assert looked >= 1, f"seed {seed}"
    done = run("verify", site, check=False)
    assert done.returncode == 0, f"seed {seed}: {done.stdout}{done.stderr}"
