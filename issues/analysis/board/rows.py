"""The rows of a board: each issue's standing, last words, next date, silence and backlog.

Queries, whatever the number of issues: the issues with their backlog, their status changes, their
last statements, their next pledges, who is silent (two). No count grows with the archive.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, Count, Exists, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.due import Dates, NextDate, next_dates
from issues.analysis.known import (
    links_that_count,
    links_to_review,
    newest_first,
    office_that_day,
)
from issues.analysis.marks import TREND_ARROWS, PhaseBadge, phase_badge
from issues.analysis.naming import pair_name
from issues.analysis.ribbon import Ribbon, ribbon
from issues.analysis.silence import Silence, silences
from issues.analysis.standing import ASSESSED, Standing, standing, status_changes
from issues.analysis.statement_rows import joint_voices
from issues.analysis.words import edtf, listed, quoted, shorten, since, voices
from issues.models import Follow, Issue, Party, Statement
from issues.vocabulary import Phase, StatementKind, Trend

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
    on: date
    address: str
    language: str  # of the words; "" where it is not known


@dataclass(frozen=True, slots=True)
class PartyName:
    code: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One issue. Texts are ready for the page; `since_on` and `standing` are for sorting and drawing."""

    id: int
    slug: str
    title: str
    address: str
    category: str
    category_name: str
    relationship: int
    relationship_name: str
    relationship_address: str
    parties: tuple[PartyName, PartyName]
    badge: PhaseBadge
    since: str  # "since 3 Nov 2025", "" where nothing is assessed
    since_on: date | None
    evidence_address: str  # the statements that the phase rests on, "" where nothing is assessed
    trend: str
    trend_arrow: str
    trend_label: str
    ribbon: Ribbon
    last: LastWords | None
    next: NextDate | None
    to_review: int
    conflict: str  # "" or what each party claims
    silences: tuple[Silence, ...]
    is_followed: bool
    standing: Standing

    @property
    def marks(self) -> frozenset[str]:
        """Which of the marks that a board can be filtered by this row bears."""
        held = {
            "overdue": self.next is not None and self.next.is_overdue,
            "conflict": bool(self.conflict),
            "provisional": self.badge.is_provisional,
            "silent": any(not silence.is_unheard for silence in self.silences),
            "followed": self.is_followed,
        }
        return frozenset(mark for mark, is_held in held.items() if is_held)


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of some issues, and what falls due between their parties beyond them."""

    rows: tuple[BoardRow, ...]
    at_large: dict[int, list[NextDate]]


def with_backlog(issues: QuerySet[Issue], *, reader: int | None) -> QuerySet[Issue]:
    """Add to issues what their rows are made from; `reader` is who may follow them."""
    of_issue = {"issue": OuterRef("pk")}
    last = newest_first(links_that_count().filter(**of_issue, stated_day__isnull=False))
    waiting = links_to_review().filter(**of_issue).order_by().values("issue").annotate(n=Count("*"))
    followed = Exists(Follow.objects.filter(**of_issue, user=reader)) if reader else Value(False)
    return issues.select_related("category", "relationship__first", "relationship__second").annotate(
        last_statement=Subquery(last.values("statement")[:1]),
        to_review=Coalesce(Subquery(waiting.values("n")), 0, output_field=IntegerField()),
        is_followed=Coalesce(followed, False, output_field=BooleanField()),
    )


def board_rows(issues: Sequence[Issue], *, today: date, with_silence: bool = True) -> Rows:
    """The rows of issues that `with_backlog` made ready, in their order."""
    ids = [issue.pk for issue in issues]
    changes = status_changes(ids)
    last = _last_words([pk for issue in issues if (pk := getattr(issue, "last_statement", None))])
    dates = next_dates(ids, {issue.relationship_id for issue in issues}, today=today)
    silent = silences(ids, today=today) if with_silence else {}
    rows = tuple(
        _row(
            issue,
            standing(changes.get(issue.pk, ()), today=today),
            last.get(getattr(issue, "last_statement", None)),
            dates,
            silent.get(issue.pk, ()),
            today,
        )
        for issue in issues
    )
    return Rows(rows, dates.at_large)


def _row(
    issue: Issue,
    stands: Standing,
    last: LastWords | None,
    dates: Dates,
    silent: tuple[Silence, ...],
    today: date,
) -> BoardRow:
    change = stands.assessed
    to_review: int = getattr(issue, "to_review", 0)
    trend = Trend(change.trend) if change else None
    address = reverse("issue", args=(issue.slug,))
    pair = issue.relationship
    return BoardRow(
        id=issue.pk,
        slug=issue.slug,
        title=issue.title_shown,
        address=address,
        category=issue.category_id,
        category_name=issue.category.name_shown,
        relationship=pair.pk,
        relationship_name=pair_name(pair),
        relationship_address=reverse("relationship", args=(pair.slug,)),
        parties=(_party(pair.first), _party(pair.second)),
        badge=phase_badge(change.phase if change else Phase.NOT_ASSESSED, provisional=to_review > 0),
        since=since(change.effective_on) if change else "",
        since_on=change.lower if change else None,
        evidence_address=f"{address}?evidence={change.id}#statements" if change else "",
        trend=change.trend if change else "",
        trend_arrow=TREND_ARROWS[trend] if trend else "",
        trend_label=trend.label if trend else "",
        ribbon=ribbon(stands.spells.get(ASSESSED, ()), today=today),
        last=last,
        next=dates.of_issue.get(issue.pk),
        to_review=to_review,
        conflict=_conflict((pair.first, pair.second), stands),
        silences=silent,
        is_followed=bool(getattr(issue, "is_followed", False)),
        standing=stands,
    )


def _party(party: Party) -> PartyName:
    return PartyName(party.code, party.name_shown, party.get_absolute_url())


def _conflict(parties: tuple[Party, Party], stands: Standing) -> str:
    if not stands.conflicts(parties[0].code, parties[1].code):
        return ""
    return listed(
        _("%(party)s claims %(phase)s")
        % {"party": party.name_shown, "phase": Phase(stands.current[party.code].phase).label.lower()}
        for party in parties
    )


def _last_words(statement_ids: Collection[int]) -> dict[int | None, LastWords]:
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
            on=statement.stated_on_lower or statement.stated_on_upper or date.min,
            address=reverse("statement", args=(statement.pk,)),
            language=statement.language,
        )
        for statement in statements
    }
