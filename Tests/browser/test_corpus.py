"""A whole archive goes in and every article answers at its permalink. CORPUS names the archive: a gzipped file of JSON
lines as `scripts/corpus` reads them; without it one is made here, of texts that are hard on a reader of Markdown."""
import gzip
import html
import http.client
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import urllib.parse

from conftest import ROOT, run, serving

SEED = 20260301
PIECES = ["渡口", "大桥", "通车", "学校", "菜市场", "（记者 张三）", "“双引号”", "《书名》", "——", "100%", "3.5公里", "GDP", "a_b_c", "*星号*",
          "<br>", "# 井号", "1. 编号", "| 竖线 |", "𠮷野家", "é", "～", "[括号](x)", "`反引号`", "::: 三个冒号", "第３期"]


def made_corpus(file):
    chance = random.Random(SEED)
    print(f"seed {SEED}")
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        for number in range(150):
            title = "".join(chance.choices(PIECES, k=chance.randint(1, 4)))
            text = "".join(
                "<p>" + html.escape("".join(chance.choices(PIECES, k=chance.randint(1, 40)))) + "。</p>"
                for _ in range(chance.randint(1, 8)))
            date = f"2024{number % 12 + 1:02}{number % 25 + 1:02}"
            lines.write(json.dumps({"date": date, "title": title, "html": text}, ensure_ascii=False) + "\n")
    return file


def test_every_article_of_an_archive_answers_at_its_permalink(tmp_path):
    source = pathlib.Path(os.environ.get("CORPUS") or made_corpus(tmp_path / "corpus.jsonl.gz"))
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    folders, site = tmp_path / "folders", tmp_path / "site"
    subprocess.run([sys.executable, str(ROOT / "scripts/corpus"), str(source), str(folders)], check=True,
                   capture_output=True, timeout=300)
    run("init", site)
    run("import", site, folders)
    wrong = []
    with serving(site) as base:
        line = http.client.HTTPConnection(urllib.parse.urlsplit(base).netloc, timeout=30)
        for serial, article in enumerate(articles, 1):
            date = article["date"]
            path = f"/content/{date[:4]}-{date[4:6]}/{date[6:]}/{serial:06}.html"
            line.request("GET", path)
            answer = line.getresponse()
            text = answer.read().decode()
            headline = " ".join(re.findall(r"<h1[^>]*>(.*?)</h1>", text, re.S))
            shown = re.sub(r"\s", "", html.unescape(re.sub(r"<[^>]+>", "", headline)))
            if answer.status != 200 or shown != re.sub(r"\s", "", article["title"]):
                wrong.append((path, answer.status, shown, article["title"]))
        line.close()
    print(f"{len(articles)} permalinks asked for, {len(wrong)} wrong")
    assert not wrong, wrong[:5]
