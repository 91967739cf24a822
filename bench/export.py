"""(b) The export against Hugo, and the import."""
import os
import pathlib
import shutil
import subprocess
import sys
import time

import figures
import program
from program import Failure

HERE = pathlib.Path(__file__).resolve().parent


def measure(setting):
    site, source = setting.site, setting.source
    hugo = setting.folder("hugo")
    subprocess.run([sys.executable, str(HERE / "hugo_site.py"), str(source), str(hugo)], check=True,
                   stdout=subprocess.DEVNULL)
    # Nothing is removed between the rounds: without a journal ext4 looks at every inode that was freed within the last
    # minute before it gives one, so that whoever writes after a removal would measure the removal.
    out = setting.folder("exports")
    commands = {
        "broadsheet": [str(setting.program), "export", str(site)],
        "Hugo": ["hugo", "--source", str(hugo), "--quiet", "--destination"],
    }
    seen = {name: [] for name in commands}
    again, files = [], {}
    for turn in range(setting.rounds):
        names = list(commands) if turn % 2 == 0 else list(reversed(commands))
        for name in names:
            command = commands[name] + [str(out / f"{name}-{turn}")]
            os.sync()
            seen[name].append(timed(command))
            if name == "broadsheet":
                again.append(timed(command)[0])
        files = {name: counts(out / f"{name}-{turn}") for name in commands}
    if files["broadsheet"][1] != files["Hugo"][1]:
        raise Failure(f"not the same number of article pages: {files}")
    whole = out / "complete"
    os.sync()
    complete = timed(commands["broadsheet"] + [str(whole), "--complete"])[0], counts(whole)[0]
    imports = [imported(setting, turn) for turn in range(setting.rounds)]
    shutil.rmtree(out, ignore_errors=True)
    return words(setting, seen, again, files, complete, imports)


def timed(command):
    """Seconds and peak memory in MB of a command that must succeed."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    process.stderr.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Failure(f"{' '.join(command[:2])}: {process.returncode}\n{said.decode()[-2000:]}")
    return time.monotonic() - began, usage.ru_maxrss / 1024


def counts(folder):
    """Files, and pages of articles (which lie in folders of years and days)."""
    files = [file for file in pathlib.Path(folder).rglob("*") if file.is_file()]
    return len(files), sum(1 for file in files if "content" in file.parts and file.suffix == ".html")


def imported(setting, turn):
    """Stories a second and peak memory of an import into a new site."""
    site = setting.folder("imported") / "site"
    program.run(setting.program, "init", site)
    seconds, memory = timed([str(setting.program), "import", str(site), str(setting.source)])
    if turn == setting.rounds - 1:
        shutil.rmtree(site.parent, ignore_errors=True)
    return setting.stories / seconds, memory


def words(setting, seen, again, files, complete, imports):
    seconds = {name: [one[0] for one in runs] for name, runs in seen.items()}
    memory = {name: [one[1] for one in runs] for name, runs in seen.items()}
    rows = [[name, figures.spread(seconds[name]), figures.spread(memory[name]), f"{files[name][0]:,}",
             f"{files[name][1]:,}"] for name in seen]
    speed = figures.ratios(seconds["Hugo"], seconds["broadsheet"])
    share = figures.ratios(memory["broadsheet"], memory["Hugo"])
    second = figures.ratios(again, seconds["broadsheet"])
    return f"""## (b) Export and import

The export against Hugo with the leanest theme that has the same links and the same number of article pages; all
cores; {setting.rounds} rounds, each into a folder of its own, each time another goes first; nothing is removed
meanwhile. Ours carries a QR code, citations, a poster and structured data in each page, and the index of a search.
Median (least–most).

{figures.table(["program", "seconds", "peak memory MB", "files", "article pages"], rows)}

- Speed: **{figures.spread(speed)}** times Hugo's; peak memory: **{figures.spread(share)}** of Hugo's.
- With every address of the server as a file (`--complete`), once: {complete[0]:.1f} s, {complete[1]:,} files.
- An unchanged second export: {figures.spread(again)} s, {figures.spread(second)} of the first.
- Import into a new site: {figures.spread([one[0] for one in imports])} stories a second, peak {figures.spread([one[1] for one in imports])} MB.
"""
