"""The head of an issue's page: where it stands, since when, on which words, who claims otherwise."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from issues.analysis.known import links_that_count, links_to_review
from issues.analysis.marks import TREND_ARROWS, PhaseBadge, phase_badge
from issues.analysis.standing import Change, Standing, changes_of, changes_with_evidence, standing
from issues.analysis.words import DateShown, counted, date_shown
from issues.models import Issue, Link
from issues.vocabulary import Phase, Trend


@dataclass(frozen=True, slots=True)
class EvidenceLink:
    number: int
    address: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What a party claims today."""

    party: str
    phase: str
    since: str
    address: str  # the statements it rests on


@dataclass(frozen=True, slots=True)
class Lead:
    """The first line under a title. Everything in it leads to its evidence."""

    badge: PhaseBadge
    since: DateShown | None
    trend: str  # "↗ improved", "" where nothing is assessed
    rationale: str
    evidence_text: str  # "3 statements"
    evidence_address: str
    evidence: tuple[EvidenceLink, ...]
    claims: tuple[Claim, ...]
    is_conflict: bool
    waiting: str  # "4 suggestions await review", "" for none


@dataclass(frozen=True, slots=True)
class IssueHead:
    """An issue, its relationship and where it stands. `standing` holds what a timeline draws."""

    id: int
    slug: str
    title: str
    summary: str
    address: str
    category: str
    relationship: str
    relationship_address: str
    parties: tuple[tuple[str, str], tuple[str, str]]  # code and name of each
    first_day: date | None
    undated: int
    lead: Lead
    standing: Standing

    @property
    def codes(self) -> tuple[str, str]:
        return self.parties[0][0], self.parties[1][0]


def issue_head(slug: str, *, today: date) -> IssueHead | None:
    """Read an issue's head; None where there is no such issue. One query."""
    counting = links_that_count().filter(issue=OuterRef("pk"))
    dated = counting.filter(stated_day__isnull=False).order_by(F("stated_day").asc(nulls_first=True))
    undated = counting.filter(stated_day__isnull=True)
    waiting = links_to_review().filter(issue=OuterRef("pk"))
    issue = (
        Issue.objects.filter(slug=slug)
        .select_related("category", "relationship__first", "relationship__second")
        .annotate(
            first_day=Subquery(dated.values("stated_day")[:1]),
            undated=_count(undated),
            to_review=_count(waiting),
            changes=changes_with_evidence(OuterRef("pk")),
        )
        .first()
    )
    if issue is None:
        return None
    stands = standing(changes_of(issue.changes), today=today)
    pair = issue.relationship
    parties = ((pair.first_id, pair.first.name_shown), (pair.second_id, pair.second.name_shown))
    address = reverse("issue", args=(issue.slug,))
    return IssueHead(
        id=issue.pk,
        slug=issue.slug,
        title=issue.title_shown,
        summary=issue.summary,
        address=address,
        category=issue.category.name_shown,
        relationship=f"{parties[0][1]} – {parties[1][1]}",
        relationship_address=reverse("relationship", args=(pair.slug,)),
        parties=parties,
        first_day=_earliest(issue.first_day, stands),
        undated=issue.undated,
        lead=_lead(stands, parties, address, issue.to_review),
        standing=stands,
    )


def _count(links: QuerySet[Link]) -> Coalesce:
    counted = links.order_by().values("issue").annotate(n=Count("*")).values("n")
    return Coalesce(Subquery(counted), 0, output_field=IntegerField())


def _earliest(first_statement: date | None, stands: Standing) -> date | None:
    starts = [spells[0].start for spells in stands.spells.values() if spells]
    return min([*starts, *([first_statement] if first_statement else [])], default=None)


def _lead(stands: Standing, parties: tuple[tuple[str, str], ...], address: str, to_review: int) -> Lead:
    change = stands.assessed
    cited = change.statements if change else ()
    trend = Trend(change.trend) if change else None
    return Lead(
        badge=phase_badge(change.phase if change else Phase.NOT_ASSESSED, provisional=to_review > 0),
        since=_since(change),
        trend=f"{TREND_ARROWS[trend]} {trend.label.lower()}" if trend else "",
        rationale=change.rationale if change else "",
        evidence_text=counted("%(count)s statement", "%(count)s statements", len(cited)),
        evidence_address=_evidence_address(address, change),
        evidence=tuple(
            EvidenceLink(number, reverse("statement", args=(pk,))) for number, pk in enumerate(cited, 1)
        ),
        claims=tuple(
            Claim(
                name,
                Phase(claim.phase).label.lower(),
                date_shown(claim.effective_on).text,
                _evidence_address(address, claim),
            )
            for code, name in parties
            if (claim := stands.current.get(code))
        ),
        is_conflict=stands.conflicts(parties[0][0], parties[1][0]),
        waiting=counted("%(count)s suggestion awaits review", "%(count)s suggestions await review", to_review)
        if to_review
        else "",
    )


def _since(change: Change | None) -> DateShown | None:
    return date_shown(change.effective_on, long=True) if change else None


def _evidence_address(address: str, change: Change | None) -> str:
    return f"{address}?evidence={change.id}#statements" if change else ""
