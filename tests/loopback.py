"""Small web servers on loopback, in threads, that answer what a test tells them to."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Answer:
    """What to say to one request. `send` replaces everything after the request line, byte for byte."""

    body: bytes = b""
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    send: Callable[[BaseHTTPRequestHandler], None] | None = None


type Route = Answer | Callable[[BaseHTTPRequestHandler], Answer]


@dataclass
class Site:
    """A server that runs: its address without a closing slash, its routes by path, what it was asked."""

    port: int
    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        return f"http://{self.host}"

    def count(self, path: str) -> int:
        return self.asked.count(path)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    site: Site


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        self.server.site.bodies.append(self.rfile.read(length))
        self.do_GET()

    def do_GET(self) -> None:
        site = self.server.site
        path = self.path.partition("?")[0]
        site.asked.append(self.path)
        site.headers.append({name.lower(): value for name, value in self.headers.items()})
        route = site.routes.get(self.path) or site.routes.get(path) or Answer(b"nothing here", status=404)
        answer = route if isinstance(route, Answer) else route(self)
        with suppress(BrokenPipeError, ConnectionResetError):
            self._say(answer)

    def _say(self, answer: Answer) -> None:
        if answer.send is not None:
            answer.send(self)
            return
        self.send_response(answer.status)
        if answer.content_type:
            self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Tests are quiet."""


@contextmanager
def serve(routes: dict[str, Route] | None = None) -> Iterator[Site]:
    """Serve `routes` (changed at will while it runs) on a free port of 127.0.0.1."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.site = site = Site(server.server_address[1], routes if routes is not None else {})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>{title}</title><link>{link}</link>{items}</channel></rss>"""
ITEM = """<item><title>{title}</title><link>{link}</link><guid isPermaLink="false">{id}</guid>{date}
<description>{summary}</description></item>"""


def rss(entries: list[dict[str, str]], *, title: str = "Norland Courier", link: str = "http://x/") -> bytes:
    """Write an RSS feed of entries with the keys title, link, id, date (RFC 822) and summary."""
    items = []
    for entry in entries:
        date = f"<pubDate>{entry['date']}</pubDate>" if entry.get("date") else ""
        filled = {"title": "", "link": "", "summary": "", "id": entry.get("link", "")} | entry
        item = ITEM.format(**(filled | {"date": date}))
        items.append(item.replace("<link></link>", ""))
    return FEED.format(title=title, link=link, items="".join(items)).encode()
