"""A picture of the library chosen for a story: by keyboard in the editor, and by a form without scripts."""
import re
import urllib.parse

import pytest
from conftest import get, serving
from newsroom import PASSWORD, browser as signed, make, port_of
from newsdesk import Newsdesk
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from test_editor import EDITOR, caret, chord, lines
from test_editor_desk import saved, signed_in, story
from test_import import png

NOTE = {"title": "DSC_0412 渔港清晨", "alternative": "晨雾里的渔港", "caption": "正月十五的东澳渔港", "credit": "林　汐 摄"}
PICKER = "document.querySelector('.ed-picker')"
OPTION = f"{PICKER}?.querySelectorAll('[role=option]')"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A newsroom whose library has more pictures than one page shows, a few of them with words of their own."""
    site = make(tmp_path_factory.mktemp("pictures") / "site")
    with serving(site) as base:
        hand = Newsdesk(port_of(base)).sign_in("qiao", PASSWORD)
        harbour = hand.upload("DSC_0412.png", png(64, 48), **NOTE)
        for number in range(64):
            hand.upload(f"roll-{number}.png", png(40, 40 + number))
        lighthouse = hand.upload("tower.png", png(48, 64), title="灯塔", caption="修好的灯塔", credit="何　苇 摄")
        guest = signed(base, "guest").upload("own.png", png(30, 30), title="通讯员的船", alternative="一条船")
        yield {"base": base, "hand": hand, "harbour": harbour, "lighthouse": lighthouse, "guest": guest}


def figures(hand, number):
    """The pictures of the latest saved text."""
    answer = hand.ask("GET", f"/desk/stories/{number}", headers={"Accept": "application/json"}).json()
    return [block for block in answer["copy"]["body"]["blocks"] if block["type"] == "figure"]


def is_harbour(figure, name):
    return figure["media"] == name and all(figure[key] == NOTE[key] for key in ("caption", "alternative", "credit"))


def arrived(page, path, seconds=20):
    """Waits until the browser stands at a path: a page without scripts says nothing of itself."""
    WebDriverWait(page.driver, seconds).until(lambda driver: urllib.parse.urlsplit(driver.current_url).path == path)


def titles(page):
    return page.run(f"return [...{OPTION}].map(option => option.querySelector('.cap').innerText)")


def shown_in_preview(base, number):
    """The picture and its words as somebody outside sees them."""
    hand = signed(base, "luojing")
    hand.page(f"/desk/stories/{number}")
    link = hand.post(f"/desk/stories/{number}/previews", json_answer=True).json()["link"]
    page = Newsdesk(port_of(base)).page(urllib.parse.urlsplit(link).path).text
    source = re.search(r'<figure[^>]*>.*?<img[^>]* src="([^"]+)"', page, re.S).group(1)
    status, headers, _ = get(urllib.parse.urljoin(base, source))
    assert status == 200 and headers["Content-Type"].startswith("image/")
    return page


def test_a_picture_is_chosen_by_keyboard_and_stands_at_the_caret(browser, desk):
    base, hand = desk["base"], desk["hand"]
    number = story(hand)
    page = signed_in(browser, base, number)
    caret(page, 0)
    chord(page, Keys.CONTROL, Keys.ALT, "p")
    page.until(f"{OPTION}?.length === 60")
    assert titles(page)[:2] == ["通讯员的船", "灯塔"], "the newest first"
    assert page.axe() == []
    page.press("dsc")
    page.until(f"{OPTION}.length === 1")
    assert titles(page) == [NOTE["title"]]
    page.press(Keys.ARROW_DOWN, Keys.ENTER)
    page.until(f"!{PICKER} && document.activeElement === {EDITOR}")
    page.until("document.querySelector('.ed-figure img')?.naturalWidth === 64")
    assert [bool(page.run(f"return {EDITOR}.children[{at}].matches('.ed-figure')")) for at in (0, 1)] == [False, True]
    page.press("写在图前。")
    saved(page)
    assert lines(page)[0].endswith("写在图前。"), "the caret stayed"
    assert [is_harbour(one, desk["harbour"]) for one in figures(hand, number)] == [True]
    preview = shown_in_preview(base, number)
    assert NOTE["caption"] in preview and NOTE["credit"] in preview and f'alt="{NOTE["alternative"]}"' in preview
    assert not page.console()


def test_the_grid_is_walked_by_arrows_goes_on_at_its_end_and_escape_leaves_the_text_alone(browser, desk):
    page = signed_in(browser, desk["base"], story(desk["hand"]))
    caret(page, 1)
    before = lines(page)
    page.one("button[data-mark=library]").click()
    page.until(f"{OPTION}?.length === 60")
    chosen = f"[...{OPTION}].findIndex(option => option.getAttribute('aria-selected') === 'true')"
    page.press(Keys.ARROW_DOWN, Keys.ARROW_RIGHT)
    assert page.run(f"return {chosen}") == 1 and page.run(f"return document.activeElement === {OPTION}[1]")
    columns = page.run(f"const tops = [...{OPTION}].map(one => one.offsetTop); return tops.filter(top => top === tops[0]).length")
    page.press(Keys.ARROW_DOWN)
    assert columns > 1 and page.run(f"return {chosen}") == 1 + columns
    page.press(Keys.ARROW_UP, Keys.ARROW_UP)
    assert page.run("return document.activeElement.name") == "q", "up from the first row leads to the words"
    page.press(Keys.ARROW_DOWN, Keys.END, Keys.ARROW_RIGHT)
    page.until(f"{OPTION}.length === 67")
    assert page.run(f"return {chosen}") == 60 and len(set(titles(page))) == 67
    page.press(Keys.ESCAPE)
    page.until(f"!{PICKER} && document.activeElement === {EDITOR}")
    assert lines(page) == before
    page.one("[data-keys]").click()
    assert "从图库选图" in page.one("#keys").text


def test_without_scripts_a_picture_is_looked_for_and_put_in_by_forms(browser, desk):
    base, hand = desk["base"], desk["hand"]
    number = story(hand)
    page = signed_in(browser, base, number)
    page.shape(1280, scripts=False)
    try:
        page.open(f"{base}/desk/stories/{number}")
        page.one("input[name=kicker]").send_keys("，还没有存")
        page.one("button[name=then][value=picture]").click()
        arrived(page, f"/desk/stories/{number}/pictures")
        page.one("input[name=q]").send_keys("渔港", Keys.ENTER)
        WebDriverWait(page.driver, 20).until(lambda driver: "q=" in driver.current_url)
        (found,) = page.all("input[name=media]")
        assert found.get_attribute("value") == desk["harbour"]
        found.click()
        page.driver.find_element(By.XPATH, "//select[@name='behind']/option[starts-with(., '第1段之后')]").click()
        page.one("form.form button.main").click()
        arrived(page, f"/desk/stories/{number}")
        assert "![" in page.one("textarea[name=body]").get_attribute("value")
        assert page.one("input[name=kicker]").get_attribute("value").endswith("，还没有存")
    finally:
        page.shape(1280)
    assert [is_harbour(one, desk["harbour"]) for one in figures(hand, number)] == [True]
    assert hand.ask("GET", f"/desk/stories/{number}", headers={"Accept": "application/json"}).json()[
        "copy"]["body"]["blocks"][1]["type"] == "figure"
    assert NOTE["caption"] in shown_in_preview(base, number)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_to_choose_on_is_accessible(browser, desk, width):
    number = story(desk["hand"])
    page = signed_in(browser, desk["base"], number)
    page.shape(width)
    page.open(f"{desk['base']}/desk/stories/{number}/pictures")
    assert page.axe() == [] and page.sideways() == 0 and not page.console()


def test_who_reads_no_copy_chooses_among_their_own(desk):
    guest = signed(desk["base"], "guest")
    number = story(guest)
    found = re.findall(r'name="media" value="([^"]+)"', guest.page(f"/desk/stories/{number}/pictures").text)
    assert found == [desk["guest"]]
    assert guest.page(f"/desk/media/{desk['harbour']}/note").status == 404
    answer = guest.post(f"/desk/stories/{number}/pictures", seen=1, media=desk["harbour"])
    assert answer.status == 422 and figures(guest, number) == []
