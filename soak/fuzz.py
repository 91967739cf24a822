"""A million mutated requests: the quick way of answering and the slow one answer alike."""
import os
import re
import subprocess

from program import Failure
from setting import ROOT

ROUNDS = 1_000_000


def check(setting):
    rounds = os.environ.get("FUZZ_ROUNDS") or str(ROUNDS)
    done = subprocess.run(["swift", "test", "--filter", "PageFuzzTests"], cwd=ROOT, capture_output=True, text=True,
                          env={**os.environ, "FUZZ_ROUNDS": rounds}, check=False)
    passed = re.search(r"Test run with (\d+) tests?.* passed", done.stdout + done.stderr)
    if done.returncode != 0 or passed is None:
        raise Failure((done.stdout + done.stderr)[-3000:])
    return f"{int(rounds):,} requests to each test; {passed.group(1)} tests passed"
