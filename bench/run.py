#!/usr/bin/env python3
"""run.py [pages|export|search|views|memory|start|newsroom]…

Measures the program against its yardsticks and writes RESULTS.md beside this file; without a name, all parts. Loopback
and a temporary folder only. From the environment, or behind `make bench`:

  BROADSHEET    the program; .build/release/broadsheet
  CORPUS        a corpus (one JSON object a line: date "20220924", title, html), packed by gzip; without it a paper is
                made of the demo's stories
  DAYS          issues of the paper that is made, of 14 stories each; 949
  TITLES        headlines to draw searches from, a line each; without it those of the corpus
  ROUNDS        rounds of every comparison; 5
  RUN_SECONDS   of each run of load; 2
  QUERIES       searches of each kind; 1000
  LOAD_SECONDS  of the mixed load before memory is read; 600
"""
import datetime
import importlib
import pathlib
import sys
import tempfile
import time

import figures
import machine
from program import Failure
from setting import ROOT, Setting

PARTS = ["pages", "export", "search", "views", "memory", "start", "newsroom"]
RESULTS = pathlib.Path(__file__).resolve().parent / "RESULTS.md"
KEPT = ROOT / "out" / "bench"
BUSY = 0.15


def main():
    chosen = sys.argv[1:] or PARTS
    if unknown := [name for name in chosen if name not in PARTS]:
        raise SystemExit(f"{__doc__}\nThere is no part {', '.join(unknown)}.")
    KEPT.mkdir(parents=True, exist_ok=True)
    machine.allow_files()
    failed = []
    with tempfile.TemporaryDirectory(prefix="broadsheet-bench-") as scratch:
        setting = Setting(scratch)
        if not setting.program.exists():
            raise SystemExit("The program is not built: make bench builds it, or BROADSHEET names it.")
        for name in chosen:
            failed += measured(name, setting)
        write(setting)
    print(f"written: {RESULTS.relative_to(ROOT)}")
    if failed:
        raise SystemExit("\n".join(failed))


def measured(name, setting):
    """Runs a part and keeps what it says; why it failed, if it did."""
    busy, began = machine.busy_share(), time.monotonic()
    if name != "export":
        machine.pin_self()
    try:
        text = importlib.import_module(name).measure(setting)
    except (Failure, OSError, KeyError) as failure:
        print(f"{name}: failed: {failure}", flush=True)
        return [f"{name}: {failure}"]
    finally:
        machine.unpin_self()
    noted = f"Measured {datetime.date.today()} over {setting.words}."
    if busy > BUSY:
        noted += f" **The machine was busy with other things ({busy:.0%} of its cores): worth little.**"
    (KEPT / f"{name}.md").write_text(f"{text.rstrip()}\n\n{noted}\n", encoding="utf-8")
    print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)
    return []


def write(setting):
    """Puts the parts together, those of this run and those that were kept from earlier ones."""
    parts = [file.read_text(encoding="utf-8") for name in PARTS if (file := KEPT / f"{name}.md").exists()]
    rows = [row for row in machine.facts(setting.program) if row[1]]
    head = f"""# Results

Made by `make bench` (`bench/run.py`); every figure can be made again. Each server has one core and the load another,
both sides run turn about in the same run, and a figure is the median with the least and the most of its rounds.

{figures.table(["what", "measured with"], rows)}
"""
    RESULTS.write_text("\n".join([head, *parts]), encoding="utf-8")


main()
