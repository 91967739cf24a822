"""What other programs read: feeds, sitemaps, the interface and its description."""
import html
import json
import pathlib
import subprocess
import sys

import feedparser
import jsonschema
import openapi_spec_validator
import pytest

from conftest import ROOT, get, get_json

SCHEMAS = ROOT / "Tests/Fixtures/sitemap"


@pytest.mark.parametrize("path", ["/feeds/atom.xml", "/feeds/rss.xml"])
def test_feeds_parse_without_a_warning(demo, path):
    status, headers, body = get(demo + path)
    assert status == 200 and headers["ETag"]
    feed = feedparser.parse(body, response_headers={"content-type": headers["Content-Type"]})
    assert not feed.bozo, feed.bozo_exception
    assert len(feed.entries) >= 40
    for entry in feed.entries:
        assert entry.title and entry.link.startswith("http") and entry.id and entry.published_parsed
        assert "<script" not in entry.get("summary", "")


def test_every_scope_has_its_feeds(demo):
    issue = get_json(f"{demo}/api/v1/issues")["items"][0]["key"]
    article = next(item for item in get_json(f"{demo}/api/v1/articles?limit=100")["items"] if item["author_paths"])
    for scope in (f"/feeds/issues/{issue}/", "/feeds" + article["section_path"], "/feeds" + article["author_paths"][0]):
        for file in ("atom.xml", "rss.xml", "feed.json"):
            status, headers, body = get(demo + scope + file)
            assert status == 200, scope + file
            if file == "feed.json":
                assert json.loads(body)["version"] == "https://jsonfeed.org/version/1.1"
            else:
                feed = feedparser.parse(body, response_headers={"content-type": headers["Content-Type"]})
                assert not feed.bozo and feed.entries, scope + file


def test_corrections_and_withdrawals_have_a_feed(demo):
    """Each is told once, with its text, its day, and a link to the very place where it stands."""
    found = {}
    for file in ("atom.xml", "rss.xml"):
        status, headers, body = get(f"{demo}/feeds/corrections/{file}")
        assert status == 200 and headers["ETag"] and headers["Last-Modified"]
        feed = feedparser.parse(body, response_headers={"content-type": headers["Content-Type"]})
        assert not feed.bozo, feed.bozo_exception
        found[file] = [(entry.id, entry.title, entry.summary, entry.published_parsed[:5]) for entry in feed.entries]
        assert all(entry.link == entry.id for entry in feed.entries)
    told = get_json(f"{demo}/feeds/corrections/feed.json")
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert found["atom.xml"] == found["rss.xml"]
    assert [item["id"] for item in told["items"]] == [entry[0] for entry in found["atom.xml"]]
    assert {item["tags"][0] for item in told["items"]} >= {"更正", "已撤回"}
    ledger = html.unescape(get(demo + "/corrections/")[2].decode())
    assert len(told["items"]) == ledger.count('<p class="what">')
    for item in told["items"]:
        address, _, anchor = item["url"].partition("#")
        status, _, page = get(demo + "/" + address.split("/", 3)[3])
        assert status == (410 if anchor == "withdrawn" else 200) and f'id="{anchor}"' in page.decode(), item["url"]
        assert item["content_text"] in ledger


def test_a_feed_unchanged_is_not_sent_again(demo):
    _, headers, _ = get(demo + "/feeds/atom.xml")
    status, _, body = get(demo + "/feeds/atom.xml", **{"If-None-Match": headers["ETag"]})
    assert status == 304 and body == b""


def validate(schema, body, tmp_path):
    file = tmp_path / "document.xml"
    file.write_bytes(body)
    done = subprocess.run(["xmllint", "--noout", "--schema", str(SCHEMAS / schema), str(file)],
                          capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_sitemaps_match_their_schemas(demo, tmp_path):
    import re

    _, _, index = get(demo + "/sitemap.xml")
    validate("siteindex.xsd", index, tmp_path)
    maps = re.findall(r"<loc>([^<]+)</loc>", index.decode())
    assert maps
    found = 0
    for address in maps:
        path = "/" + address.split("/", 3)[3]
        status, _, body = get(demo + path)
        assert status == 200, path
        validate("sitemap.xsd", body, tmp_path)
        found += body.count(b"<url>")
    assert found >= 40
    _, _, news = get(demo + "/news-sitemap.xml")
    validate("sitemap.xsd", news, tmp_path)


def test_every_address_of_the_sitemap_answers(demo):
    import re

    for address in re.findall(r"<loc>([^<]+)</loc>", get(demo + "/sitemap.xml")[2].decode()):
        body = get(demo + "/" + address.split("/", 3)[3])[2].decode()
        for place in re.findall(r"<loc>([^<]+)</loc>", body):
            status, _, _ = get(demo + "/" + place.split("/", 3)[3])
            assert status == 200, place


def test_the_description_of_the_interface_is_valid(demo):
    openapi_spec_validator.validate(get_json(f"{demo}/api/v1/openapi.json"))


def test_answers_match_their_description(demo):
    description = get_json(f"{demo}/api/v1/openapi.json")
    issues = get_json(f"{demo}/api/v1/issues")["items"]
    articles = get_json(f"{demo}/api/v1/articles?limit=100")["items"]
    paths = ["/publication", "/issues", "/articles"]
    paths += [f"/issues/{issue['key']}" for issue in issues]
    paths += [f"/issues/{issues[0]['key']}/pages/1"]
    paths += [f"/articles/{article['serial']}" for article in articles]
    for path in paths:
        template = path
        for issue in issues:
            template = template.replace(issue["key"], "{key}")
        parts = template.split("/")
        if parts[1] == "articles" and len(parts) == 3:
            parts[2] = "{serial}"
        if "pages" in parts:
            parts[-1] = "{number}"
        operation = next(
            value["get"] for key, value in description["paths"].items() if key.endswith("/".join(parts)) and "get" in value)
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        jsonschema.Draft202012Validator({**schema, "components": description["components"]}).validate(
            get_json(f"{demo}/api/v1{path}"))


def test_the_signed_heads_match_their_description(demo):
    """They stand outside the interface's folder: the path names the site itself as its server."""
    description = get_json(f"{demo}/api/v1/openapi.json")
    path = description["paths"]["/.well-known/broadsheet-record"]
    assert path["servers"][0]["url"] + "/api/v1" == description["servers"][0]["url"]
    schema = path["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    jsonschema.Draft202012Validator({**schema, "components": description["components"]}).validate(
        get_json(f"{demo}/.well-known/broadsheet-record"))


# What stands outside the interface's folder is asked at the site's own address.
@pytest.mark.parametrize("below,which", [("/api/v1", "--exclude-path"), ("", "--include-path")],
                         ids=["interface", "record"])
def test_schemathesis_finds_no_fault(demo, below, which, tmp_path):
    done = subprocess.run(
        [str(pathlib.Path(sys.executable).parent / "schemathesis"), "--config-file",
         str(ROOT / "Tests/browser/schemathesis.toml"), "run", f"{demo}/api/v1/openapi.json", "--url", demo + below,
         which, "/.well-known/broadsheet-record", "--max-examples", "60", "--generation-deterministic", "--no-color"],
        capture_output=True, text=True, timeout=600, cwd=tmp_path)
    assert done.returncode == 0, (done.stdout + done.stderr)[-6000:]


def test_structured_data_is_json_and_names_the_page(demo, kinds):
    import re

    body = get(kinds["article"])[2].decode()
    found = [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', body, re.S)]
    things = [thing for block in found for thing in (block if isinstance(block, list) else block.get("@graph", [block]))]
    article = next(thing for thing in things if thing["@type"] == "NewsArticle")
    assert article["printPage"] and article["headline"] and article["datePublished"]
    assert any(thing["@type"] == "BreadcrumbList" for thing in things)
