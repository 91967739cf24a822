"""(d) Beacons: how many openings a second are counted and answered."""
import json
import statistics

import figures
import machine
import nginx
import wrk
from program import BROWSER, Failure, Server, articles, processor_time

CONNECTIONS = (1, 32, 256)


def beacon_headers(server):
    """What the page's script sends from the same browser."""
    return {**BROWSER, "Accept": "*/*", "Origin": server.base, "Referer": server.base + "/", "Priority": "u=4, i",
            "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}


def measure(setting):
    with Server(setting.program, setting.site, machine.SERVER_CORE) as server:
        serials = [story["serial"] for story in articles(server.port)[:1000]]
        paths = [f"/views/{serial}" for serial in serials]
        headers = beacon_headers(server)
        rows = []
        with nginx.Nginx(setting.folder("nginx-views"), machine.SERVER_CORE) as yardstick:
            before = sum(counted(server, path, headers) for path in paths)
            answered = len(paths)
            for count in CONNECTIONS:
                ours, theirs, costs = [], [], []
                for _ in range(setting.rounds):
                    spent = processor_time(server.pid)
                    ours.append(load(setting, server.port, paths, count, headers))
                    costs.append((processor_time(server.pid) - spent) / ours[-1].requests * 1_000_000)
                    theirs.append(load(setting, yardstick.port, paths, count, headers))
                answered += sum(one.requests for one in ours)
                rows.append(row(count, ours, theirs, costs))
        after = sum(counted(server, path, headers) for path in paths)
    return words(setting, rows, answered, after - before)


def counted(server, path, headers):
    """Counts one opening; the number that it was."""
    status, _, body = server.get(path, headers, "POST")
    if status != 200:
        raise Failure(f"POST {path}: {status}")
    return json.loads(body)["views"]


def load(setting, port, paths, count, headers):
    return wrk.run(port, setting.scratch, script="beacons.lua", addresses=paths, connections=count,
                   seconds=setting.seconds, headers=headers)


def row(count, ours, theirs, costs):
    rates = [one.rate for one in ours], [one.rate for one in theirs]
    times = " / ".join(figures.number(statistics.median(values))
                       for values in ([one.p50 for one in ours], [one.p99 for one in ours]))
    return [count, figures.spread(rates[0]), figures.spread(rates[1]), figures.spread(figures.ratios(*rates)), times,
            figures.number(statistics.median(costs))]


def words(setting, rows, answered, grown):
    head = ["c", "beacons a second", "nginx, a fixed answer", "ratio", "p50 / p99 ms", "processor µs a beacon"]
    return f"""## (d) Openings counted

`POST /views/SERIAL` for 1,000 stories at random, with the headers of Chrome's `fetch`; server on one core, wrk on
another; {setting.rounds} rounds of {setting.seconds} s, turn about with an nginx that answers a fixed text and counts nothing. No
limit for one address (`views.burst_per_minute_max: 0`). Median (least–most).

{figures.table(head, rows)}

{answered:,} beacons were answered to wrk or before it; the counters grew by {grown:,} (wrk leaves some unread at the end of each
round: up to one a connection).
"""
