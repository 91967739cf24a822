"""A person of the newsroom at work over HTTP: by the forms of its pages, and by its interface with a token."""
import html.parser
import http.client
import json
import re
import urllib.parse

FORM = "application/x-www-form-urlencoded"
COOKIE = "__Host-broadsheet"


class Answer:
    """What came back, read whole."""

    def __init__(self, response):
        self.status, self.headers, self.body = response.status, response.headers, response.read()

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    def json(self):
        return json.loads(self.body or b"null")


class Newsdesk:
    """One browser without scripts, or, with `token`, one program; one connection, opened anew where it was closed."""

    def __init__(self, port, token=None):
        self.port, self.token, self.cookies, self.csrf = port, token, {}, ""
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)

    def ask(self, method, path, body=None, headers=None):
        fields = {"Host": f"127.0.0.1:{self.port}", **(headers or {})}
        if self.token:
            fields["Authorization"] = f"Bearer {self.token}"
        elif self.cookies:
            fields["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        for attempt in (1, 2):
            try:
                self.connection.request(method, path, body, fields)
                answer = Answer(self.connection.getresponse())
                break
            except (http.client.HTTPException, ConnectionError):
                self.connection.close()
                if attempt == 2:
                    raise
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies.pop(name, None)
            if value:
                self.cookies[name] = value
        return answer

    def page(self, path, follow=True):
        """A page, and the key of its forms."""
        answer = self.ask("GET", path, headers={"Accept": "text/html"})
        if follow and answer.status in (302, 303):
            return self.page(answer.headers["Location"])
        found = re.search(r'name="csrf" value="([^"]+)"', answer.text)
        if found:
            self.csrf = found.group(1)
        return answer

    def post(self, path, json_answer=False, **fields):
        """A form of a page; a list is sent as several values of one name."""
        pairs = [(name, one) for name, value in {"csrf": self.csrf, **fields}.items()
                 for one in (value if isinstance(value, list) else [value])]
        accept = "application/json" if json_answer else "text/html"
        return self.ask("POST", path, urllib.parse.urlencode(pairs), {"Content-Type": FORM, "Accept": accept})

    def upload(self, file, data, **note):
        """Brings a file into the library and says what it shows; its name there."""
        edge = "edge-of-a-part"
        head = f'--{edge}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{self.csrf}\r\n'
        head += f'--{edge}\r\nContent-Disposition: form-data; name="files"; filename="{file}"\r\n\r\n'
        answer = self.ask("POST", "/desk/media", head.encode() + data + f"\r\n--{edge}--\r\n".encode(),
                          {"Content-Type": f"multipart/form-data; boundary={edge}", "Accept": "application/json"})
        if answer.status != 201:
            raise RuntimeError(f"{file} was not taken: {answer.status} {answer.text[:500]}")
        name = answer.json()["name"]
        if note:
            self.post(f"/desk/media/{name}", json_answer=True, **note)
        return name

    def sign_in(self, login, password):
        self.page("/desk/sign-in")
        answer = self.post("/desk/sign-in", login=login, password=password)
        if answer.status != 303 or COOKIE not in self.cookies:
            raise RuntimeError(f"{login} was not let in: {answer.status} {said(answer.text)}")
        self.page("/desk/")
        return self

    def make_token(self, name, scopes, days=1):
        answer = self.post("/desk/account/tokens", json_answer=True, name=name, scope=list(scopes), days=days)
        return answer.json()["secret"]

    def api(self, method, path, **fields):
        """The interface: what is sent and answered is JSON."""
        body = json.dumps(fields) if method == "POST" else None
        head = {"Content-Type": "application/json"} if body else {}
        return self.ask(method, "/api/v1/desk" + path, body, {"Accept": "application/json", **head})

    def start(self, headline, body, **fields):
        """Begins a story; its number."""
        answer = self.post("/desk/stories", json_answer=True, headline=headline, body=body, **fields)
        if answer.status != 201:
            raise RuntimeError(f"no story was begun: {answer.status} {answer.text[:500]}")
        return answer.json()["number"]

    def save(self, number, seen, **fields):
        answer = self.post(f"/desk/stories/{number}/revisions", json_answer=True, seen=seen, kind="save", **fields)
        return answer.json()


class _Words(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.words = []

    def handle_data(self, data):
        self.words.append(data.strip())


def said(page):
    """The words of a page, for a fault to quote."""
    words = _Words()
    words.feed(page)
    return " ".join(word for word in words.words if word)[:600]
