"""5,000 connections that do nothing, while others are served."""
import socket
import time

import machine
import wrk
from program import Failure, Server

CONNECTIONS = 5_000
REQUEST = "GET /readyz HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
P99_MAX = 500
# Of the whole program beside them, in MB.
MEMORY_MAX = 300


def check(setting):
    with Server(setting.program, setting.site, machine.SERVER_CORE) as server:
        began = time.monotonic()
        open_ones = opened(server.port, CONNECTIONS)
        took = time.monotonic() - began
        load = wrk.run(server.port, setting.scratch, connections=16, seconds=5)
        if load.p99 > P99_MAX:
            raise Failure(f"others waited {load.p99:.0f} ms (p99) beside {CONNECTIONS:,} idle connections")
        resident = server.memory()[0]
        if resident > MEMORY_MAX:
            raise Failure(f"{CONNECTIONS:,} idle connections and the program take {resident:.0f} MB")
        for one in open_ones[:500]:
            ask(one, server.port)
        kept = wait_for_end(open_ones)
        for one in open_ones:
            one.close()
        server.until_ready()
    if kept:
        raise Failure(f"{kept:,} of {CONNECTIONS:,} idle connections were never closed")
    return (f"{CONNECTIONS:,} connections opened and answered in {took:.1f} s; beside them {load.rate:,.0f} requests a "
            f"second, p99 {load.p99:.1f} ms, {resident:.0f} MB; all were closed by the server when nothing came")


def opened(port, count):
    """So many connections, each of which was answered once."""
    connections = []
    try:
        for _ in range(count):
            connections.append(socket.create_connection(("127.0.0.1", port), timeout=20))
        for one in connections:
            ask(one, port)
    except OSError as fault:
        raise Failure(f"connection {len(connections):,} of {count:,}: {fault}") from fault
    return connections


def ask(connection, port):
    """One request and its whole answer on a connection that stays open."""
    connection.sendall(REQUEST.format(port=port).encode())
    seen = b""
    while b"\r\n\r\nready" not in seen:
        part = connection.recv(4096)
        if not part or not seen.startswith(b"HTTP/1.1 200"[:len(seen)]):
            raise Failure(f"an idle connection was answered {(seen + part)[:200]!r}")
        seen += part


def wait_for_end(connections, seconds=90):
    """How many the server has not closed after a time."""
    left, deadline = list(connections), time.monotonic() + seconds
    for one in left:
        one.setblocking(False)
    while left and time.monotonic() < deadline:
        left = [one for one in left if is_open(one)]
        time.sleep(0.5)
    return len(left)


def is_open(connection):
    try:
        return connection.recv(4096) != b""
    except BlockingIOError:
        return True
    except OSError:
        return False
