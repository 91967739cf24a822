"""A day of the newsroom without a pointer: a story is written, reviewed, placed, signed, read and corrected by people who
have a keyboard alone, and who see at every step where they are."""
import json

import pytest
from conftest import get
from keyboard import Keyboard, focus_of
from newsroom import Serving, browser as hand, make, rows
from selenium.webdriver.common.keys import Keys

HEADLINE, TIDIED = "两百条船回港过年", "退大潮的日子，两百条船靠上了岸。"
OTHERS = ["灯塔亮到天明", "缆绳绕了三圈"]
CORRECTION = "第一段“两百条”应为“二百零一条”。"
SIGN = (Keys.CONTROL, Keys.ENTER)
STEPS = [("fangting", "first"), ("mengwei", "second"), ("xuanqing", "final"), ("tangbo", "proof-1"), ("tangbo", "proof-2"),
         ("tangbo", "proof-3")]


@pytest.fixture(scope="module")
def serving(tmp_path_factory):
    """A newsroom with two stories that are signed already."""
    serving = Serving(make(tmp_path_factory.mktemp("keyboard") / "site"))
    serving.start()
    hands = {login: hand(serving.base, login) for login in ["hewei", *dict(STEPS)]}
    for headline in OTHERS:
        number = hands["hewei"].start(headline, "第一段。\n\n第二段。")
        assert hands["hewei"].post(f"/desk/stories/{number}/submission", seen=1).status == 303
        for login, step in STEPS:
            assert hands[login].post(f"/desk/stories/{number}/signatures", step=step, seen=1).status == 303
    yield serving
    serving.stop()


@pytest.fixture
def people(browser, serving):
    browser.shape(1280)
    people = Keyboard(browser, serving.base)
    people.site = serving.site
    yield people
    print("\n" + people.report)


def state(people, number, column="state"):
    return rows(people.site, f"SELECT {column} FROM story WHERE number = ?", number)[0][0]


def blocks(people, number):
    copy = rows(people.site, "SELECT copy FROM story_revision WHERE story = ? ORDER BY number DESC LIMIT 1", number)[0][0]
    return json.loads(copy)["body"]["blocks"]


def said(people):
    """The page says that something was done, and the focus is there: Tab goes on in the page's main part."""
    focus = people.see()
    assert focus["isInMain"] and "class=\"say\"" in focus["html"], f"the focus is on {focus['html']}"


def test_a_day_by_keyboard_alone(people):
    look_at_the_keys(people.be("hewei"))
    number = write(people)
    send_back_and_again(people, number)
    for login, step in STEPS:
        sign(people.be(login), number, step)
    assert state(people, number) == "signed"
    plan = plan_an_issue(people.be("luojing"), number)
    publish(people.be("zhouyan"), plan)
    read(people.be(None))
    correct(people.be("zhouyan"), number)


def look_at_the_keys(people):
    """? opens the list of keys; Escape closes it, and the focus is on what opened it."""
    people.open("/desk/").act("the list of keys is looked at").skip()
    people.hit("?")
    assert people.browser.run("return document.getElementById('keys').open")
    people.hit(Keys.TAB)
    people.browser.press(Keys.ESCAPE)
    people.open("/desk/").reach("键")
    assert people.browser.run("return document.activeElement.matches('[data-keys]')")
    people.hit(Keys.ENTER)
    assert people.browser.run("return document.getElementById('keys').contains(document.activeElement)")
    people.hit(Keys.ESCAPE)
    assert people.browser.run("return document.activeElement.matches('[data-keys]')")


def write(people):
    """N begins a story with the caret in its headline; text, marks, a link, tidying, saving, all by key."""
    people.act("a story is written and handed in").go("n")
    assert people.name.startswith("主题"), f"a new story begins at {people.name}"
    number = int(people.path.rsplit("/", 1)[1])
    browser = people.browser
    browser.until("document.querySelector('.ProseMirror')", 20)
    people.type(HEADLINE).reach("作者")
    people.type("本报记者　何　苇").reach("小标题")
    people.hit(Keys.ARROW_RIGHT)
    assert people.name == "加粗"
    people.reach("正文")
    people.type("三行铅笔字").chord(Keys.CONTROL, Keys.ALT, "2").hit(Keys.ENTER)
    people.type("  退大潮的日子,").chord(Keys.CONTROL, "b").type("两百条船").chord(Keys.CONTROL, "b").type("靠上了岸。")
    people.chord(Keys.CONTROL, Keys.SHIFT, "l")
    browser.until("document.querySelector('.ed-said').innerText.startsWith('已排版')")
    people.see()
    assert people.name == "正文"
    # The toolbar, the list of keys and a dialog lead back to the text.
    people.chord(Keys.ALT, Keys.F10).hit(Keys.END)
    assert people.name == "一键排版"
    people.hit(Keys.ESCAPE, Keys.F1)
    assert people.name != "正文"
    people.hit(Keys.ESCAPE)
    assert people.name == "正文"
    people.hit(Keys.ENTER)
    people.chord(Keys.CONTROL, "k").type("paper.example/tide").hit(Keys.ENTER)
    assert people.name == "正文"
    # Tab leaves the text, forth and back.
    people.hit(Keys.TAB)
    assert people.name != "正文"
    people.hit(Keys.ARROW_DOWN).chord(Keys.SHIFT, Keys.TAB)
    assert people.name == "正文"
    people.chord(Keys.CONTROL, "s")
    browser.until("document.querySelector('[data-saved]').innerText.startsWith('已存')")
    people.see()
    people.go(*SIGN)
    said(people)
    written = blocks(people, number)
    assert [block["type"] for block in written] == ["subheading", "paragraph", "paragraph"]
    assert {"strong": ["两百条船"]} in written[1]["text"] and "".join(flat(written[1]["text"])) == TIDIED
    assert written[2]["text"][0]["target"] == "https://paper.example/tide"
    assert state(people, number) == "review"
    return number


def flat(inlines):
    for one in inlines:
        yield from [one] if isinstance(one, str) else flat(next(value for value in one.values() if isinstance(value, list)))


def send_back_and_again(people, number):
    """A reviewer sends back with a reason; the keys that do so leave fields alone; the writer hands in again."""
    people.be("fangting").open("/desk/").act("a story is sent back").hit("j").go(Keys.ENTER)
    browser = people.browser
    browser.until("document.querySelector('.ProseMirror')", 20)
    people.skip().reach("主题")
    people.hit(Keys.END).type("abc")
    # In a field this takes a word away, and nothing else.
    people.chord(Keys.CONTROL, Keys.BACKSPACE)
    assert browser.run("return document.activeElement.value") == HEADLINE and people.name.startswith("主题")
    people.reach("意见")
    people.type("第一段的数字再核").hit(Keys.ENTER)
    assert people.path.endswith(f"/{number}") and state(people, number) == "review", "Enter in the reason signs nothing"
    people.reach("退回").go(Keys.ENTER)
    said(people)
    assert state(people, number) == "returned"
    people.be("hewei").open("/desk/").act("a story is handed in again").hit("j").go(Keys.ENTER)
    browser.until("document.querySelector('.ProseMirror')", 20)
    people.skip().reach("送审").go(Keys.ENTER)
    said(people)
    assert state(people, number) == "review"


def sign(people, number, step):
    """Ctrl+Enter signs from anywhere on the page but from the fields of another form; the second reviewer goes by Tab."""
    people.open("/desk/").act(f"{step} is signed").hit("j").go(Keys.ENTER)
    assert people.path == f"/desk/stories/{number}" and state(people, number, "step") == step
    if step == "second":
        note(people, number)
        people.skip().reach("通过").go(Keys.ENTER)
    else:
        people.go(*SIGN)
    said(people)
    assert state(people, number, "step") != step


def note(people, number):
    """A note is written by key, and its page comes back at the notes."""
    people.block("批注").reach("写批注").hit(Keys.ENTER).reach("批注")
    people.type("图说写的是右侧，哪个对？").browser.chord(*SIGN)
    assert state(people, number, "step") == "second", "Ctrl+Enter in a note signs nothing"
    people.see()
    people.reach("留下批注").go(Keys.ENTER)
    people.see()
    assert people.name.startswith("批注"), f"the page comes back at {people.name}"
    people.reach("了结").go(Keys.ENTER)
    people.see()
    assert people.name.startswith("批注"), f"the page comes back at {people.name}"
    people.open(people.path)


def plan_an_issue(people, number):
    """An issue is begun; stories go onto its page, up, down and to the front, and keep the focus."""
    people.open("/desk/").act("an issue is planned").go("g", "p")
    people.skip().reach("版名")
    people.chord(Keys.CONTROL, "a").type("要闻").hit(Keys.ENTER).type("民生").reach("编新的一期").go(Keys.ENTER)
    said(people)
    plan = people.path
    people.act("stories are placed, moved and made lead")
    for headline in [HEADLINE, *OTHERS]:
        people.open(plan).block("可排入的稿件").reach(headline)
        move(people, headline, Keys.ARROW_RIGHT)
    assert placed(people) == [HEADLINE, *OTHERS]
    move(people, OTHERS[1], Keys.ARROW_UP)
    assert placed(people) == [HEADLINE, OTHERS[1], OTHERS[0]]
    people.reach(HEADLINE, Keys.SHIFT, Keys.TAB)
    move(people, HEADLINE, Keys.ARROW_DOWN)
    assert placed(people) == [OTHERS[1], HEADLINE, OTHERS[0]]
    # Beyond the first page there is nothing, and the browser does not go back instead.
    people.chord(Keys.ALT, Keys.ARROW_LEFT)
    assert people.path == plan and people.name == HEADLINE
    people.reach("移动").hit(Keys.ENTER).reach("作头条").go(Keys.ENTER)
    people.see()
    assert people.name == HEADLINE
    assert rows(people.site, "SELECT number FROM story WHERE lead = 1") == [(number,)]
    return plan


def move(people, headline, arrow):
    people.go(Keys.ALT, arrow)
    people.see()
    assert people.name == headline, f"after a move the focus is on {people.name}"


def placed(people):
    return [row[0] for row in rows(people.site, "SELECT headline FROM story WHERE page = 1 ORDER BY position")]


def publish(people, plan):
    """The look over the issue is read, and the issue signed."""
    people.open("/desk/").act("an issue is looked over and signed").go("g", "i")
    assert people.path == plan
    people.block("付印前检查")
    assert people.browser.run("return document.activeElement.closest('section').innerText").count("错") == 0
    people.reach("签发").go(Keys.ENTER)
    said(people)
    assert rows(people.site, "SELECT state FROM plan") == [("published",)]


def read(people):
    """A reader finds the story, by keyboard as well."""
    people.open("/").act("the story is read").skip().reach(HEADLINE).go(Keys.ENTER)
    assert TIDIED in people.text and "三行铅笔字" in people.text


def correct(people, number):
    """The story is found, and a correction of it made public."""
    people.open("/desk/").act("a correction is made public").go("g", "s")
    people.hit("/").type(HEADLINE).go(Keys.ENTER)
    people.hit("j").go(Keys.ENTER)
    assert people.path == f"/desk/stories/{number}"
    people.block("已发布")
    people.reach("更正或答辩").hit(Keys.ENTER).reach("公开的文字")
    people.type(CORRECTION).reach("立即公布").go(Keys.ENTER)
    assert people.see()["isInMain"]
    serial = state(people, number, "article")
    address = get(people.base + f"/api/v1/articles/{serial}")
    assert CORRECTION in address[2].decode()
    assert focus_of(people.browser)


def test_files_that_are_refused_leave_the_page_and_its_keys_in_place(people, tmp_path):
    """The page says why, the focus is there, and the field and the keys of the page are where they were."""
    file = tmp_path / "not a picture.png"
    file.write_text("潮水")
    people.be("hewei").open("/desk/").act("a file is refused").go("g", "m")
    people.skip().reach("图片、PDF")
    people.browser.one("main input[type=file]").send_keys(str(file))
    people.reach("上传").hit(Keys.ENTER)
    people.browser.until("document.activeElement.matches('main > .say.bad')")
    people.see()
    people.hit(Keys.TAB)
    assert people.name.startswith("图片、PDF")
    people.hit(Keys.TAB).go("g", "s")
    assert people.path == "/desk/stories"
