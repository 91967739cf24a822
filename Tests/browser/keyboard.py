"""A person who works by keyboard alone. Wherever the focus goes they must see it, and it is never lost to the page."""
import time

from newsroom import PASSWORD
from people import People
from selenium.webdriver.common.keys import Keys

# So many presses of Tab at most lead to what a page is for; more, and a heading, a key or a skip link is missing.
REACH_MAX = 40
# So long a page may take to scroll to what has the focus.
REST_SECONDS = 1.0
# The focus: null where it is nowhere; else what it is on, and what is wrong with how it shows.
FOCUS = """
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const isMarked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
  // Of a tall or broken box the part that is on the screen counts.
  const seen = [...element.getClientRects()].map(box => ({
    left: Math.max(box.left, 0), right: Math.min(box.right, innerWidth),
    top: Math.max(box.top, 0), bottom: Math.min(box.bottom, innerHeight)}))
    .filter(box => box.right - box.left >= 1 && box.bottom - box.top >= 1);
  const isOpen = box => {
    const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    return hit && (element.contains(hit) || hit.contains(element));
  };
  const fault = !isMarked ? 'is not marked' : !seen.length ? 'is off the screen' : !seen.some(isOpen) ? 'is covered' : '';
  return {fault, html: element.outerHTML.slice(0, 160), isInMain: Boolean(element.closest('main'))};
"""


def focus_of(browser):
    """What has the focus once the page has come to rest: it scrolls there in its next frame, on a busy machine later."""
    until = time.monotonic() + REST_SECONDS
    while True:
        focus = browser.run(FOCUS)
        if not focus or not focus["fault"] or time.monotonic() >= until:
            return focus
        time.sleep(0.02)


class Keyboard(People):
    """People whose hands never leave the keyboard."""

    def __init__(self, browser, base):
        super().__init__(browser, base)
        self.acts = []

    def act(self, name):
        """What is done from here on; its presses are counted."""
        self.acts.append([name, 0, 0])
        return self

    @property
    def report(self):
        return "\n".join(f"{presses:4} presses, at most {tabs:2} in a row to a stop: {name}" for name, presses, tabs in self.acts)

    @property
    def name(self):
        """The accessible name of what has the focus."""
        return " ".join(self.browser.driver.switch_to.active_element.accessible_name.split())

    def see(self):
        """The focus is somewhere, and is seen."""
        focus = focus_of(self.browser)
        assert focus, f"the focus is lost on {self.path}"
        assert not focus["fault"], f"the focus {focus['fault']} on {self.path}: {focus['html']}"
        return focus

    def count(self, presses):
        self.acts[-1][1] += presses

    def hit(self, *keys):
        """Presses keys one after the other; each leaves the focus where it can be seen."""
        for key in keys:
            self.browser.press(key)
            self.count(1)
            self.see()
        return self

    def chord(self, *keys):
        self.browser.chord(*keys)
        self.count(1)
        self.see()
        return self

    def type(self, text):
        self.browser.press(text)
        self.see()
        return self

    def go(self, *keys):
        """Presses keys together that lead to another page."""
        self.browser.followed(lambda: self.browser.chord(*keys))
        self.count(1)
        return self

    def skip(self):
        """From the top of a page past its bar."""
        self.hit(Keys.TAB)
        assert self.name == "跳到正文", f"the first stop of {self.path} is {self.name}"
        self.browser.press(Keys.ENTER)
        self.count(1)
        return self

    def reach(self, name, *keys):
        """Presses Tab, or these keys together, until the focus is on what begins with this name."""
        passed = []
        while not passed or not passed[-1].startswith(name):
            assert len(passed) < REACH_MAX, f"{REACH_MAX} presses on {self.path} do not reach {name}: {passed}"
            self.chord(*keys or (Keys.TAB,))
            passed.append(self.name)
        self.acts[-1][2] = max(self.acts[-1][2], len(passed))
        return self

    def block(self, name):
        """Walks the headings of the page's blocks."""
        return self.reach(name, "h")

    def sign_in(self, login):
        self.open("/desk/sign-in").act(f"{login} signs in").reach("登录名")
        self.type(login).reach("密码")
        self.type(PASSWORD).go(Keys.ENTER)
