"""The footbridge in the morning, its map, and the four hours of the bench."""
import random

from scenes.kit import (
    CORAL, INK, MOSS, NAVY, OCHRE, PAPER, RUST, SAND, SERIF, STRAW, circle, ellipse, glitter, gradient, group, hills,
    line, path, person, pole_carrier, rect, reeds, ripples, svg, text)


def deck(x):
    """Height of the walkway at `x`, for a picture 1800 wide."""
    return 560 - 66 * (1 - ((x - 950) / 1050) ** 2)


def footbridge(colour, shade, lamp=None):
    """The bridge from bank to bank: deck, three forked piers, two layers of rail."""
    top = "M" + "L".join(f"{x} {deck(x):.1f}" for x in range(-20, 1841, 60))
    under = "L".join(f"{x} {deck(x) + 26:.1f}" for x in range(1840, -21, -60))
    parts = []
    for x in (420, 950, 1480):
        y = deck(x) + 20
        parts.append(path(f"M{x - 86} {y + 6:.0f}L{x - 15} 700H{x + 15}L{x + 86} {y + 6:.0f}H{x + 58}L{x} "
                          f"{y + 92:.0f}L{x - 58} {y + 6:.0f}Z", shade))
        parts.append(rect(x - 15, 690, 30, 92, shade))
        parts.append(path(f"M{x - 46} 790L{x - 26} 760H{x + 26}L{x + 46} 790Z", shade))
    parts.append(path(top + "L" + under + "Z", colour))
    parts.append(line("M" + "L".join(f"{x} {deck(x) + 13:.1f}" for x in range(-20, 1841, 60)), shade, 4))
    posts = "".join(f"M{x} {deck(x):.1f}v-46" for x in range(-10, 1830, 22))
    parts.append(line(posts, colour, 2, opacity=.75))
    for lift, wide in ((48, 6), (22, 3)):
        parts.append(line("M" + "L".join(f"{x} {deck(x) - lift:.1f}" for x in range(-20, 1841, 60)), colour, wide))
    if lamp:
        for x in range(60, 1800, 170):
            parts.append(line(f"M{x} {deck(x):.0f}v-104h22", colour, 5))
            parts.append(circle(x + 24, deck(x) - 98, 8, lamp))
    return "".join(parts)


def bridge():
    chance = random.Random(312)
    sky = gradient("sky", (0, "#b7ccd6"), (.55, "#e6e3d2"), (1, "#f3cfa4"))
    water = gradient("water", (0, "#efd0a6"), (.2, "#cfd5cd"), (1, "#7fa0ae"))
    walkers = [
        pole_carrier(760, deck(760) - 2, 118, NAVY, hat=STRAW),
        person(1010, deck(1010) - 2, 112, RUST),
        path("M1052 478h70l-8 34h-56z", OCHRE), line("M1018 466L1056 480", INK, 4),
        circle(1086, 508, 15, INK), circle(1086, 508, 6, PAPER),
        person(1250, deck(1250) - 2, 110, MOSS, face=-1), person(1292, deck(1292) - 2, 74, CORAL, face=-1),
        person(560, deck(560) - 2, 110, "#6b5f7a", face=-1),
    ]
    return svg(
        1800, 960, '<g transform="translate(0 -120)">', sky, water, rect(0, 0, 1800, 640, "url(#sky)"),
        circle(1330, 392, 74, "#fbf0d8"),
        hills(1800, 560, 150, chance, "#a9bfc2", 8, 640), hills(1800, 600, 110, chance, "#86a3a6", 11, 640),
        hills(1800, 632, 60, chance, "#5f807f", 17, 650),
        rect(0, 640, 1800, 440, "url(#water)"),
        glitter(1330, 644, 1060, chance, "#fbead0", 150),
        ripples(1800, 655, 1060, chance, "#f7ead0", 70, .7), ripples(1800, 660, 1060, chance, "#5e8596", 46, .45),
        group(*[path(f"M{x - 15} 782L{x - 24} 960h48L{x + 15} 782Z", "#44606c", opacity=.4) for x in (420, 950, 1480)]),
        footbridge("#3a4a54", "#566872"), *walkers,
        path("M0 1080V905Q150 880 300 930T520 1010L600 1080Z", "#40584f"),
        path("M600 1080Q660 1012 760 1016T930 1080Z", "#5b6a66"), path("M640 1046Q700 1016 800 1026L860 1044Z", "#7c8b86"),
        reeds(chance, -10, 430, 1085, 420, "#31483f", 34, "#d9b878"),
        reeds(chance, 1560, 1810, 1085, 240, "#31483f", 20, "#d9b878", .1), "</g>")


HOURS = {
    "dawn": dict(sky=("#aebdca", "#d5d9d6", "#ecdcc8"), far="#b4c1c6", near="#8fa2a9", water=("#e2d9cb", "#93a7b0"),
                 light="#f3eadb", dark="#788f9b", bridge="#6f8189", shade="#8496a0", ground="#3c5056", bench="#26363d",
                 orb=None, lamp=None),
    "noon": dict(sky=("#7fa9c6", "#aecbd8", "#d8e6e4"), far="#8fb0ae", near="#6d9487", water=("#9fc3cc", "#3f749b"),
                 light="#eaf4f0", dark="#2f5f88", bridge="#3b4d57", shade="#586b74", ground="#4f7158", bench="#2b3f3c",
                 orb=(470, 170, 58, "#fdf6df"), lamp=None),
    "dusk": dict(sky=("#5f5f85", "#d98a6c", "#f4c277"), far="#8c5f6e", near="#63495f", water=("#f0b673", "#7c5467"),
                 light="#fbdca0", dark="#573d58", bridge="#2c2a3c", shade="#403a4d", ground="#26263a", bench="#171a29",
                 orb=(1240, 548, 92, "#fbe3a6"), lamp=None),
    "night": dict(sky=("#101c33", "#1a2d4c", "#2b4668"), far="#1b2e49", near="#15243b", water=("#263f60", "#0f1b30"),
                  light="#3f5f84", dark="#0b1526", bridge="#0e1728", shade="#17253c", ground="#0a1220", bench="#050a14",
                  orb=None, lamp="#f3cf7c"),
}


def seat(colour):
    """The bench, seen from behind and a little above."""
    return group(
        rect(-330, -150, 660, 26, colour), rect(-330, -112, 660, 26, colour), rect(-330, -74, 660, 26, colour),
        path("M-350 -22H350L330 4H-330Z", colour), *[path(f"M{x} -160h20l6 232h-32z", colour) for x in (-290, -10, 270)])


def hour(name):
    look = HOURS[name]
    chance = random.Random(6)
    sky = gradient("sky", *zip((0, .6, 1), look["sky"]))
    water = gradient("water", (0, look["water"][0]), (1, look["water"][1]))
    parts = [sky, water, rect(0, 0, 1800, 650, "url(#sky)")]
    if name == "night":
        parts += [circle(560 + chance.random() * 1240, chance.random() * 400, 1.4 + 1.6 * chance.random(), "#cdd9e6",
                         opacity=.7) for _ in range(70)]
        parts += [path("M430 120a74 74 0 1 0 62 112a60 60 0 1 1 -62 -112z", "#f2e6c4")]
    if name == "noon":
        for x, y, size in ((1180, 190, 1.1), (760, 280, .7)):
            parts.append(group(path("M-150 40Q-160 0 -110 -2Q-90 -60 -20 -46Q30 -90 84 -40Q150 -44 150 6Q176 40 130 40Z",
                                    "#f3f7f3"), transform=f"translate({x} {y}) scale({size})"))
    if look["orb"]:
        x, y, radius, colour = look["orb"]
        parts.append(circle(x, y, radius, colour))
    parts += [hills(1800, 590, 170, chance, look["far"], 7, 660), hills(1800, 632, 90, chance, look["near"], 12, 660),
              rect(0, 650, 1800, 430, "url(#water)")]
    if name == "dusk":
        parts.append(glitter(1240, 654, 960, chance, "#fde0a0", 180))
    parts += [ripples(1800, 662, 1000, chance, look["light"], 80, .75), ripples(1800, 662, 1000, chance, look["dark"], 50,
                                                                                .5)]
    if look["lamp"]:
        for x in range(60, 1800, 170):
            parts.append(glitter(x + 24, 668, 880, chance, "#f3cf7c", 26, 16))
    parts.append(footbridge(look["bridge"], look["shade"], look["lamp"]))
    if name == "dawn":
        parts += [rect(0, 596, 1800, 130, "#e9e6de", opacity=.55), rect(0, 520, 1800, 90, "#e9e6de", opacity=.3),
                  group(path("M-150 0H150L120 46H-116Z", "#566a74"), path("M-70 0V-44H60V0Z", "#6d818a"),
                        rect(-86, -54, 166, 12, "#566a74"), line("M120 0V-70", "#566a74", 6),
                        transform="translate(420 800)")]
    if name == "noon":
        parts += [person(640, deck(640) - 2, 108, RUST), person(700, deck(700) - 2, 104, NAVY),
                  person(1180, deck(1180) - 2, 108, STRAW, face=-1, hat=SAND),
                  person(1330, deck(1330) - 2, 76, CORAL, face=-1)]
    if name == "dusk":
        parts += [pole_carrier(560, deck(560) - 2, 116, "#231f30", hat="#231f30", load="#231f30", face=-1)]
    parts += [path("M0 1080V972Q500 930 1000 958T1800 944V1080Z", look["ground"]),
              group(seat(look["bench"]), transform="translate(1010 1004) scale(.86)")]
    if name == "dusk":
        parts.append(group(circle(0, -206, 42, look["bench"]), path("M-78 -60Q-84 -150 0 -158Q84 -150 78 -60Z",
                                                                    look["bench"]),
                           transform="translate(870 1000)"))
    parts.append(reeds(chance, -20, 330, 1090, 330, look["bench"], 24, look["near"] if name != "noon" else "#d8c48a"))
    return svg(1800, 1080, *parts)


def bridge_map():
    river = "M-20 300C260 210 430 330 700 300S1200 190 1640 290V600C1250 520 1050 640 760 620S300 520 -20 620Z"
    labels = [
        text(1390, 470, "漪　江", 46, NAVY, "middle", 700, SERIF, opacity=.85),
        text(300, 146, "北汀村", 36, INK, "middle", 700), text(1180, 76, "芦　洲", 36, INK, "middle", 700),
        text(330, 804, "渡口老街", 36, INK, "middle", 700), text(1260, 804, "盐仓菜场", 36, INK, "middle", 700),
        text(640, 420, "鹭汀步行桥", 40, RUST, "end", 700), text(640, 466, "312米　步行5分钟", 28, INK, "end"),
        text(990, 724, "老渡口", 30, INK), text(800, 404, "上滩", 26, OCHRE, "middle"),
        text(1070, 546, "下滩", 26, OCHRE, "middle"), text(1110, 400, "旧航线　11分钟", 28, NAVY),
    ]
    houses = []
    chance = random.Random(9)
    for left, top, columns, rows in ((120, 180, 7, 2), (120, 690, 10, 1), (130, 830, 12, 2), (1120, 690, 6, 1),
                                     (1020, 830, 6, 2)):
        for row in range(rows):
            for column in range(columns):
                if chance.random() > .12:
                    houses.append(rect(left + column * 44, top + row * 40, 30 + 6 * chance.random(), 24, "#cbbf9f"))
    return svg(
        1600, 960, path(river, "#bcd2dc"), line("M-20 300C260 210 430 330 700 300S1200 190 1640 290", "#8fb0c0", 4),
        line("M1640 600C1250 520 1050 640 760 620S300 520 -20 620", "#8fb0c0", 4),
        ellipse(880, 396, 130, 30, "#dfd3ab"), ellipse(1010, 538, 120, 26, "#dfd3ab"),
        path("M900 20H1640V150C1400 190 1200 120 900 60Z", "#c9d6b8"), text(1450, 90, "湿地", 28, MOSS, "middle"),
        *houses,
        line("M60 752H1560", "#b9ab87", 9), line("M60 168H820L700 250", "#b9ab87", 9), line("M700 680V752", "#b9ab87", 9),
        line("M700 250V680", INK, 20), line("M700 250V680", "#f7f2e4", 9, stroke_dasharray="1 26"),
        rect(676, 226, 48, 30, RUST), rect(676, 672, 48, 30, RUST),
        line("M960 690C1120 560 730 470 900 300", NAVY, 5, stroke_dasharray="4 16"),
        circle(960, 690, 11, NAVY), circle(900, 300, 11, NAVY), *labels,
        group(path("M0 -44L15 14L0 4L-15 14Z", INK), text(0, 52, "北", 26, INK, "middle", 700),
              transform="translate(1530 620)"),
        line("M1320 920H1530M1320 910V930M1530 910V930", INK, 3), text(1425, 904, "150米", 26, INK, "middle"),
        ground="#f4efdf")


PICTURES = {
    "2026-03-05/bridge.jpg": bridge,
    "2026-03-05/bridge-map.png": bridge_map,
    **{f"2026-04-05/river-{name}.jpg": (lambda name=name: hour(name)) for name in HOURS},
}
