"""What narrows the deadlines: outcomes with their counts, and the lists of a form."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from issues.analysis.deadlines.asked import EVERY, OPEN, OUTCOMES, OVERDUE, UNDATED, UNDECIDED, Asked
from issues.analysis.deadlines.matching import COUNTED_TO, counts
from issues.analysis.formats import number
from issues.analysis.naming import name_of
from issues.models import Issue, Party, Relationship
from issues.vocabulary import PledgeOutcome

RELATIONSHIPS_AT_MOST = 300
ISSUES_AT_MOST = 300


@dataclass(frozen=True, slots=True)
class OutcomeChoice:
    id: str
    label: str
    count: str  # "12", "250+", "" for the ones that others add up to
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Select:
    """One list of the form; `every` is what stands for no choice."""

    name: str
    label: str
    every: str
    options: tuple[Option, ...]


def outcome_label(outcome: str) -> str:
    labels = {
        UNDECIDED: _("Undecided"),
        OVERDUE: _("Overdue"),
        OPEN: _("Open, not yet due"),
        UNDATED: _("Without a date"),
        EVERY: _("All with a date"),
    }
    if outcome in labels:
        return labels[outcome]
    label = PledgeOutcome(outcome).label
    return label[:1].upper() + label[1:]


def outcome_choices(asked: Asked, base: str, *, today: date) -> tuple[OutcomeChoice, ...]:
    """The outcomes one may choose, in their order. One query."""
    counted = counts(asked, (each for each in OUTCOMES if each not in (UNDECIDED, EVERY)), today=today)
    return tuple(
        OutcomeChoice(
            id=f"outcome-{outcome}",
            label=outcome_label(outcome),
            count=_count(counted[outcome]) if outcome in counted else "",
            address=asked.address(base, outcome=outcome, after=None, month=None),
            is_current=asked.month is None and asked.outcome == outcome,
        )
        for outcome in OUTCOMES
    )


def _count(count: int) -> str:
    return f"{number(COUNTED_TO)}+" if count > COUNTED_TO else number(count)


def selects(asked: Asked) -> tuple[Select, ...]:
    """Lists to narrow by: relationships, their parties, and the issues of the one chosen. Two queries.

    They follow the number of relationships, not of statements.
    """
    pairs = list(
        Relationship.objects.filter(issues__isnull=False)
        .values_list("slug", "first", name_of("first__name"), "second", name_of("second__name"))
        .distinct()
        .order_by(name_of("first__name"), name_of("second__name"))[:RELATIONSHIPS_AT_MOST]
    )
    relationships = [(slug, f"{one} – {other}") for slug, _code, one, _other, other in pairs]
    parties = {code: name for _slug, a, one, b, other in pairs for code, name in ((a, one), (b, other))}
    if asked.party and asked.party not in parties:
        parties |= dict(Party.objects.filter(pk=asked.party).values_list("code", name_of("name")))
    return (
        _select("relationship", _("Relationship"), _("all"), relationships, asked.relationship),
        _select(
            "party", _("Promised by"), _("anybody"), sorted(parties.items(), key=lambda p: p[1]), asked.party
        ),
        _select("issue", _("Issue"), _("all"), _issues(asked), asked.issue),
    )


def _issues(asked: Asked) -> list[tuple[str, str]]:
    """Issues of the chosen relationship; of all, which may be thousands, only the one that is chosen."""
    issues = Issue.objects.order_by("position", "title").values_list("slug", name_of("title"))
    if asked.relationship:
        return list(issues.filter(relationship__slug=asked.relationship)[:ISSUES_AT_MOST])
    return list(issues.filter(slug=asked.issue)) if asked.issue else []


def _select(name: str, label: str, every: str, options: list[tuple[str, str]], chosen: str) -> Select:
    return Select(name, label, every, tuple(Option(value, text, value == chosen) for value, text in options))
