"""Turns the reader's suggestions into proposed statements with their links to issues we track."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from issues.ingest.skeletons import skeleton
from issues.models import Issue, Official, Party, Relationship
from issues.reading.reader import Reason, Suggestion
from issues.vocabulary import Proposer, Signal, StatementKind

# What a reason is about decides whether it stands with the statement or with its link to an issue.
LINK_REASONS = frozenset({"category", "relationship", "signal"})

type Pair = tuple[str, str]


@dataclass(slots=True)
class ProposedLink:
    """To an issue, with the suggestion that speaks for it."""

    issue_id: int
    suggestion: Suggestion

    @property
    def reasons(self) -> list[dict[str, object]]:
        return [as_json(reason) for reason in self.suggestion.reasons if reason.about in LINK_REASONS]

    @property
    def proposed_by(self) -> Proposer:
        learned = any(
            one.instead_of for one in self.suggestion.reasons if one.about in ("category", "signal")
        )
        return Proposer.SUGGESTER if learned else Proposer.READER


@dataclass(slots=True)
class Proposal:
    """One passage by one speaker: what is to become a statement, or an appearance of one."""

    suggestion: Suggestion  # the surest of those with these offsets
    skeleton: str
    relationship_id: int
    party_id: str
    joint_party_ids: tuple[str, ...]
    official_id: int | None
    speaker_label: str
    links: dict[int, ProposedLink] = field(default_factory=dict)
    pledge: Suggestion | None = None

    @property
    def stated_on(self) -> str:
        return self.suggestion.stated_on.edtf if self.suggestion.stated_on else ""

    @property
    def reasons(self) -> list[dict[str, object]]:
        return [as_json(reason) for reason in self.suggestion.reasons if reason.about not in LINK_REASONS]


@dataclass(slots=True)
class Proposals:
    """proposals in the order of the text; outside counts what was found and belongs to nothing we track."""

    proposals: list[Proposal] = field(default_factory=list)
    outside: Counter[tuple[str, str]] = field(default_factory=Counter)

    def keep_first(self, most: int) -> int:
        """Drop what goes beyond the first `most` proposals of the text; return how many were dropped."""
        left = len(self.proposals) - most
        del self.proposals[most:]
        return max(0, left)

    def outside_as_json(self) -> list[dict[str, object]]:
        return [
            {"relationship": pair, "category": category, "count": count}
            for (pair, category), count in self.outside.most_common()
        ]


def as_json(reason: Reason) -> dict[str, object]:
    found: dict[str, object] = {
        "about": reason.about,
        "words": reason.words,
        "start": reason.start,
        "end": reason.end,
        "note": reason.note,
    }
    return found if reason.instead_of is None else {**found, "instead_of": reason.instead_of}


def build_proposals(suggestions: Iterable[Suggestion]) -> Proposals:
    """Group suggestions by passage and find their issues. Reads the tables; writes nothing.

    Passages of no tracked pair, of no known party or of nobody in particular are only counted.
    """
    found = sorted(suggestions, key=lambda one: (one.start, one.end, -one.confidence))
    world = _World(found)
    result = Proposals()
    by_place: dict[tuple[int, int], Proposal] = {}
    for one in found:
        pair = one.relationship
        if pair is None or pair not in world.tracked:
            result.outside["–".join(pair) if pair else "", one.category or ""] += 1
            continue
        proposal = by_place.get((one.start, one.end)) or world.proposal(one)
        if proposal is None:
            result.outside["–".join(pair), "speaker unknown"] += 1
            continue
        if (one.start, one.end) not in by_place:
            by_place[one.start, one.end] = proposal
            result.proposals.append(proposal)
        _add_matter(proposal, one, world.issue(one))
    return result


def _add_matter(proposal: Proposal, one: Suggestion, issue: Issue | None) -> None:
    if issue is not None:
        proposal.links.setdefault(issue.pk, ProposedLink(issue.pk, one))
    if (one.pledge_due or one.signal == Signal.COMMITMENT) and (
        proposal.pledge is None or (one.pledge_due and not proposal.pledge.pledge_due)
    ):
        proposal.pledge = one


def choose_issue(candidates: list[Issue], suggestion: Suggestion) -> Issue | None:
    """Return the issue a passage goes to: of several in one category that whose keywords it holds most."""
    words = f"{suggestion.quote}\n{suggestion.question}".casefold()
    return max(
        candidates,
        key=lambda issue: (
            sum(word.casefold() in words for word in issue.keywords),
            -issue.position,
            -issue.pk,
        ),
        default=None,
    )


class _World:
    """What the tables know of the parties, people and matters that some suggestions name: four queries."""

    def __init__(self, suggestions: Iterable[Suggestion]) -> None:
        found = list(suggestions)
        pairs = {one.relationship for one in found if one.relationship}
        rows = Relationship.objects.filter(
            first__in={first for first, _ in pairs}, second__in={second for _, second in pairs}
        )
        self.tracked = {row.codes: row.pk for row in rows if row.codes in pairs}
        keys = {one.official_key for one in found if one.official_key}
        self.officials = dict(Official.objects.filter(slug__in=keys).values_list("slug", "pk"))
        codes = {code for one in found for code in (one.party or "").split("+")}
        self.parties = dict(Party.objects.filter(pk__in=codes).values_list("code", "name"))
        self.issues: dict[tuple[Pair, str], list[Issue]] = {}
        relationships = set(self.tracked.values())
        for issue in Issue.objects.filter(relationship__in=relationships).select_related("relationship"):
            self.issues.setdefault((issue.relationship.codes, issue.category_id), []).append(issue)

    def issue(self, one: Suggestion) -> Issue | None:
        if one.relationship is None or one.category is None:
            return None
        return choose_issue(self.issues.get((one.relationship, one.category), []), one)

    def proposal(self, one: Suggestion) -> Proposal | None:
        """Return the passage with its speaker; None where no party or nobody can be named."""
        codes = [code for code in (one.party or "").split("+") if code in self.parties]
        official_id = self.officials.get(one.official_key or "")
        label = "" if official_id else _speaker_label(one, " and ".join(self.parties[code] for code in codes))
        if one.relationship is None or not codes or not (official_id or label):
            return None
        return Proposal(
            suggestion=one,
            skeleton=skeleton(one.quote),
            relationship_id=self.tracked[one.relationship],
            party_id=codes[0],
            joint_party_ids=tuple(codes[1:]),
            official_id=official_id,
            speaker_label=label,
        )


def _speaker_label(one: Suggestion, parties: str) -> str:
    """The speaker as the text describes them; an official text without one speaks for its parties."""
    described = ", ".join(filter(None, (one.speaker, one.speaker_role)))
    if not described and one.kind == StatementKind.OFFICIAL_TEXT:
        described = parties
    return described[:200]
