"""How the sources do: what each brought, when it is asked next, and what is wrong, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import Count, Max, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from issues.analysis.troubles import trouble_said
from issues.analysis.words import DateShown, counted, date_shown, moment
from issues.models import Document, PollRun, Source
from issues.vocabulary import PollOutcome, Reliability, SourceKind

RUNS_SHOWN = 20
DOCUMENTS_SHOWN = 20


class Condition(StrEnum):
    """How a source does, for the list's first column."""

    FAILING = "failing"
    WAITING = "not asked yet"
    WORKING = "working"
    PAUSED = "paused"
    BY_HAND = "by hand"

    @property
    def label(self) -> str:
        return {
            Condition.FAILING: pgettext("source", "failing"),
            Condition.WAITING: pgettext("source", "not asked yet"),
            Condition.WORKING: pgettext("source", "working"),
            Condition.PAUSED: pgettext("source", "paused"),
            Condition.BY_HAND: pgettext("source", "by hand"),
        }[self]


@dataclass(frozen=True, slots=True)
class RunShown:
    """One poll: when, how it ended, what it brought, and its error in words."""

    when: str
    outcome: str
    is_failure: bool
    http_status: int | None
    seen: int
    new: int
    error: str
    took: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the list. Counts are of documents; texts are ready for the page."""

    pk: int
    slug: str
    name: str
    address: str
    kind: str
    party: str
    party_address: str
    reliability: str
    condition: Condition
    last: RunShown | None
    next_poll: str
    every: str
    documents: int
    this_week: int
    waiting: int
    broken: int
    newest: str

    @property
    def is_feed(self) -> bool:
        return self.kind == SourceKind.FEED

    @property
    def is_failing(self) -> bool:
        return self.condition == Condition.FAILING


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document in a source's list."""

    pk: int
    title: str
    address: str
    published: DateShown
    found: str
    captures: int
    error: str
    next_visit: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    row: SourceRow
    runs: tuple[RunShown, ...]
    documents: tuple[SourceDocument, ...]


@dataclass(frozen=True, slots=True)
class _Counts:
    documents: int = 0
    this_week: int = 0
    waiting: int = 0
    broken: int = 0
    newest: datetime | None = None


def source_list() -> list[SourceRow]:
    """Every source, the failing ones first, then by name. Three queries."""
    rows = _rows(Source.objects.select_related("party").order_by("name"))
    order = list(Condition)
    return sorted(rows, key=lambda row: (order.index(row.condition), row.name.casefold()))


def source_page(source: Source) -> SourcePage:
    """One source with its latest polls and newest documents. Five queries."""
    runs = PollRun.objects.filter(source=source).order_by("-started_at", "-pk")[:RUNS_SHOWN]
    newest = (
        Document.objects.filter(source=source)
        .order_by("-pk")
        .annotate(versions=Count("captures"))[:DOCUMENTS_SHOWN]
    )
    return SourcePage(
        row=_rows(Source.objects.select_related("party").filter(pk=source.pk))[0],
        runs=tuple(_run(run) for run in runs),
        documents=tuple(
            SourceDocument(
                pk=one.pk,
                title=one.title or one.address,
                address=one.address if one.is_on_the_web else "",
                published=date_shown(
                    one.published_on, words=one.published_on_words, origin=one.published_on_origin
                ),
                found=moment(one.found_at),
                captures=one.versions,
                error=trouble_said(one.fetch_error),
                next_visit=_ahead(one.next_fetch_at),
            )
            for one in newest
        ),
    )


def _rows(sources: Iterable[Source]) -> list[SourceRow]:
    listed = list(sources)
    counts = _counts([source.pk for source in listed])
    runs = _latest_runs([source.pk for source in listed])
    return [_row(one, counts.get(one.pk, _Counts()), runs.get(one.pk)) for one in listed]


def _row(source: Source, counts: _Counts, run: PollRun | None) -> SourceRow:
    is_feed = source.kind == SourceKind.FEED
    return SourceRow(
        pk=source.pk,
        slug=source.slug,
        name=source.name,
        address=source.address,
        kind=source.kind,
        party=source.party.name_shown if source.party else "",
        party_address=source.party.get_absolute_url() if source.party else "",
        reliability=Reliability(source.reliability).label,
        condition=_condition(source, run),
        last=_run(run) if run else None,
        next_poll=_ahead(source.next_poll_at or timezone.now()) if is_feed and source.is_active else "",
        every=_every(source.poll_every) if is_feed else "",
        documents=counts.documents,
        this_week=counts.this_week,
        waiting=counts.waiting,
        broken=counts.broken,
        newest=moment(counts.newest) if counts.newest else "",
    )


def _condition(source: Source, run: PollRun | None) -> Condition:
    if source.kind != SourceKind.FEED:
        return Condition.BY_HAND
    if not source.is_active:
        return Condition.PAUSED
    if run is None:
        return Condition.WAITING
    failed = run.outcome in (PollOutcome.FAILED, PollOutcome.REFUSED)
    return Condition.FAILING if failed else Condition.WORKING


def _latest_runs(sources: list[int]) -> dict[int, PollRun]:
    """The last finished poll of each source: one probe of the index for each."""
    finished = PollRun.objects.filter(source=OuterRef("pk")).exclude(outcome=PollOutcome.RUNNING)
    latest = Subquery(finished.order_by("-started_at").values("pk")[:1])
    wanted = Source.objects.filter(pk__in=sources).annotate(latest=latest).values("latest")
    return {run.source_id: run for run in PollRun.objects.filter(pk__in=wanted)}


def _counts(sources: list[int]) -> dict[int, _Counts]:
    week = timezone.now() - timedelta(days=7)
    counted = (
        Document.objects.filter(source__in=sources)
        .order_by()
        .values("source")
        .annotate(
            documents=Count("pk"),
            this_week=Count("pk", filter=Q(found_at__gte=week)),
            waiting=Count("pk", filter=Q(next_fetch_at__lte=timezone.now())),
            broken=Count("pk", filter=~Q(fetch_error="")),
            newest=Max("found_at"),
        )
        .values_list("source", "documents", "this_week", "waiting", "broken", "newest")
    )
    return {source: _Counts(*counts) for source, *counts in counted}


def _run(run: PollRun) -> RunShown:
    took = (run.finished_at - run.started_at).total_seconds() if run.finished_at else None
    return RunShown(
        when=moment(run.started_at),
        outcome=PollOutcome(run.outcome).label,
        is_failure=run.outcome in (PollOutcome.FAILED, PollOutcome.REFUSED),
        http_status=run.http_status,
        seen=run.entries_seen,
        new=run.documents_new,
        error=trouble_said(run.error),
        took="" if took is None else _("%(seconds)s s") % {"seconds": f"{took:.1f}"},
    )


def _every(pause: timedelta) -> str:
    minutes = int(pause.total_seconds() // 60)
    if minutes % 60 == 0:
        return counted("every hour", "every %(count)s hours", minutes // 60)
    return counted("every minute", "every %(count)s minutes", minutes)


def _ahead(when: datetime | None) -> str:
    """Write when something comes: "due now", "in 5 minutes", "in 3 hours", or the time."""
    if when is None:
        return ""
    minutes = int((when - timezone.now()).total_seconds() // 60)
    if minutes < 1:
        return _("due now")
    if minutes < 90:
        return counted("in %(count)s minute", "in %(count)s minutes", minutes)
    if minutes < 36 * 60:
        return counted("in %(count)s hour", "in %(count)s hours", minutes // 60)
    return moment(when)
