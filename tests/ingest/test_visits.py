"""Visits to pages: claims, politeness, robots.txt, failures, and silent edits."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from pytest_django import Settings

from issues.ingest import robots
from issues.ingest.politeness import pause_of, take_turn
from issues.ingest.visits import Visited, claim_waiting_documents, fetch_document
from issues.models import Document
from tests.factories import make_document, make_source
from tests.loopback import Answer, Site, serve

pytestmark = pytest.mark.django_db

WORDS = (
    b"<html><body><p>The delegations met for six hours and agreed to meet again in autumn.</p></body></html>"
)


@pytest.fixture
def site(settings: Settings) -> Iterator[Site]:
    with serve({"/1": Answer(WORDS)}) as running:
        settings.FETCH_ALLOW = [running.host]
        yield running


@pytest.fixture
def document(site: Site) -> Document:
    return make_document(address=f"{site.address}/1", next_fetch_at=timezone.now())


def visit(document: Document) -> Visited:
    Document.objects.filter(pk=document.pk).update(next_fetch_at=timezone.now())
    visited = fetch_document(document_id=document.pk)
    assert visited is not None
    document.refresh_from_db()
    return visited


def test_a_visit_archives_the_page_and_plans_the_next(site: Site, document: Document) -> None:
    visited = visit(document)
    capture = document.captures.get()
    assert visited.capture_id == capture.pk
    assert "six hours" in capture.text
    assert document.next_fetch_at is not None
    assert timedelta(minutes=55) < document.next_fetch_at - timezone.now() < timedelta(minutes=65)
    assert fetch_document(document_id=document.pk) is None  # delivered twice
    assert site.count("/1") == 1


def test_a_silent_edit_gains_a_capture_and_silence_none(site: Site, document: Document) -> None:
    first = visit(document)
    assert visit(document).capture_id is None
    site.routes["/1"] = Answer(WORDS.replace(b"six", b"two"))
    second = visit(document)
    assert second.capture_id not in (None, first.capture_id)
    assert document.captures.count() == 2


def test_looks_grow_rarer_and_end(document: Document) -> None:
    found = timezone.now()
    for age, wait in ((0, 1), (2, 22), (25, 143), (24 * 8, None)):
        Document.objects.filter(pk=document.pk).update(found_at=found - timedelta(hours=age))
        visit(document)
        if wait is None:
            assert document.next_fetch_at is None
        else:
            assert document.next_fetch_at is not None
            assert abs(document.next_fetch_at - timezone.now() - timedelta(hours=wait)) < timedelta(minutes=1)


def test_sources_polled_often_are_looked_at_again_soon(document: Document) -> None:
    document.source.poll_every = timedelta(minutes=1)
    document.source.save()
    visit(document)
    assert document.next_fetch_at is not None
    assert document.next_fetch_at - timezone.now() <= timedelta(minutes=2)


def test_passing_trouble_is_tried_again_and_then_left(site: Site, document: Document) -> None:
    site.routes["/1"] = Answer(status=503)
    for minutes in (1, 5, 30, 180, 720):
        assert "503" in visit(document).error
        assert document.next_fetch_at is not None
        pause = document.next_fetch_at - timezone.now()
        assert timedelta(minutes=minutes * 0.85) < pause < timedelta(minutes=minutes * 1.15)
    visit(document)
    assert document.next_fetch_at is None
    assert document.fetch_attempts == 6
    assert "503" in document.fetch_error
    site.routes["/1"] = Answer(WORDS)
    visit(document)
    assert (document.fetch_error, document.fetch_attempts) == ("", 0)


def test_a_page_that_is_gone_keeps_its_captures(site: Site, document: Document) -> None:
    visit(document)
    site.routes["/1"] = Answer(status=404)
    visit(document)
    assert "404" in document.fetch_error
    assert document.next_fetch_at is None
    assert document.captures.count() == 1


def test_an_unreadable_page_says_so(site: Site, document: Document) -> None:
    site.routes["/1"] = Answer(b"PK\x03\x04 some file", content_type="application/octet-stream")
    visited = visit(document)
    assert visited.capture_id is None
    assert "kept as" in document.fetch_error


def test_robots_are_asked_once_and_obeyed(site: Site, document: Document) -> None:
    site.routes["/robots.txt"] = Answer(
        b"User-agent: *\nDisallow: /\n\nUser-agent: demarche\nDisallow: /private\nCrawl-delay: 3\n",
        content_type="text/plain",
    )
    secret = make_document(address=f"{site.address}/private/1")
    visit(document)
    assert "asks programs not to read" in visit(secret).error
    assert secret.next_fetch_at is None
    assert site.count("/robots.txt") == 1
    assert site.count("/private/1") == 0
    assert robots.check_robots(document.address) == 3.0


def test_robots_that_cannot_be_reached_forbid_for_now(site: Site, document: Document) -> None:
    site.routes["/robots.txt"] = Answer(status=500)
    assert "cannot be read now" in visit(document).error
    assert document.next_fetch_at is not None
    assert site.count("/1") == 0
    # Rules that were known before hold on through such days.
    cache.clear()
    site.routes["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /x", content_type="text/plain")
    visit(document)
    cache.delete(f"robots:{site.address}")
    site.routes["/robots.txt"] = Answer(status=500)
    assert visit(document).error == ""


def test_no_robots_is_no_rule(site: Site, document: Document) -> None:
    assert robots.check_robots(document.address) == 0.0
    assert site.count("/robots.txt") == 1


def test_a_host_is_asked_by_one_at_a_time(settings: Settings) -> None:
    settings.FETCH_DELAY = 2
    address = "https://news.example/1"
    pause = pause_of(address)
    assert pause == 2.0
    assert pause_of(address, 7.0) == 7.0
    assert take_turn(address, pause) == 0.0
    assert 2.0 <= take_turn(address, pause) <= 6.0
    assert take_turn("https://other.example/1", pause) == 0.0
    cache.clear()
    assert take_turn(address, pause) == 0.0


def test_who_finds_the_host_busy_comes_again(
    site: Site, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("issues.ingest.visits.pause_of", lambda *_: 5.0)
    cache.set(f"turn:{site.host}", 1, 5)
    visited = visit(document)
    assert visited.again_in is not None
    assert 5.0 <= visited.again_in <= 15.0
    assert document.next_fetch_at is not None
    assert site.count("/1") == 0


def test_waiting_documents_are_claimed_again_after_a_while() -> None:
    now = timezone.now()
    source = make_source()
    lost = make_document(source=source, next_fetch_at=now - timedelta(minutes=5))
    make_document(source=source, next_fetch_at=now)
    make_document(source=source, next_fetch_at=now + timedelta(minutes=5))
    make_document(source=source, next_fetch_at=None)
    assert claim_waiting_documents() == [lost.pk]
    assert claim_waiting_documents() == []


def test_what_has_no_page_is_not_visited() -> None:
    pasted = make_document(address="urn:sha256:" + "0" * 64, next_fetch_at=timezone.now())
    assert fetch_document(document_id=pasted.pk) is None
    pasted.refresh_from_db()
    assert pasted.next_fetch_at is None


def test_an_error_of_ours_is_noted_and_raised(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_: object) -> None:
        raise KeyError("bug")

    monkeypatch.setattr("issues.ingest.visits.record_capture", broken)
    with pytest.raises(KeyError):
        fetch_document(document_id=document.pk)
    document.refresh_from_db()
    assert document.fetch_error.startswith("An error of this program, not of the page: KeyError.")
    assert document.next_fetch_at is not None


def test_a_page_that_kills_its_worker_is_left_in_the_end(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        """The process ends: nobody is there to note anything."""

    def deadly(**_: object) -> None:
        raise Killed

    monkeypatch.setattr("issues.ingest.visits.record_capture", deadly)
    for _ in range(8):
        Document.objects.filter(pk=document.pk).update(next_fetch_at=timezone.now())
        with pytest.raises(Killed):
            fetch_document(document_id=document.pk)
    Document.objects.filter(pk=document.pk).update(next_fetch_at=timezone.now())
    assert fetch_document(document_id=document.pk) is None
    document.refresh_from_db()
    assert "lost on this page 8 times" in document.fetch_error
    assert document.next_fetch_at is None


def test_waiting_for_a_turn_is_no_attempt(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("issues.ingest.visits.take_turn", lambda *_: 3.0)
    for _ in range(20):
        assert visit(document).again_in == 3.0
    assert document.fetch_attempts == 0
