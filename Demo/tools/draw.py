"""Draws every picture of the demo paper, the logo and the share picture; the same bytes of design every time.

    python3 Demo/tools/draw.py            all of them
    python3 Demo/tools/draw.py bridge     those whose name contains a word

Needs the packages chromium, chromium-driver and fonts-noto-cjk (Debian), and selenium, Pillow and fonttools (PyPI).
Reads nothing outside this folder but the fonts.
"""
import io
import pathlib
import re
import sys

from PIL import Image

from browser import Browser
from scenes import bridge, charts, identity, town, water

DEMO = pathlib.Path(__file__).resolve().parent.parent
BYTES_MAX = 300_000
SCENES = [bridge, charts, identity, town, water]


def write(target, png):
    """Saves a shot as JPEG or as PNG with few colours, by the target's ending."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    if target.suffix == ".jpg":
        for quality in (82, 78, 74, 70, 65):
            picture.save(target, quality=quality, optimize=True, progressive=True)
            if target.stat().st_size <= BYTES_MAX:
                return
    else:
        picture.quantize(96, dither=Image.Dither.NONE).save(target, optimize=True)
    if target.stat().st_size > BYTES_MAX:
        raise SystemExit(f"{target} has {target.stat().st_size} bytes; at most {BYTES_MAX} are allowed.")


def main(word=""):
    if word in "logo.svg":
        (DEMO / "logo.svg").write_text(identity.logo(), encoding="utf-8")
    with Browser() as browser:
        for scene in SCENES:
            for name, draw in scene.PICTURES.items():
                if word not in name:
                    continue
                drawing = draw()
                width, height = map(int, re.search(r'width="(\d+)" height="(\d+)"', drawing).groups())
                browser.open(f'<!doctype html><meta charset="utf-8"><style>*{{margin:0}}svg{{display:block}}</style>'
                             + drawing, width, height)
                target = DEMO / name if name.startswith("share") else DEMO / "issues" / name
                write(target, browser.shoot(width, height))
                print(f"{name}  {width}x{height}  {target.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(*sys.argv[1:2])
