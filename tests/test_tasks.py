"""The stages in a row, from a feed to suggestions, with the tasks run at once in this process."""

from collections.abc import Iterator

import pytest
from celery.exceptions import Retry
from django.db import OperationalError
from pytest_django import Settings

from issues import tasks
from issues.ingest import poll, suggest
from issues.models import Capture, Document, PollRun, Statement
from issues.reading.reader import Reading
from tests.factories import make_source
from tests.loopback import Answer, Site, rss, serve

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def site(settings: Settings) -> Iterator[Site]:
    with serve() as running:
        settings.FETCH_ALLOW = [running.host]
        entries = [{"title": f"Talks {n}", "link": f"/{n}", "id": str(n)} for n in range(3)]
        entries.append({"title": "A note", "id": "note", "summary": "The talks go on."})
        running.routes["/feed.xml"] = Answer(rss(entries), content_type="text/xml")
        for n in range(3):
            words = f"<html><body><p>The delegations met for the time number {n}.</p></body></html>"
            running.routes[f"/{n}"] = Answer(words.encode())
        yield running


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []

    def reader(text: str, **_: object) -> Reading:
        texts.append(text)
        return Reading(relevant=False, language="en", suggestions=())

    monkeypatch.setattr(suggest, "read_document", reader)
    return texts


@pytest.mark.usefixtures("eager_tasks")
def test_one_tick_takes_a_source_all_the_way(site: Site, read: list[str]) -> None:
    make_source(address=f"{site.address}/feed.xml")
    tasks.poll_due_sources.delay()
    assert Document.objects.count() == Capture.objects.count() == len(read) == 4
    assert not Capture.objects.filter(read_at=None).exists()
    assert PollRun.objects.get().documents_new == 4
    tasks.poll_due_sources.delay()
    assert PollRun.objects.count() == 1
    assert not Statement.objects.exists()


@pytest.mark.usefixtures("eager_tasks")
def test_every_stage_may_be_delivered_twice(site: Site, read: list[str]) -> None:
    source = make_source(address=f"{site.address}/feed.xml")
    for _ in range(2):
        tasks.poll_source.delay(source.pk)
        for document in Document.objects.all():
            tasks.fetch_document.delay(document.pk)
        for capture in Capture.objects.all():
            tasks.read_capture.delay(capture.pk)
    assert Document.objects.count() == Capture.objects.count() == len(read) == 4


@pytest.mark.usefixtures("eager_tasks")
def test_the_sweep_finds_what_a_lost_worker_left(site: Site, read: list[str], settings: Settings) -> None:
    source = make_source(address=f"{site.address}/feed.xml")
    poll.poll_source(source_id=source.pk)  # and no message was sent
    assert Capture.objects.filter(read_at=None).count() == 1
    settings.INGEST_LEASE = 0
    Document.objects.exclude(next_fetch_at=None).update(next_fetch_at="2026-01-01T00:00Z")
    tasks.poll_due_sources.delay()
    assert Capture.objects.count() == len(read) == 4


def test_a_database_that_is_away_for_a_moment_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(**_: object) -> None:
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr(suggest, "record_suggestions", away)
    with pytest.raises(Retry):
        tasks.read_capture.apply((1,), throw=True)


def test_errors_of_ours_are_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def broken(*, capture_id: int) -> None:
        calls.append(capture_id)
        raise ValueError("a bug")

    monkeypatch.setattr(suggest, "record_suggestions", broken)
    with pytest.raises(ValueError, match="a bug"):
        tasks.read_capture.apply((1,), throw=True)
    assert calls == [1]
