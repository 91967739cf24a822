"""The outline of a union of rectangles, as polygons: what a story covers on its page."""


def outlines(rectangles):
    """Closed polygons, corners in order, around rectangles (left, top, right, bottom) that touch or overlap."""
    xs = sorted({round(x, 2) for r in rectangles for x in (r[0], r[2])})
    ys = sorted({round(y, 2) for r in rectangles for y in (r[1], r[3])})

    def covered(i, j):
        if not (0 <= i < len(xs) - 1 and 0 <= j < len(ys) - 1):
            return False
        x, y = (xs[i] + xs[i + 1]) / 2, (ys[j] + ys[j + 1]) / 2
        return any(r[0] < x < r[2] and r[1] < y < r[3] for r in rectangles)

    edges = {}
    for i in range(len(xs) - 1):
        for j in range(len(ys) - 1):
            if covered(i, j):
                for outside, start, end in (((i, j - 1), (i, j), (i + 1, j)), ((i + 1, j), (i + 1, j), (i + 1, j + 1)),
                                            ((i, j + 1), (i + 1, j + 1), (i, j + 1)), ((i - 1, j), (i, j + 1), (i, j))):
                    if not covered(*outside):
                        edges.setdefault(start, []).append(end)
    polygons = []
    while edges:
        start = next(iter(edges))
        corner, loop = start, []
        while True:
            loop.append(corner)
            corner = edges[corner].pop() if len(edges[corner]) > 1 else edges.pop(corner)[0]
            if corner == start:
                break
        polygons.append([(xs[i], ys[j]) for i, j in straight(loop)])
    return polygons


def straight(loop):
    """The loop without corners that lie on a straight line."""
    size = len(loop)
    return [here for at, here in enumerate(loop)
            if not ((loop[at - 1][0] == here[0] == loop[(at + 1) % size][0])
                    or (loop[at - 1][1] == here[1] == loop[(at + 1) % size][1]))]
