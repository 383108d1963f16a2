import gzip
import time
from collections.abc import Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler

import pytest
from pytest_django import Settings

from issues.ingest.errors import (
    AnswerError,
    RefusedError,
    ServerTroubleError,
    TooLargeError,
    TooSlowError,
    UnreachableError,
    WrongTypeError,
)
from issues.ingest.fetch import PAGES, fetch
from tests.loopback import Answer, Site, serve


@pytest.fixture
def site(settings: Settings) -> Iterator[Site]:
    with serve() as running:
        settings.FETCH_ALLOW = [running.host]
        yield running


def test_a_page_with_what_is_needed_to_ask_again(site: Site) -> None:
    site.routes["/a"] = Answer("<p>Привет".encode(), headers={"ETag": '"1"', "Last-Modified": "then"})
    got = fetch(f"{site.address}/a?b=1", accept=PAGES)
    assert (got.status, got.body.decode(), got.media_type) == (200, "<p>Привет", "text/html")
    assert (got.etag, got.last_modified, got.url) == ('"1"', "then", f"{site.address}/a?b=1")
    assert site.headers[0]["host"] == site.host
    assert site.headers[0]["user-agent"].startswith("Demarche/")


def test_not_modified_has_no_body(site: Site) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> Answer:
        assert handler.headers["If-None-Match"] == '"1"'
        assert handler.headers["If-Modified-Since"] == "then"
        return Answer(status=304, content_type="")

    site.routes["/a"] = answer
    assert fetch(f"{site.address}/a", accept=PAGES, etag='"1"', last_modified="then").status == 304


def test_an_entity_tag_cannot_smuggle_headers(site: Site) -> None:
    site.routes["/a"] = Answer(b"x")
    fetch(f"{site.address}/a", accept=PAGES, etag='"1"\r\nX-Evil: 1')
    assert "x-evil" not in site.headers[0]
    assert "if-none-match" not in site.headers[0]


def test_redirects_are_followed_and_counted(site: Site) -> None:
    site.routes["/0"] = Answer(status=301, headers={"Location": "/1"})
    site.routes["/1"] = Answer(status=302, headers={"Location": "/стр".encode().decode("latin-1")})
    site.routes["/%D1%81%D1%82%D1%80"] = Answer(b"there")
    assert fetch(f"{site.address}/0", accept=PAGES).body == b"there"
    site.routes["/loop"] = Answer(status=302, headers={"Location": "/loop"})
    with pytest.raises(AnswerError, match="more than 5 times"):
        fetch(f"{site.address}/loop", accept=PAGES)


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "answered 404 .*; check the address"), (403, "programs"), (410, "for good"), (206, "206")],
)
def test_answers_that_are_no_pages(site: Site, status: int, words: str) -> None:
    site.routes["/a"] = Answer(b"x", status=status)
    with pytest.raises(AnswerError, match=words) as caught:
        fetch(f"{site.address}/a", accept=PAGES)
    assert caught.value.http_status == status
    assert not caught.value.transient


@pytest.mark.parametrize(
    ("said", "at_least", "at_most"),
    [
        ("120", 120, 120),
        ("in ten minutes", 500, 600),
        ("Fri, 26 Jun 2020 09:00:00 GMT", 0, 0),
    ],
)
def test_trouble_passes_and_may_say_when(site: Site, said: str, at_least: float, at_most: float) -> None:
    if said == "in ten minutes":
        said = formatdate(time.time() + 600, usegmt=True)
    site.routes["/a"] = Answer(status=503, headers={"Retry-After": said})
    with pytest.raises(ServerTroubleError) as caught:
        fetch(f"{site.address}/a", accept=PAGES)
    assert caught.value.transient
    assert caught.value.retry_after is not None
    assert at_least <= caught.value.retry_after <= at_most


def test_trouble_that_does_not_say_when(site: Site) -> None:
    for said in ("soon", "9" * 30, ""):
        site.routes["/a"] = Answer(status=503, headers={"Retry-After": said})
        with pytest.raises(ServerTroubleError) as caught:
            fetch(f"{site.address}/a", accept=PAGES)
        assert caught.value.retry_after is None


def test_a_kind_that_is_not_read(site: Site) -> None:
    site.routes["/a"] = Answer(b"\x89PNG", content_type="image/png")
    with pytest.raises(WrongTypeError, match="image/png"):
        fetch(f"{site.address}/a", accept=PAGES)


def test_too_large_as_declared_as_sent_and_as_unpacked(site: Site) -> None:
    def undeclared(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + b"x" * 200_000)

    bomb = gzip.compress(b"\0" * 50_000_000)
    site.routes["/declared"] = Answer(b"x" * 200_000)
    site.routes["/sent"] = Answer(send=undeclared)
    site.routes["/bomb"] = Answer(bomb, headers={"Content-Encoding": "gzip"})
    for path in ("/declared", "/sent", "/bomb"):
        with pytest.raises(TooLargeError):
            fetch(f"{site.address}{path}", accept=PAGES, max_bytes=100_000)


def test_packed_answers_are_unpacked(site: Site) -> None:
    site.routes["/a"] = Answer(gzip.compress(b"words"), headers={"Content-Encoding": "gzip"})
    assert fetch(f"{site.address}/a", accept=PAGES).body == b"words"
    site.routes["/b"] = Answer(b"no gzip at all", headers={"Content-Encoding": "gzip"})
    with pytest.raises(AnswerError, match="unpacked"):
        fetch(f"{site.address}/b", accept=PAGES)


@pytest.mark.parametrize("where", ["status", "headers", "body"])
def test_a_dripping_server_is_left_in_time(site: Site, where: str) -> None:
    start = {
        "status": b"",
        "headers": b"HTTP/1.0 200 OK\r\nX-Slow: ",
        "body": b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n",
    }[where]

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(start)
        for _ in range(50):
            time.sleep(0.1)
            handler.wfile.write(b"H")

    site.routes["/a"] = Answer(send=drip)
    began = time.monotonic()
    with pytest.raises(TooSlowError, match="in time"):
        fetch(f"{site.address}/a", accept=PAGES, timeout=0.5)
    assert time.monotonic() - began < 2.5


def test_a_broken_off_answer_is_no_page(site: Site) -> None:
    def broken(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\nhalf")

    site.routes["/a"] = Answer(send=broken)
    with pytest.raises(UnreachableError, match="broke off"):
        fetch(f"{site.address}/a", accept=PAGES)


def test_a_closed_port_and_an_unknown_host(site: Site, settings: Settings) -> None:
    settings.FETCH_ALLOW = ["127.0.0.1:1"]
    with pytest.raises(UnreachableError, match="does not take connections"):
        fetch("http://127.0.0.1:1/", accept=PAGES)
    with pytest.raises(UnreachableError, match="no host named"):
        fetch("http://no-such-host.invalid/", accept=PAGES)


def test_tls_names_the_host_and_checks_its_certificate(site: Site, settings: Settings) -> None:
    with pytest.raises(UnreachableError, match=r"secure connection|certificate|broke off"):
        fetch(f"https://{site.host}/", accept=PAGES)


def test_redirect_to_the_inside_is_refused(site: Site) -> None:
    for hostile in (
        "http://127.0.0.1:1/",
        "http://169.254.169.254/latest/",
        "file:///etc/passwd",
        "//[::1]/",
    ):
        site.routes["/a"] = Answer(status=302, headers={"Location": hostile})
        with pytest.raises(RefusedError):
            fetch(f"{site.address}/a", accept=PAGES)
