"""A newsroom of one story, as the editor knows it: the page and the addresses that it speaks to, and faults on demand."""
import contextlib
import difflib
import http.server
import json
import pathlib
import socket
import threading
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
THEME = ROOT / "Sources/Press/Theme"
FIELDS = ("kicker", "headline", "subhead", "bylines", "source", "section", "keywords", "summary", "language")
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
          "form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
MARKS = ("subheading", "strong", "emphasis", "link", "quote", "list", "ordered", "table", "figure", "note", "background",
         "verse", "rule", "sup", "sub", "undo", "redo", "tidy")
DOT = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
                    "08d763d8b163070004a102506b6a2f5d0000000049454e44ae426082")


def paragraph(*texts):
    return {"type": "paragraph", "text": list(texts)}


def text_of(block):
    return json.dumps(block, ensure_ascii=False)


def sent(state):
    """A state as answers have it."""
    return {"fields": {name: state[name] for name in FIELDS}, "body_json": state["body_json"]}


def merged_blocks(base, mine, theirs):
    """By block: what one side changed, and theirs then mine where both did."""
    def sides(other):
        became, inserted = {}, {}
        keys = [text_of(block) for block in base], [text_of(block) for block in other]
        for tag, a, b, c, d in difflib.SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
            if tag == "equal":
                became.update({a + i: [base[a + i]] for i in range(b - a)})
            elif tag == "insert":
                inserted[a] = other[c:d]
            else:
                became.update({i: [] for i in range(a, b)})
                became[a] = other[c:d]
        return became, inserted

    (one, ours), (two, others), out, conflicts = sides(mine), sides(theirs), [], []
    for place in range(len(base) + 1):
        out += others.get(place, [])
        out += [block for block in ours.get(place, []) if block not in others.get(place, [])]
        if place == len(base):
            continue
        a, b, old = one[place], two[place], [base[place]]
        if a == b or b == old:
            out += a
        elif a == old:
            out += b
        else:
            conflicts.append({"field": "body", "mine": text_of(a), "theirs": text_of(b)})
            out += b + [block for block in a if block not in b]
    return out, conflicts


class StoryDesk:
    """The story, its revisions from 1, and what the next answers are to be."""

    def __init__(self, blocks):
        self.lock = threading.RLock()
        self.revisions = [None, {**{name: "" for name in FIELDS}, "headline": "一张图纸改了九遍\n六楼的阿婆终于点头",
                                 "bylines": "本报记者　何　苇", "section": "民生", "language": "zh-Hans",
                                 "body_json": {"format": 1, "blocks": blocks}}]
        self.csrf = "first"
        self.is_open = True
        self.saves, self.uploads, self.faults, self.present = [], [], [], []
        self.fault_place = ""

    @property
    def revision(self):
        return len(self.revisions) - 1

    @property
    def body(self):
        return self.revisions[-1]["body_json"]["blocks"]

    def save(self, form):
        """What a save is answered: status and JSON."""
        with self.lock:
            mine = {name: form.get(name, "").replace("\r\n", "\n") for name in FIELDS}
            mine["body_json"] = json.loads(form["body_json"])
            base, latest = self.revisions[int(form["seen"])], self.revisions[-1]
            if mine != latest and int(form["seen"]) != self.revision:
                return 409, self.stale(base, mine, latest)
            if mine != latest:
                self.revisions.append(mine)
            return 201, {"revision": self.revision, "saved": "14:32", "characters": 1, "present": self.present}

    def stale(self, base, mine, theirs):
        blocks, conflicts = merged_blocks(*(one["body_json"]["blocks"] for one in (base, mine, theirs)))
        merged = {name: theirs[name] if mine[name] == base[name] else mine[name] for name in FIELDS}
        return {"revision": self.revision, "theirs": sent(theirs), "conflicts": conflicts,
                "merged": sent({**merged, "body_json": {"format": 1, "blocks": blocks}})}

    def change(self, edit):
        """Somebody else saves: `edit` is given the blocks and gives new ones."""
        with self.lock:
            latest = json.loads(json.dumps(self.revisions[-1]))
            latest["body_json"]["blocks"] = edit(latest["body_json"]["blocks"])
            self.revisions.append(latest)

    def page(self, person):
        if not self.is_open:
            return "<!doctype html><title>稿件</title>"
        words = json.loads((THEME / "strings/zh-Hans.json").read_text())
        said = {key.removeprefix("desk.js."): value for key, value in words.items() if key.startswith("desk.js.")}
        latest = self.revisions[-1]

        def quoted(text):
            return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")

        def field(name, tag="input", label=None, kind=""):
            value = quoted(latest[name])
            inside = (f'<textarea class="in {kind}" name="{name}" rows="2">\n{value}</textarea>' if tag == "textarea"
                      else f'<input class="in" name="{name}" value="{value}">')
            return (f'<label class="field"><span>{label or name} <b data-count-of="{name}"></b></span>{inside}</label>')

        names = dict(zip(MARKS, "小标题 加粗 着重 链接 引文 列表 编号 表格 图片 编者按 背景 诗行 分隔 上标 下标 撤销 重做 一键排版".split()))
        buttons = "".join(f'<button type="button" data-mark="{mark}">{name}</button>' for mark, name in names.items())

        def data(value):
            return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")

        return f"""<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>稿件</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/desk/assets/x/newsroom.css">
<script type="module" src="/desk/assets/x/newsroom.js"></script></head><body class="desk">
<header class="dbar"><div class="wrap"><a class="small" href="/">海湾半月刊</a><ul data-present hidden></ul>
<p class="saved" role="status" data-saved></p></div></header>
<div class="wrap room"><main id="main" class="ed"><h1 class="vh">稿件</h1>
<form id="story" method="post" action="/desk/stories/12/revisions" data-seen="{self.revision}" data-story="12"
 data-person="{person}" data-editor="/desk/assets/x/editor.js" data-media="/desk/media/" autocomplete="off">
<input type="hidden" name="csrf" value="{self.csrf}"><input type="hidden" name="seen" value="{self.revision}">
{field("kicker", label="引题")}{field("headline", "textarea", "主题，一行一句", "head")}{field("subhead", label="副题")}
<div class="pair">{field("bylines", "textarea", "作者")}{field("source", label="来源")}{field("section", label="栏目")}
{field("keywords", label="关键词")}{field("summary", label="摘要")}{field("language", label="语言")}</div>
<div class="marks" role="toolbar" aria-label="文字">{buttons}</div><div class="counted"><output data-count data-room="1,600"></output></div>
<label class="field" data-plain-body><span>正文</span><textarea class="in" name="body" rows="12">正文</textarea></label>
<div data-editor-place hidden></div>
<div class="acts"><button class="btn main" name="then" value="save">存稿</button>
<button class="btn" name="then" value="submit">送审</button></div></form></main></div>
<script type="application/json" id="body-json">{data(latest["body_json"])}</script>
<script type="application/json" id="desk-words">{data(said)}</script></body></html>"""


def handler(desk, library, sheets):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            pass

        def answer(self, status, body, kind="application/json; charset=utf-8"):
            data = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
            self.send_response(status)
            for name, value in (("Content-Type", kind), ("Content-Length", str(len(data))), ("Cache-Control", "no-store"),
                                ("Content-Security-Policy", POLICY), ("X-Content-Type-Options", "nosniff")):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def hang_up(self):
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)

        def do_GET(self):
            path, _, query = self.path.partition("?")
            name = path.rsplit("/", 1)[-1]
            if path.startswith("/desk/stories/12"):
                person = urllib.parse.parse_qs(query).get("person", ["ann"])[0]
                self.answer(200, desk.page(person), "text/html; charset=utf-8")
            elif name == "prosemirror.js" and library:
                self.answer(200, library.read_bytes(), "text/javascript; charset=utf-8")
            elif name == "newsroom.css":
                text = "\n".join(sheet.read_text() for sheet in sheets)
                self.answer(200, text, "text/css; charset=utf-8")
            elif path.startswith("/desk/assets/x/") and name != "prosemirror.js" and (THEME / "newsroom/scripts" / name).is_file():
                self.answer(200, (THEME / "newsroom/scripts" / name).read_bytes(), "text/javascript; charset=utf-8")
            elif path.startswith("/desk/media/"):
                self.answer(200, DOT, "image/png")
            else:
                self.answer(404, {})

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"] or 0))
            if self.path == "/desk/media":
                desk.uploads.append(body)
                name = f"{len(desk.uploads):064x}.png"
                return self.answer(200, {"name": name, "src": f"/desk/media/{name}", "width": 1, "height": 1})
            form = {key: values[0] for key, values in urllib.parse.parse_qs(body.decode(), keep_blank_values=True).items()}
            if not desk.is_open or form.get("csrf") != desk.csrf or self.headers.get("X-CSRF", desk.csrf) != desk.csrf:
                return self.answer(403, {"error": {"code": "form_expired", "message": "过期"}})
            if self.path.endswith("/presence"):
                return self.answer(200, {"present": desk.present, "revision": desk.revision})
            if self.path.endswith("/tidy"):
                blocks = json.loads(form["body_json"])["blocks"]
                for block in blocks:
                    block["text"] = [run.strip() if isinstance(run, str) else run for run in block["text"]]
                return self.answer(200, {"body": {"format": 1, "blocks": blocks},
                                         "changes": [{"kind": "indents", "count": 2}]})
            fault = desk.faults.pop(0) if desk.faults else None
            if fault == "drop":
                return self.hang_up()
            if isinstance(fault, int):
                return self.answer(fault, {"error": {"code": "bad_value", "message": "不行", "place": desk.fault_place}})
            status, answer = desk.save(form)
            desk.saves.append((form, status))
            if fault == "lose":
                return self.hang_up()
            if self.headers.get("Accept") == "application/json":
                return self.answer(status, answer)
            return self.answer(200, "<!doctype html><title>sent</title>", "text/html; charset=utf-8")

    return Handler


@contextlib.contextmanager
def serving(blocks, library, more_sheets=()):
    """A desk with these blocks, and its address. Without a library the editor cannot be had."""
    desk = StoryDesk(blocks)
    sheets = [THEME / "styles/base.css", *more_sheets, *sorted((THEME / "newsroom/styles").glob("*.css"))]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler(desk, library, sheets))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield desk, f"http://127.0.0.1:{server.server_address[1]}/desk/stories/12"
    finally:
        server.shutdown()
        server.server_close()
