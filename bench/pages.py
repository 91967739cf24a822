"""(a) Pages against nginx: the same bytes in the same coding, asked for with the same headers."""
import random
import re
import statistics
import time
import urllib.parse

import figures
import machine
import nginx
import wrk
from program import BROWSER, Failure, Reader, Server, articles, configure, processor_time

ADDRESSES = 1000
CONNECTIONS = (1, 32, 256)


def measure(setting):
    chance = random.Random(11)
    one, many = "article, one address", f"article, {ADDRESSES:,} addresses"
    with Server(setting.program, setting.site, machine.SERVER_CORE) as server:
        kinds = addresses(server, chance)
        folder = setting.folder("nginx")
        with nginx.Nginx(folder, machine.SERVER_CORE) as yardstick:
            check = Mirror(server, yardstick, folder)
            for name, paths in reversed(kinds.items()):
                check.mirror(paths, name)
            rows = [row for name, paths in kinds.items() for row in kind(setting, server, yardstick, name, paths)]
            rows += other_coding(setting, server, yardstick, folder, one, kinds[one])
        with nginx.Nginx(folder, machine.SERVER_CORE, keeps_open=True) as yardstick:
            for name in (one, many):
                title = f"{name}; nginx keeps files open"
                rows += kind(setting, server, yardstick, title, kinds[name], (32,))
    configure(setting.site, {"server.access_log": "true"})
    with Server(setting.program, setting.site, machine.SERVER_CORE) as server, \
            nginx.Nginx(folder, machine.SERVER_CORE) as yardstick:
        rows += kind(setting, server, yardstick, f"{one}; our access log on", kinds[one], (32,))
    configure(setting.site, {"server.access_log": "false"})
    return words(setting, check, rows)


def addresses(server, chance):
    """The addresses of each kind of page, one and many."""
    stories = articles(server.port)
    chance.shuffle(stories)
    paths = [urllib.parse.urlsplit(story["url"]).path for story in stories[:ADDRESSES]]
    issues = [f"/issues/{issue['key']}/" for issue in server.json("/api/v1/issues")["items"]]
    chance.shuffle(issues)
    found = list(dict.fromkeys(word for story in stories for word in pairs(story, chance)))[:ADDRESSES]
    searches = ["/search?q=" + urllib.parse.quote(word) for word in found]
    many = f"{ADDRESSES:,} addresses"
    return {
        "article, one address": paths[:1], f"article, {many}": paths,
        "front": ["/"],
        "issue, one address": issues[:1], f"issue, {min(len(issues), ADDRESSES):,} addresses": issues[:ADDRESSES],
        "search, the form": ["/search"], "search with hits, one address": searches[:1],
        f"search with hits, {len(searches):,} addresses": searches,
    }


def pairs(story, chance):
    """A word of two characters from a headline."""
    runs = [run for line in story["headline"] for run in re.findall(r"[一-鿿]{2,}", line)]
    if runs:
        run = chance.choice(runs)
        at = chance.randrange(len(run) - 1)
        yield run[at:at + 2]


class Mirror:
    """Makes nginx's files of what the server sends, and sees that both then send the same."""

    def __init__(self, server, yardstick, folder):
        self.server, self.yardstick, self.folder = server, yardstick, folder
        self.seen, self.heads, self.sizes, self.first = 0, ([], []), [], {}

    def mirror(self, paths, name, headers=BROWSER):
        ours, theirs = Reader(self.server.port, headers), Reader(self.yardstick.port, headers)
        ours.get("/readyz")
        for path in paths:
            began = time.perf_counter()
            status, fields, body = ours.get(path)
            self.first.setdefault(name, []).append((time.perf_counter() - began) * 1000)
            if status != 200:
                raise Failure(f"{path}: {status}")
            coding = fields["content-encoding"] or "identity"
            answers = {coding: body}
            if coding == "br" and not nginx.BROTLI.exists():
                raise Failure("nginx has no brotli_static here: install libnginx-mod-http-brotli-static")
            if coding != "identity":
                # What is changing (a search's time, a count) is taken once; both sides then send these very bytes.
                answers.setdefault("identity", b"nginx sends the packed file beside this one\n")
            nginx.put(self.folder, nginx.file_name(path), answers)
            status, other, same = theirs.get(path)
            if status != 200 or same != body or (other["content-encoding"] or "identity") != coding:
                raise Failure(f"nginx sends something else at {path}: {status}, {other['content-encoding']}")
            self.seen += 1
            self.sizes.append(len(body))
            for heads, field in zip(self.heads, (fields, other)):
                heads.append(sum(len(name) + len(value) + 4 for name, value in field.items()))
        ours.close()
        theirs.close()


def other_coding(setting, server, yardstick, folder, name, paths):
    """The article page as gzip, as older clients and most proxies ask for it."""
    headers = {**BROWSER, "Accept-Encoding": "gzip"}
    Mirror(server, yardstick, folder).mirror(paths, name, headers)
    return kind(setting, server, yardstick, f"{name}; gzip", paths, (32,), headers)


def kind(setting, server, yardstick, name, paths, connections=CONNECTIONS, headers=BROWSER):
    rows = []
    for count in connections:
        ours, theirs, costs = [], [], ([], [])
        for _ in range(setting.rounds):
            for side, loads, cost in ((server, ours, costs[0]), (yardstick, theirs, costs[1])):
                before = processor_time(side.pid)
                loads.append(once(setting, side.port, paths, count, headers))
                cost.append((processor_time(side.pid) - before) / loads[-1].requests * 1_000_000)
        rows.append(row(name, count, ours, theirs, costs))
    return rows


def once(setting, port, paths, count, headers):
    asked = {"path": paths[0]} if len(paths) == 1 else {"addresses": paths}
    return wrk.run(port, setting.scratch, **asked, connections=count, seconds=setting.seconds, headers=headers,
                   may_refuse=paths[0].startswith("/search?"))


def row(name, count, ours, theirs, costs):
    rates = [load.rate for load in ours], [load.rate for load in theirs]
    ratio = figures.ratios(*rates)

    def times(loads):
        return " / ".join(figures.number(statistics.median(values))
                          for values in ([load.p50 for load in loads], [load.p99 for load in loads]))

    cost = " / ".join(figures.number(statistics.median(cost)) for cost in costs)
    refused = sum(load.faults.get("status", 0) for load in ours) / sum(load.requests for load in ours)
    name += f" ({refused:.1%} refused, 503)" if refused else ""
    return [name, count, figures.spread(rates[0]), figures.spread(rates[1]), f"**{figures.spread(ratio)}**",
            times(ours), times(theirs), cost]


def words(setting, check, rows):
    head = ["page", "c", "broadsheet, requests a second", "nginx, requests a second", "ratio", "broadsheet p50 / p99 ms",
            "nginx p50 / p99 ms", "processor µs a request, ours / nginx"]
    cold = [f"{name}: {figures.number(statistics.median(taken))} ms, {figures.number(figures.quantile(taken, 0.95))} ms"
            for name, taken in check.first.items() if len(taken) >= 20 and "hits" not in name]
    return f"""## (a) Pages against files

Each server on one core, wrk with one thread on another; {setting.rounds} rounds of {setting.seconds} s, turn about.
Both sides are asked with the headers of Chrome on Android and send the same bytes in the same coding: nginx's files
were written from the server's answers and compared at {check.seen:,} addresses ({figures.number(statistics.median(check.sizes))} bytes
of body in the middle; heads of {figures.number(statistics.median(check.heads[0]))} bytes here, {figures.number(statistics.median(check.heads[1]))} there). nginx: one worker, `sendfile`,
`tcp_nopush`, `gzip_static`, `brotli_static`, access log off; with `open_file_cache` only where it is said. A search
with hits is made anew for every request here, and is a file there; one search too many at once is refused and said so.
Median (least–most); the ratio is that of each
pair of rounds.

{figures.table(head, rows)}

Asked for the first time, when nothing of the page was kept (one connection, with all of HTTP, of Brotli and of the
asking program in it; median, and 95 of 100): {"; ".join(cold)}.
"""
