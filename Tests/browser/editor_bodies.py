"""Random bodies, as Sources/Model/Body/BodyJSON.swift writes them."""
import random

MARKS = ("link", "strong", "emphasis", "superscript", "subscript")
TEXTS = ("潮水退去", "一张图纸", "abc", " ", "　", "“引”", "é", "e\u0301", "👩‍👩‍👧", "\n", "<b>&", "\\", "𠮷", "3.5")


class Dice(random.Random):
    def text(self):
        return "".join(self.choice(TEXTS) for _ in range(self.randint(0, 4)))

    def some(self, least, most, make):
        return [make() for _ in range(self.randint(least, most))]

    def plain(self):
        """Runs as the editor writes them: marks in their order, neighbours of one kind joined, nothing empty."""
        runs = []
        for _ in range(self.randint(0, 6)):
            marks = [mark for mark in MARKS if self.random() < 0.25]
            runs.append((marks, {"break": True} if self.random() < 0.1 else self.text() or "桥"))
        return nested(runs)

    def wild(self, depth=0):
        """Runs in any order and depth, some of them empty."""
        made = []
        for _ in range(self.randint(0, 4)):
            mark = self.choice(MARKS) if depth < 3 else None
            if self.random() < 0.5 or mark is None:
                made.append({"break": True} if self.random() < 0.2 else self.text())
            else:
                made.append({mark: self.wild(depth + 1), **({"target": "https://paper.example/a"} if mark == "link" else {})})
        return made

    def media(self):
        return {"file": "桥.jpg"} if self.random() < 0.3 else "%064x.jpg" % self.getrandbits(256)

    def figure(self):
        return {"media": self.media(), "alternative": self.text(), "caption": self.text(), "credit": self.text()}

    def block(self, text, depth=0, least=1):
        """A block; `least` 0 has containers with nothing in them too."""
        inner = lambda: self.some(least, 3, lambda: self.block(text, depth + 1, least))  # noqa: E731
        kind = self.choice(("paragraph",) * 3 + ("subheading", "figure", "gallery", "audio", "verse", "rule", "table", "later")
                           + (("quote", "note", "list") if depth < 3 else ()))
        if kind == "paragraph":
            return {"type": kind, "text": text()}
        if kind == "subheading":
            return {"type": kind, "level": self.choice((2, 3)), "text": text()}
        if kind == "figure":
            return {"type": kind, **self.figure()}
        if kind == "gallery":
            return {"type": kind, "figures": self.some(1, 3, self.figure)}
        if kind == "audio":
            return {"type": self.choice(("audio", "video")), "media": self.media(), "title": self.text()}
        if kind == "verse":
            return {"type": kind, "stanzas": self.some(least, 3, lambda: self.some(1, 3, text))}
        if kind == "rule":
            return {"type": kind}
        if kind == "table":
            width = self.randint(1, 3)
            return {"type": kind, "header": self.random() < 0.5,
                    "alignments": [self.choice(("start", "center", "end")) for _ in range(width)],
                    "rows": self.some(least, 3, lambda: [text() for _ in range(width)])}
        if kind == "later":
            return {"type": "hologram", "parts": [1, None, {"a": self.text()}]}
        if kind == "quote":
            return {"type": kind, "blocks": inner()}
        if kind == "note":
            return {"type": kind, "kind": self.choice(("editor", "background")), "blocks": inner()}
        ordered = self.random() < 0.5
        start = {"start": self.choice((0, 2, 2026))} if ordered and self.random() < 0.3 else {}
        return {"type": "list", "ordered": ordered, "items": self.some(least, 3, inner), **start}

    def body(self, text, least=1):
        return {"format": 1, "blocks": self.some(1, 8, lambda: self.block(text, 0, least))}


def nested(runs):
    out, at = [], 0
    while at < len(runs):
        marks, leaf = runs[at]
        if not marks:
            if isinstance(leaf, str) and out and isinstance(out[-1], str):
                out[-1] += leaf
            else:
                out.append(leaf)
            at += 1
            continue
        inner, first = [], marks[0]
        while at < len(runs) and first in runs[at][0]:
            inner.append(([mark for mark in runs[at][0] if mark != first], runs[at][1]))
            at += 1
        out.append({first: nested(inner), **({"target": "https://paper.example/a"} if first == "link" else {})})
    return out
