from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from tracker import probe


class Server(HTTPServer):
    status = 200
    seen_host = ""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.seen_host = self.headers["Host"]
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(b'{"status": "failing"}')

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setattr(probe, "ADDRESS", f"http://127.0.0.1:{server.server_port}/healthz")
        yield server
        server.shutdown()


def test_it_asks_by_a_name_that_the_site_answers_to(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", ".tracker.example, other.example")
    assert probe.main() == 0
    assert server.seen_host == "tracker.example"


def test_what_the_site_says_of_itself_is_the_outcome(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.status = 503
    assert probe.main() == 1
    assert "failing" in capsys.readouterr().out


def test_no_server_is_an_outcome_too(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    server.shutdown()
    server.server_close()
    assert probe.main() == 1


@pytest.mark.parametrize(
    ("hosts", "name"), [("", "localhost"), ("*", "localhost"), ("a.example", "a.example")]
)
def test_names(hosts: str, name: str) -> None:
    assert probe.host_to_name(hosts) == name
