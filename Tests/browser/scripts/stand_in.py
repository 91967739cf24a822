"""A small stand-in for the site: the theme's scripts, joined as the program joins them, over pages of our own."""

import base64
import hashlib
import json
import struct
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

HERE = Path(__file__).resolve().parent
SCRIPTS = HERE.parents[2] / "Sources/Press/Theme/scripts"
PAGES = HERE / "pages"


def joined():
    """reader.js: every numbered file, in the order of their names."""
    return "\n".join(p.read_text("utf-8") for p in sorted(SCRIPTS.glob("[0-9][0-9]-*.js")))


def png(side=200, step=8):
    """A chequered picture, in place of a QR code."""
    rows = b"".join(
        b"\0" + b"".join((b"\0" if (x // step + y // step) % 2 else b"\xff") for x in range(side)) for y in range(side))
    chunk = lambda kind, data: (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def page(name, **words):
    text = (PAGES / f"{name}.html").read_text("utf-8")
    for key, value in words.items():
        text = text.replace("{{" + key + "}}", value)
    return text.encode()


class Site(ThreadingHTTPServer):
    """Serves on a free port of 127.0.0.1; remembers what was asked."""

    daemon_threads = True

    def __init__(self, port=0):
        super().__init__(("127.0.0.1", port), Answer)
        self.asked = []
        self.slow = {}  # path → seconds
        self.more = ""  # on the front
        self.gone = {"/content/gone.html"}
        self.thread = threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()

    @property
    def port(self):
        return self.server_address[1]

    def at(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def stop(self):
        self.shutdown()
        self.server_close()
        self.thread.join()


class Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    def log_message(self, *_):
        pass

    def do_GET(self):
        url = urlsplit(self.path)
        self.server.asked.append(self.path)
        time.sleep(self.server.slow.get(url.path, 0))
        if url.path in self.server.gone:
            return self.give(410, "text/html; charset=utf-8", page("plain", title="Gone", head=""))
        found = self.answer(url.path, parse_qs(url.query))
        self.give(*(found or (404, "text/plain", b"not found")))

    def answer(self, path, query):
        html = "text/html; charset=utf-8"
        if path == "/":
            return 200, html, page("front", more=self.server.more)
        if path in ("/archive/", "/article/"):
            return 200, html, page(path.strip("/"), inline=(SCRIPTS / "inline.js").read_text("utf-8"))
        if path == "/about/":
            return 200, html, page("plain", title="About", head='<link rel="manifest" href="/manifest.webmanifest">')
        if path.startswith("/content/") or path == "/offline/":
            return 200, html, page("plain", title=f"Page {path}", head="")
        if path == "/wechat-page/":
            head = '<meta name="wechat-signature" content="/wechat/signature"><meta property="og:title" content="Card">'
            return 200, html, page("plain", title="WeChat", head=head)
        if path == "/wechat/signature":
            facts = {"appId": "wx1", "timestamp": 1, "nonceStr": "n", "signature": "s"}
            return 200, "application/json", json.dumps(facts).encode()
        if path == "/search":
            words = query.get("q", [""])[0]
            results = f"<p data-found>找到{len(words)}篇</p><a href='/content/1.html'>{words}</a>" if words else ""
            return 200, html, page("search", title=f"搜索 {words}", results=results)
        files = {
            "/assets/1/reader.css": ("text/css", (PAGES / "reader.css").read_bytes()),
            "/assets/2/reader.js": ("text/javascript; charset=utf-8", joined().encode()),
            "/service-worker.js": ("text/javascript; charset=utf-8", (SCRIPTS / "service-worker.js").read_bytes()),
            "/manifest.webmanifest": ("application/manifest+json", b'{"name": "x"}'),
            "/media/1.png": ("image/png", png()),
            "/media/1.pdf": ("application/pdf", b"%PDF"),
            "/qr/12.png": ("image/png", png()),
        }
        return (200, *files[path]) if path in files else None

    def give(self, status, kind, body):
        inline = base64.b64encode(hashlib.sha256((SCRIPTS / "inline.js").read_bytes()).digest()).decode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Content-Security-Policy", (
            f"default-src 'none'; script-src 'self' 'sha256-{inline}'; style-src 'self'; img-src 'self' data: blob:; "
            "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"))
        self.end_headers()
        try:
            self.wfile.write(body)
        except BrokenPipeError:
            pass
