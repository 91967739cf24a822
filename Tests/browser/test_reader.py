"""An article as a reader of any newspaper expects it, with every fact under its label and scripts off."""
import pytest

from conftest import run, serving
from test_import import serials, write


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    base = tmp_path_factory.mktemp("paper")
    site, issue = base / "site", base / "2026-03-01"
    run("init", site)
    settings = (site / "broadsheet.yaml").read_text()
    for key, value in {"name": "苇渡报", "publisher": "苇渡报社", "copyright": "© 2026 苇渡报社", "icp": "苇ICP备00000000号",
                       "police_filing": "苇公网安备 00000000000000号"}.items():
        import re

        settings, count = re.subn(rf"(?m)^(\s+{key}:).*$", lambda found: f'{found[1]} "{value}"', settings, count=1)
        assert count == 1, key
    (site / "broadsheet.yaml").write_text(settings)
    issue.mkdir()
    write(issue / "issue.yaml", "date: 2026-03-01\nnumber: 5\ntotal: 121\npages:\n  - number: 1\n    name: 要闻\n    stories: [1.md, 2.md]\n")
    paragraphs = "\n\n".join(f"第{n}段。" + "春水涨到第三级台阶，渡船照旧在六点二十分离岸，船工把缆绳解开又系上。" * 6 for n in "一二三四五六七八")
    write(issue / "1.md", f"---\nheadline: [两岸走了四十年, 今天走桥过江]\nsubhead: 渡口同日停航\nbyline: 张三\nviews: 276413\n---\n\n{paragraphs}\n")
    write(issue / "2.md", "---\nheadline: 码头的钟留在原处\n---\n\n钟还在。\n")
    run("import", site, issue)
    return site


def test_every_fact_is_there_in_reading_order_with_scripts_off(paper, browser):
    with serving(paper) as base:
        first = serials(base)[0]
        browser.shape(390, scripts=False)
        browser.open(f"{base}/content/2026-03/01/{first:06}.html")
        browser.shape(390, scripts=True)
        text = browser.run("""
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          let text = '';
          while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement;
            if (!parent.closest('script, [hidden]')) text += ' ' + walker.currentNode.data;
          }
          return text.replace(/\\s+/g, ' ')""")
        place = 0
        for wanted in ("两岸走了四十年", "今天走桥过江", "渡口同日停航", "2026年3月1日", "第01版", "要闻", "张三", "阅读",
                       "276,413", "第一段。", "第二段。", "第八段。", "张三", "上一篇", "没有了", "下一篇", "码头的钟留在原处", "苇渡报社", "苇ICP备00000000号", "苇公网安备"):
            found = text.find(wanted, place)
            assert found >= 0, f"{wanted} is missing after: {text[max(0, place - 60):place]}"
            place = found
        assert "© 2026 苇渡报社" in text
        lines = browser.run("return [...document.querySelectorAll('h1 .ln')].map(e => e.textContent)")
        assert lines == ["两岸走了四十年", "今天走桥过江"]
        assert len(browser.all(".text > p")) >= 8
        assert browser.one('a[href^="https://beian.miit.gov.cn"]').text == "苇ICP备00000000号"


def test_reading_settings_are_remembered(demo, kinds, browser):
    browser.shape(1280)
    browser.open(kinds["article"])
    size = browser.run("return parseFloat(getComputedStyle(document.documentElement).fontSize)")
    browser.run("[...document.querySelectorAll('button')].find(b => b.textContent.trim() === 'A+').click()")
    assert browser.run("return parseFloat(getComputedStyle(document.documentElement).fontSize)") > size
    browser.open(kinds["front"])
    assert browser.run("return parseFloat(getComputedStyle(document.documentElement).fontSize)") > size
    browser.run("localStorage.clear()")


def test_the_hotspots_of_a_page_lead_to_their_stories(demo, kinds, browser):
    browser.shape(1280)
    browser.open(kinds["page"])
    spots = browser.run("return [...document.querySelectorAll('svg.hot a')].map(a => a.getAttribute('href'))")
    heads = browser.run("return [...document.querySelectorAll('.heads a')].map(a => a.getAttribute('href'))")
    assert spots and set(spots) <= set(heads)
    outside = browser.run("""
      const box = document.querySelector('svg.hot').getBoundingClientRect();
      return [...document.querySelectorAll('svg.hot polygon')].filter(p => {
        const b = p.getBoundingClientRect();
        return b.width < 24 || b.height < 10 || b.left < box.left - 1 || b.right > box.right + 1;
      }).length""")
    assert outside == 0


def test_the_issue_stays_readable_without_a_connection(demo, kinds, browser):
    browser.shape(390)
    browser.open(kinds["front"])
    browser.until("navigator.serviceWorker && navigator.serviceWorker.controller !== undefined")
    browser.driver.execute_async_script(
        "const done = arguments[0]; navigator.serviceWorker.ready.then(() => setTimeout(done, 3000))")
    href = browser.run("return document.querySelector('.lead h2 a').href")
    browser.command("Network.enable")
    browser.command("Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=-1, uploadThroughput=-1)
    try:
        browser.open(href)
        assert browser.run("return document.querySelector('h1 .ln, h1').textContent.length") > 2
        assert browser.all(".text p")
    finally:
        browser.command("Network.emulateNetworkConditions", offline=False, latency=0, downloadThroughput=-1, uploadThroughput=-1)
        browser.run("return navigator.serviceWorker.getRegistrations().then(all => Promise.all(all.map(r => r.unregister())))")
