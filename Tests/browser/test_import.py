"""The importer with what editors really hand in: right, wrong, and hostile."""
import os
import struct
import subprocess
import zlib

import pytest

from conftest import PROGRAM, get, get_json, run, serving


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    run("init", folder)
    return folder


@pytest.fixture
def issue(tmp_path):
    folder = tmp_path / "2026-03-01"
    folder.mkdir()
    write(folder / "issue.yaml", "date: 2026-03-01\nnumber: 5\ntotal: 121\npages:\n  - number: 1\n    name: 要闻\n    stories: [a.md]\n")
    write(folder / "a.md", "---\nheadline: 桥通了\n---\n\n正文第一段。\n")
    return folder


def write(file, text):
    file.write_text(text, encoding="utf-8")


def png(width, height, rows=None):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    data = zlib.compress(rows if rows is not None else b"".join(b"\0" + bytes(width * 3) for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def serials(base):
    return [item["serial"] for item in get_json(f"{base}/api/v1/articles?limit=100")["items"]]


def test_importing_twice_changes_nothing(site, issue):
    first = run("import", site, issue)
    assert "1" in first.stdout
    with serving(site) as base:
        etag = get(base + "/feeds/atom.xml")[1]["ETag"]
        run("import", site, issue)
        assert get(base + "/feeds/atom.xml")[1]["ETag"] == etag


def test_a_running_server_shows_a_change_at_once(site, issue):
    run("import", site, issue)
    with serving(site) as base:
        (serial,) = serials(base)
        write(issue / "a.md", "---\nheadline: 桥真的通了\n---\n\n正文第一段，改过。\n")
        run("import", site, issue)
        assert serials(base) == [serial]
        assert "桥真的通了" in get(base + "/")[2].decode()
        assert "改过" in get(base + f"/content/2026-03/01/{serial:06}.html")[2].decode()


def test_a_draft_is_nowhere(site, issue):
    write(issue / "a.md", "---\nheadline: 秘密标题\nserial: 7\nsection: 密室\nbyline: 记者 张三\naliases: [/old/7.html]\n---\n\n秘密正文，本刊特稿。\n")
    run("import", site, issue, "--draft")
    with serving(site) as base:
        for path in ("/", "/issues/2026-03-01/", "/issues/2026-03-01/01/", "/content/2026-03/01/000007.html", "/archive/",
                     "/sections/", "/authors/", "/search?q=%E6%9C%AC%E5%88%8A", "/feeds/atom.xml", "/feeds/rss.xml",
                     "/feeds/feed.json", "/sitemap.xml", "/news-sitemap.xml", "/api/v1/articles", "/api/v1/articles/7",
                     "/api/v1/issues", "/old/7.html", "/qr/7.png", "/cite/7.bib", "/most-read/"):
            status, _, body = get(base + path)
            text = body.decode(errors="replace")
            assert status < 500 and "秘密" not in text, path
        assert get(base + "/content/2026-03/01/000007.html")[0] == 404
        assert get(base + "/qr/7.png")[0] == 404


def test_a_dry_run_writes_nothing(site, issue):
    run("import", site, issue, "--dry-run")
    with serving(site) as base:
        assert serials(base) == []


BAD = {
    "not YAML": ("issue.yaml", "date: [2026-03-01\n"),
    "a date that is none": ("issue.yaml", "date: 2026-02-30\nstories: [a.md]\n"),
    "no date": ("issue.yaml", "number: 3\nstories: [a.md]\n"),
    "a wrong key": ("issue.yaml", "date: 2026-03-01\nnumbr: 5\nstories: [a.md]\n"),
    "a story that is not there": ("issue.yaml", "date: 2026-03-01\nstories: [b.md]\n"),
    "a name that climbs out": ("issue.yaml", "date: 2026-03-01\nstories: [../a.md]\n"),
    "an absolute name": ("issue.yaml", "date: 2026-03-01\nstories: [/etc/passwd]\n"),
    "a story twice": ("issue.yaml", "date: 2026-03-01\nstories: [a.md, a.md]\n"),
    "a page twice": ("issue.yaml", "date: 2026-03-01\npages:\n  - {number: 1}\n  - {number: 1}\n"),
    "a hotspot off the page": (
        "issue.yaml", "date: 2026-03-01\npages:\n  - number: 1\n    stories: [{file: a.md, hotspots: [[[0,0],[2,0],[1,1]]]}]\n"),
    "no headline": ("a.md", "---\nkicker: 引题\n---\n\n正文。\n"),
    "a head that is not closed": ("a.md", "---\nheadline: 题\n\n正文。\n"),
    "a missing picture": ("a.md", "---\nheadline: 题\n---\n\n![图](nothing.jpg)\n"),
    "a picture outside": ("a.md", "---\nheadline: 题\n---\n\n![图](../../etc/x.jpg)\n"),
    "a serial that is none": ("a.md", "---\nheadline: 题\nserial: -3\n---\n"),
    "views that are none": ("a.md", "---\nheadline: 题\nviews: many\n---\n"),
    "an unknown fence": ("a.md", "---\nheadline: 题\n---\n\n::: galery\n:::\n"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_text_is_named_with_its_place_and_changes_nothing(site, issue, name):
    file, text = BAD[name]
    write(issue / file, text)
    refused(site, issue, file)


def refused(site, issue, place):
    done = run("import", site, issue, check=False)
    said = done.stdout + done.stderr
    assert done.returncode != 0, said
    assert place in said, said
    assert "Fatal" not in said and "Error Domain" not in said, said
    with serving(site) as base:
        assert serials(base) == []
        assert get_json(f"{base}/api/v1/issues")["items"] == []
    assert run("check", site).returncode == 0


def test_text_in_gb18030_is_refused_by_name(site, issue):
    (issue / "a.md").write_bytes("---\nheadline: 桥通了\n---\n\n正文。\n".encode("gb18030"))
    done = run("import", site, issue, check=False)
    assert "GB18030" in done.stdout + done.stderr and "UTF-8" in done.stdout + done.stderr
    refused(site, issue, "a.md")


def test_two_stories_with_one_serial(site, issue):
    write(issue / "issue.yaml", "date: 2026-03-01\nstories: [a.md, b.md]\n")
    write(issue / "a.md", "---\nheadline: 甲\nserial: 4\n---\n")
    write(issue / "b.md", "---\nheadline: 乙\nserial: 4\n---\n")
    refused(site, issue, "b.md")


def test_a_link_out_of_the_folder(site, issue, tmp_path):
    (tmp_path / "secret.jpg").write_bytes(png(8, 8))
    os.symlink(tmp_path / "secret.jpg", issue / "p.jpg")
    write(issue / "a.md", "---\nheadline: 题\n---\n\n![图](p.jpg)\n")
    refused(site, issue, "p.jpg")


PICTURES = {
    "broken": png(600, 400)[:200],
    "no picture at all": b"hello",
    "SVG in disguise": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "100 megapixels": png(10_000, 10_000, b"\0"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_bad_picture(site, issue, name):
    (issue / "p.png").write_bytes(PICTURES[name])
    write(issue / "a.md", "---\nheadline: 题\n---\n\n![图](p.png)\n")
    refused(site, issue, "p.png")


def test_a_file_of_200_megabytes(site, issue):
    with open(issue / "p.jpg", "wb") as file:
        file.write(b"\xff\xd8\xff\xe0")
        file.truncate(200 * 1024 * 1024)
    write(issue / "a.md", "---\nheadline: 题\n---\n\n![图](p.jpg)\n")
    refused(site, issue, "p.jpg")


def media(site):
    return sorted(file.name for file in (site / "media").rglob("*") if file.is_file() and not file.name.startswith("."))


def test_what_is_wrong_with_a_file_is_told_where_it_is_named_and_leaves_no_file(site, issue):
    (issue / "good.png").write_bytes(png(900, 600))
    (issue / "p.png").write_bytes(png(600, 400)[:200])
    write(issue / "a.md", "---\nheadline: 题\n---\n\n![图](good.png)\n\n![图](p.png)\n")
    done = run("import", site, issue, check=False)
    assert done.returncode == 65 and f"{issue}/a.md:7: p.png is cut short" in done.stderr
    assert media(site) == []
    (issue / "p.png").write_bytes(png(600, 400))
    run("import", site, issue, "--dry-run")
    assert media(site) == []
    run("import", site, issue)
    assert media(site)


def test_what_is_wrong_with_a_page_s_pdf_is_told_where_it_is_named(site, issue):
    (issue / "1.pdf").write_bytes(b"%PDF-1.4\nrubbish")
    write(issue / "issue.yaml", "date: 2026-03-01\npages:\n  - number: 1\n    pdf: 1.pdf\n    stories: [a.md]\n")
    done = run("import", site, issue, check=False)
    assert done.returncode == 65 and f"{issue}/issue.yaml:4: 1.pdf has no first page" in done.stderr
    assert media(site) == []


OWN = {"aliases: [/old.html, /archive/]": "a.md:3", "aliases: [/]": "a.md:3", "aliases: ['/a/../b']": "a.md:3"}


@pytest.mark.parametrize("line", OWN)
def test_an_old_address_that_cannot_be_is_told_with_its_line(site, issue, line):
    write(issue / "a.md", f"---\nheadline: 题\n{line}\n---\n")
    refused(site, issue, OWN[line])


def test_a_chinese_locale_is_answered_in_chinese(site, issue):
    (issue / "p.png").write_bytes(b"hello")
    write(issue / "a.md", "---\nheadline: 题\n---\n\n![图](p.png)\n")
    done = subprocess.run([str(PROGRAM), "import", str(site), str(issue)], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "zh_CN.UTF-8"}, timeout=60)
    assert f"{issue}/a.md:5: p.png 不是浏览器能显示的图片" in done.stderr
    done = subprocess.run([str(PROGRAM), "restore", "/nowhere.tar", str(site)], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "zh_CN.UTF-8"}, timeout=60)
    assert done.returncode == 66 and "没有这个文件" in done.stderr


def test_scripts_in_every_field_are_text(site, issue):
    evil = '<script>alert(1)</script>\\" onload=alert(1) x=\\"'
    fields = ["kicker", "subhead", "source", "editor", "section", "summary"]
    head = "".join(f'{field}: "{evil.replace("/", "／")}"\n' for field in fields)
    write(issue / "a.md", f'---\nheadline: ["{evil}"]\n{head}keywords: ["{evil}"]\n---\n\n{evil}\n\n'
          '[按](javascript:alert(1)) <img src=x onerror=alert(1)>\n\n![图"><script>](p.png "题<script>")\n')
    (issue / "p.png").write_bytes(png(600, 400))
    run("import", site, issue)
    with serving(site) as base:
        (serial,) = serials(base)
        for path in ("/", f"/content/2026-03/01/{serial:06}.html", "/issues/2026-03-01/01/"):
            text = get(base + path)[2].decode()
            assert "<script>alert" not in text and "<img src=x" not in text, path
            assert 'href="javascript:' not in text, path
            assert ' onload=alert(1) x="' not in text, path


def test_pictures_get_sizes_formats_and_lose_their_position(site, issue):
    (issue / "p.png").write_bytes(png(2000, 1200))
    write(issue / "a.md", "---\nheadline: 题\n---\n\n![一座桥](p.png \"桥（林　汐 摄）\")\n")
    run("import", site, issue)
    with serving(site) as base:
        (serial,) = serials(base)
        text = get(base + f"/content/2026-03/01/{serial:06}.html")[2].decode()
        for width in ("480w", "960w", "1600w"):
            assert width in text
        assert 'type="image/webp"' in text and 'width="2000"' in text and 'height="1200"' in text
        assert "林　汐 摄" in text and 'alt="一座桥"' in text


def test_a_long_life_of_addresses(site, issue):
    write(issue / "a.md", "---\nheadline: 题\nserial: 12\naliases: ['/Old/Read.asp?id=12', /2020/x.htm]\n---\n")
    run("import", site, issue)
    with serving(site) as base:
        home = "/content/2026-03/01/000012.html"
        for old in ("/Old/Read.asp?id=12", "/old/read.ASP?ID=12", "/2020/X.HTM", "/content/2025-01/01/000012.html"):
            status, headers, _ = get(base + old)
            assert status == 301 and headers["Location"].endswith(home), old
        assert get(base + home)[0] == 200
