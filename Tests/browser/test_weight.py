"""A page is light: one HTML, one style sheet, no script that blocks, 60 KB in all before pictures."""
import re
import urllib.parse

from conftest import get

LIMIT = 60_000


def test_an_article_is_at_most_60_kilobytes_without_pictures(demo, kinds):
    for name in ("article", "article with a correction", "article in English", "front", "page"):
        total = 0
        _, headers, page = get(kinds[name], **{"Accept-Encoding": "gzip"})
        assert headers["Content-Encoding"] == "gzip"
        total += len(page)
        import gzip

        html = gzip.decompress(page).decode()
        sheets = re.findall(r'<link[^>]+rel="stylesheet"[^>]*>', html)
        assert len(sheets) == 1, sheets
        scripts = re.findall(r"<script[^>]*\bsrc=[^>]*>", html)
        assert all('type="module"' in tag or " defer" in tag for tag in scripts), scripts
        for address in re.findall(r'(?:href|src)="(/assets/[^"]+)"', html):
            status, headers, body = get(urllib.parse.urljoin(demo, address), **{"Accept-Encoding": "gzip"})
            assert status == 200, address
            total += len(body)
        assert total <= LIMIT, f"{name}: {total} bytes"
