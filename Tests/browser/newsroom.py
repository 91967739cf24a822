"""A newsroom with an invented cast, and people of it at work over HTTP."""
import contextlib
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bench"))

from conftest import PROGRAM, free_port, run, wait_until_ready  # noqa: E402
from newsdesk import Newsdesk  # noqa: E402
from program import configure  # noqa: E402

PASSWORD = "潮水退去之后 41 号"
CAST = {
    "hewei": ("何　苇", ["reporter"]), "linxi": ("林　汐", ["reporter"]), "fangting": ("方　汀", ["first-reviewer"]),
    "mengwei": ("孟　桅", ["second-reviewer"]), "xuanqing": ("许岸青", ["final-reviewer"]),
    "tangbo": ("汤　泊", ["proofreader"]), "luojing": ("罗　静", ["page-editor"]), "zhouyan": ("周　砚", ["publisher"]),
    "guest": ("客　人", ["correspondent"]), "qiao": ("乔　编", ["editor"]), "root": ("管　理", ["admin"]),
    # One who may do nearly everything, and whom the rules of reviews must hold all the same.
    "many": ("多　手", ["reporter", "first-reviewer", "second-reviewer", "final-reviewer", "proofreader"]),
}


def make(site, cast=CAST, **settings):
    """A new site with its people: name, roles and, where they have one, mail address; settings of the section `newsroom`."""
    run("init", site)
    configure(site, {f"newsroom.{name}": value for name, value in settings.items()})
    for login, (name, roles, *mail) in cast.items():
        given = [word for role in roles for word in ("--role", role)] + [word for one in mail for word in ("--mail", one)]
        done = subprocess.run([str(PROGRAM), "user", "add", str(site), login, "--name", name, *given],
                              input=PASSWORD + "\n", capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr
    return site


class Serving:
    """A server that can be killed and started again on the same port; `environment` is beside what is there."""

    def __init__(self, site, environment=None):
        self.site, self.port, self.process = site, free_port(), None
        self.base = f"http://127.0.0.1:{self.port}"
        self.environment = {**os.environ, **(environment or {})}

    def start(self):
        self.launch()
        wait_until_ready(self.base, self.process, self.log)

    def launch(self):
        """Starts it, and does not wait until it answers."""
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [str(PROGRAM), "serve", str(self.site), "--host", "127.0.0.1", "--port", str(self.port)],
            stdout=self.log, stderr=subprocess.STDOUT, env=self.environment)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)


def rows(site, sql, *values):
    """What a question to the database of a site answers; nothing of it is changed."""
    with contextlib.closing(sqlite3.connect(f"file:{site}/broadsheet.db?mode=ro", uri=True, timeout=30)) as database:
        return database.execute(sql, values).fetchall()


def port_of(base):
    return int(base.rsplit(":", 1)[1])


def browser(base, login):
    """A person with a browser without scripts."""
    return Newsdesk(port_of(base)).sign_in(login, PASSWORD)


# What each role may do, as the description of the roles has it.
ACTS = {
    "correspondent": "write-copy upload-media", "reporter": "read-copy write-copy upload-media note-copy",
    "editor": "read-copy write-copy edit-copy assign-copy note-copy upload-media",
    "first-reviewer": "read-copy edit-copy note-copy upload-media assign-copy first-review",
    "second-reviewer": "read-copy edit-copy note-copy upload-media assign-copy second-review",
    "final-reviewer": "read-copy edit-copy note-copy upload-media assign-copy final-review",
    "proofreader": "read-copy note-copy proofread",
    "page-editor": "read-copy plan-issue note-copy upload-media preview assign-copy",
    "publisher": "read-copy note-copy plan-issue publish roll-back correct withdraw preview read-record",
    "admin": "read-copy manage-people read-record",
}


def program(base, desk, login):
    """A program with a token of a person who is signed in, for all that they may do."""
    scopes = sorted({act for role in CAST[login][1] for act in ACTS[role].split()})
    return Newsdesk(port_of(base), token=desk.make_token("test", scopes))
