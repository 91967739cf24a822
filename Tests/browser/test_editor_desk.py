"""The editor against the program itself: two people at one story, a line that drops, and what stays in the end."""
import os
import random
import time

import pytest
from conftest import serving
from newsroom import PASSWORD, make, port_of
from newsdesk import Newsdesk
from people import People
from selenium.webdriver.common.keys import Keys

from browser import Browser
from test_editor import EDITOR, caret, chord, lines, said, status

TEXT = "电梯井往东挪四十厘米。\n\n第一张图纸是去年七月贴出来的。\n\n阿婆自己走下来了。\n"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """The address of a newsroom, and somebody's hand in it who may edit: sign-ins are counted, so there is one."""
    site = make(tmp_path_factory.mktemp("editor") / "site")
    with serving(site) as base:
        hand = Newsdesk(port_of(base)).sign_in("qiao", PASSWORD)
        yield base, hand


def story(hand):
    """A new story; its number."""
    return hand.start("一张图纸改了九遍", TEXT, kicker="望潮里", bylines="本报记者 何　苇")


def signed_in(page, base, number):
    page.shape(1280)
    page.open(base + "/desk/sign-in")
    if page.all("input[name=login]"):
        People(page, base).sign_in("qiao")
    page.open(f"{base}/desk/stories/{number}")
    page.until(EDITOR)
    return page


def saved(page, seconds=15):
    page.until("document.querySelector('[data-saved]').dataset.state === 'saved' && "
               "!Object.keys(localStorage).some(key => key.startsWith('desk-story-'))", seconds)


def kept(hand, number, newest):
    """The text of the story and of all its revisions that the server has kept."""
    paths = [f"/desk/stories/{number}"] + [f"/desk/stories/{number}/revisions/{at}" for at in range(1, newest + 1)]
    return "".join(page.text for page in map(hand.page, paths) if page.status == 200)


def test_what_is_written_is_there_when_the_page_is_opened_again(browser, desk):
    base, hand = desk
    page = signed_in(browser, base, story(hand))
    assert lines(page) == ["电梯井往东挪四十厘米。", "第一张图纸是去年七月贴出来的。", "阿婆自己走下来了。"]
    caret(page, 0)
    page.press("往西挪，三楼的空调没处放。")
    saved(page)
    assert status(page).startswith("已存 ")
    page.driver.refresh()
    page.until(EDITOR)
    assert lines(page)[0] == "电梯井往东挪四十厘米。往西挪，三楼的空调没处放。"
    assert page.axe() == []
    assert not page.console()


def test_tidying_says_what_it_did_and_is_undone_in_one_step(browser, desk):
    base, hand = desk
    page = signed_in(browser, base, story(hand))
    caret(page, 2)
    page.press("她说:\"我先坐一坐.\"")
    chord(page, Keys.CONTROL, Keys.ALT, "t")
    page.until("document.querySelector('.ed-said').innerText.length > 0")
    assert lines(page)[2] == "阿婆自己走下来了。她说：“我先坐一坐。”"
    assert "直引号2个" in said(page)
    chord(page, Keys.CONTROL, "z")
    assert lines(page)[2] == "阿婆自己走下来了。她说:\"我先坐一坐.\""
    saved(page)


def test_a_pasted_picture_stands_in_the_story(browser, desk):
    base, hand = desk
    number = story(hand)
    page = signed_in(browser, base, number)
    caret(page, 1)
    page.driver.execute_async_script("""
      const done = arguments[0];
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 40;
      canvas.toBlob(blob => {
        const data = new DataTransfer();
        data.items.add(new File([blob], 'bridge.png', {type: 'image/png'}));
        document.querySelector('.ProseMirror').dispatchEvent(
          new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
        done();
      });
    """)
    page.until("document.querySelector('.ed-figure img')?.naturalWidth === 40", 20)
    page.one("[data-field=caption]").send_keys("九张图纸。")
    saved(page)
    page.driver.refresh()
    page.until("document.querySelector('.ed-figure img')?.naturalWidth === 40")
    assert page.run("return document.querySelector('[data-field=caption]').value") == "九张图纸。"


def test_two_browsers_at_one_story_lose_no_sentence(desk):
    """Random edits in turn, with lines that drop: every sentence is in the text or in a revision that was kept."""
    base, hand = desk
    seed = int(os.environ.get("SEED", random.getrandbits(32)))
    dice, rounds = random.Random(seed), int(os.environ.get("EDITS", 40))
    number, typed = story(hand), []
    with Browser() as one, Browser() as two:
        pages = [signed_in(page, base, number) for page in (one, two)]
        for page in pages:
            page.command("Network.enable")
        for count in range(rounds):
            page = dice.choice(pages)
            if dice.random() < 0.2:
                line(page, dice.random() < 0.5)
            caret(page, dice.randrange(len(lines(page))), dice.random() < 0.7)
            if dice.random() < 0.2:
                page.press(Keys.ENTER)
            sentence = f"第{count}句是{'甲乙'[pages.index(page)]}写的；"
            page.press(sentence)
            typed.append(sentence)
            if dice.random() < 0.4:
                chord(page, Keys.CONTROL, "s")
        for page in pages * 2:
            line(page, True)
            page.run("window.dispatchEvent(new Event('online'))")
            saved(page, 90)
        newest = max(int(page.run("return document.querySelector('#story').dataset.seen")) for page in pages)
    texts = kept(hand, number, newest)
    for sentence in typed:
        assert sentence in texts, f"SEED={seed}: {sentence} is lost"


def line(page, is_up):
    page.command("Network.emulateNetworkConditions", offline=not is_up, latency=0, downloadThroughput=-1,
                 uploadThroughput=-1)
    time.sleep(0.05)
