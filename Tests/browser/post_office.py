"""A mail server on a free port of this machine that takes every letter, and calls out when one is in its hands."""
import dataclasses
import email
import email.policy
import socketserver
import threading


@dataclasses.dataclass
class Letter:
    recipient: str
    message_id: str
    subject: str
    link: str


class PostOffice:
    """Letters in the order in which they came. `taken(count)` is called with each, before the sender is told so, and
    `told(count)` right after; `count` is how many came since `watch`."""

    def __init__(self):
        self.letters, self.lock = [], threading.Lock()
        self.visitors, self.changed = 0, threading.Condition()
        self.gate = threading.Event()
        self.watch(None, None)
        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), self.counter(), bind_and_activate=True)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.gate.set()
        self.server.shutdown()
        self.server.server_close()

    def open(self):
        """From now on whoever comes is greeted, and who waited at the door."""
        self.gate.set()

    def close(self):
        """From now on whoever comes waits at the door."""
        self.gate.clear()

    def watch(self, taken, told):
        with self.lock:
            self.count, self.taken, self.told = 0, taken, told

    def until_alone(self):
        """Waits until nobody is there any more, and all that was on its way from them is in."""
        with self.changed:
            assert self.changed.wait_for(lambda: self.visitors == 0, 30), "somebody stays"

    def visit(self, by):
        with self.changed:
            self.visitors += by
            self.changed.notify_all()

    def keep(self, recipient, text):
        message = email.message_from_string(text, policy=email.policy.default)
        link = next(line for line in message.get_content().split("\n") if line.startswith("http"))
        with self.lock:
            self.letters.append(Letter(recipient, message["Message-ID"], message["Subject"], link.strip()))
            self.count += 1
            return self.count, self.taken, self.told

    def counter(self):
        office = self

        class Counter(socketserver.StreamRequestHandler):
            def say(self, line):
                self.wfile.write(line.encode() + b"\r\n")

            def handle(self):
                office.visit(1)
                try:
                    self.talk()
                except ConnectionError:
                    pass  # The sender was killed.
                finally:
                    office.visit(-1)

            def talk(self):
                office.gate.wait()
                self.say("220 post.example")
                recipient = ""
                while line := self.rfile.readline().decode():
                    word = line[:4].upper().strip()
                    if word == "RCPT":
                        recipient = line[line.index("<") + 1:line.index(">")]
                    if word == "DATA":
                        self.say("354 go on")
                        self.letter(recipient)
                    elif word == "QUIT":
                        return self.say("221 bye")
                    else:
                        self.say("250 fine")

            def letter(self, recipient):
                lines = []
                while (line := self.rfile.readline().decode()) != ".\r\n":
                    if not line:
                        raise ConnectionError("cut within a letter")
                    lines.append(line[1:] if line.startswith("..") else line)
                count, taken, told = office.keep(recipient, "".join(lines).replace("\r\n", "\n"))
                if taken:
                    taken(count)
                self.say("250 taken")
                if told:
                    told(count)

        return Counter
