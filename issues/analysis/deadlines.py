"""Pledges by what became of them: overdue, open, met late, missed, met, superseded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.urls import reverse

from issues.analysis.known import links_that_count
from issues.analysis.statement_rows import joint_voices
from issues.analysis.words import (
    DateShown,
    calculation_shown,
    date_shown,
    overdue,
    quoted,
    shorten,
    voices,
)
from issues.models import Pledge
from issues.vocabulary import PledgeOutcome, ReviewState, StatementKind

OPEN_AT_MOST = 200
DECIDED_AT_MOST = 100
QUOTE_AT_MOST = 260


@dataclass(frozen=True, slots=True)
class IssueName:
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class PledgeRow:
    id: int
    due: DateShown
    state: str  # "85 days overdue", "missed", …
    is_overdue: bool
    words: str
    is_reported: bool
    speaker: str
    party: str
    said: str
    calculation: str
    address: str
    issues: tuple[IssueName, ...]


@dataclass(frozen=True, slots=True)
class PledgeGroup:
    name: str
    slug: str
    rows: tuple[PledgeRow, ...]
    is_cut: bool


def deadlines(*, today: date) -> tuple[PledgeGroup, ...]:
    """All open pledges by their due dates, and the latest decided ones. Two queries."""
    undecided = _pledges(Q(outcome=PledgeOutcome.OPEN)).order_by(F("due_on_upper").asc(nulls_last=True), "id")
    decided = _pledges(~Q(outcome=PledgeOutcome.OPEN)).order_by("-decided_at", "-id")
    held = list(undecided[: OPEN_AT_MOST + 1])
    is_cut = len(held) > OPEN_AT_MOST
    late = [each for each in held if each.due_on_upper and each.due_on_upper < today]
    coming = [each for each in held if each.due_on_upper and each.due_on_upper >= today]
    undated = [each for each in held if not each.due_on_upper]
    latest = list(decided[: DECIDED_AT_MOST + 1])
    groups = [
        _group("Overdue", late, today, is_cut),
        _group("Open", coming, today, is_cut),
        _group("Without a date", undated, today, is_cut),
    ]
    for outcome in (
        PledgeOutcome.MISSED,
        PledgeOutcome.MET_LATE,
        PledgeOutcome.MET,
        PledgeOutcome.SUPERSEDED,
    ):
        rows = [each for each in latest if each.outcome == outcome]
        groups.append(_group(outcome.label.capitalize(), rows, today, len(latest) > DECIDED_AT_MOST))
    return tuple(group for group in groups if group.rows)


def _pledges(condition: Q) -> QuerySet[Pledge]:
    issues = (
        links_that_count()
        .filter(statement=OuterRef("statement"))
        .order_by("id")
        .values(name=JSONObject(title="issue__title", slug="issue__slug"))
    )
    return (
        Pledge.objects.filter(condition, statement__state=ReviewState.ACCEPTED)
        .select_related("statement__official", "statement__party")
        .annotate(issues=ArraySubquery(issues), joint=joint_voices(OuterRef("statement")))
    )


def _group(name: str, pledges: Iterable[Pledge], today: date, is_cut: bool) -> PledgeGroup:
    rows = tuple(_row(pledge, today) for pledge in pledges)
    return PledgeGroup(name, name.lower().replace(" ", "-"), rows, is_cut)


def _row(pledge: Pledge, today: date) -> PledgeRow:
    statement = pledge.statement
    outcome = PledgeOutcome(pledge.outcome)
    is_open = outcome == PledgeOutcome.OPEN
    late = overdue(pledge.due_on_upper, today) if is_open and pledge.due_on_upper else ""
    named: list[dict[str, str]] = getattr(pledge, "issues", [])
    return PledgeRow(
        id=pledge.pk,
        due=date_shown(pledge.due_on, words=pledge.due_on_words, origin=pledge.due_on_origin),
        state=late or outcome.label,
        is_overdue=bool(late),
        words=quoted(shorten(statement.quote, QUOTE_AT_MOST), statement.kind),
        is_reported=statement.kind == StatementKind.REPORTED_SPEECH,
        speaker=statement.speaker_name,
        party=voices(statement.party.name, getattr(pledge, "joint", [])),
        said=date_shown(statement.stated_on).text,
        calculation=calculation_shown(pledge.calculation, pledge.due_on_words),
        address=reverse("statement", args=(statement.pk,)),
        issues=tuple(IssueName(each["title"], reverse("issue", args=(each["slug"],))) for each in named),
    )
