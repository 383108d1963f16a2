"""The editors' reviews, as the suggester learns from them: what was proposed, and what they made of it.

Nothing else is learned from: a proposal that nobody looked at teaches nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Min, QuerySet

from issues.learning.features import Observer
from issues.learning.observation import Passage
from issues.learning.suggester import Review
from issues.learning.trial import MOST_REVIEWS
from issues.models import Appearance, Link, Statement
from issues.vocabulary import Proposer, ReviewState

# A reason of the suggester has this: the rules' answer, to be learned from at the next training.
INSTEAD_OF = "instead_of"

_LinkEvent: Any = apps.get_model("issues", "LinkEvent")


def decided_statements() -> "QuerySet[Statement]":
    return Statement.objects.exclude(state=ReviewState.SUGGESTED)


@dataclass(frozen=True, slots=True)
class _Proposed:
    """A link as it was first proposed, with the rules' answers."""

    link_id: int
    issue_id: int
    category: str
    signal: str
    confidence: float
    notes: frozenset[str]


def collect_reviews(observer: Observer) -> list[Review]:
    """Return the newest reviews in the order of their statements. A few queries whatever the number.

    A statement on two issues is two reviews; one rejected, or accepted on no issue, is one.
    """
    newest = list(decided_statements().order_by("-id")[:MOST_REVIEWS])[::-1]
    ids = [statement.pk for statement in newest]
    documents = dict(
        Appearance.objects.filter(statement__in=ids)
        .values_list("statement")
        .annotate(first=Min("capture__document"))
    )
    proposed, links = _proposed(ids), _live_links(ids)
    reviews: list[Review] = []
    for statement in newest:
        document = str(documents.get(statement.pk, f"statement {statement.pk}"))
        asked = proposed.get(statement.pk, ())
        reviews += _reviews_of(statement, document, asked, links.get(statement.pk, {}), observer)
    return reviews


def _reviews_of(
    statement: Statement,
    document: str,
    proposed: Collection[_Proposed],
    links: Mapping[int, Link],
    observer: Observer,
) -> Iterable[Review]:
    kept = statement.state == ReviewState.ACCEPTED
    if statement.proposed_by in (Proposer.EDITOR, Proposer.MODEL):  # the rules did not propose it
        alone = observer.alone(
            statement.quote, language=statement.language, question=statement.question, kind=statement.kind
        )
        for each in links.values():
            yield Review(alone, document, kept, each.issue.category_id, each.signal, proposed=False)
        return
    of_issue = {link.issue_id: link for link in links.values()}
    asked = {one.issue_id for one in proposed}
    corrected = [link for link in links.values() if link.issue_id not in asked]
    for one in proposed:
        # An accepted link is corrected by another: to the same issue, or to one that took its place.
        link = links.get(one.link_id) or of_issue.get(one.issue_id)
        link = link or (corrected.pop(0) if corrected else None)
        category, signal = (link.issue.category_id, link.signal) if link else (None, None)
        yield Review(_passage(statement, one), document, kept, category, signal)
    if not proposed:
        yield Review(_passage(statement, None), document, kept)


def _passage(statement: Statement, one: _Proposed | None) -> Passage:
    notes = one.notes if one else frozenset()
    return Passage(
        quote=statement.quote,
        language=statement.language,
        question=statement.question,
        kind=statement.kind,
        category=one.category if one else None,
        signal=one.signal if one else "",
        confidence=_sureness(statement, one),
        notes=notes | notes_of(statement.reasons),
    )


def _sureness(statement: Statement, one: _Proposed | None) -> float:
    """Return the rules' own confidence, where the suggester put another in its place."""
    for reason in statement.reasons:
        if reason.get("about") == "confidence" and INSTEAD_OF in reason:
            return float(reason[INSTEAD_OF])
    return one.confidence if one else statement.confidence


def notes_of(reasons: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """Return the rules' notes among stored reasons, as Passage has them."""
    return frozenset(
        f"{reason['about']}: {reason['note']}"
        for reason in reasons
        if reason.get("note") and INSTEAD_OF not in reason
    )


def _proposed(statements: Collection[int]) -> dict[int, list[_Proposed]]:
    """Return the links as a machine first proposed them, from the history: they are corrected in place."""
    events = (
        _LinkEvent.objects.filter(statement_id__in=statements, pgh_label="insert")
        .exclude(proposed_by__in=(Proposer.EDITOR, Proposer.MODEL))
        .order_by("pgh_id")
        .values_list(
            "statement_id", "pgh_obj_id", "issue_id", "issue__category_id", "signal", "confidence", "reasons"
        )
    )
    found: dict[int, dict[str, _Proposed]] = defaultdict(dict)
    for statement_id, link_id, issue_id, category, signal, confidence, reasons in events:
        by_rules = {reason["about"]: str(reason[INSTEAD_OF]) for reason in reasons if INSTEAD_OF in reason}
        one = _Proposed(
            link_id,
            issue_id,
            by_rules.get("category", category),
            by_rules.get("signal", signal),
            confidence,
            notes_of(reasons),
        )
        # An undo inserts a link anew: what was proposed first counts.
        found[statement_id].setdefault(one.category, one)
    return {pk: list(by_category.values()) for pk, by_category in found.items()}


def _live_links(statements: Collection[int]) -> dict[int, dict[int, Link]]:
    rows = (
        Link.objects.filter(statement__in=statements, withdrawn_at=None, state=ReviewState.ACCEPTED)
        .select_related("issue")
        .order_by("pk")
    )
    found: dict[int, dict[int, Link]] = defaultdict(dict)
    for link in rows:
        found[link.statement_id][link.pk] = link
    return found
