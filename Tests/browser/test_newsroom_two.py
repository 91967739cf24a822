"""Two browsers on one story, with edits at random and lines that drop: every sentence that was typed is in the text or in a
revision that is kept. EDITS is how many (200); SEED runs the same ones again."""
import os
import random
import sqlite3
import time

import pytest
from browser import Browser
from conftest import serving
from newsroom import PASSWORD, browser as reporter, make

EDITS = int(os.environ.get("EDITS") or 200)


class Writer:
    """One of two people at the same story."""

    def __init__(self, browser, base, login, story):
        self.browser, self.base = browser, base
        browser.shape(1280)
        browser.open(base + "/desk/sign-in")
        browser.run("""
          document.querySelector('main [name=login]').value = arguments[0];
          document.querySelector('main [name=password]').value = arguments[1];
          document.querySelector("main form[action='/desk/sign-in'] button").click();
        """, login, PASSWORD)
        browser.until("location.pathname === '/desk/'", 30)
        browser.open(base + story)
        browser.until("document.querySelector('.ProseMirror')", 30)

    def line(self, is_up):
        """Lets the line drop, or come back."""
        self.browser.command("Network.emulateNetworkConditions", offline=not is_up, latency=0, downloadThroughput=-1,
                             uploadThroughput=-1)

    def type(self, sentence, dice):
        """Puts the caret behind some paragraph and types a sentence as one of its own."""
        self.browser.run("""
          const view = document.querySelector('.ProseMirror');
          view.focus();
          const blocks = view.children;
          const block = blocks[Math.floor(arguments[0] * blocks.length)];
          const range = document.createRange();
          range.selectNodeContents(block);
          range.collapse(false);
          const selection = getSelection();
          selection.removeAllRanges();
          selection.addRange(range);
        """, dice.random())
        self.browser.press("\ue007", sentence)

    @property
    def text(self):
        return self.browser.run("return document.querySelector('.ProseMirror').innerText")


def test_no_sentence_of_two_writers_is_lost(tmp_path):
    seed = int(os.environ.get("SEED") or random.randrange(1_000_000))
    print("seed", seed)
    dice = random.Random(seed)
    site = make(tmp_path / "site")
    with serving(site) as base, Browser() as first, Browser() as second:
        number = reporter(base, "hewei").start("退潮以后", "第一段。\n\n第二段。\n\n第三段。", section="要闻")
        story = f"/desk/stories/{number}"
        writers = [Writer(first, base, "hewei", story), Writer(second, base, "qiao", story)]
        typed, up = [], [True, True]
        for turn in range(EDITS):
            who = dice.randrange(2)
            if dice.random() < 0.08:
                up[who] = not up[who]
                writers[who].line(up[who])
            sentence = f"第{turn}句是{'甲乙'[who]}写的。"
            writers[who].type(sentence, dice)
            typed.append(sentence)
            if dice.random() < 0.15:
                time.sleep(dice.random() * 2)
        for writer in writers:
            writer.line(True)
        settle(site, number, writers, typed, seed)


def settle(site, number, writers, typed, seed):
    """Waits until both have saved what they hold; then looks for every sentence."""
    database = sqlite3.connect(f"file:{site}/broadsheet.db?mode=ro", uri=True, timeout=30)
    deadline = time.monotonic() + 90
    while True:
        copies = [row[0] for row in database.execute("SELECT copy FROM story_revision WHERE story = ?", (number,))]
        kept = "\n".join(copies)
        missing = [sentence for sentence in typed if sentence not in kept]
        if not missing:
            break
        assert time.monotonic() < deadline, (
            f"seed {seed}: {len(missing)} of {len(typed)} are lost: {missing[:5]}; on screen "
            f"{[sum(sentence in writer.text for sentence in missing) for writer in writers]}")
        time.sleep(0.5)
    latest = database.execute("SELECT r.copy FROM story s JOIN story_revision r ON r.story = s.number AND r.number = s.revision "
                              "WHERE s.number = ?", (number,)).fetchone()[0]
    assert sum(sentence in latest for sentence in typed) >= len(typed) * 0.95, f"seed {seed}"
    print("sentences", len(typed), "revisions kept", len(copies))
