"""The demo site answers like a small news site: feeds, pages, a PDF, conditional requests."""

from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import feedparser
import pypdfium2
import pytest

from issues.demo.articles import outlets, read_edition
from issues.demo.days import edition_of
from issues.demo.pages import address_of
from issues.demo.pdf import write_pdf
from issues.demo.site import DemoSite, PressDesk

TODAY = date(2026, 11, 24)
BASE = "http://127.0.0.1:8765"
EDITION = f"/edition/{edition_of(TODAY)}/"
EDITED = f"{EDITION}courier/aldrenn-autumn.html"


class Answer:
    """What the site sent for one request."""

    def __init__(self, site: Any, path: str, method: str = "GET", **headers: str) -> None:
        environ: dict[str, Any] = {
            "PATH_INFO": path,
            "SCRIPT_NAME": "",
            "QUERY_STRING": "",
            "REQUEST_METHOD": method,
            "HTTP_HOST": "127.0.0.1:8765",
        }
        environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        setup_testing_defaults(environ)
        chunks = validator(site)(environ, self.start)
        self.body = b"".join(chunks)
        getattr(chunks, "close", lambda: None)()

    def start(self, status: str, headers: list[tuple[str, str]], _exc_info: Any = None) -> Any:
        self.status = int(status.split(maxsplit=1)[0])
        self.headers = dict(headers)
        return lambda _data: None


@pytest.fixture
def site() -> DemoSite:
    return DemoSite(today=lambda: TODAY)


class Text(HTMLParser):
    """Collects links and the text of a page, and that every element was closed."""

    VOID = frozenset({"meta", "link", "br", "input"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if name == "href" and value]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("slug", list(outlets()))
def test_every_feed_parses_newest_first(site: DemoSite, slug: str) -> None:
    answer = Answer(site, f"{EDITION}{slug}/feed.xml")
    parsed = feedparser.parse(answer.body)
    assert not parsed.bozo
    assert parsed.version == {"rss": "rss20", "atom": "atom10"}[outlets()[slug].feed]
    expected = read_edition(TODAY).of_outlet(outlets()[slug])
    assert [entry.title for entry in parsed.entries] == [each.title for each in expected]
    assert len({entry.id for entry in parsed.entries}) == len(expected)
    dates = [entry.get("published_parsed") for entry in parsed.entries]
    if outlets()[slug].feed_dates:
        assert dates == sorted(dates, reverse=True)
    else:
        assert set(dates) == {None}


@pytest.mark.parametrize("slug", list(outlets()))
def test_every_entry_leads_to_a_page_with_its_words(site: DemoSite, slug: str) -> None:
    edition = read_edition(TODAY)
    for entry in feedparser.parse(Answer(site, f"{EDITION}{slug}/feed.xml").body).entries:
        answer = Answer(site, entry.link.removeprefix(BASE))
        assert answer.status == 200
        if entry.link.endswith(".pdf"):
            continue
        page = Text(answer.body.decode())
        assert page.open == []
        article = edition.articles[f"{slug}/{entry.link.rsplit('/', 1)[1].removesuffix('.html')}"]
        words = "".join(page.words)
        assert article.title in words
        for paragraph in article.paragraphs:
            assert all(line in words for line in paragraph.removeprefix("## ").splitlines())


def test_every_link_of_the_site_answers(site: DemoSite) -> None:
    waiting, seen = ["/"], set()
    while waiting:
        path = waiting.pop()
        seen.add(path)
        answer = Answer(site, path)
        assert answer.status == 200, path
        if answer.headers["Content-Type"].startswith("text/html"):
            found = {link.removeprefix(BASE) for link in Text(answer.body.decode()).links}
            waiting += found - seen - set(waiting)
    assert len(seen) > 50


def test_pages_say_when_they_were_published_each_in_its_own_way(site: DemoSite) -> None:
    pages = {
        "courier/brenskow-interview.html": '"datePublished": "{}T06:30:00+00:00"',
        "norland-mfa/readout-call.html": 'property="article:published_time" content="{}T16:40:00+00:00"',
        "vesper-wire/quintavel-lease.html": 'itemprop="datePublished" datetime="{}T17:20:00+00:00"',
    }
    for path, words in pages.items():
        day = read_edition(TODAY).articles[path.removesuffix(".html")].published_at.date()
        assert words.format(day) in Answer(site, f"{EDITION}{path}").body.decode()


def test_the_russian_page_is_russian(site: DemoSite) -> None:
    page = Answer(site, f"{EDITION}vestnik/marrholt-intervyu.html").body.decode()
    assert '<html lang="ru">' in page
    assert "20 августа 2026 года" in page


def test_the_pdf_holds_its_text_and_is_the_same_every_time(site: DemoSite) -> None:
    path = f"{EDITION}vesperia-mfa/note-on-exchange.pdf"
    answer = Answer(site, path)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.body == Answer(site, path).body
    text = pypdfium2.PdfDocument(answer.body)[0].get_textpage().get_text_range()
    assert "The Sides agreed that the release of the four prisoners" in text


def test_a_long_pdf_has_many_pages_and_keeps_brackets() -> None:
    raw = write_pdf(
        tuple(f"Paragraph {number} (of many) \\ – “quoted”." for number in range(120)),
        title="A (long) note",
        created_at=datetime(2026, 1, 5, tzinfo=UTC),
    )
    document = pypdfium2.PdfDocument(raw)
    assert len(document) == 6
    assert document.get_metadata_value("Title") == "A (long) note"
    assert "Paragraph 0 (of many) \\ – “quoted”." in document[0].get_textpage().get_text_range()
    assert "Paragraph 119" in document[5].get_textpage().get_text_range()


@pytest.mark.parametrize("page", ["courier/feed.xml", "dispatch/flights-halted.html"])
def test_an_unchanged_page_answers_304(site: DemoSite, page: str) -> None:
    first = Answer(site, EDITION + page)
    again = Answer(site, EDITION + page, if_none_match=f'"other", W/{first.headers["ETag"]}')
    assert (again.status, again.body) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    dated = Answer(site, EDITION + page, if_modified_since=first.headers["Last-Modified"])
    assert dated.status == 304


def test_a_stale_or_unreadable_condition_answers_in_full(site: DemoSite) -> None:
    path = f"{EDITION}courier/feed.xml"
    for condition in (
        {"if_none_match": '"other"'},
        {"if_modified_since": "Mon, 01 Jan 2024 00:00:00 GMT"},
        {"if_modified_since": "the day before yesterday"},
    ):
        assert Answer(site, path, **condition).status == 200


def test_a_page_is_edited_once_its_first_version_was_read(site: DemoSite) -> None:
    feed = f"{EDITION}courier/feed.xml"
    feed_before = Answer(site, feed)
    head = Answer(site, EDITED, method="HEAD")
    assert head.body == b""
    before = Answer(site, EDITED)
    after = Answer(site, EDITED, if_none_match=before.headers["ETag"])
    assert "engineers into the villa" in before.body.decode()
    assert after.status == 200
    assert "engineers into the villa" not in after.body.decode()
    assert Answer(site, feed, if_none_match=feed_before.headers["ETag"]).status == 200
    assert parsedate_to_datetime(after.headers["Last-Modified"]) >= parsedate_to_datetime(
        before.headers["Last-Modified"]
    )


def test_the_desk_may_publish_edits_at_once_or_never() -> None:
    published = DemoSite(PressDesk("published"))
    assert "engineers into the villa" not in Answer(published, EDITED).body.decode()
    never = DemoSite(PressDesk("never"))
    assert Answer(never, EDITED).body == Answer(never, EDITED).body
    assert "engineers into the villa" in Answer(never, EDITED).body.decode()


def test_an_edit_outlives_a_restart(tmp_path: Path) -> None:
    memory = tmp_path / "press.json"
    Answer(DemoSite(PressDesk(memory=memory)), EDITED)
    restarted = DemoSite(PressDesk(memory=memory))
    assert "engineers into the villa" not in Answer(restarted, EDITED).body.decode()


def test_an_edition_reads_the_same_whatever_day_it_is(site: DemoSite) -> None:
    path = f"{EDITION}vesper-wire/santorel-lists.html"
    later = DemoSite(today=lambda: date(2027, 3, 1))
    assert Answer(site, path).body == Answer(later, path).body
    assert Answer(site, "/").body != Answer(later, "/").body


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/edition/999999999/courier/feed.xml",
        f"{EDITION}tribune/",
        f"{EDITION}courier/nothing.html",
        f"{EDITION}courier/aldrenn-autumn",
        f"{EDITION}vesperia-mfa/note-on-exchange.pdf.html",
        f"{EDITION}../../etc/passwd",
    ],
)
def test_what_is_not_there_answers_404(site: DemoSite, path: str) -> None:
    assert Answer(site, path).status == 404


def test_the_site_takes_no_posts_and_welcomes_robots(site: DemoSite) -> None:
    assert Answer(site, "/", method="POST").status == 405
    robots = Answer(site, "/robots.txt")
    assert robots.body.startswith(b"User-agent: *")


def test_addresses_hold_no_date_that_a_reader_could_mistake() -> None:
    edition = read_edition(TODAY)
    for article in edition.articles.values():
        address = address_of(article, base=BASE, edition=edition)
        assert not any(digits.isdigit() and len(digits) in {4, 8} for digits in address.split("/"))
