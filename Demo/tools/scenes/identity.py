"""The paper's name as outlines, and the picture that stands for the paper where a story has none."""
import random
import subprocess

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTCollection

from scenes.bridge import footbridge
from scenes.kit import INK, NAVY, group, path, rect, ripples, svg, text

NAME = "苇渡半月报"
#: A hair of stroke makes the bold of the type a black, as mastheads are cut.
STROKE = 20


def outlines(words):
    """The words in Noto Serif CJK SC Bold as one path each, 1000 units high, the first at x = 0."""
    where = subprocess.run(["fc-match", "-f", "%{file}", "Noto Serif CJK SC:bold"], check=True, capture_output=True,
                           text=True).stdout
    font = next(font for font in TTCollection(where).fonts if font["name"].getDebugName(1) == "Noto Serif CJK SC")
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    parts = []
    for index, character in enumerate(words):
        pen = SVGPathPen(glyphs, ntos=lambda number: str(round(number)))
        glyphs[names[ord(character)]].draw(TransformPen(pen, (1, 0, 0, -1, index * 1000, 880)))
        parts.append(pen.getCommands())
    return parts


def logo():
    """The masthead: one line, in the colour of the text around it."""
    shapes = "".join(f'<path d="{data}"/>' for data in outlines(NAME))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="20 20 4960 960" role="img" aria-label="{NAME}">'
            f'<title>{NAME}</title><g fill="currentColor" stroke="currentColor" stroke-width="{STROKE}" '
            f'stroke-linejoin="round">{shapes}</g></svg>\n')


def share():
    """The name in two lines over the bridge, square, so that it survives any cutting."""
    chance = random.Random(5)
    size = 330
    plate = []
    for index, data in enumerate(outlines(NAME)):
        row, column = (0, index) if index < 2 else (1, index - 2)
        plate.append(group(
            path(data, INK, stroke=INK, stroke_width=STROKE),
            transform=f"translate({105 + (column - index) * size} {110 + row * (size + 10)}) scale({size / 1000})"))
    return svg(
        1200, 1200, *plate, rect(120, 838, 960, 9, INK), rect(120, 853, 960, 3, INK),
        text(120, 920, "漪江两岸的日常", 44, INK), text(1080, 920, "每月5日、20日出版", 34, "#566166", "end"),
        rect(0, 1108, 1200, 92, NAVY), ripples(1200, 1120, 1190, chance, "#7f9cc0", 26, .55),
        group(footbridge("#2b3f57", "#5d7187"), transform="translate(-10 668) scale(.68)"), ground="#fbfcfb")


PICTURES = {"share.png": share}
