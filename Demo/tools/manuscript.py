"""Reads a story of an issue folder for print: its head as lines, its body as blocks of HTML, its pictures by name.

Knows as much of the format as the demo uses. Needs PyYAML.
"""
import html
import re

import yaml

ROLES = {"reporter": "记者", "correspondent": "通讯员", "photographer": "摄影", "writer": "文", "editor": "编辑",
         "illustrator": "图"}
ENGLISH_ROLES = {"reporter": "By", "writer": "By", "photographer": "Pictures", "editor": "Edited by"}


class Manuscript:
    """One story. `blocks` are (kind, html); pictures and tables stand apart, for they are placed by hand."""

    def __init__(self, path):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        self.file = path.name
        self.facts = yaml.safe_load(front)
        self.language = self.facts.get("language", "zh-Hans")
        headline = self.facts["headline"]
        self.headline = headline if isinstance(headline, list) else [headline]
        self.pictures = {name: re.sub(r"([（(][^（(]*[）)])$", r"<span class='credit'>\1</span>", caption) for _, name, caption in
                         re.findall(r'!\[(.*?)\]\((\S+) "(.*?)"\)', body)}
        self.tables, self.verses, self.blocks = [], [], []
        self.read(body)

    @property
    def byline(self):
        """The line under the headline, empty for none."""
        given = self.facts.get("byline", "")
        english = self.language == "en"
        if isinstance(given, list):
            words = ENGLISH_ROLES if english else ROLES
            if english:
                return ". ".join(f"{words[one['role']]} {one['name']}" for one in given)
            given = " ".join(f"{words.get(one.get('role', ''), one.get('role', ''))} {one['name']}" for one in given)
        if english:
            return f"By {given}"
        given = re.sub(r"^(文|图) (?=\S+(　\S)?$)", "□ ", given)
        return ("本报" + given if given.startswith("记者") else given).replace(" ", "　")

    def read(self, body):
        fence = None
        for chunk in re.split(r"\n{2,}", body.strip()):
            if chunk.startswith("::: ") or fence:
                first, _, rest = chunk.partition("\n")
                if not fence:
                    fence, chunk = first[4:].split()[0], rest
                    inner = []
                done = chunk.endswith(":::")
                inner.append(chunk.removesuffix(":::").strip())
                if done:
                    self.fenced(fence, [part for part in inner if part])
                    fence = None
            else:
                self.chunk(chunk)

    def fenced(self, kind, parts):
        if kind == "note":
            self.blocks.append(("note", "<b>编者按</b>　" + inline(" ".join(parts))))
        elif kind == "verse":
            self.verses += [[inline(verse_line) for verse_line in part.split("\n")] for part in parts]

    def chunk(self, chunk):
        lines = chunk.split("\n")
        if chunk.startswith("!["):
            return
        if chunk.startswith("#"):
            level, words = chunk.split(" ", 1)
            self.blocks.append(("subhead", inline(words)))
        elif chunk.startswith("|"):
            rows = [[inline(cell.strip()) for cell in row.strip("|").split("|")] for row in lines]
            self.tables.append(table(rows))
        elif re.match(r"(- |\d+\. )", chunk):
            ordered = not chunk.startswith("- ")
            for number, item in enumerate(lines, 1):
                words = inline(re.sub(r"^(- |\d+\. )", "", item))
                self.blocks.append(("item", (f"<b class='no'>{number}</b>" if ordered else "") + words))
        elif chunk.startswith("> "):
            self.blocks.append(("quote", inline(chunk[2:])))
        else:
            self.blocks.append(("p", inline(chunk)))

    def between(self, start, end):
        """The blocks from subhead number `start` (0: the beginning) up to subhead number `end` (None: the end)."""
        count, kept = 0, []
        for block in self.blocks:
            count += block[0] == "subhead"
            if count >= start and (end is None or count < end):
                kept.append(block)
        return kept


def inline(words):
    words = html.escape(words, quote=False)
    words = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", words)
    words = re.sub(r"\*(.+?)\*", r"<em>\1</em>", words)
    words = re.sub(r"([一-鿿]　[一-鿿])(?!　)", r"<span class='nm2'>\1</span>", words)
    words = re.sub(r"\^(.+?)\^", r"<sup>\1</sup>", words)
    return re.sub(r"~(.+?)~", r"<sub>\1</sub>", words)


def table(rows):
    sides = ["right" if cell.endswith(":") else "left" for cell in rows[1]]

    def row(cells, tag):
        return "<tr>" + "".join(f'<{tag} class="{side}">{cell}</{tag}>' for cell, side in zip(cells, sides)) + "</tr>"

    return "<table>" + row(rows[0], "th") + "".join(row(cells, "td") for cells in rows[2:]) + "</table>"
