from collections.abc import Iterator

import pytest
from pytest_django import Settings

from issues.ingest.preview import find_feeds, preview_source
from tests.loopback import Answer, Site, rss, serve

FEED = rss(
    [
        {"title": "Talks", "link": "/1", "date": "Fri, 26 Jun 2026 09:00:00 GMT", "summary": "They met."},
        {"title": "", "id": "2", "summary": "No page."},
    ]
)


@pytest.fixture
def site(settings: Settings) -> Iterator[Site]:
    with serve({"/feed.xml": Answer(FEED, content_type="text/xml")}) as running:
        settings.FETCH_ALLOW = [running.host]
        yield running


def page(*links: str) -> Answer:
    return Answer(f"<html><head>{''.join(links)}</head><body>Hello</body></html>".encode())


def named(address: str, title: str = "", kind: str = "application/rss+xml") -> str:
    return f'<link rel="alternate" type="{kind}" href="{address}" title="{title}">'


def test_a_feed_shows_what_it_would_bring(site: Site) -> None:
    preview = preview_source(f"  {site.address}/feed.xml ")
    assert preview.is_feed
    assert (preview.title, preview.count, preview.dated) == ("Norland Courier", 2, 1)
    first, second = preview.entries
    assert (first.title, first.address) == ("Talks", f"{site.address}/1")
    assert first.published is not None
    assert first.published.edtf == "2026-06-26"
    assert (second.title, second.address, second.published) == ("(without a title)", "", None)


def test_a_page_with_one_feed_is_followed_to_it(site: Site) -> None:
    site.routes["/"] = page(named("/feed.xml"), '<link rel="stylesheet" href="/x.css" type="text/css">')
    preview = preview_source(site.address)
    assert preview.is_feed
    assert (preview.address, preview.found_on) == (f"{site.address}/feed.xml", f"{site.address}/")


def test_a_page_with_several_feeds_offers_them(site: Site) -> None:
    site.routes["/"] = page(
        named("/feed.xml", "All news"),
        named("/world.xml", "World", "application/atom+xml"),
        named("feed.xml", "All news again"),
        named("javascript:alert(1)"),
        named("/print", kind="text/html"),
    )
    preview = preview_source(site.address)
    assert not preview.is_feed
    assert [(one.address.removeprefix(site.address), one.title) for one in preview.offered] == [
        ("/feed.xml", "All news"),
        ("/world.xml", "World"),
    ]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "begins with http"),
        ("not an address", "host name"),
        ("ftp://news.example/", "begins with http"),
        ("http://127.0.0.1:8000/", "not on the public internet"),
        ("http://10.0.0.1/feed", "not on the public internet"),
        ("no-such-host.invalid", "no host named"),
    ],
)
def test_what_is_wrong_is_said(address: str, words: str) -> None:
    preview = preview_source(address)
    assert not preview.is_feed
    assert words in preview.problem


def test_a_page_without_feeds_says_so(site: Site) -> None:
    site.routes["/"] = page()
    assert "web page, not a feed" in preview_source(site.address).problem
    site.routes["/"] = page(named("/gone.xml"))
    assert "404" in preview_source(site.address).problem


def test_feeds_are_found_in_poor_html() -> None:
    assert find_feeds(b"", "https://news.example/") == ()
    assert find_feeds(b"\0\xff<", "https://news.example/") == ()
    raw = (
        b"<base href='https://cdn.example/x/'><LINK REL='Alternate' TYPE='Application/RSS+XML' HREF='f.xml'>"
    )
    assert [one.address for one in find_feeds(raw, "https://news.example/")] == [
        "https://cdn.example/x/f.xml"
    ]
