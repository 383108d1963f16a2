"""What is suggested of the statements in one document, as a reviewer sees it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from issues.analysis.marks import SIGNAL_MARKS, SignalMark
from issues.analysis.naming import name_of
from issues.analysis.passages import QuotePiece, quote_pieces
from issues.analysis.reasons import Reason, calculation_said, reasons_said
from issues.analysis.words import calculation_shown, edtf, said_words
from issues.models import Appearance, Link, Pledge, Statement, Tenure
from issues.vocabulary import (
    DateOrigin,
    PledgeOutcome,
    Proposer,
    ReviewState,
    StatementKind,
)


@dataclass(frozen=True, slots=True)
class LinkCard:
    """An issue that a statement bears on."""

    link_id: int
    issue_id: int
    issue: str
    issue_slug: str
    relationship: str
    mark: SignalMark
    state: str
    confidence: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class PledgeCard:
    """What a statement promises by when."""

    pledge_id: int
    due: str
    words: str
    calculation: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Card:
    """A statement as a reviewer sees it, at one place in one capture."""

    statement_id: int
    state: str
    state_label: str
    capture_id: int
    start: int
    end: int
    pieces: tuple[QuotePiece, ...]
    language: str
    kind: str
    kind_label: str
    speaker: str
    official_slug: str
    office: str
    party: str
    party_code: str
    joint: tuple[str, ...]
    stated: str
    stated_from: str
    stated_words: str
    question: str
    confidence: str  # also a class: sure, likely, unsure
    proposed_by: str
    reasons: tuple[Reason, ...]
    links: tuple[LinkCard, ...]
    pledge: PledgeCard | None
    decided_by: str
    decided_at: datetime | None

    @property
    def is_waiting(self) -> bool:
        return self.state == ReviewState.SUGGESTED

    @property
    def in_quotation_marks(self) -> bool:
        """A paraphrase is never shown in quotation marks; an official text is set off otherwise."""
        return self.kind == StatementKind.DIRECT_QUOTE


def cards_of_capture(capture_id: int) -> tuple[Card, ...]:
    """The statements of a capture in the order of its text. Five queries whatever the number."""
    return _cards(Appearance.objects.filter(capture=capture_id).order_by("start", "end", "statement_id"))


def card_of_statement(statement_id: int, capture_id: int | None = None) -> Card | None:
    """One statement at its place in `capture_id`, or at the first place it was found; None without one."""
    places = Appearance.objects.filter(statement=statement_id).order_by("pk")
    if capture_id is not None:
        places = places.filter(capture=capture_id)
    cards = _cards(places[:1])
    return cards[0] if cards else None


def _cards(places: Iterable[Appearance]) -> tuple[Card, ...]:
    queryset: Any = places
    rows: list[Appearance] = list(
        queryset.select_related("statement__official", "statement__party", "statement__reviewed_by")
    )
    ids = {place.statement_id for place in rows}
    links: dict[int, list[Link]] = defaultdict(list)
    live = Link.objects.filter(statement__in=ids, withdrawn_at=None).select_related("issue__relationship")
    for link in live.order_by("issue__position", "pk"):
        links[link.statement_id].append(link)
    pledges = {pledge.statement_id: pledge for pledge in Pledge.objects.filter(statement__in=ids)}
    joint: dict[int, list[str]] = defaultdict(list)
    pairs = Statement.joint_parties.through.objects.filter(statement__in=ids)
    for statement_id, name in pairs.values_list("statement_id", name_of("party__name")):
        joint[statement_id].append(name)
    officials = {place.statement.official_id for place in rows if place.statement.official_id}
    tenures: dict[int, list[Tenure]] = defaultdict(list)
    for tenure in Tenure.objects.filter(official__in=officials).select_related("office"):
        tenures[tenure.official_id].append(tenure)
    return tuple(
        _card(
            place,
            links=links[place.statement_id],
            pledge=pledges.get(place.statement_id),
            joint=joint[place.statement_id],
            tenures=tenures[place.statement.official_id or 0],
        )
        for place in rows
    )


def _card(
    place: Appearance,
    *,
    links: list[Link],
    pledge: Pledge | None,
    joint: list[str],
    tenures: list[Tenure],
) -> Card:
    row = place.statement
    link_cards = tuple(_link_card(link) for link in links)
    every_reason = [*row.reasons, *(reason for link in links for reason in link.reasons)]
    return Card(
        statement_id=row.pk,
        state=row.state,
        state_label=ReviewState(row.state).label,
        capture_id=place.capture_id,
        start=place.start,
        end=place.end,
        pieces=quote_pieces(place.quote, place.start, every_reason),
        language=row.language,
        kind=row.kind,
        kind_label=StatementKind(row.kind).label,
        speaker=row.speaker_name,
        official_slug=row.official.slug if row.official else "",
        office=_office_on(tenures, row.stated_on_lower, row.stated_on_upper)
        or (row.speaker_label if row.official else ""),
        party=row.party.name_shown,
        party_code=row.party_id,
        joint=tuple(joint),
        stated=edtf(row.stated_on) if row.stated_on else "",
        stated_from=DateOrigin(row.stated_on_origin).label if row.stated_on_origin else "",
        stated_words=said_words(row.stated_on_words),
        question=row.question,
        confidence=confidence_in_words(row.confidence),
        proposed_by=Proposer(row.proposed_by).label,
        reasons=reasons_said(row.reasons),
        links=link_cards,
        pledge=_pledge_card(pledge) if pledge else None,
        decided_by=row.reviewed_by.display_name if row.reviewed_by else "",
        decided_at=row.accepted_at,
    )


def _link_card(link: Link) -> LinkCard:
    return LinkCard(
        link_id=link.pk,
        issue_id=link.issue_id,
        issue=link.issue.title_shown,
        issue_slug=link.issue.slug,
        relationship=str(link.issue.relationship),
        mark=SIGNAL_MARKS[link.signal],
        state=link.state,
        confidence=confidence_in_words(link.confidence),
        reasons=reasons_said(link.reasons),
    )


def _pledge_card(pledge: Pledge) -> PledgeCard:
    return PledgeCard(
        pledge_id=pledge.pk,
        due=edtf(pledge.due_on) if pledge.due_on else "",
        words=pledge.due_on_words,
        calculation=calculation_said(calculation_shown(pledge.calculation, pledge.due_on_words)),
        outcome=PledgeOutcome(pledge.outcome).label,
    )


def _office_on(tenures: list[Tenure], lower: date | None, upper: date | None) -> str:
    """The office of the latest tenure that covers all the days an imprecise date allows; "" without one."""
    if lower is None or upper is None:
        return ""
    held = [
        (tenure.started_on or date.min, tenure.pk, tenure.office.title_shown)
        for tenure in tenures
        if (tenure.started_on is None or tenure.started_on <= lower)
        and (tenure.ended_on is None or tenure.ended_on >= upper)
    ]
    return max(held)[2] if held else ""


def confidence_in_words(confidence: float) -> str:
    """How sure the reader is (0 to 1), in the words that the review page uses."""
    if confidence >= 0.85:
        return "sure"
    return "likely" if confidence >= 0.7 else "unsure"
