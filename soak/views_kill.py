#!/usr/bin/env python3
"""The server is killed again and again while views are counted and folded every second: each view that was answered is
there afterwards, once.

    soak/views_kill.py      with BROADSHEET naming the program
"""
import collections
import http.client
import json
import os
import pathlib
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bench"))

from program import Failure, Server, articles, make_site

KILLS = 20
ANSWERED_MIN = 1000
CLIENTS = 8
ARTICLES_MAX = 200


class Client(threading.Thread):
    """Posts beacons on one connection until it breaks."""

    def __init__(self, port, serials, seed):
        super().__init__()
        self.port, self.serials, self.chance = port, serials, random.Random(seed)
        self.answers, self.unanswered, self.fault = [], None, None

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.connect()
            connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError:
            return
        while self.fault is None:
            serial = self.chance.choice(self.serials)
            self.unanswered = serial
            try:
                connection.request("POST", f"/views/{serial}", headers={"Content-Length": "0"})
                answer = connection.getresponse()
                body = answer.read()
            except (OSError, http.client.HTTPException):
                return
            self.unanswered = None
            if answer.status != 200:
                self.fault = f"/views/{serial}: {answer.status} {body[:200]}"
                return
            self.answers.append((serial, json.loads(body)["views"]))


def shown(server, serials):
    """The views of each article as the paper shows them."""
    return {serial: server.json(f"/api/v1/articles/{serial}")["views"] for serial in serials}


def kill_once(program, site, serials, chance, answered_min):
    """Counts for a while, kills, and gives the answers with what was under way."""
    with Server(program, site) as server:
        before = shown(server, serials)
        clients = [Client(server.port, serials, chance.random()) for _ in range(CLIENTS)]
        for client in clients:
            client.start()
        # Past one fold at least, at any place of the next.
        until = time.monotonic() + 1.1 + chance.random() * 1.2
        while time.monotonic() < until or sum(len(client.answers) for client in clients) < answered_min:
            if all(not client.is_alive() for client in clients):
                break
            time.sleep(0.005)
        server.process.send_signal(signal.SIGKILL)
        server.process.wait()
        for client in clients:
            client.join()
        if fault := next((client.fault for client in clients if client.fault), None):
            raise Failure(f"{fault}\n{server.said()}")
    answers = [answer for client in clients for answer in client.answers]
    unanswered = [client.unanswered for client in clients if client.unanswered is not None]
    return before, answers, unanswered


def hold(program, site, serials, kills, answered_min, seed):
    """Kills so often; what was answered, what was lost or doubled, and what was under way when it happened."""
    chance = random.Random(seed)
    answered, extra, least = 0, 0, None
    for number in range(1, kills + 1):
        before, answers, unanswered = kill_once(program, site, serials, chance, answered_min)
        least = min(len(answers), least or len(answers))
        if len(answers) < answered_min:
            raise Failure(f"seed {seed}, kill {number}: only {len(answers)} answered")
        with Server(program, site) as server:
            after = shown(server, serials)
        counted, begun = collections.Counter(serial for serial, _ in answers), collections.Counter(unanswered)
        for serial in serials:
            new = after[serial] - before[serial]
            if not counted[serial] <= new <= counted[serial] + begun[serial]:
                raise Failure(f"seed {seed}, kill {number}: article {serial} has {new} new views, {counted[serial]} were "
                              f"answered and {begun[serial]} under way")
            numbers = [views for found, views in answers if found == serial]
            if len(set(numbers)) != len(numbers) or any(not before[serial] < views <= after[serial] for views in numbers):
                raise Failure(f"seed {seed}, kill {number}: article {serial} was answered a number twice, or one that is not")
        answered += len(answers)
        extra += sum(after.values()) - sum(before.values()) - len(answers)
    folded(program, site)
    return answered, least, extra


def folded(program, site):
    """After a stop the rows, the folded counts and the counters are one."""
    done = subprocess.run([str(program), "check", str(site)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Failure(f"check: {done.stdout}{done.stderr}")
    with sqlite3.connect(f"file:{site}/broadsheet.db?mode=ro", uri=True) as database:
        counts, rows = (database.execute(f"SELECT sum({column}) FROM {table}").fetchone()[0] or 0
                        for column, table in [("folded", "view_count"), ("count", "view_hour")])
    if counts != rows:
        raise Failure(f"{counts} views are folded, and their rows hold {rows}")


def check(setting):
    site = setting.folder("views-kill") / "site"
    make_site(setting.program, site, setting.source, {"views.fold_seconds": "1", "views.sync_seconds": "1"})
    with Server(setting.program, site) as server:
        serials = [item["serial"] for item in articles(server.port)][:ARTICLES_MAX]
    seed = int(os.environ.get("SEED") or random.randrange(1_000_000))
    answered, least, extra = hold(setting.program, site, serials, KILLS, ANSWERED_MIN, seed)
    return (f"{KILLS} kills, {answered:,} views answered, at least {least:,} before each; lost 0, doubled 0, and "
            f"{extra} that were under way when the server was killed were counted too (seed {seed})")


if __name__ == "__main__":
    from setting import Setting
    with tempfile.TemporaryDirectory(prefix="broadsheet-views-") as scratch:
        os.environ.setdefault("DAYS", "20")
        try:
            print(check(Setting(scratch)))
        except Failure as failure:
            raise SystemExit(str(failure))
