"""Lays out the printed pages of the demo paper: one PNG and one PDF a page, and hotspots in each issue.yaml.

    python3 Demo/tools/layout.py              all issues
    python3 Demo/tools/layout.py 2026-03-05   one of them

The sheets (sheets/) say where each story stands, on a grid of twelve units by rows of text; the browser sets the type;
where each story came to stand is then read from the page itself. Draw the pictures first (draw.py).

Needs the packages chromium, chromium-driver and fonts-noto-cjk (Debian), and selenium, Pillow, PyYAML and fonttools (PyPI).
"""
import base64
import importlib
import io
import json
import pathlib
import re
import sys

import yaml
from PIL import Image

import fonts
from browser import Browser
from manuscript import Manuscript
from outline import outlines

TOOLS = pathlib.Path(__file__).resolve().parent
DEMO = TOOLS.parent
WIDTH, HEIGHT = 1056, 1488
PNG_WIDTH, PNG_BYTES_MAX, PDF_BYTES_MAX = 1400, 350_000, 500_000
LEFT, UNIT, PAD = 31, 994 / 12, 9
TOPS, BOTTOMS = {True: 206, False: 76}, {True: 1446, False: 1462}
SHEETS = {"2026-03-05": "march5", "2026-03-20": "march20", "2026-04-05": "april5"}


class Page:
    """One page on its grid: turns units and rows into pixels and stories into what page.js sets."""

    def __init__(self, folder, issue, sheet, facts):
        self.folder, self.issue, self.sheet, self.facts = folder, issue, sheet, facts
        self.first = facts["number"] == 1
        self.top, self.row = TOPS[self.first], sheet["row"]
        self.rows = (BOTTOMS[self.first] - self.top) / self.row
        self.regions = {}

    def pixels(self, x, y, w, h, *_):
        """A rectangle of the grid in pixels; the last row ends with the page."""
        bottom = self.top + (y + h) * self.row
        end = BOTTOMS[self.first]
        return LEFT + x * UNIT, self.top + y * self.row, LEFT + (x + w) * UNIT, end if end - bottom < self.row else bottom

    def inner(self, rectangle, own, anchored=False):
        """The same without the gutters; air above and below where the story ends there."""
        x, y, w, h = rectangle[:4]
        left, top, right, bottom = self.pixels(x, y, w, h)

        def meets(edge, far):
            return any(abs((o[1] if far else o[1] + o[3]) - edge) < .01 and o[0] < x + w and x < o[0] + o[2] for o in own)

        top += 0 if anchored or meets(y, False) else 11
        bottom -= 3 if meets(y + h, True) else 11
        return dict(x=left + PAD, y=top, w=right - left - 2 * PAD, h=bottom - top)

    def story(self, spec):
        manuscript = Manuscript(self.folder / spec["file"])
        placed = [*spec.get("text", []), *[p[1:] for p in spec.get("pictures", [])],
                  *[t[1:] for t in spec.get("tables", [])], *spec.get("verse", [])]
        head = spec.get("head")
        fixed = head is not None and len(head) == 4
        own = [r[:4] for r in placed] + ([head] if fixed else [])
        self.regions[spec["file"]] = [self.pixels(*r) for r in own]

        def anchored(r):
            return (head is not None and not fixed and abs(r[1] - head[1]) < .01
                    and r[0] < head[0] + head[2] and head[0] < r[0] + r[2])

        def boxed(r):
            return self.inner(r, [o for o in own if o != tuple(r[:4])], anchored(r)) | {"anchored": anchored(r)}

        boxes = [boxed(r[1:]) | self.figure(r, manuscript, spec) for r in spec.get("pictures", [])]
        boxes += [boxed(r[1:]) | dict(tag="div", className="tab", html=manuscript.tables[r[0]])
                  for r in spec.get("tables", [])]
        boxes += [boxed(r) | dict(tag="div", className="verse " + ("tiers" if spec.get("tiers") else ""),
                                  html=verse(manuscript), size=r[4]) for r in spec.get("verse", [])]
        return dict(
            file=spec["file"], english=manuscript.language == "en", size=spec.get("body", self.sheet["size"]),
            row=self.row, blocks=manuscript.between(*spec.get("part", (0, None))), stand=bool(spec.get("stand")),
            turn=f"<span class='turn'>{spec.get('turn', default_turn(manuscript))}</span>",
            airMax=spec.get("air", 3), balance=spec.get("balance", False), boxes=boxes,
            frames=[boxed(r) | {"columns": r[4], "size": None} for r in spec.get("text", [])],
            head=self.head(spec, manuscript, fixed) if head else None)

    def head(self, spec, manuscript, fixed):
        x, y, w = spec["head"][:3]
        h = spec["head"][3] if fixed else 1
        left, top, right, bottom = self.pixels(x, y, w, h)
        facts, parts = manuscript.facts, []
        headline = spec.get("headline", manuscript.headline)
        if facts.get("kicker") and spec.get("kicker", True):
            parts.append(f"<div class='kicker'>{spec.get('above', facts['kicker'])}</div>")
        elif spec.get("above"):
            parts.append(f"<div class='kicker'>{spec['above']}</div>")
        parts.append("<div class='hl'>" + "".join(f"<span class='ln'>{one}</span>" for one in headline) + "</div>")
        if facts.get("subhead") and spec.get("sub", True):
            parts.append(f"<div class='sub'>{facts['subhead']}</div>")
        if manuscript.byline and spec.get("by", True):
            parts.append(f"<div class='by'>{manuscript.byline}</div>")
        kind = ("stand" if spec.get("stand") else "") + (" middle" if spec.get("middle") else "") + (
            " band" if spec.get("band") else "")
        return dict(x=left + PAD, y=top + (6 if spec.get("band") else 0), w=right - left - 2 * PAD, h=bottom - top,
                    size=spec["size"], html="".join(parts), className=kind)

    def figure(self, placed, manuscript, spec):
        name, _, _, w, _ = placed[:5]
        focus = f' style="object-position:{placed[5]}"' if len(placed) > 5 else ""
        caption = manuscript.pictures[name] if spec.get("captions", True) else ""
        return dict(tag="figure", className="plain" if name.endswith(".png") else "", html=(
            f'<img{focus} src="{embedded(self.folder / name, round(w * UNIT * 1.9))}">'
            + (f'<div class="cap">{caption}</div>' if caption else "")))

    def furniture(self, spec):
        x, y, w, h = spec["at"]
        self.regions["box " + spec["html"][:30]] = [self.pixels(x, y, w, h)]
        left, top, right, bottom = self.pixels(x, y, w, h)
        tint = (f'<div class="tint" style="left:{left + PAD:.1f}px;top:{top + 8:.1f}px;width:{right - left - 2 * PAD:.1f}px;'
                f'height:{bottom - top - 12:.1f}px"></div>') if spec.get("tint") else ""
        return tint + (f'<div class="box {spec.get("kind", "")}" style="left:{left + PAD + (8 if tint else 0):.1f}px;'
                       f'top:{top + (4 if tint else 0):.1f}px;width:{right - left - 2 * PAD - (16 if tint else 0):.1f}px;'
                       f'height:{bottom - top - (8 if tint else 0):.1f}px">{spec["html"]}</div>')

    def rules(self):
        """A rule on every border between two stories: ink across, a hairline down."""
        across, down = {}, set()
        for rectangles in self.regions.values():
            for polygon in outlines(rectangles):
                for (x0, y0), (x1, y1) in zip(polygon, polygon[1:] + polygon[:1]):
                    level = abs(y0 - y1) < .01
                    if level and (abs(y0 - self.top) < 1 or abs(y0 - BOTTOMS[self.first]) < 1):
                        continue
                    if not level and (abs(x0 - LEFT) < 1 or abs(x0 - LEFT - 12 * UNIT) < 1):
                        continue
                    if level:
                        across.setdefault(round(y0), []).append((min(x0, x1), max(x0, x1)))
                    else:
                        down.add((round(x0, 1), round(min(y0, y1)), round(max(y0, y1))))
        parts = [rule(True, start, y, end, y) for y, spans in across.items() for start, end in joined(spans)]
        return "".join(parts + [rule(False, x, top, x, bottom) for x, top, bottom in sorted(down)])

    def holes(self):
        """Says where the page is not covered once, in units and rows."""
        problems = []
        for row in range(int(self.rows)):
            for unit in range(24):
                x, y = LEFT + (unit + .5) * UNIT / 2, self.top + (row + .5) * self.row
                count = sum(r[0] < x < r[2] and r[1] < y < r[3] for rs in self.regions.values() for r in rs)
                if count != 1:
                    problems.append(f"unit {unit / 2} row {row}: covered {count} times")
        return problems[:4]

    def html(self, faces):
        stories = [self.story(spec) for spec in self.sheet["stories"]]
        boxes = "".join(self.furniture(spec) for spec in self.sheet.get("boxes", []))
        regions = "".join(
            f'<i class="region" data-of="{file}" style="left:{r[0]:.2f}px;top:{r[1]:.2f}px;width:{r[2] - r[0]:.2f}px;'
            f'height:{r[3] - r[1]:.2f}px"></i>'
            for file, rectangles in self.regions.items() if not file.startswith("box ") for r in rectangles)
        top = masthead(self.issue, self.sheet) if self.first else folio(self.issue, self.facts, self.sheet)
        tints = "".join(tint(*self.pixels(*at)) for at in self.sheet.get("tints", []))
        return (f'<!doctype html><html lang="zh-Hans"><meta charset="utf-8">'
                f'<title>苇渡半月报　{self.issue["date"]}　第{self.facts["number"]:02}版　{self.facts["name"]}</title><style>{faces}'
                f'{(TOOLS / "page.css").read_text()}</style>'
                f'<body>{tints}{top}{self.rules()}{boxes}{regions}<script>{(TOOLS / "page.js").read_text()}</script>'
                f'<script>var stories = {json.dumps(stories, ensure_ascii=False)};</script></body></html>')


def joined(spans):
    """Spans on one line, those that touch made one."""
    whole = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1] + 1:
            whole[-1][1] = max(end, whole[-1][1])
        else:
            whole.append([start, end])
    return whole


def rule(level, x0, y0, x1, y1):
    if level:
        return f'<div class="rule h" style="left:{x0 + PAD:.1f}px;top:{y0:.1f}px;width:{x1 - x0 - 2 * PAD:.1f}px"></div>'
    return f'<div class="rule v" style="left:{x0:.1f}px;top:{y0 + 8:.1f}px;height:{y1 - y0 - 16:.1f}px"></div>'


def tint(x0, y0, x1, y1):
    return f'<div class="tint" style="left:{x0:.0f}px;top:{y0:.0f}px;width:{x1 - x0:.0f}px;height:{y1 - y0:.0f}px"></div>'


def default_turn(manuscript):
    return " (Full text on our site.)" if manuscript.language == "en" else "（全文见网页版）"


def verse(manuscript):
    return "<div class='gap'></div>".join(
        "<div>" + "".join(f"<p>{one}</p>" for one in stanza) + "</div>" for stanza in manuscript.verses)


def embedded(path, width):
    """A picture as a data address, no wider than print needs."""
    picture = Image.open(path).convert("RGB")
    if picture.width > width:
        picture = picture.resize((width, picture.height * width // picture.width), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=82 if path.suffix == ".jpg" else 90, optimize=True)
    return "data:image/jpeg;base64," + base64.b64encode(out.getvalue()).decode()


def logo():
    data = base64.b64encode((DEMO / "logo.svg").read_bytes()).decode()
    return f'<img class="plate" alt="" src="data:image/svg+xml;base64,{data}">'


def masthead(issue, sheet):
    words = sheet["masthead"]
    guide = "".join(f"<p><i>{page}</i>{line}</p>" for page, line in words["guide"])
    return (f'<div class="mast">{logo()}<div class="latin sans"><span>THE WEIDU FORTNIGHTLY</span><span>漪江两岸的日常</span>'
            f'<span>CN 00-0127</span><span>苇渡半月报社出版</span></div><div class="ear sans"><div class="date">'
            f'{words["month"]}<b>{words["day"]}</b>{words["lunar"]}<br>{words["number"]}<br>{words["total"]}<br>今日4版</div>'
            f'<div class="guide"><p style="padding:0"><b>今日导读</b></p>{guide}</div></div></div>'
            f'<div class="foot sans"><span>社址：苇渡区渡口老街6号</span><span>新闻热线：0000-8127 0305</span>'
            f'<span>读者服务：0000-8127 0306</span><span>苇渡印刷所承印</span><span>每月5日、20日出版</span><span>零售价1.00元</span></div>')


def folio(issue, facts, sheet):
    words = sheet["folio"]
    odd = "odd" if facts["number"] % 2 else ""
    return (f'<div class="folio {odd}"><span class="num">{facts["number"]:02}</span><span class="nm">{facts["name"]}</span>'
            f'<span class="mid">{words["date"]}</span><span>{words["staff"]}</span>{logo()}</div>')


def read_places(browser):
    """Polygons by story, in shares of the page, from the regions as the browser shows them."""
    found = browser.ask(
        "return [...document.querySelectorAll('.region')].map(r => { const b = r.getBoundingClientRect();"
        "return [r.dataset.of, b.left, b.top, b.right, b.bottom] })")
    places = {}
    for file, *rectangle in found:
        places.setdefault(file, []).append(rectangle)
    return {file: [[[round(x / WIDTH, 4), round(y / HEIGHT, 4)] for x, y in polygon] for polygon in outlines(rectangles)]
            for file, rectangles in places.items()}


def save_png(target, shot):
    picture = Image.open(io.BytesIO(shot)).convert("RGB")
    for colours, dither in ((256, Image.Dither.FLOYDSTEINBERG), (256, Image.Dither.NONE), (128, Image.Dither.NONE)):
        palette = picture.quantize(colours, kmeans=1)
        picture.quantize(palette=palette, dither=dither).save(target, optimize=True)
        if target.stat().st_size <= PNG_BYTES_MAX:
            return
    raise SystemExit(f"{target} has {target.stat().st_size} bytes; at most {PNG_BYTES_MAX} are allowed.")


def undated(pdf, date):
    """The PDF with the day of the issue for the moment of its making, so that the same page gives the same bytes."""
    return re.sub(rb"(/(?:Creation|Mod)Date \(D:)\d{14}", rb"\g<1>" + date.replace("-", "").encode() + b"060000", pdf)


def write_issue(path, issue, places):
    """issue.yaml anew, with pictures, PDFs and hotspots of every page."""
    lines = [f"date: {issue['date']}"]
    for key in ("number", "total"):
        lines.append(f'{key}: "{issue[key]}"' if isinstance(issue[key], str) else f"{key}: {issue[key]}")
    lines.append(f"kind: {issue['kind']}")
    if issue.get("title"):
        lines.append(f"title: {issue['title']}")
    lines.append("pages:")
    for page in issue["pages"]:
        number = page["number"]
        lines += [f"  - number: {number}", f"    name: {page['name']}", f"    image: {number:02}.png",
                  f"    pdf: {number:02}.pdf", "    stories:"]
        for story in page["stories"]:
            story = story if isinstance(story, dict) else {"file": story}
            lines.append(f"      - file: {story['file']}")
            if "jump" in story:
                lines.append(f"        jump: {story['jump']}")
            lines.append("        hotspots:")
            lines += [f"          - {json.dumps(polygon)}" for polygon in places[number][story["file"]]]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def lay_out(browser, date, faces):
    folder = DEMO / "issues" / date
    issue = yaml.safe_load((folder / "issue.yaml").read_text(encoding="utf-8"))
    sheets = importlib.import_module("sheets." + SHEETS[date]).PAGES
    places = {}
    for facts in issue["pages"]:
        number = facts["number"]
        page = Page(folder, issue, sheets[number], facts)
        browser.open(page.html(faces), WIDTH, HEIGHT, PNG_WIDTH / WIDTH)
        notes = browser.ask("return compose(stories)")
        browser.ask("return Promise.all([...document.images].map(i => i.decode()))")
        save_png(folder / f"{number:02}.png", browser.shoot(WIDTH, HEIGHT))
        pdf = undated(browser.print(11, 15.5), date)
        (folder / f"{number:02}.pdf").write_bytes(pdf)
        if len(pdf) > PDF_BYTES_MAX:
            notes.append(f"PDF of {len(pdf)} bytes; at most {PDF_BYTES_MAX} are allowed")
        places[number] = read_places(browser)
        print(f"{date} page {number}: {page.rows:.1f} rows, PNG {(folder / f'{number:02}.png').stat().st_size // 1000} kB, "
              f"PDF {len(pdf) // 1000} kB")
        for note in [*page.holes(), *notes]:
            print("   ", note)
    write_issue(folder / "issue.yaml", issue, places)


def main(only=None):
    words = "".join(path.read_text(encoding="utf-8") for ending in ("issues/*/*.md", "tools/*.py", "tools/sheets/*.py")
                    for path in DEMO.glob(ending))
    with Browser() as browser:
        faces = fonts.make(pathlib.Path(browser.folder.name), "".join(sorted(set(words) | set("0123456789"))))
        for date in SHEETS:
            if only in (None, date):
                lay_out(browser, date, faces)


if __name__ == "__main__":
    main(*sys.argv[1:2])
