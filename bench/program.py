"""Broadsheet under measurement: its sites, its server, and how a site's settings are changed."""
import contextlib
import http.client
import json
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time

import machine

# What Chrome on Android sends with the opening of a page, over TLS (as before a server behind a proxy).
BROWSER = {
    "Connection": "keep-alive",
    "sec-ch-ua": '"Chromium";v="140", "Not=A?Brand";v="24", "Google Chrome";v="140"',
    "sec-ch-ua-mobile": "?1",
    "sec-ch-ua-platform": '"Android"',
    "Upgrade-Insecure-Requests": "1",
    "User-Agent": "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
                  "Chrome/140.0.0.0 Mobile Safari/537.36",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,"
              "application/signed-exchange;v=b3;q=0.7",
    "Sec-Fetch-Site": "none",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-User": "?1",
    "Sec-Fetch-Dest": "document",
    "Accept-Encoding": "gzip, deflate, br, zstd",
    "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8",
}

# What the measurements set in a site, where the program has such a setting.
QUIET = {"server.access_log": "false", "views.burst_per_minute_max": "0"}


class Failure(Exception):
    """Something did not do what it must; worded for who runs the measurement."""


def run(program, *arguments, check=True, env=None, core=None):
    """Runs a command of the program to its end."""
    before = machine.pinned(core) if core is not None else []
    done = subprocess.run([*before, str(program), *map(str, arguments)], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8", **(env or {})}, check=False)
    if check and done.returncode != 0:
        raise Failure(f"broadsheet {arguments[0]}: {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done


def configure(site, values):
    """Changes lines of a site's settings; a key that the program does not know is passed over."""
    file = pathlib.Path(site) / "broadsheet.yaml"
    section, lines = "", []
    for line in file.read_text(encoding="utf-8").split("\n"):
        if opening := re.match(r"([a-z_]+):", line):
            section = opening.group(1)
        if field := re.match(r"  ([a-z_]+):", line):
            wanted = values.get(f"{section}.{field.group(1)}")
            line = line if wanted is None else f"  {field.group(1)}: {wanted}"
        lines.append(line)
    file.write_text("\n".join(lines), encoding="utf-8")


def make_site(program, site, issues=None, settings=None):
    """A new site, with the issues of a folder where one is given; how many seconds their import took."""
    run(program, "init", site)
    configure(site, {**QUIET, **(settings or {})})
    if issues is None:
        return 0.0
    began = time.monotonic()
    run(program, "import", site, issues, "--as", "Bench", "--why", "A measurement")
    return time.monotonic() - began


class Server:
    """A running `serve` on a free port of 127.0.0.1, until the block ends."""

    def __init__(self, program, site, core=None, env=None, wait=True):
        self.program, self.site, self.core, self.env, self.wait = program, site, core, env, wait
        self.port = machine.free_port()
        self.log = tempfile.TemporaryFile()
        self.process = None

    def __enter__(self):
        before = machine.pinned(self.core) if self.core is not None else []
        command = [*before, str(self.program), "serve", str(self.site), "--host", "127.0.0.1", "--port", str(self.port)]
        self.began = time.monotonic()
        self.process = subprocess.Popen(command, stdout=self.log, stderr=subprocess.STDOUT,
                                        env={**os.environ, "LC_ALL": "C.UTF-8", **(self.env or {})})
        if self.wait:
            self.until_ready()
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=40)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()

    @property
    def pid(self):
        return self.process.pid

    @property
    def base(self):
        return f"http://127.0.0.1:{self.port}"

    def until_ready(self, seconds=60):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise Failure(f"the server ended: {self.said()}")
            with contextlib.suppress(OSError, http.client.HTTPException):
                if self.get("/readyz")[0] == 200:
                    return
            time.sleep(0.02)
        raise Failure(f"the server was not ready in {seconds} s: {self.said()}")

    def said(self):
        """The end of what the server wrote."""
        self.log.flush()
        self.log.seek(0, os.SEEK_END)
        self.log.seek(max(0, self.log.tell() - 4000))
        return self.log.read().decode("utf-8", "replace")

    def get(self, path, headers=None, method="GET"):
        """Status, headers and body of one request on a connection of its own."""
        return ask(self.port, path, headers, method)

    def json(self, path):
        status, _, body = self.get(path)
        if status != 200:
            raise Failure(f"{path}: {status}")
        return json.loads(body)

    def memory(self):
        """Resident and proportional memory in MB."""
        text = pathlib.Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        values = dict(re.findall(r"^(Rss|Pss):\s+(\d+)", text, re.MULTILINE))
        return int(values["Rss"]) / 1024, int(values["Pss"]) / 1024

    def processor_time(self):
        """Seconds of processor time so far."""
        return processor_time(self.pid)


def processor_time(pid):
    """Seconds of processor time of a process so far."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def ask(port, path, headers=None, method="GET", timeout=30):
    """Status, headers and body of one request on a connection of its own; redirects are not followed."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        connection.request(method, path, headers=headers or {})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


class Reader:
    """One connection that is kept open, as a program that asks much would."""

    def __init__(self, port, headers=None):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.headers = headers or {}

    def get(self, path):
        self.connection.request("GET", path, headers=self.headers)
        answer = self.connection.getresponse()
        return answer.status, answer.headers, answer.read()

    def json(self, path):
        status, _, body = self.get(path)
        if status != 200:
            raise Failure(f"{path}: {status} {body[:200]!r}")
        return json.loads(body)

    def close(self):
        self.connection.close()


def articles(port):
    """Every story as the list of the interface gives it, by ascending serial."""
    reader, after, found = Reader(port), 0, []
    while True:
        answer = reader.json(f"/api/v1/articles?limit=100&after={after}")
        found += answer["items"]
        if answer["next_after"] is None:
            reader.close()
            return found
        after = answer["next_after"]
