"""An import that is killed at any moment leaves a sound site on which every issue is whole or absent."""
import os
import random
import signal
import subprocess
import time

from conftest import PROGRAM, get_json, run, serving
from test_import import png, write

ISSUES, STORIES, KILLS = 12, 8, 10


def make_issues(folder):
    for number in range(1, ISSUES + 1):
        issue = folder / f"2025-01-{number:02}"
        issue.mkdir(parents=True)
        names = [f"{place:02}.md" for place in range(1, STORIES + 1)]
        listed = "".join(f"      - {name}\n" for name in names)
        write(issue / "issue.yaml", f"date: 2025-01-{number:02}\nnumber: {number}\npages:\n  - number: 1\n    name: 要闻\n    stories:\n{listed}")
        for place, name in enumerate(names):
            picture = "\n![图](p.png)\n" if place == 0 else ""
            write(issue / name, f"---\nheadline: 第{number}期第{place}篇\nsection: 城事\nbyline: 记者 张三\n---\n\n" + "水位记在石阶上。" * 60 + "\n" + picture)
        (issue / "p.png").write_bytes(png(500 + number, 300))


def test_killed_imports_leave_whole_issues(tmp_path):
    seed = int(os.environ.get("SEED", random.randrange(1_000_000)))
    print("seed", seed)
    chance = random.Random(seed)
    site, source = tmp_path / "site", tmp_path / "issues"
    make_issues(source)
    run("init", site)
    started = time.monotonic()
    run("import", tmp_path_site(tmp_path, "timed"), source)
    whole = time.monotonic() - started
    for _ in range(KILLS):
        process = subprocess.Popen([str(PROGRAM), "import", str(site), str(source)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.02, whole * 0.9))
        process.send_signal(signal.SIGKILL)
        process.wait()
        checked = run("check", site, check=False)
        assert checked.returncode == 0, f"seed {seed}: {checked.stdout}{checked.stderr}"
    with serving(site) as base:
        for item in get_json(f"{base}/api/v1/issues")["items"]:
            issue = get_json(f"{base}/api/v1/issues/{item['key']}")
            count = sum(len(page["stories"]) for page in issue["pages"])
            assert count == STORIES, f"seed {seed}: {item['key']} has {count}"
    run("import", site, source)
    with serving(site) as base:
        assert len(get_json(f"{base}/api/v1/issues")["items"]) == ISSUES


def tmp_path_site(tmp_path, name):
    run("init", tmp_path / name)
    return tmp_path / name
