"""The stages of the pipeline, one after the other in this process, and all of them as tasks run at once."""

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import median

from benchmarks.pipeline.site import site
from benchmarks.reading.world import invented_parties
from issues.reading.reader import read_document

WORLD = Path(__file__).resolve().parent.parent / "cases"
PAIR = ("XN", "XV")
CATEGORIES = ("flights", "diplomatic_property", "visas", "prisoner_exchange", "arms_control")


@dataclass(frozen=True, slots=True)
class Rates:
    """Things a second, of one round.

    polled: entries recorded from feeds. requested: pages fetched through the gate and thrown away.
    captured: pages fetched, their text extracted and archived. read: captures read and their
    suggestions recorded. suggested: suggestions while reading. unrecorded: the same texts read by the
    reader alone. whole: entries from poll to
    suggestions, the stages chained by tasks that run at once.
    """

    polled: float
    requested: float
    captured: float
    read: float
    suggested: float
    unrecorded: float
    whole: float


def measure(*, feeds: int = 10, entries: int = 20, rounds: int = 3) -> Rates:
    """Measure rounds of feeds × entries, each of new articles, and return the medians.

    Needs the empty database of `environment.scratch`.
    """
    from django.conf import settings

    _prepare()
    with site(feeds * 2 * (rounds + 1), entries) as host:
        settings.FETCH_ALLOW = [host]
        taken = [
            _round(host, first=number * feeds * 2, feeds=feeds, entries=entries)
            for number in range(rounds + 1)
        ]
    counted = taken[1:]  # the first finds nothing loaded and nothing compiled
    return Rates(
        **{field.name: median(getattr(one, field.name) for one in counted) for field in fields(Rates)}
    )


def _prepare() -> None:
    """Reference data, and an invented pair with an issue in each category, so that suggestions have links."""
    from issues.desk.reference import load_reference_data
    from issues.models import Issue, Party
    from tests.factories import make_issue, make_relationship

    load_reference_data()
    for entry in invented_parties(WORLD):
        forms = {
            kind: {language: list(words) for language, words in getattr(entry, kind).items()}
            for kind in ("names", "adjectives", "demonyms")
        }
        Party.objects.create(code=entry.code, kind=entry.kind, name=entry.names["en"][0], forms=forms)
    pair = make_relationship(*PAIR)
    for category in CATEGORIES:
        make_issue(category, relationship=pair, category=category)
    assert Issue.objects.filter(relationship=pair).count() == len(CATEGORIES)


def _round(host: str, *, first: int, feeds: int, entries: int) -> Rates:
    """Measure the stages apart on some feeds, then the whole on as many others."""
    from issues.ingest.fetch import PAGES, fetch
    from issues.ingest.gazetteer import current_gazetteer
    from issues.ingest.poll import poll_source
    from issues.ingest.suggest import record_suggestions
    from issues.ingest.visits import fetch_document
    from issues.models import Capture, Document, Statement

    count = feeds * entries
    with _clock() as polling:
        polled = [poll_source(source_id=pk) for pk in _sources(host, range(first, first + feeds))]
    due = [one.document_id for each in polled if each for one in each.due]
    assert len(due) == count
    addresses = list(Document.objects.filter(pk__in=due).values_list("address", flat=True))
    with _clock() as requesting:
        for address in addresses:
            fetch(address, accept=PAGES)
    with _clock() as capturing:
        visited = [fetch_document(document_id=pk) for pk in due]
    captures = [one.capture_id for one in visited if one and one.capture_id is not None]
    assert len(captures) == count
    before = Statement.objects.count()
    with _clock() as reading:
        for pk in captures:
            record_suggestions(capture_id=pk)
    suggested = Statement.objects.count() - before
    assert suggested >= count
    texts = list(Capture.objects.filter(pk__in=captures).values_list("text", flat=True))
    gazetteer = current_gazetteer()
    with _clock() as alone:
        for text in texts:
            read_document(text, gazetteer=gazetteer, language="en")
    return Rates(
        polled=count / polling.seconds,
        requested=count / requesting.seconds,
        captured=count / capturing.seconds,
        read=count / reading.seconds,
        suggested=suggested / reading.seconds,
        unrecorded=count / alone.seconds,
        whole=_whole(_sources(host, range(first + feeds, first + 2 * feeds)), count),
    )


def _whole(sources: Iterable[int], count: int) -> float:
    """Entries a second, from the poll to suggestions, through the tasks."""
    from issues.models import Capture
    from issues.tasks import poll_source
    from tracker.celery import app

    before = Capture.objects.exclude(read_at=None).count()
    app.conf.task_always_eager = app.conf.task_eager_propagates = True
    with _clock() as clock:
        for pk in sources:
            poll_source.delay(pk)
    app.conf.task_always_eager = app.conf.task_eager_propagates = False
    assert Capture.objects.exclude(read_at=None).count() - before == count
    return count / clock.seconds


def _sources(host: str, feeds: range) -> list[int]:
    from tests.factories import make_source

    return [make_source(address=f"http://{host}/feeds/{feed}.xml").pk for feed in feeds]


@dataclass(slots=True)
class _Clock:
    seconds: float = 0.0


@contextmanager
def _clock() -> Iterator[_Clock]:
    clock, began = _Clock(), time.perf_counter()
    yield clock
    clock.seconds = time.perf_counter() - began


def table(rates: Rates) -> str:
    """What one process does in a second, and how much of the gate's speed the stages keep."""
    kept = rates.captured / rates.requested, rates.read / rates.unrecorded
    rows = (
        ("entries polled", rates.polled, ""),
        ("pages requested", rates.requested, "through the gate, and thrown away"),
        (
            "documents captured",
            rates.captured,
            f"requested, extracted, archived: {kept[0]:.2f} of the former",
        ),
        ("texts read", rates.unrecorded, "by the reader alone"),
        ("documents read", rates.read, f"and suggestions recorded: {kept[1]:.2f} of the former"),
        ("suggestions", rates.suggested, "recorded meanwhile"),
        ("entries, poll to suggestions", rates.whole, "through the tasks"),
    )
    return "\n".join(f"{name:30} {value:8.0f} a second  {words}".rstrip() for name, value, words in rows)


def summary(rates: Rates) -> Mapping[str, object]:
    return {field.name: round(getattr(rates, field.name), 1) for field in fields(Rates)}
