"""One headless Chromium for all the tools: it shoots SVG and HTML, prints PDF, and answers questions about the DOM.

Needs the packages chromium, chromium-driver and fonts-noto-cjk (Debian), and selenium (PyPI).
"""
import base64
import pathlib
import shutil
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service


class Browser:
    """Opens Chromium in a `with` statement and closes it at the end."""

    def __enter__(self):
        options = Options()
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                         "--force-color-profile=srgb", "--font-render-hinting=none",
                         "--allow-file-access-from-files"):
            options.add_argument(argument)
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.folder = tempfile.TemporaryDirectory()
        return self

    def __exit__(self, *_):
        self.driver.quit()
        self.folder.cleanup()

    def open(self, html, width, height, scale=1):
        """Shows `html` in a window of the given size in CSS pixels and waits for fonts and pictures."""
        path = pathlib.Path(self.folder.name) / "page.html"
        path.write_text(html, encoding="utf-8")
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": scale, "mobile": False})
        self.driver.get(path.as_uri())
        self.driver.execute_async_script(
            "const done = arguments[0];"
            "Promise.all([...[...document.fonts].map(f => f.load()), ...[...document.images].map(i => i.decode().catch(() => 0))])"
            ".then(() => requestAnimationFrame(() => done()))")

    def ask(self, script, *arguments):
        """Runs a script in the open page and gives what it returns."""
        return self.driver.execute_script(script, *arguments)

    def shoot(self, width, height):
        """PNG bytes of the open page."""
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {
            "format": "png", "clip": {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}})
        return base64.b64decode(shot["data"])

    def print(self, width_inches, height_inches):
        """PDF bytes of the open page, one sheet of the given size."""
        sheet = self.driver.execute_cdp_cmd("Page.printToPDF", {
            "paperWidth": width_inches, "paperHeight": height_inches, "printBackground": True,
            "generateTaggedPDF": False, "marginTop": 0, "marginBottom": 0, "marginLeft": 0, "marginRight": 0, "preferCSSPageSize": True})
        return base64.b64decode(sheet["data"])
