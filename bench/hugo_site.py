#!/usr/bin/env python3
"""hugo_site.py SOURCE_ISSUE_FOLDERS DEST

Writes a Hugo site of the same paper: every story at the address that Broadsheet gives it, every issue with a page, a
feed for the paper and for each issue, a sitemap. The theme is the leanest that has the same links; no story is set in
anything but its paragraphs. Run it with: hugo --source DEST --destination PUBLIC
"""
import json
import pathlib
import re
import sys

CONFIG = """baseURL = "http://127.0.0.1:8080/"
languageCode = "zh-Hans"
title = "Broadsheet"
disableKinds = ["taxonomy", "term"]
hasCJKLanguage = true
[outputs]
home = ["HTML", "RSS"]
section = ["HTML", "RSS"]
page = ["HTML"]
[services.rss]
limit = 50
[markup.goldmark.renderer]
unsafe = false
"""

HEAD = """<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} - {{ site.Title }}</title><meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}"><link rel="stylesheet" href="/assets/reader.css">
<script type="module" src="/assets/reader.js"></script><link rel="icon" href="/icon.png">
<link rel="manifest" href="/manifest.webmanifest"><link rel="alternate" type="application/rss+xml" href="/index.xml">
</head><body><header><a href="/">{{ site.Title }}</a> <a href="/issues/">archive</a> <a href="/search">search</a></header>
<main>
"""

FOOT = """</main>
<footer><a href="/sections/">sections</a> <a href="/authors/">authors</a> <a href="/most-read/">most read</a>
<a href="/corrections/">corrections</a> <a href="/feeds/">feeds</a> <a href="/about/">about</a></footer></body></html>
"""

SINGLE = """{{ partial "head.html" . }}{{ $key := .CurrentSection.Params.key }}<article>
<h1>{{ .Title }}</h1>
<p><a href="/issues/{{ $key }}/">{{ $key }}</a> <a href="/issues/{{ $key }}/01/">01</a></p>
{{ .Content }}</article>
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
<p><img src="/qr/{{ .Params.serial }}.png" width="300" height="300" alt=""> <a href="/cite/{{ .Params.serial }}.bib">BibTeX</a>
<a href="/cite/{{ .Params.serial }}.ris">RIS</a></p>
<ul>{{ $own := .RelPermalink }}{{ range first 21 .CurrentSection.RegularPages }}{{ if ne .RelPermalink $own -}}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ end }}</ul>
{{ partial "foot.html" . }}"""

LIST = """{{ partial "head.html" . }}<h1>{{ .Title }}</h1>
{{ range .RegularPages }}<article><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3></article>
{{ end }}{{ range .Sections }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>
{{ end }}{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ partial "foot.html" . }}"""

FRONT = """{{ partial "head.html" . }}<h1>{{ .Title }}</h1>
{{ range first 60 site.RegularPages }}<article><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3></article>
{{ end }}{{ partial "foot.html" . }}"""


def story(text):
    """The headline, the serial if it has one, and the text of a story's file."""
    _, head, body = re.split(r"^---[ \t]*$", text, maxsplit=2, flags=re.M)
    title = re.search(r"^headline:[ \t]*(.*)$", head, re.M)
    lines = re.findall(r"^[ \t]+-[ \t]+(.*)$", head[title.end():].split("\n\n")[0], re.M) if title else []
    words = title.group(1).strip() if title and title.group(1).strip() else " ".join(lines)
    serial = re.search(r"^serial:[ \t]*(\d+)", head, re.M)
    return words.strip("\"'"), int(serial.group(1)) if serial else None, body


def day(text):
    found = re.search(r"^date:[ \t]*['\"]?(\d{4}-\d{2}-\d{2})", text, re.M)
    if not found:
        raise SystemExit("an issue.yaml without a date")
    return found.group(1)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main():
    source, dest = map(pathlib.Path, sys.argv[1:3])
    layouts = {"partials/head": HEAD, "partials/foot": FOOT, "_default/single": SINGLE, "_default/list": LIST,
               "index": FRONT}
    write(dest / "config.toml", CONFIG)
    for name, text in layouts.items():
        write(dest / "layouts" / f"{name}.html", text)
    issues = stories = 0
    for issue in sorted(source.rglob("issue.yaml")):
        date = day(issue.read_text(encoding="utf-8"))
        folder = dest / "content" / "issues" / date
        issues += 1
        write(folder / "_index.md", json.dumps({"title": date, "key": date, "date": date}) + "\n")
        for place, file in enumerate(sorted(issue.parent.glob("*.md")), 1):
            title, serial, body = story(file.read_text(encoding="utf-8"))
            stories += 1
            serial = serial or stories
            head = {"title": title, "date": f"{date}T00:00:00Z", "weight": place, "serial": serial,
                    "url": f"/content/{date[:7]}/{date[8:]}/{serial:06}.html"}
            text = json.dumps(head, ensure_ascii=False)
            write(folder / file.name, f"{text}\n{body}")
    print(f"{issues} issues, {stories} stories in {dest}")


main()
