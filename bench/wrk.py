"""The load: wrk with one thread, its figures, and what it found wrong."""
import json
import os
import pathlib
import subprocess
from dataclasses import dataclass

import machine
from program import BROWSER, Failure

SCRIPTS = pathlib.Path(__file__).resolve().parent / "lua"


@dataclass
class Load:
    """What one run of wrk saw. Times in milliseconds."""

    rate: float
    p50: float
    p99: float
    requests: int
    faults: dict


def start(port, folder, script="read.lua", path="/", addresses=None, connections=32, seconds=3, headers=None,
          core=machine.LOAD_CORE, more=None):
    """Starts wrk; `folder` is where its small files go."""
    folder = pathlib.Path(folder)
    fields = folder / f"headers-{os.getpid()}-{port}-{pathlib.Path(script).stem}-{connections}.txt"
    fields.write_text("".join(f"{name}: {value}\n" for name, value in (headers or BROWSER).items()), encoding="utf-8")
    env = {**os.environ, "HEADERS": str(fields), "SUMMARY": str(SCRIPTS / "summary.lua"), **(more or {})}
    if addresses is not None:
        listed = fields.with_name(fields.name.replace("headers", "addresses"))
        listed.write_text("".join(f"{address}\n" for address in addresses), encoding="utf-8")
        env["ADDRESSES"] = str(listed)
    command = [*machine.pinned(core), "wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s",
               "-s", str(SCRIPTS / script if "/" not in script else script), f"http://127.0.0.1:{port}{path}"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=env)


def finish(process):
    """Waits for a run and reads its figures."""
    said, _ = process.communicate()
    line = next((line for line in said.split("\n") if line.startswith("SUMMARY ")), None)
    if process.returncode != 0 or line is None:
        raise Failure(f"wrk: {process.returncode}\n{said[-2000:]}")
    seen = json.loads(line.removeprefix("SUMMARY "))
    faults = {kind: seen[kind] for kind in ("connect", "read", "write", "status", "timeout") if seen[kind]}
    return Load(seen["requests"] / seen["duration"] * 1_000_000, seen["p50"] / 1000, seen["p99"] / 1000,
                seen["requests"], faults)


def run(port, folder, may_refuse=False, **options):
    """One whole run that must be without faults; with `may_refuse`, refusals alone are left for the caller to tell."""
    load = finish(start(port, folder, **options))
    if load.faults and not (may_refuse and set(load.faults) == {"status"}):
        raise Failure(f"wrk met {load.faults} at {options.get('path') or options.get('script')}")
    return load
