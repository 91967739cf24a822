"""The market, the school, the library at night, the radio, the goalkeeper."""
import math
import random

from scenes.kit import (
    CORAL, GREEN, INK, MOSS, NAVY, OCHRE, PAPER, RUST, STRAW, circle, ellipse, gradient, group,
    line, path, person, rect, svg, text)


def basket(x, y, wide, deep, weave="#b98d4a", dark="#8d6731"):
    """A shallow round basket seen from a little above; the goods go in between its back and its front."""
    strands = "".join(f"M{x - wide * .93 + step * wide * .155:.0f} {y + 6:.0f}l{(6 - step) * 3.2:.0f} {deep * .8:.0f}"
                      for step in range(13))
    front = (path(f"M{x - wide} {y}Q{x} {y + wide * .34:.0f} {x + wide} {y}L{x + wide * .8:.0f} {y + deep}"
                  f"Q{x} {y + deep + wide * .2:.0f} {x - wide * .8:.0f} {y + deep}Z", weave)
             + line(strands, dark, 2.5, opacity=.55)
             + line(f"M{x - wide} {y}Q{x} {y + wide * .34:.0f} {x + wide} {y}", dark, 8))
    return ellipse(x, y, wide, wide * .2, dark), front


def greens(x, y, chance, count=11):
    """Bunches of leaf vegetables with white stalks."""
    parts = []
    for index in range(count):
        at, low = x - 118 + 236 * index / (count - 1), y + 16 * chance.random()
        tilt = (at - x) / 6 + 14 * (chance.random() - .5)
        colour = ("#5e8a54", "#4c7848", "#76a063")[index % 3]
        parts.append(group(
            path("M-26 0C-64 -40 -58 -96 -20 -112C-6 -128 10 -128 22 -112C58 -96 64 -40 26 0Z", colour),
            path("M-9 12Q-4 -50 0 -96Q4 -50 9 12Z", "#e9eedd"),
            line("M0 -40L-28 -74M0 -40L28 -74M0 -64L-18 -92M0 -64L18 -92", "#e9eedd", 3, opacity=.7),
            transform=f"translate({at:.0f} {low:.0f}) rotate({tilt:.0f})"))
    return "".join(parts)


def radishes(x, y, chance):
    """White radishes stacked with their leaves to the left."""
    parts = []
    for row, count in enumerate((4, 3, 2)):
        for index in range(count):
            at = x - 74 + row * 22 + index * 56
            parts.append(group(
                path("M-60 -6C-96 -30 -108 -16 -122 -34C-112 -6 -120 6 -128 22C-104 12 -92 22 -60 8Z", "#5e8a54"),
                path("M-62 -18C-30 -30 40 -26 84 0C40 22 -30 26 -62 18Z", "#f6f2e6"),
                path("M-62 -18C-50 -24 -40 -24 -34 -24L-38 22C-48 22 -56 20 -62 18Z", "#b9cf98"),
                line("M10 -14h14M30 8h12M-8 12h10", "#d8d2bd", 3),
                transform=f"translate({at} {y - row * 40:.0f}) rotate({-6 + 8 * chance.random():.0f})"))
    return "".join(parts)


def shoots(x, y, chance):
    """Bamboo shoots, tips up."""
    parts = []
    for index in range(8):
        at = x - 112 + 32 * index
        parts.append(group(
            path("M-30 10C-28 -60 -8 -112 4 -132C16 -106 32 -56 30 10Z", "#8a6237"),
            path("M-20 10C-12 -40 0 -76 6 -96C12 -64 12 -20 4 10Z", "#caa46a"),
            line("M-28 -20Q0 -44 28 -22M-20 -58Q2 -80 22 -60", "#6c4a28", 3),
            transform=f"translate({at} {y + 10 * chance.random():.0f}) rotate({(index - 3.5) * 4:.0f})"))
    return "".join(parts)


def steelyard():
    """The fair scale: a beam on a hook, pan on the left, weight on the right."""
    marks = "".join(f"M{x} -8v16" for x in range(-40, 330, 26))
    return group(
        line("M-60 -330V-20", "#7a6a4a", 5), path("M-74 -30h28l6 34h-40z", "#4b4f55"),
        path("M-160 -13L360 -6Q366 0 360 6L-160 13Q-168 0 -160 -13Z", "#9c6b35"), line(marks, "#f3dfae", 4),
        line("M-140 8L-236 214M-140 8L-44 214M-140 8V200", "#7a6a4a", 3.5),
        path("M-246 212H-34Q-58 262 -140 262T-246 212Z", "#b89b5a"), ellipse(-140, 212, 106, 18, "#d9c182"),
        line("M206 6V96", "#7a6a4a", 5), path("M178 96h56l10 70q-38 18 -76 0z", "#3b4046"),
        path("M192 96q14 -26 28 0z", "#3b4046"), transform="rotate(-2)")


def market():
    chance = random.Random(19)
    awning = []
    for index in range(13):
        left = index * 140 - 10
        awning.append(path(f"M{left} 0H{left + 140}V150Q{left + 70} 214 {left} 150Z",
                           "#2f4f7d" if index % 2 else "#e9e1cd"))
    bulbs = "".join(line(f"M{x} 150V{y}", "#3a342c", 3) + circle(x, y + 18, 90, "#f6d98f", opacity=.16)
                    + circle(x, y + 18, 20, "#fbe7b0") for x, y in ((760, 250), (1180, 236), (1560, 262)))
    stalls = []
    for left, top, colour in ((640, 330, "#8f6f52"), (980, 350, "#9a7a5a"), (1320, 336, "#8f6f52")):
        stalls.append(rect(left, top, 300, 300, colour))
        stalls.append(rect(left + 14, top + 14, 272, 120, "#6f543d"))
        for index in range(7):
            stalls.append(circle(left + 40 + index * 37, top + 118, 20, (RUST, STRAW, GREEN, CORAL)[index % 4]))
    goods = []
    for x, fill in ((640, greens), (1010, radishes), (1380, shoots)):
        back, front = basket(x, 800, 170, 130)
        goods += [back, fill(x, 800, chance), front]
    vendor = group(
        path("M-120 330Q-126 110 -62 70Q0 44 62 70Q126 110 120 330Z", NAVY),
        path("M-60 70Q0 130 60 70L46 330H-46Z", "#e6dcc6"),
        path("M-24 74V26H24V74Q0 96 -24 74Z", "#d9a988"), ellipse(0, -12, 56, 64, "#e4b795"),
        path("M-62 -8C-74 -92 -30 -110 0 -106C38 -112 76 -84 62 -6C58 -44 34 -58 6 -58C-24 -56 -50 -44 -62 -8Z", INK),
        circle(50, -72, 26, INK), line("M-24 -6h14M16 -6h14", INK, 5), line("M-12 24Q2 34 18 24", "#a8624b", 5),
        line("M-104 150Q-176 214 -206 300", NAVY, 52), circle(-210, 312, 26, "#e4b795"), transform="translate(1196 430)")
    return svg(
        1800, 1080, gradient("air", (0, "#c9b491"), (1, "#e8d5ae")), rect(0, 0, 1800, 1080, "url(#air)"),
        rect(0, 600, 1800, 480, "#a98e68"), *stalls, rect(0, 140, 34, 940, "#5c4a37"), rect(1766, 140, 34, 940, "#5c4a37"),
        rect(0, 150, 1800, 26, "#5c4a37"), bulbs, vendor,
        path("M430 830H1640L1720 1080H350Z", "#6b4f36"), path("M410 800H1660L1680 850H390Z", "#86643f"), *goods,
        path("M360 930H1710L1722 962H350Z", "#5a412c"), *awning,
        group(rect(-96, -30, 192, 236, "#f3ead2", rx=4), text(0, 30, "公", 60, INK, "middle", 700),
              text(0, 102, "平", 60, INK, "middle", 700), text(0, 174, "秤", 60, INK, "middle", 700),
              transform="translate(180 236) scale(.62)"),
        group(steelyard(), transform="translate(356 470) scale(1.02)"),
        group(rect(0, 0, 118, 150, "#e6d7b2"), rect(0, 0, 118, 22, "#b4543a"),
              line("M18 52h82M18 76h82M18 100h60", "#9a8a68", 4), line("M59 -70V0", "#7a6a4a", 3),
              transform="translate(84 700) rotate(3)"))


def crouching(x, foot, size, coat, face=1, hair=INK):
    """A child crouching at the edge of the field."""
    f = face
    return group(
        path(f"M{-20 * f} 0C{-62 * f} -4 {-58 * f} -66 {-26 * f} -92C{0} -112 {34 * f} -96 {36 * f} -64"
             f"L{64 * f} -26L{48 * f} 0Z", coat),
        line(f"M{16 * f} -70Q{50 * f} -46 {82 * f} -22", coat, 20), circle(86 * f, -18, 11, "#e4b795"),
        circle(22 * f, -124, 34, "#e4b795"),
        path(f"M{-14 * f} -118C{-22 * f} -166 {60 * f} -174 {54 * f} -132C{34 * f} -146 {10 * f} -140 {-14 * f} -118Z", hair),
        path(f"M{-22 * f} -6h{74 * f}v12h{-74 * f}z", INK), transform=f"translate({x} {foot}) scale({size})")


def leafy(x, y, size, colour):
    """The leaves of a radish standing in the row."""
    blades = "".join(path("M0 0C-16 -30 -18 -62 0 -86C18 -62 16 -30 0 0Z", colour,
                          transform=f"rotate({turn})") for turn in (-52, -24, 0, 24, 52))
    return group(blades, ellipse(0, 2, 15, 9, "#f3eee0"), transform=f"translate({x:.0f} {y:.0f}) scale({size:.2f})")


def school_field():
    chance = random.Random(27)
    windows = []
    for row in range(3):
        for column in range(12):
            x, y = 330 + column * 92, 226 + row * 84
            windows.append(rect(x, y, 58, 50, "#8fb0bd"))
            windows.append(path(f"M{x} {y + 50}L{x + 40} {y}H{x + 58}V{y + 50}Z", "#a9c5cd"))
    trees = []
    for x, size in ((90, 1.15), (220, .85), (1500, 1), (1640, 1.25), (1760, .9)):
        trees.append(group(rect(-9, -90, 18, 100, "#6a5644"), ellipse(0, -170, 92, 112, MOSS),
                           ellipse(-24, -196, 52, 64, "#567a62"), transform=f"translate({x} 560) scale({size})"))
    lanes = "".join(line(f"M-40 {640 + step * 22}Q900 {560 + step * 17} 1840 {640 + step * 22}", "#f2e3d0", 4)
                    for step in range(5))
    rows = []
    for index in range(7):
        far, near = 520 + index * 128, -420 + index * 430
        rows.append(path(f"M{far} 770L{near} 1090H{near + 250}L{far + 74} 770Z", "#6a4a35"))
        rows.append(path(f"M{far + 18} 770L{near + 66} 1090H{near + 168}L{far + 56} 770Z", "#7f5b41"))
        for step in range(8):
            share = (step / 7.4) ** 1.5
            x, y = far + 37 + (near + 120 - far - 37) * share, 776 + 314 * share
            rows.append((y, leafy(x, y, .34 + .75 * share, "#5f8a52" if (step + index) % 2 else "#4d7747")))
    ground = "".join(part for part in rows if isinstance(part, str))
    crops = sorted((part for part in rows if not isinstance(part, str)), key=lambda part: part[0])
    ruler = group(rect(0, -9, 190, 18, STRAW),
                  line("".join(f"M{x} -9v{10 if x % 38 else 15}" for x in range(10, 190, 14)), INK, 2),
                  transform="translate(770 1000) rotate(-7)")
    return svg(
        1800, 1080, gradient("sky", (0, "#a9c7d4"), (1, "#e6ecdf")), rect(0, 0, 1800, 620, "url(#sky)"),
        path("M-10 560Q300 430 700 520T1400 500T1820 540V620H-10Z", "#a9c2b0"),
        rect(280, 190, 1160, 390, "#efe3c9"), rect(264, 166, 1192, 34, RUST), *windows,
        rect(800, 480, 120, 100, "#6c5a49"), rect(780, 196, 160, 44, "#efe3c9"),
        text(860, 232, "榆树坡小学", 30, RUST, "middle", 700), line("M1420 580V60", "#7d868a", 7),
        *trees, rect(0, 560, 1800, 80, "#7fa06c"), path("M-40 620Q900 545 1840 620V760H-40Z", "#c0694a"), lanes,
        path("M-40 742Q900 660 1840 742V800H-40Z", "#86a872"),
        person(620, 662, 96, NAVY, face=1, stride=.26), person(700, 660, 92, STRAW, stride=.26),
        person(1180, 662, 94, CORAL, face=-1, stride=.26),
        path("M-10 770H1810V1090H-10Z", "#5b4030"), ground, *[part for _, part in crops],
        crouching(560, 1010, 1.34, RUST), ruler, crouching(1150, 1000, 1.3, NAVY, -1), crouching(1430, 930, 1.0, STRAW, -1),
        crouching(300, 905, .92, "#6f8fae"))


def library():
    chance = random.Random(11)
    facade = []
    for row in range(3):
        for column in range(9):
            x, y = 330 + column * 136, 300 + row * 200
            lit = row == 1 and column >= 4
            facade.append(rect(x, y, 92, 132, "#f4cf7e" if lit else "#1c2f4b"))
            if lit:
                facade.append(rect(x, y + 84, 92, 48, "#d9a452"))
                if column != 6:
                    facade.append(group(circle(0, -42, 15, "#3d2f2a"), path("M-26 4Q-24 -28 0 -28T26 4Z", "#3d2f2a"),
                                        transform=f"translate({x + (30 if column % 2 else 58)} {y + 88})"))
                facade.append(line(f"M{x + 46} {y}V{y + 30}", "#7d5a2c", 3))
                facade.append(path(f"M{x + 30} {y + 44}Q{x + 46} {y + 14} {x + 62} {y + 44}Z", "#8d5a34"))
            facade.append(line(f"M{x + 46} {y}V{y + 132}M{x} {y + 50}H{x + 92}", "#101d33", 5))
    light = "".join(path(f"M{330 + column * 136} 632h92l{60 + column * 8} 380h-{170}z", "#f4cf7e", opacity=.035)
                    for column in range(4, 9))
    stars = "".join(circle(chance.random() * 1800, chance.random() * 220, 1.3 + 1.5 * chance.random(), "#cdd9e6",
                           opacity=.75) for _ in range(60))
    branches = []
    for x, lean in ((120, 1), (1690, -1)):
        branches.append(line(f"M{x} 1000C{x + lean * 10} 800 {x - lean * 20} 640 {x + lean * 30} 380", "#0a1324", 30))
        for _ in range(26):
            y = 380 + 360 * chance.random()
            reach = (60 + 150 * chance.random()) * (1 if chance.random() > .5 else -1)
            branches.append(line(f"M{x + lean * 6} {y:.0f}q{reach * .4:.0f} -40 {reach:.0f} "
                                 f"{-70 - 110 * chance.random():.0f}", "#0a1324", 4 + 5 * chance.random()))
    bicycle = group(
        circle(0, 0, 46, "none", stroke="#0a1324", stroke_width=7), circle(132, 0, 46, "none", stroke="#0a1324",
                                                                         stroke_width=7),
        line("M0 0L46 -64H106L132 0M46 -64L62 0L106 -64M46 -64L38 -86M24 -88H54M106 -64L100 -92H126", "#0a1324", 7),
        transform="translate(1240 964)")
    return svg(
        1800, 1080, gradient("sky", (0, "#0e1a30"), (1, "#2c466a")), rect(0, 0, 1800, 1080, "url(#sky)"), stars,
        circle(1520, 130, 46, "#f1e6c6"), rect(270, 220, 1290, 790, "#15253f"), rect(246, 200, 1338, 34, "#0e1b31"),
        path("M250 200L330 140H1500L1580 200Z", "#0e1b31"), *facade, rect(840, 838, 168, 172, "#0c172a"),
        line("M924 838V1010", "#1f3350", 5), rect(300, 232, 1230, 4, "#22395a"), rect(800, 808, 248, 26, "#0e1b31"),
        rect(0, 1000, 1800, 80, "#0a1324"), light,
        text(924, 276, "灯笼桥图书馆", 36, "#8fa5c2", "middle", 700, letter_spacing=10), *branches, bicycle)


def radio():
    knobs = "".join(circle(x, 690, 46, "#3a2c22") + circle(x, 690, 34, "#cdb487")
                    + line(f"M{x} 690L{x + 24 * math.cos(turn):.0f} {690 + 24 * math.sin(turn):.0f}", "#3a2c22", 6)
                    for x, turn in ((930, -1), (1070, .4)))
    slats = "".join(line(f"M{x} {560 - math.sqrt(max(0, 150 ** 2 - (x - 560) ** 2)):.0f}"
                         f"V{560 + math.sqrt(max(0, 150 ** 2 - (x - 560) ** 2)):.0f}", "#5a4030", 9)
                    for x in range(424, 700, 22))
    ticks = "".join(f"M{x} 0v{34 if index % 5 == 0 else 18}" for index, x in enumerate(range(20, 420, 19)))
    tubes = "".join(group(path("M-34 0V-84Q-34 -132 0 -136Q34 -132 34 -84V0Z", "#c9d6d4", opacity=.82),
                          rect(-18, -78, 36, 70, "#7d8a8c"), path("M-18 -98h36v16h-36z", "#e58a4d"),
                          rect(-38, 0, 76, 26, "#3a2c22"), transform=f"translate({x} 306)")
                    for x in (500, 620, 1010))
    coil = "".join(ellipse(x, 268, 10, 52, "none", stroke="#b4543a", stroke_width=7) for x in range(740, 900, 17))
    screws = "".join(group(circle(0, 0, 15, "#9aa3a3"), line("M-8 -5L8 5", "#4b5355", 4),
                           transform=f"translate({x} {y})") for x, y in ((210, 900), (262, 940), (190, 968), (300, 892)))
    iron = group(path("M0 -24H300Q330 0 300 24H0Q-20 0 0 -24Z", NAVY), rect(300, -13, 110, 26, "#aab3b3"),
                 path("M410 -9L500 0L410 9Z", "#c98a4a"), line("M0 0C-90 10 -150 70 -300 60", INK, 10),
                 transform="translate(1310 935) rotate(-168)")
    driver = group(path("M0 -26H170Q186 0 170 26H0Q-16 0 0 -26Z", RUST), line("M20 -10H160M20 10H160", "#8d3e2a", 5),
                   rect(172, -7, 220, 14, "#aab3b3"), path("M392 -10h24v20h-24z", "#8b9494"),
                   transform="translate(1390 700) rotate(64)")
    return svg(
        1800, 1080, rect(0, 0, 1800, 1080, "#31463f"), circle(760, 470, 760, "#3d564d"), circle(760, 470, 560, "#4b665b"),
        rect(0, 770, 1800, 310, "#8d6843"), rect(0, 770, 1800, 16, "#a57d54"),
        line("M0 860H1800M0 960H1800M300 786V860M1150 860V960M620 960V1080", "#7b5938", 5),
        ellipse(780, 806, 520, 34, "#5f452c", opacity=.8),
        path("M330 330H1230V386H330Z", "#5f452c"), coil, tubes, rect(900, 250, 70, 80, STRAW), rect(914, 226, 42, 26, "#8b9494"),
        line("M440 300C470 220 560 380 700 300M930 250C950 190 1100 200 1150 320", "#2f5f88", 7),
        line("M680 330C720 210 820 210 860 330", GREEN, 7),
        path("M300 360H1260Q1276 360 1276 376V778Q1276 800 1254 800H306Q284 800 284 778V376Q284 360 300 360Z", "#a3713f"),
        path("M300 360H1260L1244 392H316Z", "#b98650"), circle(560, 560, 172, "#7f5630"), circle(560, 560, 154, "#d9c08c"), slats,
        rect(800, 428, 420, 150, "#f1e4c2", rx=8), group(line(ticks, INK, 3), transform="translate(800 470)"),
        text(832, 552, "6　　8　　10　　12　　14", 26, INK), text(1192, 462, "兆周", 20, OCHRE, "end"),
        line("M1004 430V576", RUST, 6), rect(812, 606, 396, 5, "#7f5630"), knobs, rect(1126, 660, 90, 60, "#e9dcb8", rx=6),
        text(1171, 702, "开", 32, INK, "middle", 700), rect(330, 800, 70, 24, "#5f452c"), rect(1160, 800, 70, 24, "#5f452c"),
        screws, iron, driver,
        group(rect(0, 0, 250, 150, PAPER), text(24, 56, "第40台", 36, RUST, weight=700),
              line("M24 86h190M24 112h140", "#b8ad92", 5), transform="translate(430 890) rotate(-4)"))


def keeper():
    net = "".join(f"M{x} 190L{x * .86 + 118:.0f} 640" for x in range(330, 1490, 42))
    rows = "".join(f"M{330 + step * .9:.0f} {190 + step}H{1470 - step * .55:.0f}" for step in range(0, 450, 40))
    stripes = "".join(path(f"M{index * 300 - 300} 1080L{index * 190 + 130} 610H{index * 190 + 225}L{index * 300 - 150} 1080Z",
                           "#7ea469") for index in range(0, 9))
    child = group(
        line("M-30 60L-120 120L-176 92", INK, 34), line("M-30 70L-96 176L-150 196", INK, 34),
        path("M-196 70l44 14l-14 42l-44 -14z", RUST), path("M-172 178l44 10l-8 44l-46 -12z", RUST),
        path("M-60 84C-70 20 -20 -52 60 -66C120 -70 140 -20 110 26C70 84 0 110 -60 84Z", STRAW),
        text(20, 44, "1", 78, INK, "middle", 700, transform="rotate(-24 20 20)"),
        line("M86 -40Q150 -92 206 -96", STRAW, 44), line("M96 6Q160 -20 214 -46", STRAW, 42),
        circle(226, -104, 36, NAVY), circle(236, -52, 36, NAVY), circle(74, -116, 52, "#e4b795"),
        path("M24 -116C14 -182 110 -196 126 -136C100 -152 66 -146 24 -116Z", INK),
        path("M24 -120Q-20 -128 -34 -96Q-6 -100 26 -96Z", INK), circle(100, -112, 5, INK), circle(74, -108, 5, INK),
        transform="translate(720 560) scale(1.18)")
    ball = group(circle(0, 0, 44, "#fbf8ee"), path("M0 -18L17 -5L11 15H-11L-17 -5Z", INK),
                 line("M0 -18V-42M17 -5L40 -14M11 15L26 36M-11 15L-26 36M-17 -5L-40 -14", INK, 5),
                 transform="translate(1046 452) rotate(12)")
    kicker = group(
        line("M0 0L-14 130L-20 250", INK, 40), line("M6 0L96 84L176 50", INK, 40), path("M168 20l44 18l-16 46l-40 -18z", NAVY),
        path("M-52 250h60v28h-70z", NAVY), path("M-52 20Q-60 -120 -16 -150H34Q70 -110 46 20Z", RUST),
        text(4, -50, "6", 80, PAPER, "middle", 700, transform="scale(-1 1)"), line("M-36 -122L-112 -50L-140 -90", RUST, 30),
        line("M42 -122L104 -60L150 -76", RUST, 30), circle(6, -202, 50, "#e4b795"),
        path("M-46 -196C-50 -266 60 -270 56 -204C30 -226 -14 -226 -46 -196Z", INK),
        transform="translate(1536 690) scale(-1.02 1.02)")
    crowd = "".join(circle(x, 214 + 14 * (x // 60 % 2), 25, "#e4b795") + path(
        f"M{x - 36} 300Q{x - 34} 244 {x} 242T{x + 36} 300Z", (NAVY, RUST, STRAW, MOSS, CORAL)[x // 60 % 5])
        + path(f"M{x - 25} {210 + 14 * (x // 60 % 2)}a25 25 0 0 1 50 0z", INK) for x in range(20, 1800, 60))
    return svg(
        1800, 1080, rect(0, 0, 1800, 320, "#c4d8d6"), path("M0 150Q400 90 900 140T1800 110V320H0Z", "#8fb0a0"), crowd,
        rect(0, 286, 1800, 40, "#6d5a46"), rect(0, 320, 1800, 760, "#8fb377"), stripes,
        path("M330 190H1470L1400 640H400Z", "#dfeae0", opacity=.45), line(net + rows, "#fbf8ee", 3, opacity=.75),
        ellipse(700, 790, 250, 26, "#5f8550"), ellipse(1546, 984, 150, 24, "#5f8550"),
        line("M300 700V170H1500V700", "#fbf8ee", 20), line("M-20 716H1820", "#fbf8ee", 9), child, ball, kicker,
        line("M1096 468Q1180 520 1300 640", "#fbf8ee", 5, stroke_dasharray="2 22", opacity=.9))


PICTURES = {
    "2026-03-05/market.jpg": market,
    "2026-03-05/school-field.jpg": school_field,
    "2026-04-05/library.jpg": library,
    "2026-04-05/radio.jpg": radio,
    "2026-04-05/keeper.jpg": keeper,
}
