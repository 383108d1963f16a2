"""Which rows changed within a span of time, by when we recorded it: one question a kind, newest first.

Each follows an index of the moment it asks for. What is said of the rows is others' business: the page
of changes writes a line for each, a reader's home counts them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery

from issues.models import Link, Pledge, StatusChange
from issues.vocabulary import PledgeOutcome, ReviewState


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose changes are asked for: of one issue, of one relationship, of the issues that a reader
    follows or, with none of these, of everything."""

    issue: int | None = None
    relationship: int | None = None
    reader: int | None = None
    title: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """From a moment until another, which is no longer part of it."""

    start: datetime
    end: datetime


Event: Any = Pledge.events.rel.related_model  # type: ignore[attr-defined]  # made by pghistory
type Rows = QuerySet[Any]
type Finds = Callable[[Scope, Span], Rows]


def _within(rows: Rows, scope: Scope, moment: str, span: Span) -> Rows:
    """Those of a span, the latest first; `changed_at` is the moment."""
    if scope.issue:
        rows = rows.filter(issue=scope.issue)
    if scope.relationship:
        rows = rows.filter(issue__relationship=scope.relationship)
    if scope.reader:
        rows = rows.filter(issue__follows__user=scope.reader)
    rows = rows.filter(**{f"{moment}__gte": span.start, f"{moment}__lt": span.end})
    found: Rows = rows.annotate(changed_at=F(moment)).order_by(f"-{moment}", "-id")
    return found


def _accepted() -> QuerySet[Link]:
    """Accepted links, whether they still count or not."""
    return Link.objects.filter(state=ReviewState.ACCEPTED)


def _others(**conditions: Any) -> Exists:
    """Whether the statement has another accepted link to the same issue: then it is a correction."""
    others = _accepted().filter(statement=OuterRef("statement"), issue=OuterRef("issue"), **conditions)
    return Exists(others.exclude(pk=OuterRef("pk")))


def new_links(scope: Scope, span: Span) -> Rows:
    """Statements that came to count; `is_correction` where another of their links was replaced."""
    live = _accepted().filter(Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=span.end))
    rows = live.annotate(is_correction=_others(accepted_at__lte=OuterRef("accepted_at")))
    return _within(rows, scope, "accepted_at", span)


def withdrawn_links(scope: Scope, span: Span) -> Rows:
    """Statements that count no more, without those that another link replaced."""
    replaced = _others(accepted_at__gte=OuterRef("withdrawn_at"), accepted_at__lt=span.end)
    return _within(_accepted().filter(~replaced), scope, "withdrawn_at", span)


def statuses_set(scope: Scope, span: Span) -> Rows:
    standing = StatusChange.objects.filter(Q(retracted_at__isnull=True) | Q(retracted_at__gte=span.end))
    return _within(standing, scope, "recorded_at", span)


def statuses_retracted(scope: Scope, span: Span) -> Rows:
    return _within(StatusChange.objects.all(), scope, "retracted_at", span)


def pledges_decided(scope: Scope, span: Span) -> Rows:
    """Pledges whose present outcome was decided, as links to the issues that their statements count on;
    `outcome` is what became of them."""
    rows = _accepted().filter(withdrawn_at__isnull=True)
    decided = _within(rows, scope, "statement__pledge__decided_at", span)
    found: Rows = decided.annotate(outcome=F("statement__pledge__outcome"))
    return found


def pledges_undone(scope: Scope, span: Span) -> Rows:
    """Pledges that at the end of the span stood otherwise than now, or were open again, as such links.

    Told by the audit history, which keeps an outcome that was taken back. `outcome` is how the pledge
    stood at the end: OPEN where it was reopened, else what somebody had decided and has changed since.
    """
    told = FilteredRelation(
        "statement__pledge__events", condition=Q(statement__pledge__events__pgh_label="update")
    )
    # Named once: a condition on the relation that is asked later would be about another event.
    rows = _within(
        _accepted().filter(withdrawn_at__isnull=True).annotate(told=told), scope, "told__pgh_created_at", span
    ).annotate(
        event=F("told__pgh_id"),
        pledge=F("told__pgh_obj"),
        outcome=F("told__outcome"),
        decided_at=F("told__decided_at"),
    )
    of_pledge = Event.objects.filter(pgh_obj=OuterRef("pledge"))
    before = of_pledge.filter(pgh_id__lt=OuterRef("event")).order_by("-pgh_id")
    later = of_pledge.filter(pgh_id__gt=OuterRef("event"), pgh_created_at__lt=span.end)
    rows = rows.annotate(
        had=Subquery(before.values("outcome")[:1]), had_at=Subquery(before.values("decided_at")[:1])
    )
    stays_open = ~Exists(later.exclude(outcome=PledgeOutcome.OPEN))
    reopened = Q(stays_open, outcome=PledgeOutcome.OPEN) & ~Q(had=PledgeOutcome.OPEN)
    stood = ~Exists(later.filter(_differs("decided_at", OuterRef("decided_at"))))
    changed_since = Q(
        stood,
        _differs("had_at", F("decided_at")),
        _differs("statement__pledge__decided_at", F("decided_at")),
        decided_at__isnull=False,
    )
    found: Rows = rows.filter(reopened | changed_since)
    return found


def _differs(field: str, other: Any) -> Q:
    """Whether a moment is another than one that is known, or none at all."""
    return Q(**{f"{field}__isnull": True}) | ~Q(**{field: other})
