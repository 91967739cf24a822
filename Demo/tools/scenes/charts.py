"""The rain chart and the four weaves."""
from scenes.kit import INK, NAVY, PAPER, RUST, circle, group, line, path, rect, svg, text


def rain_chart():
    days = [("27日", 22, 1.12), ("28日", 35, 1.38), ("29日", 61, 2.06), ("30日", 34, 1.84), ("31日", 16, 1.30)]
    left, floor, high = 190, 760, 560
    parts = []
    for value in (0, 20, 40, 60):
        y = floor - value / 70 * high
        parts.append(line(f"M{left} {y:.0f}H1410", "#cfc8b4" if value else INK, 2 if value else 4))
        parts.append(text(left - 24, y + 11, value, 30, INK, "end"))
    for value in (1, 2, 3):
        parts.append(text(1434, floor - value / 3.5 * high + 11, value, 30, RUST))
    road = floor - 2.6 / 3.5 * high
    parts.append(line(f"M{left} {road:.0f}H1410", INK, 4, stroke_dasharray="3 12"))
    parts.append(text(1400, road - 18, "小区路面　2.60米", 30, INK, "end", 700))
    points = []
    for index, (day, rain, level) in enumerate(days):
        x = left + 130 + index * 240
        tall = rain / 70 * high
        parts.append(rect(x - 56, floor - tall, 112, tall, "#7fa3bd"))
        parts.append(text(x, floor - 20, rain, 34, PAPER, "middle", 700))
        parts.append(text(x, floor + 52, day, 32, INK, "middle"))
        points.append((x, floor - level / 3.5 * high))
    parts.append(line("M" + "L".join(f"{x} {y:.0f}" for x, y in points), RUST, 7))
    parts += [circle(x, y, 14, RUST) + circle(x, y, 6, PAPER) for x, y in points]
    parts += [text(left - 24, 140, "雨量（毫米）", 30, NAVY, "start", 700), text(1410, 140, "泵站前池水位（米）", 30, RUST, "end", 700),
              text(left - 24, 70, "五天下了168毫米，水位没有到路面", 42, INK, "start", 700),
              text(points[2][0] + 72, points[2][1] - 22, "凌晨2时停泵等潮", 28, RUST)]
    return svg(1600, 860, *parts, ground="#f7f4ea")


def cross(x, y, size, turned, light, dark):
    """One square of two crossing strips; the upright strip lies on top when `turned`."""
    upright = rect(x + size * .12, y, size * .76, size, dark)
    level = rect(x, y + size * .12, size, size * .76, light)
    edge = (rect(x + size * .12, y, size * .1, size, "#000000", opacity=.12) if turned
            else rect(x, y + size * .78, size, size * .1, "#000000", opacity=.12))
    return (level + upright if turned else upright + level) + edge


def weave(rule, light, dark, squares=12, size=30):
    """A mat of `squares` by `squares`; `rule(row, column)` says whether the upright strip is on top."""
    return "".join(cross(column * size, row * size, size, rule(row, column), light, dark)
                   for row in range(squares) for column in range(squares))


def weaves():
    kinds = [
        ("人字", lambda r, c: (c + (r if c // 6 % 2 else -r)) % 4 < 2, "#dcc388", "#b48a45"),
        ("回字", lambda r, c: max(abs(2 * r - 11), abs(2 * c - 11)) // 2 % 2 == 0, "#dcc388", "#3f5f86"),
        ("席眼", lambda r, c: (r + c) % 2 == 0, "#e5d09c", "#b48a45"),
        ("浪花", lambda r, c: (c + (0, 1, 2, 3, 2, 1)[r % 6]) % 4 < 2, "#dcc388", "#4b4a40"),
    ]
    tiles = []
    for index, (name, rule, light, dark) in enumerate(kinds):
        x = 56 + index * 386
        tiles.append(group(rect(-8, -8, 376, 376, "#8a6a35"), weave(rule, light, dark), transform=f"translate({x} 60)"))
        tiles.append(text(x + 180, 496, name, 40, INK, "middle", 700))
    return svg(1600, 540, *tiles, ground="#f7f4ea")


PICTURES = {
    "2026-03-05/weaves.png": weaves,
    "2026-04-05/rain-chart.png": rain_chart,
}
