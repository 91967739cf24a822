"""The export is the server's own bytes, address by address."""
import base64
import hashlib
import html
import json
import re
import subprocess
import urllib.parse

import pytest

from conftest import get, run


@pytest.fixture(scope="module")
def exported(demo_site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("export") / "out"
    run("export", demo_site, folder)
    return folder


@pytest.fixture(scope="module")
def complete(demo_site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("complete") / "out"
    run("export", demo_site, folder, "--complete")
    return folder


def addresses(folder):
    for line in (folder / "manifest-sha256.txt").read_text().splitlines():
        digest, name = line.split("  ", 1)
        yield digest, name


def readers_part(description):
    """What a description of the interface says of all that needs no token."""
    told = json.loads(description)
    told["paths"] = {path: what for path, what in told["paths"].items() if not path.startswith("/desk/")}
    told["components"].pop("securitySchemes", None)
    told["components"]["schemas"].pop("Refusal", None)
    return told


def test_every_file_is_what_the_server_sends(complete, demo):
    compared = 0
    for digest, name in addresses(complete):
        data = (complete / name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == digest, name
        if name.startswith("search/") and name != "search/index.html":
            continue  # The index takes the place of a server that searches.
        path = "/" + name
        if path.endswith("/index.html"):
            path = path[: -len("index.html")]
        if path.endswith("/index.json"):
            path = path[: -len("/index.json")]
        status, headers, body = get(demo + urllib.parse.quote(path))
        if status == 301 and b'http-equiv="refresh"' not in data:
            # /search is a folder here, and an old address of a picture is the picture itself.
            status, _, body = get(urllib.parse.urljoin(demo, headers["Location"]))
        if status in (301, 404) and (b'http-equiv="refresh"' in data or name.startswith("redirects.") or name == "404.html"):
            continue
        assert status in (200, 410), f"{path}: {status}"
        if path == "/api/v1/openapi.json":
            # An export has no newsroom.
            body, data = readers_part(body), readers_part(data)
        assert body == data, path
        compared += 1
    assert compared > 150


def test_an_export_is_the_complete_one_without_what_no_page_leads_to(exported, complete):
    some, all_of = dict(map(reversed, addresses(exported))), dict(map(reversed, addresses(complete)))
    assert some.items() <= all_of.items()
    left_out = {name.split("/")[0] for name in all_of.keys() - some.keys()}
    assert left_out == {"api", "cite", "feeds", "qr"}, left_out


def test_a_page_carries_its_citations_and_a_code(exported, complete):
    stories = 0
    for file in (exported / "content").rglob("*.html"):
        page = file.read_text(encoding="utf-8")
        for kind in ("bib", "ris"):
            for link, name in re.findall(rf'<a href="(data:[^"]*)" download="(\d+\.{kind})"', page):
                text = urllib.parse.unquote_to_bytes(html.unescape(link).split(",", 1)[1].encode())
                assert text == (complete / "cite" / name).read_bytes(), name
                stories += kind == "bib"
        for code in re.findall(r'<img class="qr" src="data:image/png;base64,([^"]*)"', page):
            assert base64.b64decode(code).startswith(b"\x89PNG"), file
    assert stories == len(list((complete / "cite").glob("*.bib"))) > 20


def test_the_manifest_checks_with_coreutils(exported):
    done = subprocess.run(["sha256sum", "--quiet", "-c", "manifest-sha256.txt"], cwd=exported, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_nothing_that_is_linked_is_missing(exported):
    missing = set()
    for page in exported.rglob("*.html"):
        for link in re.findall(r'(?:href|src)="(/[^"#?]*)', page.read_text(encoding="utf-8")):
            name = urllib.parse.unquote(link).lstrip("/")
            if link == "/search":
                continue
            target = exported / name
            if not (target.is_file() or (target / "index.html").is_file() or (target / "index.json").is_file()):
                missing.add(f"{page.relative_to(exported)} → {link}")
    assert not missing, "\n".join(sorted(missing)[:20])


def test_a_second_export_writes_nothing(exported, demo_site):
    before = {file: file.stat().st_mtime_ns for file in exported.rglob("*") if file.is_file()}
    run("export", demo_site, exported)
    after = {file: file.stat().st_mtime_ns for file in exported.rglob("*") if file.is_file()}
    assert before == after
