#!/usr/bin/env python3
"""run.py [idle|slow|swap|views_kill|disk|corrupt|clock|day|fuzz|scan]…

Holds the program to its promises under load and under fault; without a name, all parts. Loopback and temporary folders
only. Disk-full tests mount a small tmpfs and need root; without it they are left out, and it is said. From the
environment, or behind `make soak`:

  BROADSHEET    the program; .build/release/broadsheet
  LOAD_SECONDS  of the mixed run (day); 600
  FUZZ_ROUNDS   requests of the fuzz test; 1000000
  SWAP_SECONDS  of the run in which an issue is filed every second; 60
  DAYS          issues of the paper that is made for it, of 14 stories each; 300
"""
import importlib
import os
import pathlib
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bench"))

import machine
from program import Failure
from setting import Setting
from skipped import Skipped

PARTS = ["idle", "slow", "swap", "views_kill", "disk", "corrupt", "clock", "day", "fuzz", "scan"]
DAYS = 300


def main():
    chosen = sys.argv[1:] or PARTS
    if unknown := [name for name in chosen if name not in PARTS]:
        raise SystemExit(f"{__doc__}\nThere is no part {', '.join(unknown)}.")
    os.environ.setdefault("DAYS", str(DAYS))
    machine.allow_files()
    failed = []
    with tempfile.TemporaryDirectory(prefix="broadsheet-soak-") as scratch:
        setting = Setting(scratch)
        if not setting.program.exists():
            raise SystemExit("The program is not built: make soak builds it, or BROADSHEET names it.")
        for name in chosen:
            failed += checked(name, setting)
    if failed:
        raise SystemExit(f"failed: {', '.join(failed)}")


def checked(name, setting):
    """Runs a part and says what it saw; its name, if it failed."""
    began = time.monotonic()
    try:
        said, word = importlib.import_module(name).check(setting), "held"
    except Failure as failure:
        said, word = str(failure), "FAILED"
    except Skipped as skipped:
        said, word = str(skipped), "left out"
    print(f"{name}: {word} ({time.monotonic() - began:.0f} s)\n  " + said.replace("\n", "\n  "), flush=True)
    return [name] if word == "FAILED" else []


if __name__ == "__main__":
    main()
