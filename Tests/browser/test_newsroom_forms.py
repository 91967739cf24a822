"""Every form of the newsroom that is refused is shown again with all that was typed, and the refusal beside its field."""
import re
import subprocess

import pytest
from conftest import PROGRAM, run, serving
from newsroom import PASSWORD, make, port_of
from newsdesk import Newsdesk, said
from people import People

import page_forms
from test_import import png, write
from test_newsroom_pages import ROLES, TEXT

LONG = "长" * 2_100
KEPT = "留下的字"
# Longer than a whole story may be.
LONGEST = {"body": "x" * 2_000_001}
# Where those forms lead in which something can be typed, with `*` for numbers and names of things.
FORMS = {
    "/desk/sign-in", "/desk/filters", "/desk/stories/batch", "/desk/stories/*/revisions", "/desk/stories/*/signatures",
    "/desk/stories/*/returns", "/desk/stories/*/notes", "/desk/stories/*/spiking", "/desk/articles/*/corrections",
    "/desk/articles/*/withdrawal", "/desk/media/*", "/desk/plans", "/desk/plans/*", "/desk/plans/*/pages",
    "/desk/plans/*/pages/*", "/desk/plans/*/publication", "/desk/people", "/desk/people/*", "/desk/account",
    "/desk/account/second-factor", "/desk/account/tokens", "/desk/stories/*/previews", "/desk/plans/*/previews",
}


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """A newsroom with an issue that readers see, and one who may do everything."""
    folder = tmp_path_factory.mktemp("forms")
    site, issue = make(folder / "site"), folder / "2026-03-01"
    issue.mkdir()
    write(issue / "issue.yaml",
          "date: 2026-03-01\nnumber: 5\ntotal: 121\npages:\n  - number: 1\n    name: 要闻\n    stories: [a.md]\n")
    write(issue / "a.md", "---\nheadline: 桥通了\nserial: 7\n---\n\n正文第一段。\n")
    run("import", site, issue)
    given = [word for role in ROLES for word in ("--role", role)]
    subprocess.run([str(PROGRAM), "user", "add", str(site), "everybody", "--name", "许岸青", *given], check=True,
                   input=PASSWORD + "\n", text=True, capture_output=True, timeout=60)
    with serving(site) as base:
        yield base


@pytest.fixture(scope="module")
def hand(base):
    return Newsdesk(port_of(base)).sign_in("everybody", PASSWORD)


@pytest.fixture(scope="module")
def paths(base, hand):
    """The pages on which something can be typed."""
    writer = Newsdesk(port_of(base)).sign_in("hewei", PASSWORD)
    draft, review = hand.start("请给长椅留一盏灯", TEXT), writer.start("一张图纸改了九遍", TEXT)
    writer.page(f"/desk/stories/{review}")
    assert writer.post(f"/desk/stories/{review}/submission", seen=1).status == 303
    hand.page("/desk/plans")
    plan = hand.post("/desk/plans", date="2026-03-05", kind="regular", number="6", total="122", pages="要闻\n民生")
    picture = hand.upload("bridge.png", png(40, 40))
    person = re.search(r'href="(/desk/people/[^"]+)"', hand.page("/desk/people").text).group(1)
    return [
        "/desk/stories?shelf=all&q=%E7%81%AF", "/desk/stories?shelf=all", f"/desk/stories/{draft}",
        f"/desk/stories/{review}", "/desk/articles/7", f"/desk/media/{picture}/note", "/desk/plans",
        plan.headers["Location"].split("?")[0], "/desk/people", person, "/desk/account",
    ]


def kind_of(action):
    parts = action.split("/")
    return "/".join("*" if re.fullmatch(r"\d+|[0-9a-f-]{36}|[0-9a-f]{64}\.\w+", part) else part for part in parts)


def typed_in(form, wrong):
    """What somebody types into a form, wrong in one field: something everywhere, every box, the last of each choice."""
    sent, expected = [], {}
    for field in form.fields:
        if field.kind == "hidden":
            sent.append((field.name, field.value))
            continue
        if field.kind in ("file", "password"):
            continue
        values = expected.setdefault(field.name, [])
        if field is wrong:
            value = LONGEST.get(field.name, LONG)
        elif field.tag == "select":
            value = field.options[-1]
        elif field.kind == "radio" and values:
            continue
        elif field.is_box:
            value = field.value
        elif field.value:
            value = field.value
        else:
            value = {"email": "kept@example.org", "date": "2026-03-05", "datetime-local": "2026-03-05T06:00"}.get(
                field.kind, "7" if field.is_numeric or field.kind == "number" else KEPT)
        values.append(value)
        sent.append((field.name, value))
    named = [(name, value) for name, value, action in form.buttons if name and not action]
    return sent + named[:1], expected


def faults(hand, form, action, wrong):
    """What is wrong with the page that comes back."""
    sent, expected = typed_in(form, wrong)
    fields = {}
    for name, value in sent:
        fields.setdefault(name, []).append(value)
    answer = hand.post(action, **fields)
    what = f"{kind_of(action)} with a wrong {wrong.name} ({answer.status})"
    if answer.status < 400:
        return [f"{what} is not refused"]
    forms, texts = page_forms.read(answer.text)
    again = min((one for one in forms if action in one.actions),
                key=lambda one: sum(one.shown().get(name) != value for name, value in expected.items()), default=None)
    if again is None:
        return [f"{what} is not shown again: {said(answer.text)[:200]}"]
    shown = again.shown()
    found = [f"{what} does not keep {name}: {str(shown.get(name))[:60]}" for name, value in expected.items()
             if shown.get(name) != value]
    told = [field for field in again.fields if field.is_invalid]
    if [field.name for field in told] != [wrong.name] or not texts.get(told[0].described, "").strip():
        found.append(f"{what} is not told beside the field, but at {[field.name for field in told]}: {said(answer.text)[:300]}")
    if again.is_folded:
        found.append(f"{what} is folded away")
    return found


def test_every_form_that_is_refused_keeps_what_was_typed(base, hand, paths):
    found, seen = [], set()
    for path in paths:
        for form in page_forms.read(hand.page(path).text)[0]:
            for action in form.actions:
                # One of each kind: the pages of an issue have the same form.
                if not form.typed or kind_of(action) in seen:
                    continue
                seen.add(kind_of(action))
                for wrong in form.typed:
                    found += faults(hand, form, action, wrong)
    assert not found, "\n".join(found)
    stranger = Newsdesk(port_of(base))
    form = next(form for form in page_forms.read(stranger.page("/desk/sign-in").text)[0] if form.typed)
    assert not faults(stranger, form, form.action, form.typed[0])
    assert seen | {"/desk/sign-in"} == FORMS


def test_passwords_are_never_sent_back(base, hand):
    hand.page("/desk/account")
    answer = hand.post("/desk/account/password", old="一个旧的密码 77", password="短", again="短")
    assert answer.status == 422 and "一个旧的密码" not in answer.text and 'value="短"' not in answer.text
    fields = [field for form in page_forms.read(answer.text)[0] for field in form.fields if field.kind == "password"]
    assert [field.name for field in fields if field.is_invalid] == ["password"]
    stranger = Newsdesk(port_of(base))
    stranger.page("/desk/sign-in")
    answer = stranger.post("/desk/sign-in", login="nobody.here", password="一个错的密码 77")
    assert "nobody.here" in answer.text and "一个错的密码" not in answer.text


def test_text_that_would_end_its_place_comes_back_as_text(hand, paths):
    """Whatever is typed is shown, and nothing of it becomes a part of the page."""
    path = next(path for path in paths if path.endswith("/note"))
    hand.page(path)
    typed = "\n</textarea>\"><script>alert(1)</script>&amp;'" + LONG
    answer = hand.post(path.removesuffix("/note"), title='" autofocus onfocus="x', caption=typed)
    (form,) = [form for form in page_forms.read(answer.text)[0] if form.typed]
    shown = form.shown()
    assert answer.status == 422 and shown["title"] == ['" autofocus onfocus="x'] and shown["caption"] == [typed]
    assert "<script>alert" not in answer.text


def test_the_revision_that_was_looked_at_is_kept_with_the_text(base, hand):
    """Typed on an older text, refused, and sent again: still nothing of another's is overwritten."""
    number = hand.start("渡口", "第一段。\n\n第二段。\n")
    path = f"/desk/stories/{number}/revisions"
    hand.page(f"/desk/stories/{number}")
    assert hand.save(number, 1, body="第一段。\n\n第二段是别人改的。\n")["revision"] == 2
    answer = hand.post(path, seen=1, kicker=LONG, body="第一段是我改的。\n\n第二段。\n")
    form = next(form for form in page_forms.read(answer.text)[0] if path in form.actions)
    assert answer.status == 422 and [field.value for field in form.fields if field.name == "seen"] == ["1"]
    again = hand.post(path, seen=1, kicker="引题", body=form.shown()["body"][0])
    assert again.status == 409 and "第二段是别人改的。" in again.text and "第一段是我改的。" in again.text


def test_the_keyboard_is_at_the_field_that_was_refused(browser, base):
    page = browser
    page.shape(1280)
    People(page, base).sign_in("everybody")
    page.open(base + "/desk/account")
    fold = page.one("form[action='/desk/account/tokens']")
    page.run("arguments[0].closest('details').open = true", fold)
    fold.find_element("css selector", "[name=name]").send_keys("夜里的脚本")
    fold.find_element("css selector", "[name=scope]").click()
    page.run("arguments[0].querySelector('[name=days]').value = '9999'; arguments[0].noValidate = true", fold)
    fold.find_element("css selector", "button").click()
    page.until("document.querySelector('[aria-invalid]')")
    assert page.run("return document.activeElement.name") == "days"
    assert page.run("return document.querySelector(\"form[action='/desk/account/tokens'] [name=name]\").value") == "夜里的脚本"
    assert page.one("#refused").is_displayed() and page.axe() == []


def test_what_is_sent_after_the_session_has_ended_is_sent_again_after_signing_in(browser, base, hand):
    page, note = browser, "第三段的数字要再核一遍。\n\n老张说是九米二，图纸上是九米四。"
    page.shape(1280)
    people = People(page, base)
    people.be("everybody").open(f"/desk/stories/{hand.start('一张图纸改了九遍', TEXT)}")
    story = page.driver.current_url
    page.run("document.querySelector('form[data-note]').closest('details').open = true")
    page.one("form[data-note] [name=text]").send_keys(note)
    page.driver.delete_all_cookies()
    people.press("form[data-note] button:not([type=button])")
    for width in (390, 1280):
        page.shape(width)
        assert page.axe() == [] and page.sideways() == 0
    assert page.one("main textarea").get_attribute("value") == note
    ended = page.driver.current_window_handle
    page.one("main a.btn").click()
    page.driver.switch_to.window(next(one for one in page.driver.window_handles if one != ended))
    page.until("document.querySelector('[name=login]') && document.readyState === 'complete'")
    people.fill(login="everybody", password=PASSWORD).press("form[action='/desk/sign-in'] button")
    assert page.driver.current_url == story
    page.driver.close()
    page.driver.switch_to.window(ended)
    people.press("main form button")
    assert page.one("form[data-note] [name=text]").get_attribute("value") == note
    people.press("form[data-note] button:not([type=button])")
    assert "图纸上是九米四" in page.one("[data-notes]").text
