"""A minute at full rate while an issue is filed every second: each answer is whole, and the old page or the new."""
import gzip
import hashlib
import json
import os
import pathlib
import re
import threading
import time
import urllib.parse

import machine
import mixed
import program
import wrk
from program import BROWSER, Failure, Reader, Server, articles

LUA = pathlib.Path(__file__).resolve().parent / "lua" / "whole.lua"
MARKS = re.compile(r"换版(\d+)号|头(\d+)尾|末(\d+)尾|第(\d+)次")


class Watching(threading.Thread):
    """Reads pages beside the load and holds each against what was filed before it was asked for and after it came."""

    def __init__(self, server, paths, filing, until, coding):
        super().__init__()
        self.server, self.paths, self.filing, self.until = server, paths, filing, until
        self.headers = {**BROWSER, "Accept-Encoding": coding}
        self.checked, self.fault, self.tags, self.numbers = 0, None, {}, set()

    def run(self):
        try:
            self.watch()
        except Exception as fault:  # whatever ends the watching is told by who waits for it
            self.fault = f"{fault}" if isinstance(fault, Failure) else repr(fault)

    def watch(self):
        reader = Reader(self.server.port, self.headers)
        while time.monotonic() < self.until:
            path = self.paths[self.checked % len(self.paths)]
            before = self.filing.filed
            status, fields, body = reader.get(path)
            after = self.filing.begun
            if status != 200:
                raise Failure(f"{path}: {status}")
            text = gzip.decompress(body) if fields["content-encoding"] == "gzip" else body
            found = {int(next(filter(None, match.groups()))) for match in MARKS.finditer(text.decode())}
            if len(found) != 1 or not text.rstrip().endswith(b"</html>"):
                raise Failure(f"{path} is not whole: {sorted(found)}")
            number = found.pop()
            if not before <= number <= after:
                raise Failure(f"{path} says {number}, when {before} was filed and {after} begun")
            self.same_bytes(path, fields["etag"], body)
            self.numbers.add(number)
            self.checked += 1
        reader.close()

    def same_bytes(self, path, tag, body):
        """A strong tag stands for one sequence of bytes (RFC 9110, section 8.8.1)."""
        made = hashlib.sha256(body).digest()
        if not tag or self.tags.setdefault((path, tag), made) != made:
            raise Failure(f"{path}: other bytes under the same tag {tag}")


def check(setting):
    seconds = int(os.environ.get("SWAP_SECONDS") or 60)
    folder = setting.folder("swap")
    site, source = folder / "site", folder / "issue"
    program.make_site(setting.program, site)
    mixed.write_issue(source, 0)
    program.run(setting.program, "import", site, source)
    with Server(setting.program, site, machine.SERVER_CORE) as server:
        paths = [urllib.parse.urlsplit(story["url"]).path for story in articles(server.port)]
        paths += ["/", f"/issues/{server.json('/api/v1/issues')['items'][0]['key']}/"]
        until = time.monotonic() + seconds
        filing = mixed.Filing(server, source, until, every=1)
        watchers = [Watching(server, paths, filing, until, coding) for coding in ("gzip", "identity")]
        headers = {**BROWSER, "Accept-Encoding": "identity"}
        load = wrk.start(server.port, folder, script=str(LUA), addresses=paths, connections=32, seconds=seconds,
                         headers=headers, more={"READ": str(wrk.SCRIPTS / "read.lua")})
        for worker in [filing, *watchers]:
            worker.start()
        said, _ = load.communicate()
        for worker in [filing, *watchers]:
            worker.join()
    return judged(said, filing, watchers)


def judged(said, filing, watchers):
    lines = dict(re.findall(r"^(SUMMARY|WHOLE) (.*)$", said, re.MULTILINE))
    if set(lines) != {"SUMMARY", "WHOLE"}:
        raise Failure(f"wrk said: {said[-1000:]}")
    seen, whole = json.loads(lines["SUMMARY"]), json.loads(lines["WHOLE"])
    errors = {kind: seen[kind] for kind in ("connect", "read", "write", "status", "timeout") if seen[kind]}
    for fault in [worker.fault for worker in [filing, *watchers] if worker.fault]:
        raise Failure(fault)
    if errors or whole["wrong"]:
        raise Failure(f"{whole['wrong']} of {whole['checked']:,} answers were wrong, the first: {whole['first']}; {errors}")
    if filing.filed < 2:
        raise Failure("the issue was filed only once; the test says nothing")
    numbers = set().union(*(watcher.numbers for watcher in watchers))
    return (f"{whole['checked']:,} answers at {seen['requests'] / seen['duration'] * 1e6:,.0f} a second, each checked; the "
            f"issue was filed {filing.filed} times; {sum(watcher.checked for watcher in watchers):,} more were held against "
            f"what was filed before and after ({len(numbers)} numbers seen); none was wrong or late")
