"""Starts headless Chromium by its driver, on a machine that knows no name but its address."""
import shutil

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common import utils

LOOPBACK = "127.0.0.1"
# The browser is spoken to through a pipe: through a port, the driver would look up `localhost`.
FLAGS = ("--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-dev-shm-usage",
         "--no-first-run", "--disable-background-networking", "--lang=zh-CN")


class LoopbackService(Service):
    """The driver reached by address: a bare system has no file that says what `localhost` is."""

    @property
    def service_url(self):
        return f"http://{utils.join_host_port(LOOPBACK, self.port)}"

    def is_connectable(self):
        return utils.is_url_connectable(self.port, host=LOOPBACK)


def start(*flags, logs=("browser",)):
    """A driver with these flags more; `logs` are the kinds of Chromium's log that can be asked for later."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium"
    for flag in FLAGS + flags:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {name: "ALL" for name in logs})
    return webdriver.Chrome(options=options, service=LoopbackService(shutil.which("chromedriver")))
