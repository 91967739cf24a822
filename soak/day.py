"""Ten minutes of everything at once: no failure, no growth of memory in the last half, and a bound on it."""
import figures
import machine
import memory
import mixed
from program import Failure, Server

BOUND = 150
# What the last quarter may have more than the third, as medians: less than what the allocator moves by itself.
GROWTH = 3


def check(setting):
    with Server(setting.program, setting.site, machine.SERVER_CORE) as server:
        samples, done = mixed.run(server, setting.folder("day"), setting.load_seconds)
        written = server.said()
    third, last = memory.quarters(samples)
    most = max(row[1] for row in samples)
    if last - third > GROWTH:
        raise Failure(f"memory grew from {third:.1f} to {last:.1f} MB in the last half")
    if most > BOUND:
        raise Failure(f"{most:.0f} MB were used, more than {BOUND}")
    if " error " in written:
        raise Failure(f"the server wrote of errors: {written[-1000:]}")
    load = ", ".join(f"{count:,} {what}" for what, count in done.items())
    return (f"{load}; no answer was wrong; third quarter {third:.1f} MB, last {last:.1f} MB, at most "
            f"{figures.number(most)} MB")
