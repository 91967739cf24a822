"""Birds, the tidal flat and its map, the willow, the ferry before dawn."""
import random

from scenes.kit import (
    INK, MOSS, NAVY, OCHRE, PAPER, RUST, STRAW, circle, egret, ellipse, glitter, gradient, group, hills, line, path,
    reeds, rect, ripples, svg, text)


def avocet(fill_white="#fbf8ef", fill_black="#1b252c", leg="#7f9cab", feeding=False):
    """An avocet facing right, standing with its feet at (0, 0), about 300 tall."""
    if feeding:
        neck = "M74 -152C120 -170 138 -120 140 -66L168 -66C176 -140 140 -216 82 -206Z"
        head = ellipse(158, -56, 26, 21, fill_white)
        cap = (path("M132 -62C132 -84 178 -92 185 -60C172 -66 150 -64 132 -62Z", fill_black)
               + path("M134 -64C130 -110 132 -150 96 -196L82 -206C140 -216 166 -150 160 -84Z", fill_black))
        bill = line("M180 -50C206 -30 226 -8 268 -6", fill_black, 6.5)
        eye = circle(166, -56, 3.4, "#fbf8ef")
    else:
        neck = "M66 -150C104 -176 96 -232 92 -262C90 -292 140 -292 140 -256C142 -196 126 -150 92 -130Z"
        head = ellipse(120, -268, 29, 24, fill_white)
        cap = path("M90 -262C88 -300 140 -306 149 -270C132 -276 118 -268 112 -250C106 -222 110 -196 96 -166"
                   "C88 -190 92 -236 90 -262Z", fill_black)
        bill = line("M146 -266C178 -258 204 -250 226 -270Q234 -278 240 -290", fill_black, 6.5)
        eye = circle(134, -272, 3.6, "#fbf8ef")
    return "".join([
        line("M-6 -120L-16 -62L-6 0M-6 0h22M28 -120L34 -60L26 0M26 0h22", leg, 8),
        path("M-124 -128C-90 -206 30 -216 86 -186C124 -160 86 -104 20 -98C-44 -94 -92 -104 -150 -112Z", fill_white),
        path(neck, fill_white), head, cap, eye, bill,
        path("M-62 -176C-20 -198 30 -198 60 -184C20 -176 -20 -168 -62 -150Z", fill_black),
        path("M-150 -114C-100 -134 -40 -140 24 -132C-20 -110 -70 -102 -112 -102Z", fill_black),
        path("M-10 -160C30 -166 52 -160 62 -150C40 -146 10 -144 -10 -150Z", fill_black)])


def avocets():
    chance = random.Random(31)
    flock = [(330, 560, .5, 1, 0), (560, 580, .52, -1, 1), (1330, 544, .42, 1, 1), (1650, 560, .5, -1, 0),
             (1440, 700, .8, -1, 1), (300, 850, 1.15, 1, 1), (880, 930, 1.55, 1, 0)]
    birds = []
    for x, y, size, face, feeding in flock:
        bird = avocet(feeding=bool(feeding))
        birds.append(group(group(bird, transform="scale(1 -.72)"), opacity=.26,
                           transform=f"translate({x} {y + 4}) scale({face * size} {size})"))
        birds.append(line(f"M{x - 90 * size:.0f} {y + 3}h{190 * size:.0f}M{x - 40 * size:.0f} {y + 12 * size:.0f}"
                          f"h{110 * size:.0f}", "#f4f1e4", max(2, 4 * size), opacity=.8))
        birds.append(group(bird, transform=f"translate({x} {y}) scale({face * size} {size})"))
    far = "".join(line(f"M{x} {y}q{s} {-s * .7} {s * 2} 0q{s} {-s * .7} {s * 2} 0", "#5e7580", 3.5)
                  for x, y, s in ((820, 150, 13), (880, 120, 15), (950, 160, 12), (1010, 130, 14), (1090, 172, 12)))
    return svg(
        1800, 1080, gradient("sky", (0, "#c3d3d6"), (1, "#efe6d0")),
        gradient("flat", (0, "#e3ddc9"), (.35, "#bccac6"), (1, "#7f9ca4")),
        rect(0, 0, 1800, 460, "url(#sky)"), far, hills(1800, 420, 90, chance, "#a5b8b5", 8, 460),
        rect(0, 404, 1800, 60, "#8ea69b"), reeds(chance, -20, 1820, 462, 86, "#6d8a72", 150, None, .05),
        rect(0, 456, 1800, 624, "url(#flat)"), path("M-20 468Q500 452 900 480T1820 462V500Q1300 520 900 506T-20 512Z",
                                                   "#a99878", opacity=.7),
        path("M1080 640Q1400 610 1820 636V672Q1400 660 1080 640Z", "#a99878", opacity=.5),
        path("M-20 700Q240 672 560 700Q300 724 -20 732Z", "#a99878", opacity=.45),
        ripples(1800, 500, 1060, chance, "#f3efe0", 70, .65), ripples(1800, 520, 1060, chance, "#62828e", 40, .35), *birds,
        reeds(chance, 1500, 1830, 1095, 380, "#4d665a", 22, "#c9ab74", -.12))


def wetland():
    chance = random.Random(1996)
    sky = gradient("sky", (0, "#a9c4d1"), (1, "#f0e6cd"))
    mud = gradient("mud", (0, "#b9ac8c"), (1, "#8d7a5e"))
    tide = gradient("tide", (0, "#d3dcd3"), (1, "#87a8b2"))
    creek = ("M820 392C980 404 1180 416 1120 446C1040 486 640 470 600 530C560 594 1180 600 1150 700"
             "C1126 784 520 800 420 1090H1500C1440 920 1590 850 1560 706C1536 580 880 590 900 530"
             "C920 484 1240 490 1290 446C1324 410 1050 396 900 388Z")
    branches = [("M600 540C480 520 340 540 180 516", 16), ("M1150 690C960 690 820 650 640 668C500 680 420 640 300 646", 26),
                ("M1560 720C1660 700 1720 730 1830 700", 34), ("M470 960C340 900 200 930 -20 880", 50),
                ("M1270 452C1420 440 1560 470 1700 452", 12), ("M1540 620C1620 600 1640 570 1760 566", 15),
                ("M640 668C600 640 560 636 520 612", 10), ("M300 646C240 670 200 664 150 690", 12)]
    dyke = (path("M-20 398Q340 372 742 384L716 412Q320 402 -20 436Z", "#5f7a55")
            + path("M1010 384Q1400 372 1820 398V436Q1420 404 1044 412Z", "#5f7a55")
            + path("M716 412L742 384Q760 396 752 418ZM1044 412L1010 384Q996 396 1004 418Z", "#7a6547"))
    trees = "".join(ellipse(x, 378 - h * .5, h * .62, h * .6, colour) + rect(x - 3, 366, 6, 26, "#5b4a3a")
                    for x, h, colour in ((80, 74, "#4d6d53"), (190, 56, "#5b7c5c"), (330, 66, "#4d6d53"),
                                         (470, 46, "#5b7c5c"), (1190, 52, "#4d6d53"), (1330, 70, "#5b7c5c"),
                                         (1500, 50, "#4d6d53"), (1640, 78, "#4d6d53"), (1750, 56, "#5b7c5c")))
    shine = "".join(path(f"M{x} {y}q{w * .5:.0f} {-h} {w} 0q{-w * .5:.0f} {h} {-w} 0z", "#d8cfb4", opacity=.55)
                    for x, y, w, h in ((220, 580, 180, 9), (700, 760, 220, 14), (160, 780, 260, 16), (1640, 820, 170, 14),
                                       (260, 470, 160, 6), (1380, 500, 180, 7), (640, 900, 160, 14)))
    islands = "".join(path(f"M{x - w} {y}Q{x - w * .5:.0f} {y - h} {x} {y - h}T{x + w} {y}Q{x} {y + h * .5:.0f} {x - w} {y}Z",
                           "#a6946e") for x, y, w, h in ((330, 512, 90, 18), (1440, 540, 120, 24), (860, 650, 110, 24)))
    prints = "".join(ellipse(150 + i * 34, 1010 - i * 9 + (6 if i % 2 else 0), 7, 4, "#6b583f") for i in range(13))
    return svg(
        1800, 1080, sky, mud, tide, rect(0, 0, 1800, 400, "url(#sky)"), circle(1290, 170, 52, "#fbf1d6"),
        hills(1800, 356, 110, chance, "#b3c4c2", 7, 390), hills(1800, 376, 60, chance, "#94aca6", 12, 392),
        rect(0, 376, 1800, 22, "#cfdcd9"), rect(0, 390, 1800, 700, "url(#mud)"), shine,
        "".join(line(d, "#a9c0c0", w) for d, w in branches), path(creek, "url(#tide)"), islands, trees, dyke,
        line("M870 396C1020 404 1200 420 1150 450", "#f3f0e2", 5, opacity=.8),
        line("M930 530C960 590 1500 560 1540 690", "#f3f0e2", 6, opacity=.7),
        line("M620 520C600 590 1160 600 1160 690", "#f3f0e2", 5, opacity=.7),
        ripples(700, 820, 1060, chance, "#f3f0e2", 16, .6, 200, 640), prints,
        egret(860, 634, 120), egret(1440, 524, 92, -1), egret(690, 780, 168, 1, head_down=True),
        "".join(line(f"M{x} {y}q{s} {-s} {s * 2} 0q{s} {-s} {s * 2} 0", "#fbf8ef", 6) for x, y, s in
                ((420, 190, 22), (520, 150, 26), (610, 210, 20))),
        reeds(chance, 1560, 1830, 1095, 460, "#3d5644", 30, "#d0b478", -.13), reeds(chance, -30, 190, 1095, 330, "#3d5644",
                                                                                 20, "#d0b478"))


def wetland_map():
    pond = "M300 190C560 130 900 150 1240 200C1330 330 1320 560 1240 720C960 800 560 800 330 730C240 560 230 350 300 190Z"
    creeks = [("M470 172C500 300 640 330 660 450C670 540 600 600 640 650", 26), ("M980 160C960 280 860 330 820 430", 22),
              ("M1280 400C1150 400 1080 470 940 470C860 470 800 500 740 560", 28), ("M420 752C440 660 520 640 560 590", 22),
              ("M660 450C560 460 480 430 400 470", 12), ("M940 470C960 560 1040 580 1060 650", 13)]
    gaps = [(470, 168, "一号缺口", -34, "middle", 0), (980, 160, "二号缺口", -34, "middle", 0),
            (1290, 400, "三号缺口", 8, "start", 34), (424, 754, "四号缺口", 56, "middle", 0)]
    marks = "".join(circle(x, y, 20, RUST) + circle(x, y, 8, PAPER)
                    + text(x + dx, y + dy, name, 30, INK, anchor, 700) for x, y, name, dy, anchor, dx in gaps)
    islands = "".join(ellipse(x, y, 34, 20, "#cdb98a", stroke="#a28e5e", stroke_width=3) for x, y in
                      ((380, 330), (560, 270), (760, 260), (1110, 300), (1130, 560), (720, 690), (470, 560)))
    return svg(
        1600, 960, rect(0, 0, 1600, 960, "#eef0e2"),
        path("M-20 60C300 20 500 110 820 60S1400 70 1640 20V-20H-20Z", "#bcd2dc"),
        path("M1640 180C1500 260 1480 500 1530 700S1560 900 1640 960Z", "#bcd2dc"),
        text(820, 62, "漪　江", 36, NAVY, "middle", 700), text(1560, 560, "海　湾", 34, NAVY, "middle", 700,
                                                         writing_mode="vertical-rl", transform="translate(0 -120)"),
        path(pond, "#e3d8b8"), "".join(line(d, "#9dbfca", w) for d, w in creeks),
        line(pond + "Z", "#6f8a5d", 15), line("M420 915C560 880 640 880 760 872S1300 860 1640 905", "#b9ab87", 9),
        "".join(line(d, "#eef0e2", 22) for d in ("M440 166L502 158", "M950 156L1012 162", "M1286 370L1290 432",
                                                "M394 748L456 762")),
        islands, line("M560 792L600 700L700 610L860 590L930 670", OCHRE, 7, stroke_dasharray="14 9"),
        text(950, 704, "木栈道", 28, "#86673a"), rect(840, 752, 44, 62, NAVY), text(862, 850, "水门", 30, INK, "middle", 700),
        marks, text(790, 400, "北　塘", 44, INK, "middle", 700), text(790, 350, "一千二百亩", 26, INK, "middle"),
        text(760, 232, "泥岛七座", 26, "#86673a", "middle"),
        group(circle(0, -10, 14, RUST), text(30, 0, "拆堤四段，共260米", 26), line("M-14 40H16", "#6f8a5d", 12),
              text(30, 50, "保留的堤", 26), line("M-14 90H16", "#9dbfca", 16), text(30, 100, "恢复的潮沟", 26),
              transform="translate(60 800)"),
        line("M1240 900H1480M1240 890V910M1480 890V910", INK, 3), text(1360, 884, "300米", 26, INK, "middle"),
        group(path("M0 -44L15 14L0 4L-15 14Z", INK), text(0, 52, "北", 26, INK, "middle", 700),
              transform="translate(110 180)"))


def willow():
    chance = random.Random(45)
    strands = []
    for _ in range(64):
        x = 940 + 940 * chance.random() ** .8
        length = 240 + 560 * chance.random() * (.5 + (x - 900) / 1400)
        sway = -40 - 60 * chance.random()
        colour = ("#7d9a5f", "#93ae6f", "#647f50")[int(3 * chance.random())]
        strands.append(line(f"M{x:.0f} -20Q{x + 10:.0f} {length * .5:.0f} {x + sway:.0f} {length:.0f}", colour, 3))
        for step in range(2, int(length / 17)):
            share = step * 17 / length
            at_x = (1 - share) ** 2 * x + 2 * share * (1 - share) * (x + 10) + share ** 2 * (x + sway)
            at_y = (1 - share) ** 2 * -20 + 2 * share * (1 - share) * length * .5 + share ** 2 * length
            side = 1 if step % 2 else -1
            strands.append(path(f"M{at_x:.0f} {at_y:.0f}q{side * 13} 4 {side * 17} 30q{-side * 16} -8 {-side * 17} -30z", colour))
    rain = "".join(f"M{x:.0f} {y:.0f}l-9 {30 + 26 * chance.random():.0f}" for x, y in
                   ((chance.random() * 1850, chance.random() * 980) for _ in range(150)))
    rings = "".join(ellipse(x, y, w, w * .22, "none", stroke="#eef3ea", stroke_width=3, opacity=.8) for x, y, w in
                    ((chance.random() * 1500, 640 + chance.random() * 380, 14 + 34 * chance.random()) for _ in range(34)))
    boat = group(path("M-330 -30C-200 26 220 26 372 -46C330 56 240 84 0 84S-280 60 -330 -30Z", "#4d4a45"),
                 path("M-330 -30C-200 10 220 10 372 -46L340 -34C220 4 -200 -2 -300 -28Z", "#7b746a"),
                 path("M-150 2C-150 -120 130 -120 140 -2Q0 18 -150 2Z", "#8b7a55"),
                 line("M-120 0C-120 -92 -60 -92 -50 6M-40 6C-36 -102 20 -102 30 4M50 4C56 -98 110 -90 114 -2", "#6b5c3d", 4),
                 line("M372 -46C440 -20 500 -30 560 40", "#a89770", 6), transform="translate(560 770)")
    steps = "".join(path(f"M{1060 + i * 62} {940 - i * 44}H1820V{1100 - i * 20}H{1030 + i * 62}Z",
                         ("#8d958c", "#9da49a", "#adb3a8", "#bdc2b6", "#c9cdc1")[i]) for i in range(5))
    return svg(
        1800, 1080, gradient("sky", (0, "#c6d2cf"), (1, "#e6e8dc")), gradient("water", (0, "#d6ddd3"), (1, "#8fa9a6")),
        rect(0, 0, 1800, 600, "url(#sky)"), hills(1800, 560, 190, chance, "#c0ccc8", 6, 600),
        hills(1800, 586, 110, chance, "#a5b6b1", 9, 600), rect(0, 590, 1800, 490, "url(#water)"),
        ripples(1200, 610, 1060, chance, "#eef2e8", 40, .6), rings,
        group(path("M-330 84C-240 40 240 40 372 84C300 150 -240 150 -330 84Z", "#5f7a78", opacity=.45),
              transform="translate(560 770)"),
        boat, steps, line("M1120 812V880", "#5b5f58", 16), line(rain, "#f7f8f1", 2.4, opacity=.7), *strands)


def ferry_lamp():
    chance = random.Random(630)
    passengers = "".join(group(circle(0, -70, 21, "#0d1622"), path("M-36 0Q-34 -50 0 -52T36 0Z", "#0d1622"),
                               transform=f"translate({x} {y}) scale({s})")
                         for x, y, s in ((-210, -58, 1), (-140, -58, .92), (-66, -58, 1.05), (20, -58, .95), (92, -58, 1)))
    child = group(circle(0, -58, 18, "#1b2634"), path("M-26 0Q-24 -40 0 -42T26 0Z", "#1b2634"),
                  path("M16 -30l38 -12l6 22l-36 12z", "#f0d79a"), transform="translate(196 -60)")
    boat = group(path("M-420 -70C-300 -40 300 -40 452 -110C420 20 330 44 0 44S-360 20 -420 -70Z", "#0b131d"),
                 passengers, child, path("M-300 -150H150L130 -168H-280Z", "#0b131d"),
                 line("M-270 -150V-50M120 -150V-50", "#0b131d", 9), line("M-330 -60L-480 -250M-430 10L-560 120", "#0b131d", 9),
                 group(circle(0, -60, 24, "#0d1622"), path("M-40 24Q-38 -36 0 -38T40 24Z", "#0d1622"),
                       path("M-40 -72H42L0 -108Z", "#0d1622"), transform="translate(-372 -66)"),
                 line("M352 -90V-196Q352 -214 376 -214", "#0b131d", 7),
                 circle(378, -168, 320, "url(#glow)"), rect(360, -196, 36, 50, "#fbe7b0", rx=6),
                 path("M352 -198H404L390 -216H366ZM354 -146H402V-136H354Z", "#0b131d"), line("M372 -194L382 -170L374 -148",
                                                                                        "#a4803f", 3),
                 transform="translate(860 600)")
    return svg(
        1800, 1080, gradient("sky", (0, "#16253a"), (.7, "#34506a"), (1, "#6d7f86")),
        '<defs><radialGradient id="glow"><stop offset="0" stop-color="#f9dc95" stop-opacity=".85"/>'
        '<stop offset=".25" stop-color="#f0c873" stop-opacity=".34"/><stop offset="1" stop-color="#f0c873" '
        'stop-opacity="0"/></radialGradient></defs>',
        gradient("water", (0, "#4c6475"), (1, "#101d2d")), rect(0, 0, 1800, 470, "url(#sky)"),
        circle(420, 120, 3, "#e6edf0"), circle(1500, 90, 4, "#e6edf0"),
        hills(1800, 440, 120, chance, "#2c4459", 7, 474), hills(1800, 462, 60, chance, "#20354a", 11, 474),
        *[circle(x, 452, 4, "#f0c873") for x in (240, 300, 1480, 1604)],
        rect(0, 470, 1800, 610, "url(#water)"), ripples(1800, 490, 1060, chance, "#7d95a3", 60, .3),
        ripples(1800, 490, 1060, chance, "#0d1826", 50, .5), glitter(1238, 600, 1060, chance, "#f3cf7c", 70, 40), boat,
        ripples(900, 650, 720, chance, "#8ba0ac", 12, .4, 200, 420))


PICTURES = {
    "2026-03-05/avocets.jpg": avocets,
    "2026-03-05/ferry-lamp.jpg": ferry_lamp,
    "2026-04-05/wetland.jpg": wetland,
    "2026-04-05/wetland-map.png": wetland_map,
    "2026-04-05/willow.jpg": willow,
}
