import contextlib
import socket
from hashlib import shake_256
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from issues.reading.edtf import ImpreciseDate
from issues.reading.pages import UnreadablePage, read_page, sniff_media_type
from issues.vocabulary import DateOrigin
from tests.reading.pdf_files import pdf_file
from tests.reading.timing import growth

WORDS = "The envoy of Norland said that the talks on direct flights would go on. " * 3
HTML = f"<html><head><title>Talks</title>%s</head><body><article><p>{WORDS}</p>%s</article></body></html>"
URL = "https://gazette.example/2026/06/20/talks/"


def test_plain_text_is_decoded_exactly_so_that_offsets_hold_in_the_file() -> None:
    raw = f"Talks go on in Norport\r\n\r\n{WORDS}\n\n10:59 26.06.2026 •\n\n".encode()
    page = read_page(raw, url=URL)
    assert page.text == raw.decode("utf-8")
    assert (page.media_type, page.title, page.language) == ("text/plain", "Talks go on in Norport", "en")
    assert page.published is not None
    assert (page.published.edtf, page.published.origin) == ("2026-06-26", DateOrigin.TEXT)


@pytest.mark.parametrize("charset", ["windows-1251", "utf-16", "koi8-r"])
def test_character_sets_of_plain_text(charset: str) -> None:
    text = "Переговоры о прямых рейсах будут продолжены до конца лета.\n" * 3
    page = read_page(text.encode(charset))
    assert (page.text, page.language) == (text, "ru")
    assert read_page(text.encode(charset), media_type=f"text/plain; charset={charset}").text == text


@pytest.mark.parametrize(
    ("head", "body", "edtf", "origin"),
    [
        (
            '<meta property="article:published_time" content="2026-06-26">',
            "",
            "2026-06-26",
            DateOrigin.METADATA,
        ),
        ("", "<p>26 June 2026</p>", "2026-06-20", DateOrigin.ADDRESS),
    ],
)
def test_the_date_of_a_page_says_where_it_is_from(
    head: str, body: str, edtf: str, origin: DateOrigin
) -> None:
    page = read_page((HTML % (head, body)).encode(), url=URL)
    assert page.published is not None
    assert (page.published.edtf, page.published.origin) == (edtf, origin)


def test_a_dateline_dates_a_page_that_nothing_else_dates() -> None:
    page = read_page((HTML % ("", "<p>26 June 2026</p>")).encode())
    assert page.published is not None
    assert (page.published.edtf, page.published.origin) == ("2026-06-26", DateOrigin.TEXT)


def test_a_date_known_from_elsewhere_wins() -> None:
    known = ImpreciseDate.from_edtf("2026-06", origin=DateOrigin.FEED)
    html = (HTML % ('<meta property="article:published_time" content="2026-06-26">', "")).encode()
    for raw in (html, f"{WORDS}\n26.06.2026".encode(), pdf_file([[WORDS[:70], "26 June 2026"]])):
        assert read_page(raw, url=URL, published=known).published == known


@pytest.mark.parametrize("raw", [WORDS.encode(), (HTML % ("", "")).encode(), pdf_file([[WORDS[:70]]])])
def test_a_page_without_a_date_is_undated(raw: bytes) -> None:
    assert read_page(raw).published is None


def test_a_pdf_is_dated_by_its_words_before_its_creation() -> None:
    information = "/CreationDate (D:20260628120000Z)"
    by_words = read_page(pdf_file([["26 June 2026", WORDS[:70]]], information=information)).published
    by_creation = read_page(pdf_file([[WORDS[:70]]], information=information)).published
    assert by_words is not None
    assert by_creation is not None
    assert (by_words.edtf, by_words.origin) == ("2026-06-26", DateOrigin.TEXT)
    assert (by_creation.edtf, by_creation.origin) == ("2026-06-28", DateOrigin.METADATA)


@pytest.mark.parametrize(
    ("raw", "declared", "kind"),
    [
        (b"Talks", None, "text/plain"),
        (b"<p>Talks</p>", None, "text/html"),
        (b"<p>Talks</p>", "text/plain; charset=utf-8", "text/plain"),
        (b"Talks", "text/html", "text/html"),
        (b"  <!-- x --><!DOCTYPE html><html>", None, "text/html"),
        ("<html><p>Рейсы".encode("utf-16"), None, "text/html"),
        (b"<talks> go on", None, "text/plain"),
        (b"\n%PDF-1.7", "text/html", "application/pdf"),
        (b"Talks", "application/octet-stream", "text/plain"),
    ],
)
def test_kinds_are_told_by_signature_declaration_and_look(
    raw: bytes, declared: str | None, kind: str
) -> None:
    assert sniff_media_type(raw, declared) == kind


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"PK\x03\x04rest", "Word"),
        (b"\x89PNG\r\n", "picture"),
        (b"{\\rtf1 x}", "RTF"),
        (b"<?xml version='1.0'?><rss version='2.0'>", "feed"),
        (shake_256(b"noise").digest(200_000), "no text"),
        (b"<html><body>" + shake_256(b"more").digest(200_000), "no text"),
        (bytes(range(32)) * 20, "no text"),
    ],
)
def test_other_files_are_refused_with_what_to_do(raw: bytes, said: str) -> None:
    with pytest.raises(UnreadablePage, match=said):
        read_page(raw)


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> NoReturn:
        raise AssertionError("the reader opened a socket")

    read_page((HTML % ("", "")).encode())  # what it imports when it first reads HTML may look at sockets
    head = '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd"><link rel="stylesheet" href="http://127.0.0.1:9/x.css">'
    html = head + HTML % (
        "",
        '<img src="http://127.0.0.1:9/x.png"><iframe src="http://127.0.0.1:9/"></iframe>',
    )
    with monkeypatch.context() as closed:
        closed.setattr(socket, "socket", refuse)
        closed.setattr(socket, "create_connection", refuse)
        assert "direct flights" in read_page(html.encode(), url="http://127.0.0.1:9/").text


_PIECE = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "<b>",
        "</b>",
        "<br>",
        "<table><tr><td>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "&amp;",
        "&#0;",
        "<h1>",
        "<title>",
        "</title>",
        "<",
        ">",
        "'",
        "<meta\tproperty='article:published_time'\tcontent='2026-06-26'>",
        "<time\tdatetime=2026-06-26>",
        "Q.",
        "(((",
        "«",
        "—",
        "?",
        "No.",
        "26\tиюня\t2026\tгода",
        "\u202e",
        "\u200b",
        "\x00",
        "\x0b",
        "\r\n",
    ]
)


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=200)
    | st.lists(_PIECE, max_size=30).map(lambda some: "".join(some).encode())
    | st.lists(_PIECE, max_size=30).map(lambda some: b"<html>" + "".join(some).encode())
    | st.binary(max_size=200).map(lambda rest: b"%PDF-1.4\n" + rest),
    st.sampled_from(
        [None, "text/plain", "text/html", "text/html; charset=koi8-r", "text/plain; charset=hex"]
    ),
)
def test_any_bytes_are_a_page_or_refused(raw: bytes, media_type: str | None) -> None:
    try:
        page = read_page(raw, url=URL, media_type=media_type)
    except UnreadablePage:
        return
    assert page.text
    assert "\0" not in page.text
    if page.media_type == "text/plain" and media_type is None:
        with contextlib.suppress(UnicodeDecodeError):
            assert (
                len(page.text) == len(raw.decode("utf-8"))
                or raw[:2] in {b"\xff\xfe", b"\xfe\xff"}
                or b"\0" in raw
            )


@pytest.mark.parametrize(
    "piece",
    [
        "The envoy said on Monday.\n",
        "(",
        "\n",
        "<p>The envoy of Norland said so.</p>",
        "<div>",
        "<b>a ",
        "a<br>",
        "<li>a",
    ],
)
@pytest.mark.parametrize("front", ["", "<html><body>"])
def test_time_grows_with_the_page_and_not_faster(front: str, piece: str) -> None:
    def read(size: int) -> None:
        with contextlib.suppress(UnreadablePage):
            read_page((front + piece * (size // len(piece))).encode())

    assert growth(read, small=8_000, factor=8) < 8 * 4
