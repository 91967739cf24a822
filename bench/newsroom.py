"""(g) The newsroom: its list with a hundred thousand stories, a search among drafts, a save."""
import hashlib
import json
import pathlib
import random
import sqlite3
import subprocess
import time
import urllib.parse
import uuid

import figures
import machine
from folding import fold
from newsdesk import Newsdesk
from program import Failure, Server, make_site

STORIES = 100_000
PEOPLE = 30
ASKED = 200
STATES = [("draft", ""), ("review", "first"), ("review", "second"), ("review", "final"), ("returned", ""),
          ("signed", ""), ("published", ""), ("spiked", "")]
SECTIONS = ["要闻", "民生", "风物", "副刊", "教育", "体育"]
PASSWORD = "a long enough phrase 27"


def measure(setting):
    site = setting.folder("newsroom-site")
    make_site(setting.program, site)
    subprocess.run([setting.program, "user", "add", site, "hewei", "--name", "何　苇", "--role", "editor", "--role",
                    "reporter"], input=PASSWORD + "\n", text=True, check=True, stdout=subprocess.DEVNULL)
    words = [title for title in setting.titles([line.strip() for line in headlines(setting)]) if len(title) > 4]
    fill(site, words)
    rows = []
    with Server(setting.program, site, machine.SERVER_CORE) as server:
        desk = Newsdesk(server.port)
        desk.sign_in("hewei", PASSWORD)
        dice = random.Random(20)
        asked = {
            "first page of all stories": lambda: "/desk/stories",
            "first page of a shelf": lambda: "/desk/stories?shelf=" + dice.choice(["draft", "step-second", "signed", "mine"]),
            "first page of a section": lambda: "/desk/stories?section=" + urllib.parse.quote(dice.choice(SECTIONS)),
            "a search of two characters": lambda: "/desk/stories?q=" + urllib.parse.quote(piece(dice, words)),
        }
        for name, path in asked.items():
            rows.append([name, *spread([timed(lambda: desk.page(path())) for _ in range(ASKED)])])
        rows.append(["a save of 1,600 characters", *spread(saves(desk, words, dice))])
    return f"""## (g) The newsroom

{STORIES:,} stories of {PEOPLE} people in every state; server on one core; each page asked {ASKED} times over one connection,
HTML made anew each time; {ASKED} saves, each a new revision of another text, on the disk before it is answered.

{figures.table(["what", "p50 ms", "p95 ms", "longest ms"], rows)}
"""


def headlines(setting):
    for file in setting.source.rglob("*.md"):
        for line in file.read_text(encoding="utf-8").split("\n")[:12]:
            if line.startswith("headline:"):
                yield line.removeprefix("headline:").strip().strip("'\"[]")


def piece(dice, words):
    while True:
        word = dice.choice(words)
        at = dice.randrange(len(word) - 1)
        if all("\u4e00" <= one <= "\u9fff" for one in word[at:at + 2]):
            return word[at:at + 2]


def fill(site, words):
    """Writes the stories straight into the database: a hundred thousand acts would take longer than the measurement."""
    dice = random.Random(7)
    database = sqlite3.connect(pathlib.Path(site) / "broadsheet.db")
    now = int(time.time() * 1000)
    people = [row[0] for row in database.execute("SELECT id FROM person")]
    for number in range(PEOPLE - 1):
        people.append(str(uuid.uuid4()))
        database.execute("INSERT INTO person (id, login, name, mail, language, roles, sections, active, made) VALUES "
                         "(?, ?, ?, '', '', '[\"reporter\"]', '[]', 1, ?)",
                         (people[-1], f"person{number}", f"记者{number}", now))
    for number in range(1, STORIES + 1):
        state, step = dice.choice(STATES)
        headline, owner = dice.choice(words), dice.choice(people)
        text = "".join(dice.choice(words) for _ in range(20))
        copy = json.dumps({"headline": [headline], "body": {"format": 1, "blocks": [
            {"type": "paragraph", "text": [text]}]}}, ensure_ascii=False)
        changed = now - dice.randrange(10**10)
        digest = hashlib.sha256(copy.encode()).hexdigest()
        database.execute(
            "INSERT INTO story (number, id, owner, holder, state, step, workflow, important, section, headline, "
            "characters, revision, hash, made, changed, since) VALUES (?, ?, ?, ?, ?, ?, 'three-reviews', 0, ?, ?, ?, 1, "
            "?, ?, ?, ?)",
            (number, str(uuid.uuid4()), owner, dice.choice(people), state, step, dice.choice(SECTIONS), headline,
             len(text), digest, changed, changed, changed))
        database.execute("INSERT INTO story_revision (story, number, copy, hash, characters, person, kind, why, made) "
                         "VALUES (?, 1, ?, ?, ?, ?, 'save', '', ?)", (number, copy, digest, len(text), owner, changed))
        database.execute("INSERT INTO story_text (story, tokens) VALUES (?, ?)",
                         (number, tokens(headline) + " ¶ " + tokens(text)))
    database.commit()
    database.close()


def tokens(line):
    """Pairs of Han and the last character alone; other letters and digits as words."""
    out, word, run_ = [], "", ""
    for one in fold(line) + " ":
        is_han = "\u3400" <= one <= "\u9fff"
        if run_ and not is_han:
            out += [run_[at:at + 2] for at in range(len(run_))]
            run_ = ""
        if word and not one.isalnum() or word and is_han:
            out.append(word)
            word = ""
        if is_han:
            run_ += one
        elif one.isalnum():
            word += one
    return " ".join(out)


def saves(desk, words, dice):
    number = desk.start("存盘的稿件", "第一段。")
    seen, taken = 1, []
    for turn in range(ASKED):
        text = "\n\n".join("".join(dice.choice(words) for _ in range(8)) for _ in range(10))[:1600] + f"\n\n{turn}"
        began = time.monotonic()
        answer = desk.save(number, seen, headline="存盘的稿件", body=text)
        taken.append((time.monotonic() - began) * 1000)
        if answer["revision"] != seen + 1:
            raise Failure(f"a save was not kept: {answer}")
        seen = answer["revision"]
    return taken


def timed(act):
    began = time.monotonic()
    act()
    return (time.monotonic() - began) * 1000


def spread(taken):
    return [figures.number(figures.quantile(taken, share)) for share in (0.5, 0.95)] + [figures.number(max(taken))]
