"""Medians, spreads, ratios, and tables of Markdown."""
import statistics


def quantile(values, share):
    """The value below which a share of the values lies; one that was seen, not one between two."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def number(value):
    """A figure with as many places as are worth reading."""
    if value >= 1000:
        return f"{value:,.0f}"
    if value >= 100:
        return f"{value:.0f}"
    if value >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def spread(values):
    """`median (least–most)`."""
    return f"{number(statistics.median(values))} ({number(min(values))}–{number(max(values))})"


def ratios(ours, theirs):
    """Round by round, since only what ran next to each other can be compared."""
    return [a / b for a, b in zip(ours, theirs) if b]


def table(head, rows):
    """A table of Markdown; all columns but the first stand to the right."""
    lines = ["| " + " | ".join(head) + " |", "|---" + "|--:" * (len(head) - 1) + "|"]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)
