"""Headless Chromium as a reader has it: a width, a scheme, scripts on or off."""
import json
import pathlib
import time

import axe_playwright_python
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import chromium

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


class Browser:
    def __enter__(self):
        self.driver = chromium.start(
            "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb", logs=("browser", "performance"))
        self.driver.set_page_load_timeout(60)
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def command(self, name, **values):
        return self.driver.execute_cdp_cmd(name, values)

    def shape(self, width, height=900, dark=False, scripts=True, zoom=1):
        """The screen that the next pages are opened on. Zoom 2 is a reader's 200 %: half the CSS width."""
        self.command("Emulation.setDeviceMetricsOverride", width=round(width / zoom), height=round(height / zoom),
                     deviceScaleFactor=zoom, mobile=False)
        self.command("Emulation.setEmulatedMedia",
                     features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.command("Emulation.setScriptExecutionDisabled", value=not scripts)

    def open(self, url):
        self.driver.get_log("browser")
        self.driver.get_log("performance")
        self.driver.get(url)
        return self

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def press(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def chord(self, *keys):
        """Holds all keys but the last, and presses that."""
        actions = ActionChains(self.driver)
        for key in keys[:-1]:
            actions.key_down(key)
        actions.send_keys(keys[-1])
        for key in reversed(keys[:-1]):
            actions.key_up(key)
        actions.perform()

    def tab(self):
        self.press(Keys.TAB)

    def followed(self, act, seconds=30):
        """Does what leads to another page, and waits until that is there."""
        before = self.one("html")
        act()
        deadline = time.monotonic() + seconds
        while True:
            try:
                before.is_enabled()
            except WebDriverException:
                break
            assert time.monotonic() < deadline, f"no other page came within {seconds} s"
            time.sleep(0.05)
        self.until("document.readyState === 'complete'", seconds)

    def console(self):
        """What the page complained of since it was opened."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]

    def requests(self):
        """Every address that the page asked for since it was opened."""
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return found

    def axe(self):
        """The violations of WCAG 2.2 AA and best practice that axe-core finds."""
        if not self.run("return typeof axe !== 'undefined'"):
            self.run(AXE)
        answer = self.driver.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
            ".then(found => done(found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')"
            ".slice(0, 400))), fault => done(['axe: ' + fault]))")
        return answer

    def sideways(self):
        """How many pixels of the page lie beyond the right edge."""
        return self.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def cut(self):
        """Texts that are cut off by their own box on purpose or by mistake, but for those that scroll."""
        return self.run("""
          const found = [];
          for (const element of document.querySelectorAll('main *, header *, footer *')) {
            const style = getComputedStyle(element);
            if (element.closest('.vh, svg, [hidden], [aria-hidden="true"], .skip') || !element.innerText) continue;
            if (element.clientWidth <= 1 || /rect|inset/.test(style.clip + style.clipPath)) continue;
            if (!/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
            if (element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 2)
              found.push(element.tagName + '.' + element.className + ': ' + element.innerText.slice(0, 40));
          }
          return found;
        """)

    def picture(self, file, whole=True):
        """A screenshot as a PNG file; of the whole page with every picture loaded, or of the first screen."""
        if whole:
            self.run("document.querySelectorAll('img[loading]').forEach(image => { image.loading = 'eager'; })")
            self.until("[...document.images].every(image => image.complete)")
            size = self.command("Page.getLayoutMetrics")["cssContentSize"]
            clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 12_000), "scale": 1}
            data = self.command("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        else:
            data = self.command("Page.captureScreenshot", format="png")
        import base64

        pathlib.Path(file).write_bytes(base64.b64decode(data["data"]))

    def until(self, script, seconds=10):
        """Waits until a script answers something true, and gives it."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            answer = self.run("return " + script)
            if answer:
                return answer
            time.sleep(0.05)
        raise AssertionError(f"not within {seconds} s: {script}")
