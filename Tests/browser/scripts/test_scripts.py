"""The reader's scripts in a real browser, over pages of our own, under the site's CSP, with no network."""

import re
import time

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

import chromium
from stand_in import SCRIPTS, Site, joined

# A voice that speaks only when told to: `spoken` holds what was asked of it, `endSentence()` ends one.
VOICE = """
(() => {
  let voices = [{ lang: "en-US", localService: true, default: true }, { lang: "zh-CN", localService: true }];
  if (location.search.includes("late")) voices = [];
  if (location.search.includes("english")) voices = [{ lang: "en-US", localService: true }];
  const listeners = [];
  window.spoken = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const speech = {
    getVoices: () => voices,
    addEventListener: (name, listener) => listeners.push(listener),
    cancel: () => { window.cancelled = (window.cancelled || 0) + 1; },
    speak: (utterance) => { window.spoken.push(utterance); },
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.endSentence = () => window.spoken[window.spoken.length - 1].onend();
  window.voicesCome = () => {
    voices = [{ lang: "zh_CN", localService: false }];
    listeners.forEach((listener) => listener());
  };
})();
"""


@pytest.fixture(scope="module")
def browser():
    driver = chromium.start("--window-size=800,900")
    driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": VOICE})
    yield driver
    driver.quit()


@pytest.fixture
def site(browser):
    site = Site()
    yield site
    faults = [entry["message"] for entry in browser.get_log("browser")
              if entry["level"] == "SEVERE" and "Failed to load resource" not in entry["message"]
              and "net::ERR" not in entry["message"]]
    site.stop()
    browser.get("about:blank")
    assert faults == []


def one(browser, selector):
    return browser.find_element(By.CSS_SELECTOR, selector)


def until(browser, condition, seconds=6):
    return WebDriverWait(browser, seconds, poll_frequency=0.05).until(lambda _: condition())


def status(browser):
    return browser.execute_script("return document.querySelector('[data-status]').textContent")


def attribute(browser, name):
    return browser.execute_script("return document.documentElement.getAttribute(arguments[0])", name)


def calm(browser, wanted):
    """Whether the reader wants no motion."""
    value = "reduce" if wanted else "no-preference"
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": value}]})


# The files


def test_no_script_uses_syntax_newer_than_ES2019():
    newer = [r"\?\.[a-zA-Z\[(]", r"\?\?", r"^\s*(import|export)\b", r"(?<![\w'\"-])#[a-z]\w*\s*[=(;]", r"\|\|=|&&=",
             r"\.matchAll\(", r"\.replaceAll\(", r"\.at\(", r"\(\?<[=!]", r"replaceChildren|structuredClone|allSettled",
             r"^\s*static \{", r"\d_\d|\dn\b"]
    for path in sorted(SCRIPTS.glob("*.js")):
        code = re.sub(r"(?m)^\s*(//|\*|/\*).*$", "", path.read_text("utf-8"))
        for pattern in newer:
            assert not re.search(pattern, code, re.M), f"{path.name}: {pattern}"


def test_every_script_is_small_and_has_no_words_and_no_style_in_markup():
    for path in sorted(SCRIPTS.glob("*.js")):
        text = path.read_text("utf-8")
        assert len(text.splitlines()) <= 400, path.name
        assert max(map(len, text.splitlines())) <= 200, path.name
        assert "innerHTML" not in text and "setAttribute(\"style\"" not in text, path.name
    assert len((SCRIPTS / "inline.js").read_bytes()) <= 300
    assert "</script" not in joined() + (SCRIPTS / "inline.js").read_text("utf-8")


# Reading settings


def test_settings_survive_a_reload_and_are_there_before_the_first_paint(browser, site):
    browser.get(site.at("/article/"))
    until(browser, lambda: one(browser, "#read").is_displayed())
    assert one(browser, '[data-set="size"][data-value=""]').get_attribute("aria-pressed") == "true"
    one(browser, '[data-set="size"][data-value="xl"]').send_keys(Keys.ENTER)
    one(browser, '[data-set="face"][data-value="serif"]').click()
    one(browser, '[data-set="theme"][data-value="dark"]').click()
    browser.refresh()
    assert [attribute(browser, f"data-{name}") for name in ("size", "face", "theme")] == ["xl", "serif", "dark"]
    until(browser, lambda: one(browser, '[data-value="xl"]').get_attribute("aria-pressed") == "true")
    assert one(browser, '[data-set="size"][data-value=""]').get_attribute("aria-pressed") == "false"
    for name in ("size", "face", "theme"):
        one(browser, f'[data-set="{name}"][data-value=""]').click()
    browser.refresh()
    assert [attribute(browser, f"data-{name}") for name in ("size", "face", "theme")] == [None] * 3


def test_a_setting_is_said(browser, site):
    browser.get(site.at("/article/"))
    until(browser, lambda: one(browser, "#read").is_displayed())
    one(browser, '[data-value="xl"]').click()
    until(browser, lambda: status(browser) == "字号：最大")
    one(browser, '[data-set="size"][data-value=""]').click()


def test_settings_work_without_a_memory(browser, site):
    block = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": (
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } });")})
    browser.get(site.at("/article/"))
    until(browser, lambda: one(browser, "#read").is_displayed())
    one(browser, '[data-value="xl"]').click()
    assert attribute(browser, "data-size") == "xl"
    browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", block)


# Share


def test_copy_gives_the_canonical_address_and_says_so(browser, site):
    browser.execute_cdp_cmd("Browser.grantPermissions", {
        "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})
    browser.get(site.at("/article/?from=timeline"))
    button = until(browser, lambda: one(browser, "#copy").is_displayed() and one(browser, "#copy"))
    button.click()
    until(browser, lambda: button.text == "已复制")
    until(browser, lambda: status(browser) == "已复制")
    copied = browser.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert copied == "https://paper.example/content/2026-03/05/000012.html"
    until(browser, lambda: button.text == "复制链接")


def test_copy_falls_back_to_a_selection_and_keeps_the_focus(browser, site):
    browser.get(site.at("/article/"))
    until(browser, lambda: one(browser, "#copy").is_displayed())
    browser.execute_script("""
      navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
      document.execCommand = (name) => { window.selected = document.activeElement.value; return name === "copy"; };""")
    one(browser, "#copy").send_keys(Keys.ENTER)
    until(browser, lambda: one(browser, "#copy").text == "已复制")
    assert browser.execute_script("return window.selected") == "https://paper.example/content/2026-03/05/000012.html"
    assert browser.switch_to.active_element == one(browser, "#copy")
    browser.execute_script("document.execCommand = () => false;")
    one(browser, "#copy").click()
    until(browser, lambda: status(browser) == "没能复制")


def test_what_the_browser_cannot_do_is_not_offered(browser, site):
    browser.get(site.at("/article/?english"))
    until(browser, lambda: one(browser, "#copy").is_displayed())
    assert not one(browser, '[data-offer="speech"]').is_displayed()  # no voice for the article's language
    has_sheet = browser.execute_script("return Boolean(navigator.share)")
    assert one(browser, "#sheet").is_displayed() == has_sheet
    assert not one(browser, "#inside").is_displayed()
    assert one(browser, "#outside").is_displayed()


def test_the_share_sheet_gets_title_text_and_address(browser, site):
    block = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": (
        "navigator.share = (card) => { window.card = card; return Promise.reject(new Error('closed')); };")})
    browser.get(site.at("/article/"))
    until(browser, lambda: one(browser, "#sheet").is_displayed())
    one(browser, "#sheet").click()
    assert browser.execute_script("return window.card") == {
        "title": "步行桥今早开通", "text": "走过河只要三分钟。",
        "url": "https://paper.example/content/2026-03/05/000012.html"}
    browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", block)


# Poster


def poster_facts(browser):
    return browser.execute_script("""
      const image = document.querySelector("#poster img");
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      const data = context.getImageData(0, 0, canvas.width, canvas.height).data;
      const colours = {};
      const bands = [0, 0, 0, 0, 0, 0, 0, 0];
      let outside = 0;
      for (let i = 0; i < data.length; i += 4) {
        const x = (i / 4) % canvas.width;
        const y = Math.floor(i / 4 / canvas.width);
        const key = [data[i], data[i + 1], data[i + 2]].join();
        colours[key] = (colours[key] || 0) + 1;
        if (data[i] < 100) bands[Math.floor(y * 8 / canvas.height)] += 1;
        if (data[i] < 100 && (x < 60 || x >= 1020) && y < canvas.height - 10) outside += 1;
      }
      return { width: canvas.width, height: canvas.height, alt: image.alt, colours, bands, outside,
        source: image.src.slice(0, 22), link: document.querySelector("[data-save]").href.slice(0, 5) };""")


def test_the_poster_is_a_picture_of_sensible_size_with_something_in_every_part(browser, site):
    browser.get(site.at("/article/"))
    button = until(browser, lambda: one(browser, "#draw").is_displayed() and one(browser, "#draw"))
    assert not one(browser, "#poster").is_displayed()
    button.send_keys(Keys.ENTER)
    until(browser, lambda: one(browser, "#poster").is_displayed())
    assert button.get_attribute("aria-expanded") == "true"
    until(browser, lambda: status(browser) == "画好了")
    until(browser, lambda: browser.execute_script("return document.querySelector('#poster img').complete"))
    facts = poster_facts(browser)
    assert facts["width"] == 1080 and 1400 <= facts["height"] <= 2600
    assert facts["alt"] == "海报：步行桥今早开通 过河只要三分钟"
    assert facts["source"] == "data:image/png;base64," and facts["link"] == "blob:"
    assert facts["colours"]["251,252,251"] > 0.6 * 1080 * facts["height"]  # paper
    assert facts["colours"]["0,86,106"] > 3000  # the accent
    assert facts["colours"]["20,25,27"] > 20000  # ink
    assert all(band > 1000 for band in facts["bands"])
    assert facts["outside"] == 0  # nothing runs into the margin
    button.click()
    until(browser, lambda: not one(browser, "#poster").is_displayed())
    button.click()
    until(browser, lambda: one(browser, "#poster").is_displayed())
    assert len(browser.find_elements(By.CSS_SELECTOR, "#poster img")) == 1


def test_a_poster_without_code_kicker_and_summary_is_drawn_too(browser, site):
    browser.get(site.at("/article/"))
    until(browser, lambda: one(browser, "#draw").is_displayed())
    browser.execute_script("""
      const words = document.querySelector("#poster").dataset;
      for (const name of ["kicker", "subhead", "summary", "byline", "folio", "page", "facts"]) delete words[name];
      words.qr = "/qr/none.png";
      words.logo = "/logo-none.svg";
      words.headline = "全区十二条公交线路调整首末班时间海湾8路延至火车东站末班车推迟到22时30分";""")
    one(browser, "#draw").click()
    until(browser, lambda: one(browser, "#poster").is_displayed())
    facts = poster_facts(browser)
    assert facts["width"] == 1080 and 700 <= facts["height"] <= 1800 and facts["outside"] == 0


def lines(browser, text, width, call="breakLines"):
    return browser.execute_script(joined().split("// The poster:")[0] + """
      const context = document.createElement("canvas").getContext("2d");
      context.font = "40px 'Noto Sans CJK SC'";
      const found = %s(context, arguments[0], arguments[1]);
      return found.map((line) => line.atoms.map((atom) => (atom.gap ? " " : "") + atom.text).join(""));""" % call,
        text, width)


def test_lines_begin_and_end_as_chinese_typesetting_wants(browser, site):
    browser.get(site.at("/content/1.html"))
    text = "“我妈的轮椅，头一回自己过了河。”家住东岸的何苇说：“桥灯亮到23点，周末有讲解（免费），报名见《望河周末》……”他走了2.8米。"
    for width in range(130, 800, 7):
        found = lines(browser, text, width)
        assert "".join(found) == text
        for line in found[1:]:
            assert line[0] not in "，。：；？！）》”…、", found
        for line in found[:-1]:
            assert line[-1] not in "（《“", found
        assert not any(line.startswith(("点", "米")) for line in found), found
    latin = "The quick brown fox jumps over the lazy dog’s back, once."
    for width in range(160, 700, 13):
        assert " ".join(line.strip() for line in lines(browser, latin, width)) == latin
    assert "".join(lines(browser, "https://paper.example/a/very/long/address/without/a/break", 200)).startswith("https")
    balanced = lines(browser, "全区十二条公交线路调整首末班时间和票价", 600, "balanceLines")
    assert len(balanced) == 2 and abs(len(balanced[0]) - len(balanced[1])) <= 1
    phrases = "调整首末班时间　海湾8路延至火车东站　末班车推迟到22时30分"
    assert lines(browser, phrases, 480, "balanceLines") == phrases.split("\u3000")
    assert lines(browser, phrases, 720, "balanceLines")[0] == "调整首末班时间 海湾8路延至火车东站"


# Read aloud


def sentences(browser, text):
    cut = "return cutSentences(arguments[0]).map(([a, b]) => arguments[0].slice(a, b));"
    return browser.execute_script(joined().split("// Breaking text")[0] + cut, text)


@pytest.mark.parametrize("text, expected", [
    ("桥开了。人来了！真的？是；他说……走吧", ["桥开了。", "人来了！", "真的？", "是；", "他说……", "走吧"]),
    ("“你走过了吗？”他问。", ["“你走过了吗？”", "他问。"]),
    ("他说：“走了。”她没有答。", ["他说：“走了。”", "她没有答。"]),
    ("《谁在桥上？》唱了又唱。（见第3版。）完。", ["《谁在桥上？》唱了又唱。", "（见第3版。）完。"]),
    ("Mr. Reed paid $2.50. He left! “Late,” he said. Then, e.g. this.",
     ["Mr. Reed paid $2.50.", "He left!", "“Late,” he said.", "Then, e.g. this."]),
    ("He asked “why?” and left. J. K. Dunn (b. 1960) came.",
     ["He asked “why?”", "and left.", "J. K. Dunn (b. 1960) came."]),
    ("水深4.5米。net.cn好", ["水深4.5米。", "net.cn好"]),
    ("  前后有空。 \n ", ["前后有空。"]),
    ("……", []),
    ("", []),
])
def test_sentences_end_where_they_end(browser, site, text, expected):
    browser.get(site.at("/content/1.html"))
    assert sentences(browser, text) == expected


def test_a_long_sentence_is_cut_at_its_commas_and_loses_nothing(browser, site):
    browser.get(site.at("/content/1.html"))
    text = "桥" * 90 + "，" + "河" * 90 + "，" + "水" * 400 + "。"
    found = sentences(browser, text)
    assert "".join(found) == text and max(map(len, found)) <= 160 and found[0] == "桥" * 90 + "，"


def lit(browser):
    return browser.execute_script(
        "return Array.from(document.querySelectorAll('.say')).map((span) => span.textContent).join('')")


def spoken(browser):
    return browser.execute_script("return window.spoken.map((utterance) => utterance.text)")


def start_reading(browser, site):
    browser.get(site.at("/article/"))
    button = one(browser, '[data-speech="toggle"]')
    until(browser, button.is_displayed)
    return button


def test_reading_aloud_walks_the_sentences_lights_them_and_leaves_no_trace(browser, site):
    button = start_reading(browser, site)
    markup = "return document.querySelector('#main').innerHTML"
    nodes = """
      let count = 0;
      const walker = document.createTreeWalker(document.querySelector("#text"), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) count += 1;
      return count;"""
    before = browser.execute_script("return document.querySelector('#text').innerHTML")
    count = browser.execute_script(nodes)
    whole = browser.execute_script(markup)
    button.send_keys(Keys.ENTER)
    expected = ["步行桥今早开通", "过河只要三分钟", "桥长3.5公里。", "“你走过了吗？”", "何苇问。", "没有人回答；",
                "《谁在桥上？》这首歌唱了又唱……", "第一条", "第二条。", "Mr. Reed paid $2.50.", "“It is late,” he said.",
                "Then he left!", "河水慢慢流", "桥也慢慢走"]
    for number, words in enumerate(expected, 1):
        until(browser, lambda: len(spoken(browser)) == number)
        assert spoken(browser)[-1] == words
        assert lit(browser).replace("\u3000", "") == words
        browser.execute_script("window.endSentence()")
    until(browser, lambda: status(browser) == "读完了")
    assert browser.execute_script("return document.querySelector('#text').innerHTML") == before
    assert browser.execute_script(nodes) == count
    assert browser.execute_script(markup) == whole
    languages = browser.execute_script("return window.spoken.map((utterance) => utterance.lang)")
    assert languages[0] == "zh-CN" and languages[9] == "en-US"


def test_a_lit_sentence_keeps_its_links_and_emphasis(browser, site):
    button = start_reading(browser, site)
    button.click()
    for number in range(1, 7):
        until(browser, lambda: len(spoken(browser)) == number)
        browser.execute_script("window.endSentence()")
    until(browser, lambda: len(spoken(browser)) == 7)
    assert one(browser, "#text a").text == "《谁在桥上？》这首歌"
    assert one(browser, "#text a .say").text == "《谁在桥上？》这首歌"
    assert one(browser, "#text em").text == "没有人"
    one(browser, '[data-speech="stop"]').click()


def test_reading_pauses_resumes_changes_speed_and_stops_by_key(browser, site):
    button = start_reading(browser, site)
    button.send_keys(Keys.SPACE)
    until(browser, lambda: len(spoken(browser)) == 1)
    assert button.text == "暂停"
    browser.execute_script("window.endSentence()")
    button.send_keys(Keys.SPACE)
    assert button.text == "继续" and lit(browser) == "过河只要三分钟"
    browser.execute_script("window.spoken[1].onend()")  # a late end of what was cut off moves nothing
    assert lit(browser) == "过河只要三分钟"
    button.send_keys(Keys.SPACE)
    until(browser, lambda: spoken(browser)[2:] == ["过河只要三分钟"])
    one(browser, '[data-speech="speed"] select').send_keys("2")
    until(browser, lambda: browser.execute_script("return window.spoken[window.spoken.length - 1].rate") == 2)
    stop = one(browser, '[data-speech="stop"]')
    browser.execute_script("arguments[0].focus()", stop)
    stop.send_keys(Keys.ESCAPE)
    assert lit(browser) == "" and button.text == "朗读" and not stop.is_displayed()
    assert browser.switch_to.active_element == button
    browser.refresh()
    until(browser, lambda: one(browser, '[data-speech="toggle"]').is_displayed())
    assert browser.execute_script("return document.querySelector('[data-speech=speed] select').value") == "2"
    browser.execute_script("localStorage.clear()")


def test_a_fault_of_the_voice_pauses(browser, site):
    button = start_reading(browser, site)
    button.click()
    until(browser, lambda: len(spoken(browser)) == 1)
    browser.execute_script("window.spoken[0].onerror({ error: 'network' })")
    assert button.text == "继续"
    one(browser, '[data-speech="stop"]').click()


def test_voices_that_come_late_are_offered_then(browser, site):
    browser.get(site.at("/article/?late"))
    until(browser, lambda: one(browser, "#copy").is_displayed())
    assert not one(browser, '[data-offer="speech"]').is_displayed()
    browser.execute_script("window.voicesCome()")
    assert one(browser, '[data-offer="speech"]').is_displayed()


# The page


@pytest.mark.parametrize("wants_no_motion", [True, False])
def test_back_to_top_comes_after_the_first_screen_and_gives_the_focus_to_the_text(browser, site, wants_no_motion):
    calm(browser, wants_no_motion)
    browser.get(site.at("/article/"))
    until(browser, lambda: one(browser, "#copy").is_displayed())
    assert one(browser, "#back").get_attribute("hidden")
    browser.execute_script("window.scrollTo(0, 3000)")
    until(browser, lambda: not one(browser, "#back").get_attribute("hidden"))
    one(browser, "#back").send_keys(Keys.ENTER)
    until(browser, lambda: browser.execute_script("return window.pageYOffset") == 0)
    assert browser.switch_to.active_element.get_attribute("id") == "main"
    until(browser, lambda: one(browser, "#back").get_attribute("hidden"))
    calm(browser, False)


def test_headline_and_place_light_each_other_by_pointer_and_by_key(browser, site):
    browser.get(site.at("/archive/"))
    on = "return Array.from(document.querySelectorAll('.on')).map((e) => e.getAttribute('data-pair')).join()"
    until(browser, lambda: one(browser, "#head"))
    ActionChains(browser).move_to_element(one(browser, "#head")).perform()
    until(browser, lambda: browser.execute_script(on) == "1,1")
    ActionChains(browser).move_to_element(one(browser, "h1")).perform()
    until(browser, lambda: browser.execute_script(on) == "")
    browser.execute_script("document.querySelector('#spot').focus()")
    until(browser, lambda: browser.execute_script(on) == "1,1")
    ActionChains(browser).send_keys(Keys.ESCAPE).perform()
    assert browser.execute_script(on) == ""
    ActionChains(browser).send_keys(Keys.TAB).perform()
    assert browser.execute_script(on) == "2,2"


def test_arrow_keys_move_between_the_days_of_the_archive(browser, site):
    browser.get(site.at("/archive/"))
    here = "return document.activeElement.getAttribute('data-day')"
    browser.execute_script("document.querySelector('[data-day]').focus()")
    time.sleep(0.2)
    for key, day in [
        (Keys.ARROW_LEFT, "2026-01-05"), (Keys.ARROW_RIGHT, "2026-01-09"), (Keys.ARROW_UP, "2026-01-05"),
        (Keys.ARROW_DOWN, "2026-01-12"), (Keys.ARROW_DOWN, "2026-01-13"), (Keys.ARROW_DOWN, "2026-02-20"),
        (Keys.ARROW_DOWN, "2026-02-20"), (Keys.ARROW_UP, "2026-01-13"), (Keys.ARROW_UP, "2026-01-05"),
        (Keys.END, "2026-02-20"), (Keys.HOME, "2026-01-05"), (Keys.TAB, "2026-01-09"),
    ]:
        ActionChains(browser).send_keys(key).perform()
        assert browser.execute_script(here) == day, key


# Search


def test_results_come_as_one_types_and_the_address_follows(browser, site):
    browser.get(site.at("/search"))
    field = one(browser, "input[name=q]")
    for letter in "bridge":
        field.send_keys(letter)
    until(browser, lambda: one(browser, "[data-results]").text.startswith("找到6篇"))
    assert browser.current_url == site.at("/search?q=bridge")
    assert browser.title == "搜索 bridge"
    until(browser, lambda: status(browser) == "找到6篇")
    asked = [path for path in site.asked if path.startswith("/search?")]
    assert asked[-1] == "/search?q=bridge" and len(asked) <= 4
    one(browser, "select").send_keys("2026")
    until(browser, lambda: browser.current_url == site.at("/search?q=bridge&year=2026"))
    field.clear()
    field.send_keys(" ")
    assert browser.switch_to.active_element == field


def test_pinyin_that_is_not_yet_a_word_asks_nothing(browser, site):
    browser.get(site.at("/search"))
    time.sleep(0.2)
    browser.execute_script("""
      const field = document.querySelector("input");
      field.value = "qi ao";
      field.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));""")
    time.sleep(0.5)
    assert not any(path.startswith("/search?") for path in site.asked)
    browser.execute_script("""
      const field = document.querySelector("input");
      field.value = "桥";
      field.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));""")
    until(browser, lambda: one(browser, "[data-results]").text.startswith("找到1篇"))


def test_a_slow_search_shows_that_it_waits_and_a_newer_question_wins(browser, site):
    browser.get(site.at("/search"))
    until(browser, lambda: one(browser, "form"))
    site.slow["/search"] = 1.2
    field = one(browser, "input[name=q]")
    field.send_keys("a")
    until(browser, lambda: status(browser) == "正在找")
    assert not one(browser, "[data-wait]").get_attribute("hidden")
    assert one(browser, "[data-results]").get_attribute("aria-busy") == "true"
    field.send_keys("b")
    time.sleep(0.3)
    site.slow.clear()
    until(browser, lambda: "找到2篇" in one(browser, "[data-results]").text)
    assert one(browser, "[data-wait]").get_attribute("hidden")
    assert not one(browser, "[data-results]").get_attribute("aria-busy")
    time.sleep(1.2)
    assert "找到2篇" in one(browser, "[data-results]").text


def test_a_search_that_fails_says_so_and_keeps_what_was_there(browser, site):
    browser.get(site.at("/search?q=abc"))
    site.gone.add("/search")
    field = one(browser, "input[name=q]")
    field.send_keys("abcd")
    until(browser, lambda: status(browser) == "没有连上")
    assert "找到3篇" in one(browser, "[data-results]").text
    assert browser.current_url == site.at("/search?q=abc")


# Offline


def kept(browser):
    return sorted(browser.execute_async_script("""
      caches.open("broadsheet-1").then((cache) => cache.keys())
        .then((found) => arguments[0](found.map((request) => new URL(request.url).pathname)));"""))


def forget(browser):
    browser.execute_async_script("""
      Promise.all([
        navigator.serviceWorker.getRegistrations().then((all) => Promise.all(all.map((one) => one.unregister()))),
        caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))),
      ]).then(() => arguments[0]());""")


def test_the_latest_issue_is_read_with_no_connection(browser):
    site = Site()
    port = site.port
    browser.get(site.at("/"))
    wanted = ["/", "/assets/1/reader.css", "/assets/2/reader.js", "/content/1.html", "/content/2.html",
              "/manifest.webmanifest", "/media/1.png", "/offline/"]
    until(browser, lambda: kept(browser) == wanted, 10)
    browser.get(site.at("/search?q=a"))
    browser.get(site.at("/content/3.html"))
    until(browser, lambda: "/content/3.html" in kept(browser))
    assert not any("search" in path for path in kept(browser))
    site.stop()

    for path, title in [("/", "Front"), ("/content/2.html", "Page /content/2.html"),
                        ("/content/1.html?from=timeline", "Page /content/1.html"),
                        ("/content/3.html", "Page /content/3.html"), ("/content/99.html", "Page /offline/")]:
        browser.get(f"http://127.0.0.1:{port}{path}")
        assert browser.title == title, path
    browser.get(f"http://127.0.0.1:{port}/")
    assert browser.execute_script("return document.styleSheets[0].cssRules.length") > 0

    # The connection comes back: a withdrawn article is forgotten, an old cache removed.
    site = Site(port)
    site.gone.add("/content/3.html")
    browser.get(site.at("/content/3.html"))
    assert browser.title == "Gone"
    until(browser, lambda: "/content/3.html" not in kept(browser))
    forget(browser)
    site.stop()


def test_a_slow_page_gives_way_to_the_kept_one_after_three_seconds(browser):
    site = Site()
    browser.get(site.at("/"))
    until(browser, lambda: len(kept(browser)) == 8, 10)
    site.slow["/content/1.html"] = 6
    began = time.monotonic()
    browser.get(site.at("/content/1.html"))
    assert browser.title == "Page /content/1.html" and 2.5 < time.monotonic() - began < 5
    forget(browser)
    site.stop()


def test_a_new_issue_is_kept_as_soon_as_its_front_is_seen_and_nothing_is_fetched_twice(browser):
    site = Site()
    browser.get(site.at("/"))
    until(browser, lambda: len(kept(browser)) == 8, 10)
    time.sleep(0.5)
    site.asked.clear()
    browser.get(site.at("/about/"))
    until(browser, lambda: "/content/gone.html" in site.asked)
    time.sleep(0.5)
    assert [path for path in site.asked if path == "/" or path.startswith(("/about", "/content", "/assets"))] == [
        "/about/", "/content/gone.html"]
    site.more = '<a href="/content/new.html">新</a>'
    browser.get(site.at("/"))
    until(browser, lambda: "/content/new.html" in kept(browser))
    forget(browser)
    site.stop()


def test_old_caches_go_and_what_is_kept_has_bounds(browser):
    site = Site()
    browser.get(site.at("/content/1.html"))
    browser.execute_async_script("""
      Promise.all([caches.open("broadsheet-0"), caches.open("other"), caches.open("broadsheet-1").then(async (cache) => {
        for (let i = 0; i < 230; i += 1) await cache.put(`/content/old-${i}.html`, new Response("old"));
      })]).then(() => arguments[0]());""")
    browser.get(site.at("/"))
    until(browser, lambda: len(kept(browser)) == 200, 15)
    names = browser.execute_async_script("caches.keys().then(arguments[0])")
    assert "broadsheet-0" not in names and "other" in names
    paths = kept(browser)
    assert "/content/1.html" in paths and "/content/old-229.html" in paths and "/content/old-0.html" not in paths
    forget(browser)
    site.stop()


# WeChat


def test_inside_WeChat_the_card_is_set_from_a_signature_for_this_address(browser, site):
    browser.execute_cdp_cmd("Network.setUserAgentOverride", {"userAgent": "Mozilla/5.0 MicroMessenger/8.0"})
    block = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": """
      window.calls = [];
      window.wx = {
        config: (facts) => window.calls.push(["config", facts]),
        ready: (then) => then(),
        updateAppMessageShareData: (card) => window.calls.push(["friend", card]),
        updateTimelineShareData: (card) => window.calls.push(["timeline", card]),
      };
      // The JS-SDK itself is another host's: its element is seen, and answered here.
      const append = Element.prototype.append;
      Element.prototype.append = function (...nodes) {
        const script = nodes.find((node) => node.src && node.src.includes("res.wx.qq.com"));
        if (!script) return append.apply(this, nodes);
        window.calls.push(["load", script.src]);
        setTimeout(script.onload, 0);
      };"""})
    browser.get(site.at("/wechat-page/?a=1&b=2#part"))
    until(browser, lambda: browser.execute_script("return window.calls.length") == 4)
    calls = dict(browser.execute_script("return window.calls"))
    assert calls["load"] == "https://res.wx.qq.com/open/js/jweixin-1.6.0.js"
    assert calls["config"]["signature"] == "s" and calls["config"]["appId"] == "wx1"
    assert calls["friend"]["title"] == "Card" and calls["timeline"]["link"] == site.at("/wechat-page/?a=1&b=2")
    assert f"/wechat/signature?url=http%3A%2F%2F127.0.0.1%3A{site.port}%2Fwechat-page%2F%3Fa%3D1%26b%3D2" in site.asked
    browser.get(site.at("/article/"))
    until(browser, lambda: one(browser, "#inside").is_displayed())
    assert not one(browser, "#outside").is_displayed()
    browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", block)
    browser.execute_cdp_cmd("Network.setUserAgentOverride", {"userAgent": ""})


def test_outside_WeChat_nothing_is_loaded_or_signed(browser, site):
    browser.get(site.at("/wechat-page/"))
    time.sleep(0.4)
    assert not any("signature" in path for path in site.asked)


def test_a_page_with_none_of_the_elements_is_left_alone(browser, site):
    browser.get(site.at("/content/1.html"))
    time.sleep(0.3)
    assert browser.execute_script("return document.body.innerHTML.trim()") == (
        '<main id="main"><h1>Page /content/1.html</h1></main>')
