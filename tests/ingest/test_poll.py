"""Sources: whose turn it is, what a poll brings, and what is said when it brings nothing."""

from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from issues.ingest import poll
from issues.ingest.documents import record_entries
from issues.ingest.poll import Polled, claim_due_sources, poll_source
from issues.models import Capture, Document, PollRun, Source
from issues.reading.feeds import Entry
from issues.vocabulary import PollOutcome, SourceKind
from tests.factories import make_capture, make_document, make_source
from tests.loopback import Answer, Site, rss, serve

pytestmark = pytest.mark.django_db


DATE = "Fri, 26 Jun 2026 01:00:00 +0300"  # that day where it was published, if not in Greenwich


@pytest.fixture
def site(settings: Settings) -> Iterator[Site]:
    with serve() as running:
        settings.FETCH_ALLOW = [running.host]
        yield running


@pytest.fixture
def source(site: Site) -> Source:
    return make_source("Courier", address=f"{site.address}/feed.xml")


def poll_now(source: Source) -> Polled:
    polled = poll_source(source_id=source.pk)
    assert polled is not None
    return polled


def feed(*entries: dict[str, str], **headers: str) -> Answer:
    return Answer(rss(list(entries)), content_type="application/rss+xml", headers=headers)


def test_a_first_poll_records_every_entry_once(site: Site, source: Source) -> None:
    site.routes["/feed.xml"] = feed(
        {
            "title": "One",
            "link": f"{site.address}/1?utm_source=rss#top",
            "date": "Fri, 26 Jun 2026 09:00:00 +0300",
        },
        {"title": "One again", "link": f"{site.address}/1"},
        {"title": "Two", "link": "/2"},
        {"title": "Bad date", "link": f"{site.address}/3", "date": "yesterday"},
        ETag='"abc"',
    )
    polled = poll_now(source)
    run = PollRun.objects.get()
    assert (run.outcome, run.http_status, run.entries_seen, run.documents_new) == ("ok", 200, 3, 3)
    assert run.finished_at is not None
    one, two, three = Document.objects.order_by("-pk")  # as in the feed, whose first entry is the newest
    assert (one.address, one.title) == (f"{site.address}/1", "One")
    assert (one.published_on, one.published_on_origin) == ("2026-06-26", "feed")
    assert two.address == f"{site.address}/2"
    assert (three.published_on, three.published_on_origin) == ("", "")
    assert {due.document_id for due in polled.due} == {one.pk, two.pk, three.pk}
    assert all(document.next_fetch_at for document in (one, two, three))
    source.refresh_from_db()
    assert source.etag == '"abc"'
    assert source.next_poll_at is not None
    pause = source.next_poll_at - timezone.now()
    assert timedelta(minutes=26) < pause < timedelta(minutes=34)
    again = poll_now(source)
    assert (again.due, Document.objects.count()) == ((), 3)
    assert PollRun.objects.latest("pk").documents_new == 0


def test_the_second_question_is_conditional(site: Site, source: Source) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> Answer:
        if handler.headers["If-None-Match"] == '"abc"':
            return Answer(status=304, content_type="")
        return feed({"title": "One", "link": "/1"}, ETag='"abc"')

    site.routes["/feed.xml"] = answer
    assert poll_now(source).outcome == PollOutcome.OK
    assert poll_now(source).outcome == PollOutcome.NOT_MODIFIED
    assert PollRun.objects.latest("pk").http_status == 304


def test_last_modified_is_no_publication_date(site: Site, source: Source) -> None:
    site.routes["/feed.xml"] = feed(
        {"title": "One", "link": "/1"}, **{"Last-Modified": "Fri, 26 Jun 2026 09:00:00 GMT"}
    )
    poll_now(source)
    assert Document.objects.get().published_on == ""
    source.refresh_from_db()
    assert source.last_modified == "Fri, 26 Jun 2026 09:00:00 GMT"


@pytest.mark.parametrize(
    ("answer", "outcome", "words"),
    [
        (Answer(status=404), "failed", "The server answered 404 Not Found; check the address."),
        (Answer(status=503), "failed", "asked again later"),
        (Answer(b"<html><p>Hello"), "failed", "web page, not a feed"),
        (Answer(b""), "failed", "empty"),
        (Answer(b"\x89PNG", content_type="image/png"), "failed", "image/png"),
        (
            Answer(status=302, headers={"Location": "http://10.0.0.1/"}),
            "refused",
            "not on the public internet",
        ),
    ],
)
def test_failures_are_kept_in_words(
    site: Site, source: Source, answer: Answer, outcome: str, words: str
) -> None:
    site.routes["/feed.xml"] = answer
    poll_now(source)
    run = PollRun.objects.get()
    assert run.outcome == outcome
    assert words in run.error
    assert run.finished_at is not None


def test_failures_in_a_row_make_the_pauses_longer(site: Site, source: Source) -> None:
    site.routes["/feed.xml"] = Answer(status=404)
    for hours in (1, 2, 4):
        poll_now(source)
        source.refresh_from_db()
        assert source.next_poll_at is not None
        pause = source.next_poll_at - timezone.now()
        assert timedelta(hours=hours * 0.89) < pause < timedelta(hours=hours * 1.11)
    site.routes["/feed.xml"] = feed({"title": "One", "link": "/1"})
    poll_now(source)
    source.refresh_from_db()
    assert source.next_poll_at is not None
    assert source.next_poll_at - timezone.now() < timedelta(minutes=34)


def test_a_server_says_how_long_to_stay_away(site: Site, source: Source) -> None:
    site.routes["/feed.xml"] = Answer(status=429, headers={"Retry-After": "36000"})
    poll_now(source)
    source.refresh_from_db()
    assert source.next_poll_at is not None
    assert source.next_poll_at - timezone.now() > timedelta(hours=8)


def test_an_error_of_ours_is_noted_and_raised(
    site: Site, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: object) -> None:
        raise KeyError("bug")

    site.routes["/feed.xml"] = feed({"title": "One", "link": "/1"})
    monkeypatch.setattr(poll, "record_entries", broken)
    with pytest.raises(KeyError):
        poll_now(source)
    assert "An error of this program" in PollRun.objects.get().error


def test_a_broken_feed_is_read_as_far_as_it_goes(site: Site, source: Source) -> None:
    whole = rss([{"title": "One", "link": "/1"}, {"title": "Two", "link": "/2"}])
    site.routes["/feed.xml"] = Answer(
        whole[: whole.rindex(b"<title>Two")], content_type="text/xml", headers={"ETag": '"half"'}
    )
    poll_now(source)
    run = PollRun.objects.get()
    assert run.outcome == "ok"
    assert "broken XML" in run.error
    assert Document.objects.filter(title="One").exists()
    source.refresh_from_db()
    assert source.etag == ""  # so that the next answer is whole


def test_entries_without_a_page_are_captured_as_their_own_words(site: Site, source: Source) -> None:
    words = {"title": "Briefing", "id": "b-1", "summary": "The minister spoke of flights."}
    site.routes["/feed.xml"] = feed(words, {"title": "Odd", "id": "b-2", "link": "javascript:alert(1)"})
    polled = poll_now(source)
    assert polled.due == ()
    capture = Capture.objects.get(document__title="Briefing")
    assert capture.text == "Briefing\n\nThe minister spoke of flights."
    assert capture.document.address.startswith("urn:sha256:")
    assert capture.document.next_fetch_at is None
    assert capture.pk in polled.captures
    site.routes["/feed.xml"] = feed({**words, "summary": "The minister spoke of visas."})
    assert len(poll_now(source).captures) == 1
    assert capture.document.captures.count() == 2
    assert poll_now(source).captures == ()


def test_an_entry_that_says_it_was_updated_is_due_again(site: Site, source: Source) -> None:
    document = make_document(source=source, address=f"{site.address}/1")
    capture = make_capture("Old words.", document=document)
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title><entry><id>1</id><title>One</title>'
        '<link href="/1"/><updated>{}</updated></entry></feed>'
    )
    times = {
        timezone.now() - timedelta(days=1): 0,
        timezone.now() + timedelta(seconds=30): 1,
        timezone.now() + timedelta(days=400): 0,
    }
    for updated, count in times.items():
        Document.objects.filter(pk=document.pk).update(next_fetch_at=None)
        site.routes["/feed.xml"] = Answer(atom.format(updated.isoformat()).encode(), content_type="text/xml")
        assert len(poll_now(source).due) == count
    assert capture.document.captures.count() == 1


def test_one_host_is_visited_step_by_step(source: Source, settings: Settings) -> None:
    settings.FETCH_DELAY = 10
    entries = [Entry(str(n), f"https://news{n % 2}.example/{n}", "", None, "") for n in range(20)]
    recorded = record_entries(source=source, entries=entries)
    assert recorded.new == 20
    # What is due in more than a minute is found by the sweep when it is due.
    assert sorted(due.wait for due in recorded.due) == [0, 0, 10, 10, 20, 20, 30, 30, 40, 40, 50, 50, 60, 60]


def test_many_entries_are_few_queries(
    source: Source, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    entries = [Entry(str(n), f"https://news.example/{n}", "T", None, "") for n in range(500)]
    with django_assert_max_num_queries(6):
        record_entries(source=source, entries=entries)


def test_a_feed_without_end_is_taken_in_part_and_says_so(
    site: Site, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poll, "MOST_ENTRIES", 2)
    site.routes["/feed.xml"] = feed(*({"title": str(n), "link": f"{site.address}/{n}"} for n in range(5)))
    poll_now(source)
    assert [document.title for document in Document.objects.order_by("-pk")] == ["0", "1"]
    run = PollRun.objects.get()
    assert (run.outcome, run.entries_seen) == ("ok", 2)
    assert run.error == "Only the first 2 entries were taken; 3 more stand behind them."


def test_old_polls_are_forgotten_and_others_sources_own_kept(
    site: Site, source: Source, settings: Settings
) -> None:
    site.routes["/feed.xml"] = feed({"title": "One", "link": f"{site.address}/1"})
    settings.POLL_RUNS_KEPT = timedelta(days=30)
    now = timezone.now()
    for days in (31, 29):
        PollRun.objects.create(source=source, started_at=now - timedelta(days=days), outcome=PollOutcome.OK)
    other = PollRun.objects.create(
        source=make_source("Other"), started_at=now - timedelta(days=31), outcome=PollOutcome.OK
    )
    run = poll_now(source).run_id
    kept = {run.pk: (now - run.started_at).days for run in PollRun.objects.all()}
    assert sorted(kept.values()) == [-1, 29, 31]
    assert kept[other.pk] == 31
    assert kept[run] == -1


def test_due_sources_are_claimed_once_and_longest_waiting_first() -> None:
    now = timezone.now()
    late = make_source(next_poll_at=now - timedelta(hours=1))
    fresh = make_source(next_poll_at=None)
    make_source(next_poll_at=now + timedelta(hours=1))
    make_source(next_poll_at=now - timedelta(hours=1), is_active=False)
    make_source(kind=SourceKind.PASTE, next_poll_at=None)
    assert claim_due_sources() == [fresh.pk, late.pk]
    assert claim_due_sources() == []


def test_a_paused_source_is_not_polled(source: Source) -> None:
    Source.objects.filter(pk=source.pk).update(is_active=False)
    assert poll_source(source_id=source.pk) is None
    assert poll_source(source_id=0) is None
    assert not PollRun.objects.exists()


def test_a_feed_that_kills_its_worker_is_asked_ever_more_rarely(
    site: Site, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        """The process ends: nobody is there to note anything."""

    def deadly(*_: object, **__: object) -> None:
        raise Killed

    monkeypatch.setattr(poll, "fetch", deadly)
    for _ in range(4):
        with pytest.raises(Killed):
            poll_source(source_id=source.pk)
        PollRun.objects.update(started_at=timezone.now() - timedelta(hours=1))
    source.refresh_from_db()
    assert source.next_poll_at is not None
    assert source.next_poll_at - timezone.now() > timedelta(hours=3.5)


def test_a_run_whose_worker_was_lost_is_closed(site: Site, source: Source) -> None:
    lost = PollRun.objects.create(source=source, started_at=timezone.now() - timedelta(hours=1))
    site.routes["/feed.xml"] = feed({"title": "One", "link": "/1"})
    poll_now(source)
    lost.refresh_from_db()
    assert lost.outcome == PollOutcome.FAILED
    assert "lost" in lost.error


@pytest.mark.django_db(transaction=True)
def test_two_claimers_never_get_the_same_source() -> None:
    from concurrent.futures import ThreadPoolExecutor

    for _ in range(12):
        make_source(next_poll_at=None)

    def claim() -> list[int]:
        try:
            return [pk for _ in range(4) for pk in claim_due_sources(limit=1)]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        claimed = [pk for future in [pool.submit(claim) for _ in range(4)] for pk in future.result()]
    assert len(claimed) == len(set(claimed))
    assert len(claimed) + len(claim_due_sources()) == 12
