#!/usr/bin/env python3
"""corpus.py DEST [--days N] [--stories N]

A paper of many days made from the stories of the demo paper, so that measurements need nothing from outside: each
story keeps most of its own sentences, borrows some from the others, and has other numbers and other people's names.
The same days and stories give the same files, always.
"""
import argparse
import datetime
import json
import pathlib
import random
import re

DEMO = pathlib.Path(__file__).resolve().parents[1] / "Demo" / "issues"
DAYS, STORIES = 949, 14
FIRST_DAY = datetime.date(2022, 9, 24)
SECTIONS = ["要闻", "街巷", "风物", "副刊", "城事"]
SURNAMES = "闻祁桑卞纪施许罗蒲章秦陶孟钟柳沈洛温程乔"
GIVEN = "溪枝渔纹荷桐篙穗舟岸棹苇汀澜星禾麦川遥晴"


def read_story(file):
    """Headline lines and paragraphs of plain text of a demo story; what is no plain paragraph is passed over."""
    _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
    lines = re.findall(r"^  - (.+)$", head.split("headline:", 1)[1].split("\nbyline", 1)[0], re.MULTILINE)
    single = re.search(r"^headline: *(.+)$", head, re.MULTILINE)
    headline = [single.group(1)] if single else [line for line in lines if not line.startswith("{")]
    paragraphs = [part.strip() for part in body.split("\n\n")]
    plain = [part for part in paragraphs if part and not re.match(r"[!#>|:\-*<\d\[]|```", part) and "\n" not in part]
    return [line.strip("\"'") for line in headline[:2]], [re.sub(r"[\[\]*_`<>]|\]\([^)]*\)", "", part) for part in plain]


def sentences(paragraph):
    return re.findall(r"[^。！？]+[。！？]?[”』」]?", paragraph)


class Pool:
    """What all stories have in common to draw from."""

    def __init__(self):
        read = [read_story(file) for file in sorted(DEMO.rglob("*.md"))]
        self.stories = [(headline, paragraphs) for headline, paragraphs in read if headline and paragraphs]
        self.sentences = sorted({text for _, paragraphs in self.stories for part in paragraphs for text in sentences(part)})
        self.openings = sorted({line for headline, _ in self.stories for line in headline})

    def story(self, chance):
        headline, paragraphs = chance.choice(self.stories)
        lines = [chance.choice(self.openings) if chance.random() < 0.3 else line for line in headline]
        wanted = chance.choices([2, 5, 9, 16], [3, 5, 3, 1])[0]
        parts = [self.paragraph(paragraphs[place % len(paragraphs)], chance) for place in range(wanted)]
        return [changed(line, chance) for line in lines], parts

    def paragraph(self, text, chance):
        said = [chance.choice(self.sentences) if chance.random() < 0.25 else one for one in sentences(text)]
        chance.shuffle(said)
        return changed("".join(said), chance)


def name(chance):
    return chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice([1, 2])))


def changed(text, chance):
    """Other numbers, and other names for the people that stand with a wide space between their characters."""
    text = re.sub(r"\d+", lambda found: str(chance.randrange(2, 10 ** min(4, len(found.group(0))))), text)
    return re.sub(r"(?<![一-鿿])[一-鿿]　[一-鿿]", lambda _: name(chance), text)


def escaped(text):
    text = re.sub(r"([\\`*_\[\]<>#+|~^!-])", r"\\\1", text)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", text)


def write(dest, days=DAYS, stories=STORIES):
    """Writes the issue folders; how many stories there are."""
    pool, chance, serial = Pool(), random.Random(7), 0
    for day in range(days):
        date = FIRST_DAY + datetime.timedelta(days=day)
        issue = pathlib.Path(dest) / date.isoformat()
        issue.mkdir(parents=True, exist_ok=True)
        files = []
        for place in range(1, stories + 1):
            serial += 1
            headline, parts = pool.story(chance)
            head = {"serial": serial, "headline": headline, "byline": f"记者 {name(chance)}",
                    "section": SECTIONS[place % len(SECTIONS)]}
            fields = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
            files.append(f"{place:03}-{serial}.md")
            body = "\n\n".join(escaped(part) for part in parts)
            (issue / files[-1]).write_text(f"---\n{fields}---\n\n{body}\n", encoding="utf-8")
        listed = "".join(f"      - {file}\n" for file in files)
        text = f"date: {date}\nnumber: {day + 1}\npages:\n  - number: 1\n    name: 要闻\n    stories:\n{listed}"
        (issue / "issue.yaml").write_text(text, encoding="utf-8")
    return serial


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dest", type=pathlib.Path)
    parser.add_argument("--days", type=int, default=DAYS)
    parser.add_argument("--stories", type=int, default=STORIES)
    options = parser.parse_args()
    print(f"{write(options.dest, options.days, options.stories)} stories in {options.dest}")


if __name__ == "__main__":
    main()
