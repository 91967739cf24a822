"""The people of a newsroom at one browser, one after the other."""
import urllib.parse

from newsroom import PASSWORD
from selenium.webdriver.support.ui import Select


class People:
    """One browser in many hands: each has a session of their own."""

    def __init__(self, browser, base):
        self.browser, self.base, self.sessions = browser, base, {}

    def be(self, login):
        driver = self.browser.driver
        driver.get(self.base + "/healthz")
        driver.delete_all_cookies()
        if login is None:
            return self
        if login in self.sessions:
            driver.execute_cdp_cmd("Network.setCookie", self.sessions[login])
            return self
        self.sign_in(login)
        self.keep(login)
        return self

    def sign_in(self, login):
        self.open("/desk/sign-in").fill(login=login, password=PASSWORD).press("form[action='/desk/sign-in'] button")

    def keep(self, login):
        cookie = next(one for one in self.browser.driver.get_cookies() if one["name"] == "__Host-broadsheet")
        self.sessions[login] = {"name": cookie["name"], "value": cookie["value"], "url": self.base + "/", "path": "/",
                                "secure": True, "httpOnly": True}

    def open(self, path):
        self.browser.open(self.base + path)
        return self

    def fill(self, within="main", **fields):
        for name, value in fields.items():
            field = self.browser.one(f"{within} [name='{name}']")
            if field.tag_name == "select":
                Select(field).select_by_value(value)
            elif field.get_attribute("type") == "file":
                field.send_keys(value)
            else:
                self.browser.run("arguments[0].value = arguments[1]", field, value)
        return self

    def press(self, selector):
        """Presses a button and waits for the page that follows."""
        button = self.browser.one(selector)
        self.browser.followed(lambda: self.browser.run("arguments[0].click()", button))
        return self

    @property
    def text(self):
        return self.browser.run("return document.body.innerText")

    @property
    def path(self):
        return urllib.parse.urlsplit(self.browser.driver.current_url).path

    def send(self, path, **fields):
        """What a page would not offer, tried all the same: status and words of the answer."""
        return self.browser.driver.execute_async_script("""
          const [path, fields, done] = [arguments[0], arguments[1], arguments[arguments.length - 1]];
          const body = new URLSearchParams(fields);
          body.set('csrf', document.querySelector('[name=csrf]').value);
          fetch(path, {method: 'POST', body, headers: {Accept: 'application/json'}})
            .then(async answer => done([answer.status, await answer.text()]), fault => done([0, String(fault)]));
        """, path, fields)
