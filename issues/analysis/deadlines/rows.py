"""Pledges as lists and calendars show them: who promised what, by when, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.deadlines.calculation import Due, calculation_sentence
from issues.analysis.known import links_that_count
from issues.analysis.naming import name_of
from issues.analysis.statement_rows import joint_voices
from issues.analysis.words import DateShown, date_shown, day, edtf, overdue, quoted, shorten, voices
from issues.models import Pledge, Statement
from issues.vocabulary import PledgeOutcome, StatementKind

QUOTE_AT_MOST = 260
SHOWN_BY_AT_MOST = 140
ISSUES_AT_MOST = 4


@dataclass(frozen=True, slots=True)
class IssueName:
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class ShownBy:
    """The statement that shows what became of a pledge."""

    words: str
    is_reported: bool
    speaker: str
    when: str
    address: str
    language: str  # of the words; "" where it is not known


@dataclass(frozen=True, slots=True)
class PledgeRow:
    id: int
    due: DateShown
    due_words: str  # "by 31 August 2026"
    state: str  # "85 days overdue", "missed", "open"
    outcome: str  # PledgeOutcome, with OVERDUE computed
    words: str
    is_reported: bool
    language: str  # of the words; "" where it is not known
    speaker: str
    speaker_address: str
    party: str
    calculation: str
    address: str
    issues: tuple[IssueName, ...]
    became: str  # "Met late, on 5 Sep 2026. A note." for what is decided
    shown_by: ShownBy | None
    lower: date | None
    upper: date | None
    is_span: bool  # somewhere in a stretch that had not begun when it was said

    @property
    def is_overdue(self) -> bool:
        return self.outcome == PledgeOutcome.OVERDUE

    @property
    def subject(self) -> str:
        """What it is about, for places with little room: its first issue, or whose promise it is."""
        return self.issues[0].title if self.issues else self.party


def pledge_rows(ids: Sequence[int], *, today: date) -> tuple[PledgeRow, ...]:
    """The rows of these pledges in their order. One query, none for none."""
    if not ids:
        return ()
    issues = (
        links_that_count()
        .filter(statement=OuterRef("statement"))
        .order_by("id")
        .values(name=JSONObject(title=name_of("issue__title"), slug="issue__slug"))[:ISSUES_AT_MOST]
    )
    found = (
        Pledge.objects.filter(pk__in=ids)
        .select_related("statement__official", "statement__party", "outcome_statement__official")
        .annotate(issues=ArraySubquery(issues), joint=joint_voices(OuterRef("statement")))
    )
    rows = {pledge.pk: _row(pledge, today) for pledge in found}
    return tuple(rows[pk] for pk in ids if pk in rows)


def _row(pledge: Pledge, today: date) -> PledgeRow:
    statement = pledge.statement
    outcome = PledgeOutcome(pledge.outcome)
    is_open = outcome == PledgeOutcome.OPEN
    late = overdue(pledge.due_on_upper, today) if is_open and pledge.due_on_upper else ""
    due = Due(pledge.due_on, pledge.due_on_lower, pledge.due_on_upper, statement.stated_on_upper)
    named: list[dict[str, str]] = getattr(pledge, "issues", [])
    official = statement.official
    return PledgeRow(
        id=pledge.pk,
        due=_shown(pledge, due),
        due_words=due.words,
        state=late or outcome.label,
        outcome=(PledgeOutcome.OVERDUE if late else outcome).value,
        words=quoted(shorten(statement.quote, QUOTE_AT_MOST), statement.kind),
        is_reported=statement.kind == StatementKind.REPORTED_SPEECH,
        language=statement.language,
        speaker=statement.speaker_name,
        speaker_address=reverse("official", args=(official.slug,)) if official else "",
        party=voices(statement.party.name_shown, getattr(pledge, "joint", [])),
        calculation=calculation_sentence(
            due, said=statement.stated_on, words=pledge.due_on_words, calculation=pledge.calculation
        ),
        address=reverse("statement", args=(statement.pk,)),
        issues=tuple(IssueName(each["title"], reverse("issue", args=(each["slug"],))) for each in named),
        became="" if is_open else _became(pledge),
        shown_by=_shown_by(pledge.outcome_statement),
        lower=pledge.due_on_lower,
        upper=pledge.due_on_upper,
        is_span=bool(due.upper) and not due.is_day and not due.is_deadline,
    )


def _shown(pledge: Pledge, due: Due) -> DateShown:
    """The date of a list's margin: of a deadline its last day alone, as the state counts from there."""
    if due.is_deadline and due.upper:
        text = _("by %(day)s") % {"day": day(due.upper)}
        return DateShown(text, due.upper.isoformat(), "")
    return date_shown(pledge.due_on, origin=pledge.due_on_origin)


def _became(pledge: Pledge) -> str:
    label = PledgeOutcome(pledge.outcome).label
    label = label[:1].upper() + label[1:]
    parts = [f"{label}."]
    if pledge.met_on:
        parts = [_("%(outcome)s on %(day)s.") % {"outcome": label, "day": day(pledge.met_on)}]
    if pledge.outcome_note:
        parts.append(pledge.outcome_note)
    return " ".join(parts)


def _shown_by(statement: Statement | None) -> ShownBy | None:
    if statement is None:
        return None
    return ShownBy(
        words=quoted(shorten(statement.quote, SHOWN_BY_AT_MOST), statement.kind),
        is_reported=statement.kind == StatementKind.REPORTED_SPEECH,
        speaker=statement.speaker_name,
        when=edtf(statement.stated_on),
        address=reverse("statement", args=(statement.pk,)),
        language=statement.language,
    )
