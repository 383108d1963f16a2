"""The board: each issue's standing, last words, next date and backlog, a row each.

Queries, whatever the number of issues: the issues with their backlog, their status changes, their
last statements, their next pledges, and pledges on none of them. No count grows with the archive.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from issues.analysis.due import NextDate, dates_at_large, next_dates
from issues.analysis.known import (
    links_that_count,
    links_to_review,
    newest_first,
    office_that_day,
)
from issues.analysis.marks import TREND_ARROWS, PhaseBadge, phase_badge
from issues.analysis.ribbon import Ribbon, ribbon
from issues.analysis.standing import ASSESSED, Standing, standing, status_changes
from issues.analysis.statement_rows import joint_voices
from issues.analysis.words import edtf, number_word, plural, quoted, shorten, voices
from issues.models import Issue, Relationship, Statement
from issues.vocabulary import Phase, StatementKind, Trend

ROWS_AT_MOST = 200
QUOTE_AT_MOST = 150


@dataclass(frozen=True, slots=True)
class LastWords:
    """The newest dated statement on an issue."""

    words: str
    is_reported: bool
    speaker: str
    office: str
    party: str
    when: str
    address: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    title: str
    address: str
    badge: PhaseBadge
    since: str  # "since 3 Nov 2025", "" where nothing is assessed
    trend_arrow: str
    trend_label: str
    ribbon: Ribbon
    last: LastWords | None
    next: NextDate | None
    to_review: int
    conflict: str  # "" or what each party claims


@dataclass(frozen=True, slots=True)
class Board:
    """The board of one relationship."""

    title: str
    address: str
    summary: str
    rows: tuple[BoardRow, ...]
    at_large: tuple[NextDate, ...]  # what falls due between the two beyond these issues


@dataclass(frozen=True, slots=True)
class Boards:
    """The boards of several relationships, and whether there were more issues than are shown."""

    boards: tuple[Board, ...]
    is_cut: bool


def relationship_board(relationship: Relationship, *, today: date) -> Board:
    """The board of one relationship (its parties loaded)."""
    issues = list(_issues(Issue.objects.filter(relationship=relationship))[:ROWS_AT_MOST])
    rows = _rows(issues, today=today)
    at_large = dates_at_large([relationship.pk], today=today)
    return _board(relationship, rows, at_large.get(relationship.pk, []))


def all_boards(*, today: date) -> Boards:
    """The boards of every relationship that has issues, in the order of their names; 200 issues at most."""
    query = _issues(Issue.objects.all()).order_by(
        "relationship__first__name", "relationship__second__name", "position", "title"
    )
    issues = list(query[: ROWS_AT_MOST + 1])
    rows = _rows(issues[:ROWS_AT_MOST], today=today)
    grouped: dict[int, tuple[Relationship, list[BoardRow]]] = {}
    for issue, row in zip(issues, rows, strict=False):
        grouped.setdefault(issue.relationship_id, (issue.relationship, []))[1].append(row)
    at_large = dates_at_large(grouped, today=today)
    boards = tuple(
        _board(relationship, held, at_large.get(relationship.pk, []))
        for relationship, held in grouped.values()
    )
    return Boards(boards, len(issues) > ROWS_AT_MOST)


def _issues(issues: QuerySet[Issue]) -> QuerySet[Issue]:
    of_issue = {"issue": OuterRef("pk")}
    last = newest_first(links_that_count().filter(**of_issue, stated_day__isnull=False))
    waiting = links_to_review().filter(**of_issue).order_by().values("issue").annotate(n=Count("*"))
    return issues.select_related("relationship__first", "relationship__second").annotate(
        last_statement=Subquery(last.values("statement")[:1]),
        to_review=Coalesce(Subquery(waiting.values("n")), 0, output_field=IntegerField()),
    )


def _rows(issues: list[Issue], *, today: date) -> list[BoardRow]:
    ids = [issue.pk for issue in issues]
    changes = status_changes(ids)
    last = _last_words([pk for issue in issues if (pk := getattr(issue, "last_statement", None))])
    dates = next_dates(ids, today=today)
    return [
        _row(
            issue,
            standing(changes.get(issue.pk, ()), today=today),
            last.get(getattr(issue, "last_statement", None)),
            dates.get(issue.pk),
            today,
        )
        for issue in issues
    ]


def _row(
    issue: Issue, stands: Standing, last: LastWords | None, next_date: NextDate | None, today: date
) -> BoardRow:
    change = stands.assessed
    to_review: int = getattr(issue, "to_review", 0)
    trend = Trend(change.trend) if change else None
    return BoardRow(
        title=issue.title,
        address=reverse("issue", args=(issue.slug,)),
        badge=phase_badge(change.phase if change else Phase.NOT_ASSESSED, provisional=to_review > 0),
        since=f"since {edtf(change.effective_on)}" if change else "",
        trend_arrow=TREND_ARROWS[trend] if trend else "",
        trend_label=trend.label if trend else "",
        ribbon=ribbon(stands.spells.get(ASSESSED, ()), today=today),
        last=last,
        next=next_date,
        to_review=to_review,
        conflict=_conflict(issue.relationship, stands),
    )


def _conflict(relationship: Relationship, stands: Standing) -> str:
    first, second = relationship.first, relationship.second
    if not stands.conflicts(first.code, second.code):
        return ""
    claims = (
        f"{party.name} claims {Phase(stands.current[party.code].phase).label.lower()}"
        for party in (first, second)
    )
    return ", ".join(claims)


def _last_words(statement_ids: list[int]) -> dict[int | None, LastWords]:
    statements = (
        Statement.objects.filter(pk__in=statement_ids)
        .select_related("official")
        .annotate(office=office_that_day(), joint=joint_voices(OuterRef("pk"), "code"))
        .order_by()
    )
    return {
        statement.pk: LastWords(
            words=quoted(shorten(statement.quote, QUOTE_AT_MOST), statement.kind),
            is_reported=statement.kind == StatementKind.REPORTED_SPEECH,
            speaker=statement.speaker_name,
            office=getattr(statement, "office", ""),
            party=voices(statement.party_id, getattr(statement, "joint", [])),
            when=edtf(statement.stated_on),
            address=reverse("statement", args=(statement.pk,)),
        )
        for statement in statements
    }


def _board(relationship: Relationship, rows: list[BoardRow], at_large: list[NextDate]) -> Board:
    return Board(
        title=relationship.name,
        address=reverse("relationship", args=(relationship.slug,)),
        summary=_summary(rows),
        rows=tuple(rows),
        at_large=tuple(at_large),
    )


def _summary(rows: list[BoardRow]) -> str:
    late = sum(1 for row in rows if row.next and row.next.is_overdue)
    conflicts = sum(1 for row in rows if row.conflict)
    waiting = sum(row.to_review for row in rows)
    count = len(rows)
    sentences = [f"{number_word(count)} {'issue' if count == 1 else 'issues'}."]
    marked = []
    if late:
        marked.append(f"{number_word(late)} with a pledge overdue")
    if conflicts:
        marked.append(
            f"{number_word(conflicts).lower() if marked else number_word(conflicts)} with claims in conflict"
        )
    if marked:
        sentences.append(", ".join(marked) + ".")
    sentences.append(
        f"{plural(waiting, 'suggestion')} {'awaits' if waiting == 1 else 'await'} review."
        if waiting
        else "Nothing awaits review."
    )
    return " ".join(sentences)
