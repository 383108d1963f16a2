import contextlib
import socket
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from issues.reading.feeds import Entry, UnreadableFeed, read_feed
from tests.reading.timing import growth

BASE = "https://gazette.example/feed.xml"


def rss(*items: str, head: str = '<?xml version="1.0"?>', title: str = "The Norport Gazette") -> bytes:
    return (
        f'{head}<rss version="2.0"><channel><title>{title}</title>{"".join(items)}</channel></rss>'.encode()
    )


def only(raw: bytes) -> Entry:
    (entry,) = read_feed(raw, base_url=BASE).entries
    return entry


def test_rss() -> None:
    feed = read_feed(
        rss(
            "<item><title>Talks &amp; flights</title><link>https://gazette.example/1</link><guid>tag:1</guid>"
            "<pubDate>Fri, 26 Jun 2026 10:59:00 +0300</pubDate><description>One.</description></item>"
        )
    )
    assert (feed.title, feed.warning) == ("The Norport Gazette", "")
    assert feed.entries == [
        Entry("tag:1", "https://gazette.example/1", "Talks & flights", "2026-06-26T10:59:00+03:00", "One.")
    ]


def test_atom_tells_published_from_updated() -> None:
    feed = read_feed(
        b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/news/"><title>A</title>
        <entry><id>tag:a,1</id><title>Both</title><link href="one"/>
          <published>2026-06-25T10:00:00Z</published><updated>2026-06-26T10:00:00Z</updated></entry>
        <entry><id>tag:a,2</id><title>Updated only</title>
          <updated>2026-06-26T10:00:00Z</updated></entry></feed>"""
    )
    both, updated_only = feed.entries
    assert (both.url, both.published) == ("https://a.example/news/one", "2026-06-25T10:00:00+00:00")
    assert (updated_only.published, updated_only.updated) == (None, "2026-06-26T10:00:00+00:00")


def test_rdf_in_windows_1251() -> None:
    raw = """<?xml version="1.0" encoding="windows-1251"?><rdf:RDF xmlns="http://purl.org/rss/1.0/"
      xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="x"><title>Новости</title></channel><item rdf:about="https://n.example/1">
      <title>Раз</title><link>https://n.example/1</link><dc:date>2026-06-26</dc:date></item></rdf:RDF>"""
    feed = read_feed(raw.encode("cp1251"))
    assert feed.title == "Новости"
    assert [(entry.title, entry.published) for entry in feed.entries] == [("Раз", "2026-06-26")]


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_character_sets(charset: str) -> None:
    raw = rss("<item><title>Рейсы</title><guid>1</guid></item>", head="").decode().encode(charset)
    assert only(raw).title == "Рейсы"


@pytest.mark.parametrize(
    "date",
    ["", "<pubDate/>", "<pubDate>soon</pubDate>", "<pubDate>Fri, 99 Foo 2026</pubDate>",
     "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>"],
)  # fmt: skip
def test_a_missing_or_unreadable_date_is_unknown_and_never_now(date: str) -> None:
    assert only(rss(f"<item><title>A</title><guid>1</guid>{date}</item>")).published is None


@pytest.mark.parametrize(
    ("link", "url"),
    [("/a.html", "https://gazette.example/a.html"), ("//b.example/c", "https://b.example/c"), ("", ""),
     ("javascript:alert(1)", ""), ("ftp://a.example/b", ""), ("http://[", ""), (" https://a.example/ ", "https://a.example/")],
)  # fmt: skip
def test_links_are_absolute_web_addresses_or_none(link: str, url: str) -> None:
    assert (
        only(rss(f"<item><title>A</title><guid isPermaLink='false'>1</guid><link>{link}</link></item>")).url
        == url
    )


def test_an_entry_without_link_is_kept_by_its_id_and_without_an_id_by_its_words() -> None:
    with_id, wordy, again = read_feed(
        rss(
            "<item><guid isPermaLink='false'>n7</guid></item>",
            *2 * ["<item><title>Only words</title></item>"],
            "<item></item>",
        )
    ).entries
    assert (with_id.id, with_id.url) == ("n7", "")
    assert wordy.id.startswith("sha256:")
    assert wordy.id == again.id


def test_summaries_are_plain_text() -> None:
    entry = only(
        rss(
            "<item><title>&lt;b&gt;A&lt;/b&gt; &amp;amp; B</title><description><![CDATA["
            "<p>One</p><p>Two<br>three &amp; <script>alert(1)</script><a href='x' onclick='y'>four</a></p>"
            "]]></description></item>"
        )
    )
    assert (entry.title, entry.summary) == ("A & B", "One\nTwo\nthree & four")


BOMB = (
    "<!DOCTYPE rss [<!ENTITY a0 'boom'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    + "<!ENTITY file SYSTEM 'file:///etc/hostname'><!ENTITY % far SYSTEM 'http://127.0.0.1:9/x.dtd'> %far;]>"
)


def test_entities_are_neither_expanded_nor_included(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> NoReturn:
        raise AssertionError("the reader opened something")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr("builtins.open", refuse)
    feed = read_feed(
        rss("<item><title>x &a11; &file;</title><guid>1</guid></item>", head=BOMB), base_url=BASE
    )
    assert feed.entries[0].title == "x &a11; &file;"
    assert "entity" in feed.warning


def test_a_name_in_place_of_a_feed_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    for name in (b"http://127.0.0.1:9/feed", b"/etc/hostname", b"file:///etc/hostname"):
        with pytest.raises(UnreadableFeed):
            read_feed(name)


def test_a_broken_feed_is_read_as_far_as_it_goes() -> None:
    feed = read_feed(
        b'<rss version="2.0"><channel><item><title>A</title><guid>1</guid></item><item><title>B &'
    )
    assert feed.entries[0].title == "A"
    assert feed.warning.startswith("broken XML: ")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b" \n\0", "empty"),
        (b"\x1f\x8b\x08rest", "gzip"),
        (b'{"items": []}', "JSON"),
        (b"Service unavailable", "no <rss>, <feed> or <rdf:RDF>"),
        (b"<!DOCTYPE html><html><body>Hello</body></html>", "web page, not a feed"),
        (
            b"<html><head><link rel='alternate' type='application/rss+xml' href='/rss.xml'></head></html>",
            "It names its feeds: /rss.xml",
        ),
        (bytes(range(256)) * 4, "not a feed"),
    ],
)
def test_rubbish_is_refused_with_what_is_wrong(raw: bytes, said: str) -> None:
    with pytest.raises(UnreadableFeed, match=said):
        read_feed(raw)


_PIECE = st.sampled_from(
    (
        b"<rss> <channel> <item> </item> <title> </title> <link> &amp; & < > ' <![CDATA[ ]]> <!DOCTYPE "
        b"<a:b xmlns:a='c'> <!-- --> <?xml?> <pubDate> 2026-06-26 \0 \xff \xd0\xb0 "
        b"<feed> <entry> <description>"
    ).split()
)


@settings(max_examples=150)
@given(
    st.binary(max_size=100) | st.lists(_PIECE, max_size=25).map(lambda pieces: b"<rss>" + b"".join(pieces))
)
def test_any_bytes_are_a_feed_or_refused(raw: bytes) -> None:
    try:
        feed = read_feed(raw, base_url=BASE)
    except UnreadableFeed:
        return
    assert all(entry.id for entry in feed.entries)


@pytest.mark.parametrize(
    "piece", [b"<", b"&", b"<a>", b"<![CDATA[", b'<a b="', b"<!--", b"\n", b"<item><title>x</title></item>"]
)
@pytest.mark.parametrize("front", [b"", b'<rss version="2.0"><channel>'])
def test_time_grows_with_the_feed_and_not_faster(front: bytes, piece: bytes) -> None:
    def read(size: int) -> None:
        with contextlib.suppress(UnreadableFeed):
            read_feed(front + piece * (size // len(piece)) + b"<rss>")

    assert growth(read, small=10_000, factor=8) < 8 * 4
