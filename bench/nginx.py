"""The yardstick for pages: nginx with one worker that hands out files, packed beforehand."""
import os
import pathlib
import signal
import subprocess
import time

import machine
from program import Failure, ask

BROTLI = pathlib.Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
# The ending of the file that holds the packed bytes, by the name of the coding.
ENDINGS = {"gzip": ".gz", "br": ".br"}

CONFIGURATION = """
{module}
{user}
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log stderr crit;
worker_rlimit_nofile 16384;
events {{ worker_connections 8192; }}
http {{
  access_log off;
  server_tokens off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  keepalive_timeout 75;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  types {{ text/html html; }}
  default_type text/html;
  charset utf-8;
  gzip_static on;
  {brotli}
  {cache}
  server {{
    listen 127.0.0.1:{port} backlog=1024;
    root {folder}/www;
    index index.html;
    location = /search {{ try_files /found/$arg_q.html /search.html =404; }}
    location ^~ /views/ {{ return 200 '{{"views": 1234}}'; }}
  }}
}}
"""


class Nginx:
    """A running nginx with a folder of files, until the block ends. `keeps_open` holds its files open and their facts
    in memory (`open_file_cache`), which is not its way unless it is asked."""

    def __init__(self, folder, core=None, keeps_open=False, wait=True):
        self.folder, self.core, self.keeps_open, self.wait = pathlib.Path(folder), core, keeps_open, wait
        self.port, self.process = machine.free_port(), None

    def __enter__(self):
        (self.folder / "www").mkdir(parents=True, exist_ok=True)
        has_brotli = BROTLI.exists()
        cache = "open_file_cache max=4000 inactive=1h; open_file_cache_valid 1m;" if self.keeps_open else ""
        text = CONFIGURATION.format(
            module=f"load_module {BROTLI};" if has_brotli else "", brotli="brotli_static on;" if has_brotli else "",
            user="user root;" if os.geteuid() == 0 else "", folder=self.folder, port=self.port, cache=cache)
        file = self.folder / f"nginx-{self.port}.conf"
        file.write_text(text)
        before = machine.pinned(self.core) if self.core is not None else []
        self.began = time.monotonic()
        self.process = subprocess.Popen([*before, "nginx", "-p", str(self.folder), "-c", str(file)],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if self.wait:
            self.until_ready()
        return self

    def until_ready(self):
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            try:
                ask(self.port, "/")
                return
            except OSError:
                if self.process.poll() is not None:
                    raise Failure(f"nginx ended: {self.process.stderr.read().decode()}") from None
                time.sleep(0.02)
        raise Failure("nginx did not start in 20 s")

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)
        self.process.stderr.close()

    @property
    def pid(self):
        """The worker's."""
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return int(children[0])

    @property
    def base(self):
        return f"http://127.0.0.1:{self.port}"


def put(folder, name, answers):
    """Writes the files for an address: for each coding, the very bytes that are to be sent."""
    file = pathlib.Path(folder) / "www" / name.lstrip("/")
    file.parent.mkdir(parents=True, exist_ok=True)
    for coding, body in answers.items():
        file.with_name(file.name + ENDINGS.get(coding, "")).write_bytes(body)


def file_name(path):
    """Where the bytes of an address lie."""
    if path.startswith("/search?q="):
        return "found/" + path.removeprefix("/search?q=") + ".html"
    if path == "/search":
        return "search.html"
    return path + "index.html" if path.endswith("/") else path
