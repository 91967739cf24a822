"""wapiti goes through the newsroom with the session of an editor who may do nearly everything, and attacks what it
finds there: pages, forms and their fields."""
import json
import os
import re
import shutil
import subprocess

import machine
import program
from newsdesk import Newsdesk
from program import Failure, Server
from skipped import Skipped

CRAWL_SECONDS = 150
ATTACK_SECONDS = 60
# The flags of the cookie are left out: wapiti judges those that it is told here, where there is no TLS.
MODULES = ("blindsql,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,"
           "shellshock,sql,xss")
PASSWORD = "a long enough phrase 27"
ROLES = ["editor", "first-reviewer", "page-editor", "publisher"]
STORIES = 4
# What is said of every site on a plain line of loopback, and not of what is served over HTTPS: a header that browsers
# no longer know, and one that is not allowed to be sent without TLS.
EXPECTED = {"X-XSS-Protection", "Strict-Transport-Security"}
# The wapiti of Debian 12 is put right in two things: on its Python the pattern of an address that is left out is an error,
# and the fields of a form with files were sent as files, so that every such form would be refused before it is attacked.
LAUNCH = """import fnmatch, re, requests
import wapitiCore.net.crawler as crawler
crawler.wildcard_translate = lambda pattern: re.compile(fnmatch.translate(pattern))
post = requests.Session.post
def posted(session, url, files=None, **rest):
    parts = [(name, (None, value) if isinstance(value, str) else value) for name, value in files or []]
    return post(session, url, files=parts, **rest)
requests.Session.post = posted
from wapitiCore.main.wapiti import wapiti_main
wapiti_main()"""
LEAST_REQUESTS = 2_000


def check(setting):
    if shutil.which("wapiti") is None:
        raise Skipped("wapiti is not installed")
    folder = setting.folder("scan")
    site, report = folder / "site", folder / "report.json"
    metrics = machine.free_port()
    program.make_site(setting.program, site, settings={"server.metrics_port": str(metrics)})
    roles = [word for role in ROLES for word in ("--role", role)]
    added = subprocess.run([str(setting.program), "user", "add", str(site), "qiao", "--name", "乔　编", *roles],
                           input=PASSWORD + "\n", capture_output=True, text=True, check=False)
    if added.returncode:
        raise Failure(added.stderr)
    with Server(setting.program, site, machine.SERVER_CORE) as server:
        desk = Newsdesk(server.port).sign_in("qiao", PASSWORD)
        numbers = [desk.start(f"潮水第{place}天", "今天潮水退了。\n\n明天再来。", section="要闻") for place in range(STORIES)]
        said = scanned(server, desk, numbers, report, folder)
        answers = answered(metrics)
        count = sum(answers.values())
        if desk.page("/desk/stories", follow=False).status != 200:
            raise Failure("the session ended during the scan, which says nothing then")
        if count < LEAST_REQUESTS:
            raise Failure(f"only {count} requests came; the scan says nothing\n{said[-2000:]}")
        if answers["5xx"]:
            raise Failure(f"{answers['5xx']} requests were answered 5xx\n{server.said()}")
    return judged(json.loads(report.read_text(encoding="utf-8")), count)


def answered(port):
    """How many requests were answered, by class of status."""
    text = program.ask(port, "/metrics")[2].decode()
    return {kind: int(count) for kind, count in re.findall(r'requests_total\{status="(...)"\} (\d+)', text)}


def scanned(server, desk, numbers, report, folder):
    cookies = {name: {"value": value, "version": 0, "expires": None, "secure": False, "port": None}
               for name, value in desk.cookies.items()}
    jar = folder / "cookies.json"
    jar.write_text(json.dumps({"127.0.0.1": {"/": cookies}}), encoding="utf-8")
    base = f"{server.base}/desk/"
    starts = [f"{base}stories/{number}" for number in numbers[:2]]
    starts += [base + page for page in ("stories", "plans", "library", "import", "account", "record", "keys")]
    command = ["/usr/bin/python3", "-c", LAUNCH, "-u", base, "-c", str(jar), "--scope", "folder",
               "-x", f"{base}sign-out*", "-x", f"{base}account/sessions*", "-x", f"{base}account/password*",
               "-m", MODULES, "--max-scan-time", str(CRAWL_SECONDS), "--max-attack-time", str(ATTACK_SECONDS),
               "-f", "json", "-o", str(report), "--no-bugreport", "-v", "1", "--flush-session",
               "--store-session", str(folder / "session")]
    for start in starts:
        command += ["-s", start]
    done = subprocess.run([*machine.pinned(machine.LOAD_CORE), *command], capture_output=True, text=True, check=False,
                          env={**os.environ, "LC_ALL": "C.UTF-8"},
                          timeout=CRAWL_SECONDS + ATTACK_SECONDS * len(MODULES.split(",")) + 120)
    if not report.exists():
        raise Failure(f"wapiti wrote no report\n{(done.stdout + done.stderr)[-3000:]}")
    return done.stdout + done.stderr


def judged(report, count):
    """What was found; a failure where that is more than what is expected of every site."""
    found = [(kind, one) for part in ("vulnerabilities", "anomalies") for kind, ones in report[part].items()
             for one in ones if not any(header in one["info"] for header in EXPECTED)]
    if found:
        raise Failure("\n".join(f"{kind}: {one['method']} {one['path']} {one['info']}" for kind, one in found[:20]))
    return f"{count:,} requests by {MODULES.count(',') + 1} kinds of attack; nothing found"
