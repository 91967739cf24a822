"""A day of the newsroom in a real browser: from invitations over a Word file and three reviews to an issue that is
published at its minute though the server was killed, a correction, a withdrawal, and a record that holds."""
import functools
import re
import time
import urllib.parse

import pytest
from conftest import get, run
from newsroom import PASSWORD, Serving, make, rows
from people import People
from word_file import docx

PEOPLE = {
    "hewei": ("何　苇", ["reporter"]), "fangting": ("方　汀", ["first-reviewer"]),
    "mengwei": ("孟　桅", ["second-reviewer"]), "xuanqing": ("许岸青", ["final-reviewer"]),
    "tangbo": ("汤　泊", ["proofreader"]), "zhouyan": ("周　砚", ["page-editor", "publisher"]),
}
HEADLINE = "两百条船回港过年"
TYPED = "记者在码头数到第二百条船。"
PASTED = "渔民林叔说，今年的缆绳是新的。"
CORRECTION = "第二段“二百条”应为“二百零一条”。"


@pytest.fixture
def serving(tmp_path):
    serving = Serving(make(tmp_path / "site", {"root": ("管　理", ["admin"])}))
    serving.start()
    yield serving
    serving.stop()


def invite(people):
    """The admin invites six people, and each chooses a password by the link that was shown once."""
    links = {}
    for login, (name, roles) in PEOPLE.items():
        people.be("root").open("/desk/people").fill("section[aria-labelledby=invite]", name=name, login=login)
        for role in roles:
            people.browser.run("arguments[0].checked = true",
                               people.browser.one(f"section[aria-labelledby=invite] [name=role][value={role}]"))
        people.press("section[aria-labelledby=invite] form button")
        source = people.browser.driver.page_source
        links[login] = re.search(r"/desk/invitations/[\w-]+", source).group(0)
    for login, link in links.items():
        people.be(None).open(link).fill(password=PASSWORD, again=PASSWORD).press("main form button")
        people.keep(login)
        assert people.path == "/desk/"
    # A link holds once.
    assert "password" not in people.be(None).open(links["hewei"]).browser.driver.page_source.split("<main")[1].split("</main")[0] \
        or not people.browser.all("main [name=password]")


def write(people, folder):
    """The reporter takes a Word file with two pictures in, goes on writing, and pastes from Word."""
    file = folder / "回港.docx"
    file.write_bytes(docx(HEADLINE, ["退大潮的日子，两百条船靠上了岸。", ("码头上的船", "清晨的码头"), "缆绳在木桩上绕了三圈。",
                                     ("一位渔民在系缆绳", "林叔系好最后一根缆绳"), "灯塔亮到天明。"]))
    people.be("hewei").open("/desk/import").fill(files=str(file)).press("main form button")
    assert "回港.docx" in people.text
    people.press("main form .btn.main")
    if not re.fullmatch(r"/desk/stories/\d+", people.path):
        people.press("main a[href^='/desk/stories/']")
    number = int(people.path.rsplit("/", 1)[1])
    browser = people.browser
    browser.until("document.querySelector('.ProseMirror')", 20)
    assert browser.run("return document.querySelectorAll('.ProseMirror img').length") == 2
    browser.run("""
      const view = document.querySelector('.ProseMirror');
      view.focus();
      getSelection().selectAllChildren(view);
      getSelection().collapseToEnd();
    """)
    browser.press("\ue007", TYPED, "\ue007")
    browser.run("""
      const data = new DataTransfer();
      data.setData('text/html', arguments[0]);
      data.setData('text/plain', arguments[1]);
      document.querySelector('.ProseMirror').dispatchEvent(
        new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
    """, "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body><!--StartFragment--><p class=MsoNormal "
         f"style='mso-char-indent-count:2.0'><span lang=ZH-CN>{PASTED}</span><o:p></o:p></p><!--EndFragment--></body></html>",
         PASTED)
    browser.until(f"document.querySelector('.ProseMirror').innerText.includes('{PASTED}')")
    people.press("button[name=then][value=submit]")
    assert "一审" in people.text
    return number


def test_a_day_of_the_newsroom(browser, serving, tmp_path):
    browser.shape(1280)
    people = People(browser, serving.base)
    asked = functools.partial(rows, serving.site)

    invite(people)
    number = write(people, tmp_path)
    story = f"/desk/stories/{number}"
    text = asked("SELECT copy FROM story_revision WHERE story = ? ORDER BY number DESC LIMIT 1", number)[0][0]
    assert TYPED in text and PASTED in text and text.count('"media"') == 2
    seen = asked("SELECT revision FROM story WHERE number = ?", number)[0][0]

    # The reporter and a double reviewer are refused, in words.
    status, words = people.be("hewei").open(story).send(story + "/signatures", step="first", seen=seen)
    assert status == 403 and "first-review" in words
    people.be("fangting").open(story).press("form.decide .btn.main")
    status, words = people.open(story).send(story + "/signatures", step="second", seen=seen)
    assert status in (403, 409) and "second" in words, words
    for login in ["mengwei", "xuanqing", "tangbo", "tangbo", "tangbo"]:
        people.be(login).open(story).press("form.decide .btn.main")
    assert asked("SELECT state FROM story WHERE number = ?", number) == [("signed",)]

    # An issue is planned, looked over, and signed for a minute soon.
    people.be("zhouyan").open("/desk/plans").fill("section[aria-labelledby=begin]", date=time.strftime("%Y-%m-%d"), pages="要闻")
    people.press("section[aria-labelledby=begin] form button")
    plan = people.path
    people.open(story).fill("form[action$='/place']", place=plan.rsplit("/", 1)[1] + "/1").press("form[action$='/place'] button")
    people.open(plan)
    due = time.time() + 120
    minute = time.strftime("%Y-%m-%dT%H:%M", time.gmtime(due + 8 * 3600))
    browser.run("document.querySelector('[name=when][value=at]').checked = true")
    people.fill("form[action$='/publication']", due=minute).press("form[action$='/publication'] button")
    assert asked("SELECT state FROM plan") == [("scheduled",)], people.text
    assert get(serving.base + "/")[2].decode().count(HEADLINE) == 0

    # The server is killed and started; the issue appears once, at its minute.
    serving.kill()
    time.sleep(1)
    serving.start()
    deadline = time.monotonic() + 180
    while HEADLINE not in get(serving.base + "/")[2].decode():
        assert time.monotonic() < deadline, "the issue did not appear"
        time.sleep(0.5)
    assert asked("SELECT count(*) FROM record WHERE act = 'publish-issue'") == [(1,)]
    serial = asked("SELECT article FROM story WHERE number = ?", number)[0][0]

    # A reader sees it, with scripts off.
    people.be(None)
    browser.shape(390, scripts=False)
    people.open("/")
    href = browser.one(f"main a[href*='{serial:06}']").get_attribute("href")
    browser.open(href)
    shown = browser.one("main").text
    assert TYPED in shown and PASTED in shown and "林叔系好最后一根缆绳" in shown
    assert len(browser.all("article img, main figure img")) >= 2
    browser.shape(1280)

    # A correction is made and shown; then the story is withdrawn, and its address says so.
    people.be("zhouyan").open(story)
    people.fill("form[action$='/corrections']", text=CORRECTION).press("form[action$='/corrections'] button")
    page = get(href)
    assert page[0] == 200 and CORRECTION in page[2].decode()
    assert CORRECTION in get(serving.base + "/corrections/")[2].decode()
    people.open(story).fill("form[action$='/withdrawal']", why="当事人提出异议，核查中", confirm=str(number))
    people.press("form[action$='/withdrawal'] button")
    gone = get(href)
    assert gone[0] == 410 and "当事人提出异议" in gone[2].decode()
    for address in ["/", "/feeds/atom.xml", "/api/v1/articles", "/search?q=" + urllib.parse.quote(HEADLINE)]:
        body = get(serving.base + address)[2].decode()
        assert TYPED not in body and f"/{serial:06}" not in body, address
    done = run("verify", serving.site, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
