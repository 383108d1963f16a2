"""Which pledges match, a page at a time, at a cost that follows the page and not the archive."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from issues.analysis.deadlines.asked import DECIDED, OPEN, OVERDUE, UNDATED, UNDECIDED, Asked
from issues.analysis.filters import Cursor
from issues.analysis.known import links_that_count
from issues.models import Pledge, Statement
from issues.vocabulary import PledgeOutcome, ReviewState

# A rare party's pledges may lie anywhere among the others: so many are looked through for one page,
# and the page says where to go on.
LOOKED_THROUGH = 5_000
COUNTED_TO = 250
_COUNT = "(SELECT count(*) FROM ({rows}) one)"
Voice = Statement.joint_parties.through


@dataclass(frozen=True, slots=True)
class Matches:
    """Ids in the order of the page. `following` is where the next page begins, None at the end."""

    ids: tuple[int, ...]
    following: Cursor | None


def matches(asked: Asked, *, today: date, page: int) -> Matches:
    """The page of pledges that is asked for. One query, two where it is narrowed and runs out early."""
    walk = _after(_in_order(asked, _of_outcome(asked.outcome, today, asked)), asked)
    held = list(_narrowed(asked, walk).values_list("due_on_upper", "pk")[: page + 1])
    ids = tuple(pk for _, pk in held[:page])
    if len(held) > page:
        return Matches(ids, Cursor(*held[page - 1]))
    if asked.is_narrowed:
        beyond = walk.values_list("due_on_upper", "pk")[LOOKED_THROUGH - 1 : LOOKED_THROUGH]
        return Matches(ids, next((Cursor(day, pk) for day, pk in beyond), None))
    return Matches(ids, None)


def counts(asked: Asked, outcomes: Iterable[str], *, today: date) -> dict[str, int]:
    """How many pledges each outcome has, counted to COUNTED_TO and one more. One query."""
    names = list(outcomes)
    parts: list[str] = []
    params: list[Any] = []
    for outcome in names:
        rows = _narrowed(asked, _of_outcome(outcome, today, asked)).order_by().values("pk")
        sql, values = rows[: COUNTED_TO + 1].query.sql_with_params()
        parts.append(_COUNT.format(rows=sql))
        params += values
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(parts), params)
        return dict(zip(names, cursor.fetchone(), strict=True))


def due_between(asked: Asked, first: date, last: date, *, at_most: int) -> QuerySet[Pledge]:
    """Accepted pledges whose last day lies there, in the order of the index pledge_by_due."""
    dated = _accepted().filter(due_on_upper__range=(first, last)).order_by("due_on_upper", "pk")
    return _narrowed(asked, dated)[:at_most]


def _accepted() -> QuerySet[Pledge]:
    return Pledge.objects.filter(statement__state=ReviewState.ACCEPTED)


def _of_outcome(outcome: str, today: date, asked: Asked) -> QuerySet[Pledge]:
    """Dated pledges of an outcome, or all that have no date."""
    rows = _accepted()
    if outcome == UNDATED:
        return rows.filter(due_on_upper__isnull=True)
    rows = rows.filter(due_on_upper__isnull=False)
    if asked.start:
        rows = rows.filter(due_on_upper__gte=asked.start)
    if asked.end:
        rows = rows.filter(due_on_upper__lte=asked.end)
    undecided = rows.filter(outcome=PledgeOutcome.OPEN)
    by_name = {
        UNDECIDED: undecided,
        OVERDUE: undecided.filter(due_on_upper__lt=today),
        OPEN: undecided.filter(due_on_upper__gte=today),
        **{each: rows.filter(outcome=each) for each in DECIDED},
    }
    return by_name.get(outcome, rows)


def _in_order(asked: Asked, rows: QuerySet[Pledge]) -> QuerySet[Pledge]:
    if asked.outcome == UNDATED:
        return rows.order_by("-pk")
    return (
        rows.order_by("-due_on_upper", "-pk") if asked.latest_first else rows.order_by("due_on_upper", "pk")
    )


def _after(rows: QuerySet[Pledge], asked: Asked) -> QuerySet[Pledge]:
    cursor = asked.after
    if cursor is None:
        return rows
    if asked.outcome == UNDATED:
        return rows.filter(pk__lt=cursor.statement)
    if cursor.day is None:
        return rows
    side = "lt" if asked.latest_first else "gt"
    further = Q(**{f"due_on_upper__{side}": cursor.day}) | Q(**{f"pk__{side}": cursor.statement})
    return rows.filter(further, **{f"due_on_upper__{side}e": cursor.day})


def _narrowed(asked: Asked, walk: QuerySet[Pledge]) -> QuerySet[Pledge]:
    """Those of the first LOOKED_THROUGH that pass the filters, in the same order."""
    if not asked.is_narrowed:
        return walk
    looked_through = walk.values("pk")[:LOOKED_THROUGH]
    rows = Pledge.objects.filter(pk__in=looked_through).order_by(*walk.query.order_by)
    links = links_that_count().filter(statement=OuterRef("statement"))
    if asked.issue:
        rows = rows.filter(Exists(links.filter(issue__slug=asked.issue)))
    if asked.relationship:
        bears_on = Exists(links.filter(issue__relationship__slug=asked.relationship))
        rows = rows.filter(Q(statement__relationship__slug=asked.relationship) | bears_on)
    if asked.party:
        joint = Exists(Voice.objects.filter(statement=OuterRef("statement"), party=asked.party))
        rows = rows.filter(Q(statement__party=asked.party) | joint)
    return rows
