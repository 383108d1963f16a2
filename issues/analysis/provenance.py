"""A statement's page: its words in their context, who said them, and everywhere they stand."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, QuerySet
from django.urls import reverse

from issues.analysis.history import HistoryLine, statement_history
from issues.analysis.known import office_that_day
from issues.analysis.marks import SIGNAL_MARKS, PhaseBadge, SignalMark, phase_badge
from issues.analysis.origins import OriginShown, by_origin, counts, counts_shown
from issues.analysis.perspectives import perspective_name
from issues.analysis.places import Place, places_of
from issues.analysis.reasons import Reason, calculation_said, reasons_said
from issues.analysis.statement_rows import joint_voices
from issues.analysis.words import (
    DateShown,
    calculation_shown,
    date_shown,
    edtf,
    overdue,
    quoted,
)
from issues.models import Link, Pledge, Statement, StatusChange
from issues.vocabulary import Credibility, PledgeOutcome, Proposer, ReviewState, StatementKind


@dataclass(frozen=True, slots=True)
class LinkShown:
    issue: str
    address: str
    relationship: str
    signal: SignalMark
    state: str
    is_accepted: bool
    proposed: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class StatusShown:
    """A status that rests on this statement."""

    issue: str
    address: str
    badge: PhaseBadge
    perspective: str
    since: str


@dataclass(frozen=True, slots=True)
class PledgeShown:
    id: int
    due: DateShown
    calculation: str
    outcome: str
    is_overdue: bool
    met_on: str
    outcome_address: str
    note: str


@dataclass(frozen=True, slots=True)
class StatementDetail:
    id: int
    words: str
    is_reported: bool
    kind: str
    language: str
    question: str
    speaker: str
    speaker_address: str
    office: str
    party: str
    party_address: str
    joint: str
    date: DateShown
    state: str
    is_accepted: bool
    credibility: str
    proposed: str
    reasons: tuple[Reason, ...]
    first_place: Place | None
    places: tuple[Place, ...]
    counts: str  # "2 independent origins, 5 appearances"
    origins: tuple[OriginShown, ...]
    links: tuple[LinkShown, ...]
    statuses: tuple[StatusShown, ...]
    pledge: PledgeShown | None
    history: tuple[HistoryLine, ...]


def statement_detail(pk: int, *, today: date, with_unreviewed: bool) -> StatementDetail | None:
    """Read a statement's page; None where there is none, or none accepted and only such are wanted.

    Five queries.
    """
    statement = _statements(with_unreviewed).filter(pk=pk).first()
    if statement is None:
        return None
    places = places_of(pk)
    pledge: Pledge | None = getattr(statement, "pledge", None)
    return StatementDetail(
        id=statement.pk,
        words=quoted(statement.quote, statement.kind),
        is_reported=statement.kind == StatementKind.REPORTED_SPEECH,
        kind=StatementKind(statement.kind).label,
        language=statement.language,
        question=statement.question,
        speaker=statement.speaker_name,
        speaker_address=reverse("official", args=(statement.official.slug,)) if statement.official else "",
        office=getattr(statement, "office", ""),
        party=statement.party.name_shown,
        party_address=statement.party.get_absolute_url(),
        joint=", ".join(getattr(statement, "joint", [])),
        date=date_shown(
            statement.stated_on,
            words=statement.stated_on_words,
            origin=statement.stated_on_origin,
            long=True,
        ),
        state=ReviewState(statement.state).label,
        is_accepted=statement.state == ReviewState.ACCEPTED,
        credibility=Credibility(statement.credibility).label,
        proposed=Proposer(statement.proposed_by).label,
        reasons=reasons_said(statement.reasons),
        first_place=places[0] if places else None,
        places=places,
        counts=counts_shown(getattr(statement, "places", None)),
        origins=by_origin(places),
        links=tuple(_link(link) for link in _links(pk, with_unreviewed)),
        statuses=_statuses(pk),
        pledge=_pledge(pledge, today) if pledge else None,
        history=statement_history(pk),
    )


def _statements(with_unreviewed: bool) -> QuerySet[Statement]:
    statements = Statement.objects.select_related("official", "party", "pledge").annotate(
        office=office_that_day(),
        joint=joint_voices(OuterRef("pk")),
        places=counts(OuterRef("pk")),
    )
    return statements if with_unreviewed else statements.filter(state=ReviewState.ACCEPTED)


def _links(pk: int, with_unreviewed: bool) -> QuerySet[Link]:
    links = Link.objects.filter(statement=pk, withdrawn_at__isnull=True).exclude(state=ReviewState.REJECTED)
    if not with_unreviewed:
        links = links.filter(state=ReviewState.ACCEPTED)
    return links.select_related("issue__relationship__first", "issue__relationship__second").order_by("id")


def _link(link: Link) -> LinkShown:
    pair = link.issue.relationship
    return LinkShown(
        issue=link.issue.title_shown,
        address=reverse("issue", args=(link.issue.slug,)),
        relationship=f"{pair.first.name_shown} – {pair.second.name_shown}",
        signal=SIGNAL_MARKS[link.signal],
        state=ReviewState(link.state).label,
        is_accepted=link.state == ReviewState.ACCEPTED,
        proposed=Proposer(link.proposed_by).label,
        reasons=reasons_said(link.reasons),
    )


def _statuses(pk: int) -> tuple[StatusShown, ...]:
    changes = (
        StatusChange.objects.filter(evidence__statement=pk, retracted_at__isnull=True)
        .select_related("issue", "perspective")
        .order_by("-effective_on_lower", "-id")
    )
    return tuple(
        StatusShown(
            issue=change.issue.title_shown,
            address=reverse("issue", args=(change.issue.slug,)),
            badge=phase_badge(change.phase),
            perspective=perspective_name(change.perspective),
            since=edtf(change.effective_on),
        )
        for change in changes
    )


def _pledge(pledge: Pledge, today: date) -> PledgeShown:
    outcome = PledgeOutcome(pledge.outcome)
    late = overdue(pledge.due_on_upper, today) if outcome == outcome.OPEN and pledge.due_on_upper else ""
    return PledgeShown(
        id=pledge.pk,
        due=date_shown(pledge.due_on, words=pledge.due_on_words, origin=pledge.due_on_origin, long=True),
        calculation=calculation_said(calculation_shown(pledge.calculation, pledge.due_on_words)),
        outcome=late or outcome.label,
        is_overdue=bool(late),
        met_on=date_shown(pledge.met_on.isoformat(), long=True).text if pledge.met_on else "",
        outcome_address=reverse("statement", args=(pledge.outcome_statement_id,))
        if pledge.outcome_statement_id
        else "",
        note=pledge.outcome_note,
    )
