"""Statements to choose as evidence, and an issue's status history, for the desk's forms."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from issues.analysis.marks import SIGNAL_MARKS, PhaseBadge, SignalMark, phase_badge
from issues.analysis.perspectives import perspective_name
from issues.analysis.standing import ASSESSED, standing, status_changes
from issues.analysis.words import edtf, moment, quoted, shorten
from issues.models import Issue, Link, StatusChange
from issues.vocabulary import DateOrigin, ReviewState, Trend

OFFERED = 50
QUOTE_AT_MOST = 160


@dataclass(frozen=True, slots=True)
class EvidenceChoice:
    """A statement that a status may rest on."""

    statement_id: int
    words: str
    language: str  # of the words; "" where it is not known
    speaker: str
    party_code: str
    stated: str
    mark: SignalMark
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One status of an issue, live or retracted."""

    change_id: int
    perspective: str
    badge: PhaseBadge
    trend: str
    since: str
    since_words: str
    since_from: str
    rationale: str
    evidence: tuple[tuple[int, str, str], ...]  # statement, words, their language
    recorded_at: str
    recorded_by: str
    retracted_at: str
    retracted_by: str
    retraction_reason: str


def evidence_choices(
    issue: Issue, *, search: str = "", chosen: Collection[int] = ()
) -> tuple[EvidenceChoice, ...]:
    """The issue's accepted statements: those chosen first, then the newest that hold the words searched."""
    links = Link.objects.filter(
        issue=issue,
        state=ReviewState.ACCEPTED,
        withdrawn_at=None,
        statement__state=ReviewState.ACCEPTED,
    ).select_related("statement__official")
    newest = links.order_by("-statement__stated_on_lower", "-statement_id")
    wanted = newest.exclude(statement__in=chosen)
    for word in search.split():
        wanted = wanted.filter(
            Q(statement__quote__icontains=word)
            | Q(statement__official__name__icontains=word)
            | Q(statement__speaker_label__icontains=word)
            | Q(statement__party__name__icontains=word)
        )
    held = list(newest.filter(statement__in=chosen)) if chosen else []
    return tuple(
        _choice(link, is_chosen=number < len(held)) for number, link in enumerate([*held, *wanted[:OFFERED]])
    )


def _choice(link: Link, *, is_chosen: bool) -> EvidenceChoice:
    row = link.statement
    return EvidenceChoice(
        statement_id=row.pk,
        words=quoted(row.quote, row.kind),
        language=row.language,
        speaker=row.speaker_name,
        party_code=row.party_id,
        stated=edtf(row.stated_on),
        mark=SIGNAL_MARKS[link.signal],
        is_chosen=is_chosen,
    )


def status_history(issue: Issue) -> tuple[StatusRow, ...]:
    """Every status of an issue, the latest recorded first, retracted ones too."""
    changes = (
        StatusChange.objects.filter(issue=issue)
        .select_related("perspective", "recorded_by", "retracted_by")
        .prefetch_related("statements")
        .order_by("-recorded_at", "-pk")
    )
    return tuple(_status_row(change) for change in changes)


def statuses_now(issue: Issue, history: Collection[StatusRow], *, today: date) -> tuple[StatusRow, ...]:
    """Those of an issue's history that hold today, the desk's own first. One query."""
    current = standing(status_changes([issue.pk]).get(issue.pk, []), today=today).current
    held = {change.id: perspective for perspective, change in current.items()}
    rows = [row for row in history if row.change_id in held]
    return tuple(sorted(rows, key=lambda row: (held[row.change_id] != ASSESSED, held[row.change_id])))


def _status_row(change: StatusChange) -> StatusRow:
    return StatusRow(
        change_id=change.pk,
        perspective=perspective_name(change.perspective),
        badge=phase_badge(change.phase),
        trend=Trend(change.trend).label.lower(),
        since=edtf(change.effective_on),
        since_words=change.effective_on_words,
        since_from=DateOrigin(change.effective_on_origin).label,
        rationale=change.rationale,
        evidence=tuple(
            (
                statement.pk,
                quoted(shorten(statement.quote, QUOTE_AT_MOST), statement.kind),
                statement.language,
            )
            for statement in change.statements.all()
        ),
        recorded_at=moment(change.recorded_at),
        recorded_by=change.recorded_by.display_name,
        retracted_at=moment(change.retracted_at) if change.retracted_at else "",
        retracted_by=change.retracted_by.display_name if change.retracted_by else "",
        retraction_reason=change.retraction_reason,
    )
