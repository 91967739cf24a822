"""Clients that send their head, their body, or take their answer as slowly as they can, while others are served."""
import shutil
import subprocess
import time
import urllib.parse

import machine
from program import BROWSER, Failure, Server, articles
from skipped import Skipped

CLIENTS = 1_000
SECONDS = 40
# The longest that another reader may wait.
WAIT_MAX = 2.0
KINDS = {
    "slow heads": ["-H", "-i", "5"],
    "slow bodies": ["-B", "-i", "5", "-s", "8192"],
    "slow readers": ["-X", "-w", "10", "-y", "20", "-n", "5", "-z", "32", "-k", "3"],
}


def check(setting):
    if shutil.which("slowhttptest") is None:
        raise Skipped("slowhttptest is not installed")
    with Server(setting.program, setting.site, machine.SERVER_CORE) as server:
        path = urllib.parse.urlsplit(articles(server.port)[0]["url"]).path
        return "\n".join(attacked(server, name, options, path) for name, options in KINDS.items())


def attacked(server, name, options, path):
    address = server.base + (path if name != "slow bodies" else "/views/1")
    command = [*machine.pinned(machine.LOAD_CORE), "slowhttptest", *options, "-c", str(CLIENTS), "-r", "250", "-l",
               str(SECONDS), "-p", "3", "-u", address]
    attack = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    waits, most = [], 0
    try:
        while attack.poll() is None:
            waits.append(waited(server, path))
            most = max(most, connections(server.port))
            time.sleep(0.1)
    finally:
        if attack.poll() is None:
            attack.kill()
        attack.wait()
    if max(waits) > WAIT_MAX:
        raise Failure(f"{name}: another reader waited {max(waits):.1f} s")
    # One with a slow body may be answered before the body has come, and then is there no longer.
    if most < CLIENTS / 2 and name != "slow bodies":
        raise Failure(f"{name}: only {most} of {CLIENTS} slow clients were there; the test says nothing")
    left = emptied(server)
    return (f"{name}: up to {most:,} at once; {len(waits)} other readers waited {max(waits) * 1000:.0f} ms at most; "
            f"{left} connections left after")


def waited(server, path):
    """Seconds until a reader with a new connection has a page."""
    began = time.monotonic()
    try:
        status, _, body = server.get(path, BROWSER)
    except OSError as fault:
        raise Failure(f"another reader was not served: {fault}") from fault
    if status != 200 or not body:
        raise Failure(f"another reader was answered {status}")
    return time.monotonic() - began


def connections(port):
    """Open connections to a port, by the system's own table."""
    with open("/proc/net/tcp", encoding="ascii") as rows:
        return sum(1 for row in rows if row.split()[1].endswith(f":{port:04X}") and row.split()[3] == "01")


def emptied(server, seconds=45):
    deadline = time.monotonic() + seconds
    while (left := connections(server.port)) and time.monotonic() < deadline:
        time.sleep(0.5)
    if left:
        raise Failure(f"{left} connections of slow clients were still held {seconds} s later")
    return left
