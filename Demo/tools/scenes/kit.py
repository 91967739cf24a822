"""What all scenes share: the palette, and the shapes that come back in many of them.

Every function gives SVG text. Chance comes from a `random.Random` with a fixed seed, so a scene is the same every time.
"""
INK = "#17242e"
NAVY = "#23467c"
BLUE = "#5d86ad"
SKY = "#b9cfd8"
MIST = "#d9e4e3"
PAPER = "#f7f2e4"
SAND = "#ead9b4"
STRAW = "#cda555"
OCHRE = "#a97c33"
RUST = "#b4543a"
CORAL = "#e39a78"
GREEN = "#6d8b62"
MOSS = "#3f5f50"
PINE = "#26433f"
SANS = "'Noto Sans CJK SC', sans-serif"
SERIF = "'Noto Serif CJK SC', serif"


def svg(width, height, *parts, ground=PAPER):
    body = "\n".join(parts)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}"><rect width="{width}" height="{height}" fill="{ground}"/>{body}</svg>')


def path(data, fill="none", **more):
    attributes = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in more.items())
    return f'<path d="{data}" fill="{fill}"{attributes}/>'


def line(data, stroke, width, **more):
    return path(data, "none", stroke=stroke, stroke_width=width, stroke_linecap="round",
                stroke_linejoin="round", **more)


def rect(x, y, width, height, fill, **more):
    attributes = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in more.items())
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{fill}"{attributes}/>'


def circle(x, y, radius, fill, **more):
    attributes = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in more.items())
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{fill}"{attributes}/>'


def ellipse(x, y, across, down, fill, **more):
    attributes = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in more.items())
    return f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{across:.1f}" ry="{down:.1f}" fill="{fill}"{attributes}/>'


def group(*parts, **more):
    attributes = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in more.items())
    return f"<g{attributes}>" + "".join(parts) + "</g>"


def text(x, y, words, size, fill=INK, anchor="start", weight=400, family=SANS, **more):
    attributes = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in more.items())
    return (f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}" text-anchor="{anchor}" '
            f'font-weight="{weight}" font-family="{family}"{attributes}>{words}</text>')


def gradient(name, *stops, across=False):
    """A linear gradient, down the picture unless `across`; use it as `url(#name)`. Stops are (share, colour)."""
    inner = "".join(f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in stops)
    direction = 'x2="1" y2="0"' if across else 'x2="0" y2="1"'
    return f'<defs><linearGradient id="{name}" x1="0" y1="0" {direction}>{inner}</linearGradient></defs>'


def hills(width, base, height, chance, fill, steps=9, floor=None):
    """A range of soft hills standing on `base`, as one closed shape down to `floor`."""
    floor = floor if floor is not None else base
    points = []
    for index in range(steps + 1):
        x = width * index / steps
        y = base - height * (0.25 + 0.75 * chance.random())
        points.append((x, y))
    data = f"M{-10} {floor}L{-10} {points[0][1]:.1f}"
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        middle = (x0 + x1) / 2
        data += f"C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
    return path(data + f"L{width + 10} {floor}Z", fill)


def ripples(width, top, bottom, chance, colour, count, opacity=0.6, longest=260, left=0):
    """Flat strokes on water, longer and thicker towards the viewer."""
    parts = []
    for _ in range(count):
        depth = chance.random() ** 0.8
        y = top + (bottom - top) * depth
        length = (30 + longest * depth) * (0.4 + 0.6 * chance.random())
        x = left + chance.random() * (width + 100) - 50
        thick = 1.5 + 4.5 * depth
        parts.append(f"M{x:.0f} {y:.0f}h{length:.0f}l{-thick * 3:.0f} {thick:.1f}h{-length + thick * 6:.0f}Z")
    return path("".join(parts), colour, opacity=opacity)


def glitter(x, top, bottom, chance, colour, width, count=46):
    """Light on water below a sun or lamp: short strokes that spread towards the viewer."""
    parts = []
    for index in range(count):
        depth = (index / count) ** 1.15
        y = top + (bottom - top) * depth
        spread = width * (.35 + .9 * depth)
        length = spread * (.35 + .75 * chance.random())
        at = x - length / 2 + (chance.random() - .5) * spread * .9
        thick = 2.5 + 5 * depth
        parts.append(f"M{at:.0f} {y:.0f}h{length:.0f}l{-thick * 2:.0f} {thick:.1f}h{-length + thick * 4:.0f}Z")
    return path("".join(parts), colour, opacity=.85)


def reeds(chance, left, right, base, height, colour, count, plume=None, lean=0.16):
    """A stand of reeds: a bent stalk, two or three blades, and a plume where a colour for it is given."""
    parts = []
    for _ in range(count):
        x = left + (right - left) * chance.random()
        tall = height * (0.55 + 0.45 * chance.random())
        bend = tall * lean * (0.3 + chance.random())
        thick = max(1.6, tall / 110)
        top_x, top_y = x + bend, base - tall
        parts.append(line(f"M{x:.0f} {base}Q{x:.0f} {base - tall * .6:.0f} {top_x:.0f} {top_y:.0f}",
                          colour, round(thick, 1)))
        for _ in range(3):
            start = 0.2 + 0.5 * chance.random()
            at_y = base - tall * start
            at_x = x + bend * start * start
            side = 1 if chance.random() > 0.35 else -1
            reach = tall * (0.16 + 0.14 * chance.random())
            tip_x, tip_y = at_x + side * reach, at_y - reach * (0.25 + 0.7 * chance.random())
            wide = thick * 1.7
            parts.append(path(
                f"M{at_x:.0f} {at_y:.0f}Q{at_x + side * reach * .35:.0f} {at_y - reach:.0f} {tip_x:.0f} {tip_y:.0f}"
                f"Q{at_x + side * reach * .3:.0f} {at_y - reach * .72 + wide:.0f} {at_x:.0f} {at_y + wide * 2:.0f}Z",
                colour))
        if plume:
            size = tall * 0.2
            parts.append(path(
                f"M{top_x - size * .06:.0f} {top_y + size * .4:.0f}"
                f"C{top_x - size * .12:.0f} {top_y - size * .3:.0f} {top_x + size * .1:.0f} {top_y - size * .9:.0f} "
                f"{top_x + size * .62:.0f} {top_y - size * .8:.0f}"
                f"C{top_x + size * .36:.0f} {top_y - size * .35:.0f} {top_x + size * .2:.0f} {top_y + size * .1:.0f} "
                f"{top_x - size * .06:.0f} {top_y + size * .4:.0f}Z", plume))
    return "".join(parts)


def person(x, foot, tall, coat, head=INK, legs=INK, stride=0.16, hat=None, face=1, skirt=False):
    """A standing or walking person seen from the side; `face` is 1 to the right, -1 to the left."""
    skull = tall * 0.075
    top = foot - tall
    neck = top + skull * 2.1
    hip = foot - tall * 0.43
    wide = tall * 0.115
    step = tall * stride
    parts = [
        line(f"M{x:.1f} {hip:.1f}L{x + face * step:.1f} {foot:.1f}h{face * tall * .05:.1f}", legs, round(tall * .07, 1)),
        line(f"M{x:.1f} {hip:.1f}L{x - face * step * .8:.1f} {foot:.1f}h{face * tall * .05:.1f}", legs,
             round(tall * .07, 1)),
        path(f"M{x - wide * .6:.1f} {neck:.1f}Q{x:.1f} {neck - tall * .03:.1f} {x + wide * .6:.1f} {neck:.1f}"
             f"L{x + wide * (1.3 if skirt else 1):.1f} {hip + tall * (.14 if skirt else .05):.1f}"
             f"H{x - wide * (1.3 if skirt else 1):.1f}Z", coat),
        circle(x + face * skull * .25, top + skull, skull, head),
    ]
    if hat:
        parts.append(path(f"M{x - skull * 2:.1f} {top + skull * .7:.1f}L{x + face * skull * .2:.1f} "
                          f"{top - skull * .9:.1f}L{x + skull * 2.3:.1f} {top + skull * .7:.1f}Z", hat))
    return "".join(parts)


def pole_carrier(x, foot, tall, coat, face=1, load=STRAW, hat=None):
    """A person with a shoulder pole and two baskets."""
    shoulder = foot - tall * 0.78
    reach = tall * 0.52
    basket = tall * 0.17
    parts = [person(x, foot, tall, coat, hat=hat, face=face)]
    parts.append(line(f"M{x - reach:.1f} {shoulder + tall * .07:.1f}Q{x:.1f} {shoulder - tall * .07:.1f} "
                      f"{x + reach:.1f} {shoulder + tall * .07:.1f}", OCHRE, round(tall * .03, 1)))
    for side in (-1, 1):
        at = x + side * reach
        low = foot - tall * 0.3
        parts.append(line(f"M{at:.1f} {shoulder + tall * .07:.1f}L{at - basket * .8:.1f} {low:.1f}"
                          f"M{at:.1f} {shoulder + tall * .07:.1f}L{at + basket * .8:.1f} {low:.1f}", OCHRE,
                          round(tall * .014, 1)))
        parts.append(ellipse(at, low, basket, basket * .55, GREEN))
        parts.append(path(f"M{at - basket:.1f} {low:.1f}h{basket * 2:.1f}l{-basket * .3:.1f} {basket * .95:.1f}"
                          f"h{-basket * 1.4:.1f}Z", load))
    return "".join(parts)


def egret(x, foot, tall, face=1, colour="#ffffff", leg=INK, bill=OCHRE, head_down=False):
    """A white egret standing on one spot."""
    f = face
    body_y = foot - tall * 0.5
    neck = (f"M{x + f * tall * .12:.1f} {body_y - tall * .02:.1f}"
            + (f"C{x + f * tall * .38:.1f} {body_y - tall * .12:.1f} {x + f * tall * .3:.1f} {body_y + tall * .18:.1f} "
               f"{x + f * tall * .42:.1f} {body_y + tall * .28:.1f}" if head_down else
               f"C{x + f * tall * .36:.1f} {body_y - tall * .14:.1f} {x + f * tall * .02:.1f} {body_y - tall * .26:.1f} "
               f"{x + f * tall * .2:.1f} {foot - tall:.1f}"))
    head = (x + f * tall * .43, body_y + tall * .29) if head_down else (x + f * tall * .22, foot - tall)
    tip = (head[0] + f * tall * (.08 if head_down else .22), head[1] + tall * (.16 if head_down else .03))
    return "".join([
        line(f"M{x:.1f} {body_y + tall * .1:.1f}V{foot:.1f}M{x + f * tall * .07:.1f} {body_y + tall * .1:.1f}"
             f"V{foot:.1f}", leg, round(max(1.6, tall * .022), 1)),
        path(f"M{x + f * tall * .18:.1f} {body_y - tall * .05:.1f}"
             f"C{x:.1f} {body_y - tall * .2:.1f} {x - f * tall * .2:.1f} {body_y - tall * .02:.1f} "
             f"{x - f * tall * .36:.1f} {body_y + tall * .16:.1f}"
             f"C{x - f * tall * .1:.1f} {body_y + tall * .2:.1f} {x + f * tall * .16:.1f} {body_y + tall * .16:.1f} "
             f"{x + f * tall * .18:.1f} {body_y - tall * .05:.1f}Z", colour),
        line(neck, colour, round(tall * .062, 1)),
        ellipse(head[0], head[1], tall * .055, tall * .042, colour),
        line(f"M{head[0] + f * tall * .04:.1f} {head[1]:.1f}L{tip[0]:.1f} {tip[1]:.1f}", bill,
             round(max(1.6, tall * .028), 1)),
    ])
