"""The faces of the printed pages: Noto cut down to the characters of the demo, with TrueType outlines.

Chromium embeds TrueType faces in a PDF as real, small, searchable fonts; the CFF outlines of the installed Noto would
become drawings, three times the size. Needs the package fonts-noto-cjk (Debian) and fonttools (PyPI).
"""
import subprocess

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, newTable

FACES = [("Serif", 400), ("Serif", 700), ("Sans", 400), ("Sans", 700)]
#: Units of a thousandth of an em by which a curve may be off.
CURVE_ERROR_MAX = 1.0


def installed(family, weight):
    """The installed face, out of its collection."""
    name = f"Noto {family} CJK SC"
    style = "bold" if weight == 700 else "regular"
    where = subprocess.run(["fc-match", "-f", "%{file}", f"{name}:{style}"], check=True, capture_output=True,
                           text=True).stdout
    return next(font for font in TTCollection(where).fonts if font["name"].getDebugName(1) == name)


def cut(font, characters):
    options = Options()
    options.layout_features = ["vert", "vrt2", "halt", "vhal", "chws", "vchw", "pwid", "kern", "liga", "ccmp"]
    options.drop_tables += ["VORG", "DSIG"]
    options.glyph_names = True
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)


def to_truetype(font):
    """Turns cubic outlines into quadratic ones, in place."""
    order = font.getGlyphOrder()
    glyphs, drawn = font.getGlyphSet(), {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, CURVE_ERROR_MAX, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"] = newTable("loca")
    glyf = font["glyf"] = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, drawn
    for name, glyph in drawn.items():
        glyph.recalcBounds(glyf)
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))
    del font["CFF "]
    limits = font["maxp"]
    limits.tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions", "maxComponentElements", "maxPoints", "maxContours",
                  "maxCompositePoints", "maxCompositeContours", "maxComponentDepth"):
        setattr(limits, field, 1 if field == "maxZones" else 0)
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"


def make(folder, characters):
    """Writes the four faces into `folder` and gives the CSS that names them."""
    rules = []
    for family, weight in FACES:
        font = installed(family, weight)
        font.recalcTimestamp = False
        cut(font, characters)
        to_truetype(font)
        name = f"{family.lower()}-{weight}.ttf"
        font.save(folder / name)
        rules.append(f'@font-face {{ font-family: "Paper {family}"; font-weight: {weight}; src: url({name}) }}')
    return "\n".join(rules)
