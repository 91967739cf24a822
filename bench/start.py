"""(f) From the start of the program to the first byte of the front."""
import socket
import time

import figures
import machine
import nginx
from program import BROWSER, Failure, Server


def measure(setting):
    site, times = setting.site, {"broadsheet": [], "nginx": []}
    folder = setting.folder("nginx-start")
    nginx.put(folder, "index.html", {"identity": b"<!doctype html>\n"})
    for _ in range(setting.rounds * 4):
        with Server(setting.program, site, machine.SERVER_CORE, wait=False) as server:
            times["broadsheet"].append(first_byte(server))
        with nginx.Nginx(folder, machine.SERVER_CORE, wait=False) as yardstick:
            times["nginx"].append(first_byte(yardstick))
    rows = [[name, figures.spread(taken)] for name, taken in times.items()]
    return f"""## (f) Start

From the start of the process to the first byte of `/` ({setting.rounds * 4} times, turn about, on one core; the corpus is in the
site; the system has the files in its memory). Median (least–most), ms.

{figures.table(["program", "first byte, ms"], rows)}
"""


def first_byte(server, seconds=60):
    """Milliseconds from a server's start until the front's first byte comes."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in BROWSER.items())
    request = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n{lines}\r\n".encode()
    while time.monotonic() - server.began < seconds:
        try:
            with socket.create_connection(("127.0.0.1", server.port), timeout=seconds) as connection:
                connection.sendall(request)
                if connection.recv(1):
                    return (time.monotonic() - server.began) * 1000
        except ConnectionError:
            time.sleep(0.0005)
    raise Failure(f"nothing was sent in {seconds} s")
