"""The search as readers and programs see it: the page, the interface, and the index of an export."""
import functools
import http.server
import json
import random
import re
import threading
import time
import urllib.parse

import pytest
from selenium.webdriver.common.keys import Keys

from conftest import get, get_json, run

SEED = random.randrange(1 << 32)
# Told apart by width and case, by traditional characters, by what stands between words, and by operators.
QUERIES = [
    "渡口", "桥", "的", "一", "渡口老街", "望河", "潮水退去", "ferry", "fer", "f", "the", "BRIDGE", "ｆｅｒｒｙ", "渡口 桥", "桥 -渡口",
    "-桥", "“渡口”", '"渡口"', '"the river"', "渡，口", "轮渡。", "2026", "第1版", "3月", "year:2026", "year:2025 桥", "page:1",
    "版：2 的", "title:桥", "标题：渡口", "before:2026-03-20", "after:2026-03-05 桥", "晚于：2026-03-05", "section:要闻", "桥 page:01",
    "没有的词语啊", "zzzzqqqq", "-", "''", "%", "渡 口", "year:x", "a:b",
]


def every_hit(base, query):
    """Every serial that the interface finds, page by page, and the total it tells."""
    found, cursor = [], None
    while True:
        fields = {"q": query, "sort": "date", "limit": 7, **({"cursor": cursor} if cursor else {})}
        answer = get_json(f"{base}/api/v1/search?{urllib.parse.urlencode(fields)}")
        found += [item["serial"] for item in answer["items"]]
        cursor = answer["next"]
        if cursor is None:
            return found, answer["total"]


@pytest.fixture(scope="module")
def texts(demo):
    articles = get_json(f"{demo}/api/v1/articles?limit=100")["items"]
    return [get_json(f"{demo}/api/v1/articles/{item['serial']}") for item in articles]


@pytest.fixture(scope="module")
def queries(texts):
    """The fixed ones, every author, and pieces of the texts cut anywhere."""
    dice = random.Random(SEED)
    lines = [line for text in texts for line in text["headline"] + text["text"].split("\n") if len(line) > 1]
    pieces = []
    for length in [1, 2, 2, 3, 3, 4, 5, 6, 7, 8] * 12:
        line = dice.choice(lines)
        start = dice.randrange(len(line))
        pieces.append(line[start:start + length])
    authors = sorted({byline["name"] for text in texts for byline in text["bylines"]})
    named = [f'author:"{name}"' for name in authors] + [f"{name[0]}\u3000{name[1]}" for name in authors if len(name) == 2]
    return list(dict.fromkeys(QUERIES + named + [piece for piece in pieces if piece.strip()]))


def test_following_the_cursor_visits_every_hit_once(demo):
    for query in ("的", "渡口", "the", "year:2026"):
        found, total = every_hit(demo, query)
        assert len(found) == total == len(set(found)) > 1, query


def test_the_interface_says_what_was_found_and_where(demo):
    answer = get_json(f"{demo}/api/v1/search?{urllib.parse.urlencode({'q': '渡口', 'limit': 3})}")
    assert sorted(answer) == ["facets", "items", "next", "took_ms", "total"]
    for item in answer["items"]:
        assert sorted(item) == ["date", "headline", "page", "score", "serial", "snippet", "url"]
        assert "<mark>渡口</mark>" in item["snippet"] or "渡口" in item["headline"]
        assert "<mark>" not in item["headline"]
    for names in answer["facets"].values():
        assert all(sorted(entry) == ["count", "name"] for entry in names)
    assert sum(entry["count"] for entry in answer["facets"]["years"]) == answer["total"]


def test_nothing_typed_is_an_error(demo):
    for query in ('"', "-", "author:", "year:abc", ":", "title:\"", "桥" * 700, "\u0000", "\U0001F600", "*", "NEAR(", "AND"):
        for path in ("/search", "/api/v1/search"):
            status, headers, _ = get(f"{demo}{path}?{urllib.parse.urlencode({'q': query, 'cursor': 'x'})}")
            assert status == 200, (path, query)
    assert get(f"{demo}/api/v1/search?limit=0")[0] == 400
    assert get(f"{demo}/api/v1/search?q=a&sort=best")[0] == 400
    assert get(f"{demo}/search?q=a")[1]["Cache-Control"] == "no-store"


def test_a_browser_learns_to_search_the_paper(demo):
    status, headers, body = get(demo + "/opensearch.xml")
    assert status == 200 and headers["Content-Type"].startswith("application/opensearchdescription+xml")
    assert b'template="' in body and b"/search?q={searchTerms}" in body
    assert b'type="application/opensearchdescription+xml"' in get(demo + "/")[2]


def test_the_page_marks_counts_and_narrows_without_scripts(browser, demo):
    browser.shape(390, scripts=False)
    browser.open(f"{demo}/search?q={urllib.parse.quote('渡口')}")
    body = get(f"{demo}/search?q={urllib.parse.quote('渡口')}")[2].decode()
    assert "<mark>渡口</mark>" in body and re.search(r'data-found>[^<]*\d', body)
    total = int(re.search(r"data-found>\D*(\d+)", body)[1])
    assert total == every_hit(demo, "渡口")[1]
    narrowed = re.findall(r'href="(/search\?q=section%3A[^"]+)"', body)
    assert narrowed
    inner = get(demo + narrowed[0].replace("&amp;", "&"))[2].decode()
    assert 0 < int(re.search(r"data-found>\D*(\d+)", inner)[1]) < total
    assert 'aria-current="true">' in inner
    browser.shape(390, scripts=True)


def test_results_come_as_one_types_and_the_keys_move_among_them(browser, demo):
    browser.shape(1280)
    browser.open(demo + "/search")
    field = browser.one("input[name=q]")
    field.send_keys("渡口")
    browser.until("document.querySelectorAll('.cards a').length > 0")
    assert urllib.parse.parse_qs(urllib.parse.urlsplit(browser.driver.current_url).query)["q"] == ["渡口"]
    field.send_keys(Keys.ARROW_DOWN)
    browser.until("document.activeElement === document.querySelectorAll('.cards a')[0]")
    browser.press(Keys.ARROW_DOWN)
    browser.until("document.activeElement === document.querySelectorAll('.cards a')[1]")
    browser.press(Keys.ESCAPE)
    browser.until("document.activeElement.name === 'q'")
    assert not browser.console()


@pytest.fixture(scope="module")
def files(demo_site, tmp_path_factory):
    """The address of a plain file server with the export."""
    folder = tmp_path_factory.mktemp("searched") / "out"
    run("export", demo_site, folder)

    class Files(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Files, directory=folder))
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_an_export_finds_what_the_server_finds(browser, demo, files, queries):
    browser.shape(390)
    browser.open(files + "/search")
    browser.driver.set_script_timeout(120)
    found = browser.driver.execute_async_script("""
      const [queries, done] = arguments;
      (async () => {
        const engine = await import(document.querySelector("[data-results]").dataset.engine);
        const found = [];
        for (const query of queries) found.push(await engine.serials(query));
        return found;
      })().then(done, (fault) => done(String(fault.stack || fault)));
    """, queries)
    assert isinstance(found, list), found
    wrong = []
    for query, serials in zip(queries, found):
        expected, _ = every_hit(demo, query.strip())
        if sorted(serials) != sorted(expected):
            wrong.append((query, sorted(set(serials) - set(expected)), sorted(set(expected) - set(serials))))
    assert not wrong, f"seed {SEED}: {wrong[:5]}"
    assert sum(1 for serials in found if serials) > 100


def test_an_export_answers_in_the_page_and_fetches_little(browser, demo, files):
    browser.shape(390)
    browser.open(f"{files}/search/?q={urllib.parse.quote('渡口')}")
    browser.until("document.querySelectorAll('.cards a').length > 0")
    assert browser.run("return document.querySelector('.cards mark, .sum mark') !== null")
    _, total = every_hit(demo, "渡口")
    assert re.search(rf"\D{total}\D", browser.one("[data-found]").text)
    sizes = browser.run(
        "return performance.getEntriesByType('resource').filter(one => one.name.endsWith('.bin'))"
        ".map(one => one.decodedBodySize)")
    assert 1 <= len(sizes) <= 2 and max(sizes) <= 65_536
    field = browser.one("input[name=q]")
    field.clear()
    field.send_keys("ferry")
    browser.until("document.querySelector('[data-found]') && document.title")
    _, total = every_hit(demo, "ferry")
    browser.until(f"/(^|[^0-9]){total}([^0-9]|$)/.test((document.querySelector('[data-found]') || {{}}).textContent)")
    assert browser.driver.current_url.endswith("/search?q=ferry")
    assert browser.sideways() == 0
    narrow = browser.run(
        "return Array.from(document.querySelectorAll('[data-filter=year] a'), link => link.getAttribute('href'))")
    assert all("year" in link for link in narrow)
    assert not [line for line in browser.console() if "404" not in line]


def test_half_typed_pinyin_is_not_searched(browser, demo):
    browser.shape(390)
    browser.open(demo + "/search")
    browser.run("""
      const field = document.querySelector("input[name=q]");
      field.focus();
      field.value = "d";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      field.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
      field.value = "du k";
      field.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));""")
    time.sleep(0.6)
    assert not any("/search?" in address for address in browser.requests())
    browser.run("""
      const field = document.querySelector("input[name=q]");
      field.value = "渡口";
      field.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));""")
    browser.until("document.querySelectorAll('.cards a').length > 0")
    asked = [json.dumps(address) for address in browser.requests() if "/search?" in address]
    assert len(asked) == 1
