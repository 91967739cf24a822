"""A newsroom with an invented cast, and people of it at work over HTTP."""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bench"))

from conftest import PROGRAM, run  # noqa: E402
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


def make(site, **settings):
    """A new site with the whole cast; settings of the section `newsroom`."""
    run("init", site)
    configure(site, {f"newsroom.{name}": value for name, value in settings.items()})
    for login, (name, roles) in CAST.items():
        given = [word for role in roles for word in ("--role", role)]
        done = subprocess.run([str(PROGRAM), "user", "add", str(site), login, "--name", name, *given],
                              input=PASSWORD + "\n", capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr
    return site


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
