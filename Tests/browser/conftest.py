"""A real server with the demo paper, and a real browser. BROADSHEET names the program under test."""
import contextlib
import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request

import pytest

from browser import Browser

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("BROADSHEET", ROOT / ".build/debug/broadsheet")).resolve()


def run(*arguments, check=True, **options):
    """Runs the program; its output as text."""
    done = subprocess.run(
        [str(PROGRAM), *map(str, arguments)], capture_output=True, text=True, timeout=300,
        env={**os.environ, "LC_ALL": "C.UTF-8"}, **options)
    if check and done.returncode != 0:
        raise AssertionError(f"broadsheet {' '.join(map(str, arguments))}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def serving(site, *options):
    """Serves a site on a free port of 127.0.0.1 until the block ends; gives its address."""
    port = free_port()
    log = tempfile.TemporaryFile()
    process = subprocess.Popen(
        [str(PROGRAM), "serve", str(site), "--host", "127.0.0.1", "--port", str(port), *options],
        stdout=log, stderr=subprocess.STDOUT)
    base = f"http://127.0.0.1:{port}"
    try:
        wait_until_ready(base, process, log)
        yield base
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)
        log.close()


def wait_until_ready(base, process, log):
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if process.poll() is not None:
            log.seek(0)
            raise AssertionError(f"the server ended: {log.read().decode()}")
        with contextlib.suppress(OSError):
            urllib.request.urlopen(base + "/readyz", timeout=2).read()
            return
        time.sleep(0.05)
    raise AssertionError("the server was not ready within 30 seconds")


def get(url, **headers):
    """Status, headers and bytes of an address; redirects are not followed."""
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    opener = urllib.request.build_opener(Stay)
    request = urllib.request.Request(url, headers={"User-Agent": "test", **headers})
    try:
        with opener.open(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, answer.read()


def get_json(url):
    status, _, body = get(url)
    assert status == 200, f"{url}: {status}"
    return json.loads(body)


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory):
    """The demo paper's site, filled by the importer."""
    site = tmp_path_factory.mktemp("demo") / "site"
    subprocess.run([str(ROOT / "scripts/demo"), str(PROGRAM), str(site)], check=True, capture_output=True, timeout=300)
    return site


@pytest.fixture(scope="session")
def demo(demo_site):
    """The address of a server with the demo paper."""
    with serving(demo_site) as base:
        yield base


@pytest.fixture(scope="session")
def kinds(demo):
    """An address of every kind of page, by its name."""
    issues = get_json(f"{demo}/api/v1/issues")["items"]
    articles = get_json(f"{demo}/api/v1/articles?limit=100")["items"]
    newest, oldest = issues[0]["key"], issues[-1]["key"]

    def path(test):
        return urllib.parse.urlsplit(next(item["url"] for item in articles if test(item))).path

    found = {
        "front": "/",
        "issue": f"/issues/{oldest}/",
        "issue without pictures": f"/issues/{issues[1]['key']}/",
        "page": f"/issues/{newest}/01/",
        "later page": f"/issues/{oldest}/04/",
        "article": path(lambda item: item["is_lead"] and item["issue"] == newest),
        "article with a correction": corrected(demo, articles),
        "article in English": path(lambda item: item["language"].startswith("en")),
        "article with verse": path(lambda item: "verse" in block_types(demo, item)),
        "archive": "/archive/",
        "year": f"/archive/{newest[:4]}/",
        "sections": "/sections/",
        "section": get_json(f"{demo}/api/v1/articles?limit=1")["items"][0]["section_path"],
        "authors": "/authors/",
        "author": next(path for item in articles for path in item["author_paths"]),
        "most read": "/most-read/",
        "corrections": "/corrections/",
        "about": "/about/",
        "search": "/search",
        "search with hits": "/search?q=%E6%B8%A1%E5%8F%A3",
        "search without hits": "/search?q=zzzzqqqq",
        "feeds": "/feeds/",
        "offline": "/offline/",
        "not found": "/content/no-such-page.html",
        "withdrawn": withdrawn(demo),
    }
    return {name: demo + path for name, path in found.items()}


def block_types(demo, item):
    body = get_json(f"{demo}/api/v1/articles/{item['serial']}")["body"]
    return [block["type"] for block in body["blocks"]]


def corrected(demo, articles):
    for item in articles:
        if get_json(f"{demo}/api/v1/articles/{item['serial']}")["corrections"]:
            return urllib.parse.urlsplit(item["url"]).path
    raise AssertionError("the demo paper has no correction")


def withdrawn(demo):
    status, _, body = get(demo + "/corrections/")
    assert status == 200
    import re

    for path in re.findall(r'href="(/content/[^"]+)"', body.decode()):
        if get(demo + path)[0] == 410:
            return path
    raise AssertionError("the ledger of corrections links to no withdrawn article")


@pytest.fixture(scope="session")
def browser():
    with Browser() as opened:
        yield opened
