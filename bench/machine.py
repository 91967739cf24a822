"""The machine that measures: its cores, its facts, and how busy it is with other things."""
import os
import pathlib
import platform
import re
import resource
import shutil
import socket
import subprocess
import time

CORES = sorted(os.sched_getaffinity(0))
SERVER_CORE = CORES[0]
LOAD_CORE = CORES[1] if len(CORES) > 1 else CORES[0]


def pinned(core):
    """The beginning of a command line that runs on one core."""
    return ["taskset", "-c", str(core)]


def pin_self():
    """Keeps this process, which asks and reckons, off the server's core."""
    os.sched_setaffinity(0, {LOAD_CORE})


def unpin_self():
    os.sched_setaffinity(0, set(CORES))


def allow_files(count=16_384):
    """So many files and sockets may be open in this process and those that it starts, as far as the system lets."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = count if hard == resource.RLIM_INFINITY else min(count, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def busy_share(seconds=2.0):
    """What share of all cores other programs take, 0 to 1."""
    def ticks():
        fields = [int(field) for field in pathlib.Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]]
        return sum(fields[:8]), fields[3] + fields[4]

    (total, idle), _ = ticks(), time.sleep(seconds)
    later, later_idle = ticks()
    return 1 - (later_idle - idle) / max(1, later - total)


def version(*command):
    """The first number with a dot that a program says of itself; empty where it is absent."""
    if shutil.which(command[0]) is None:
        return ""
    said = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    found = re.search(r"\d+\.\d+(\.\d+)*", said.stdout + said.stderr)
    return found.group(0) if found else ""


def facts(program):
    """What a reader of the figures must know of the machine, as rows of (name, value)."""
    info = pathlib.Path("/proc/cpuinfo").read_text()
    model = re.search(r"model name\s*: (.*)", info)
    memory = re.search(r"MemTotal:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text())
    system = re.search(r'PRETTY_NAME="(.*)"', pathlib.Path("/etc/os-release").read_text())
    import sqlite3

    return [
        ("processor", f"{model.group(1) if model else platform.machine()}, {len(CORES)} cores used"),
        ("memory", f"{int(memory.group(1)) / 1024 / 1024:.0f} GB"),
        ("system", f"{system.group(1) if system else platform.system()}, Linux {platform.release()}"),
        ("broadsheet", version(str(program), "--version") or "unknown"),
        ("nginx", version("nginx", "-v")),
        ("wrk", version("wrk", "-v")),
        ("Hugo", version("hugo", "version")),
        ("SQLite of the yardsticks", sqlite3.sqlite_version),
        ("Python", platform.python_version()),
    ]
