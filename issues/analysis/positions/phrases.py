"""The stock phrases of a voice on an issue: when first said, how often, and since when no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.urls import reverse

from issues.analysis.positions.voices import Voice
from issues.analysis.words import day
from issues.reading.formulas import formulas
from issues.vocabulary import StatementKind

READ_AT_MOST = 200
SHOWN_AT_MOST = 12
BROKEN_AFTER = 3  # later statements without a phrase


class Said(NamedTuple):
    id: int
    day: date
    quote: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A date that leads to its statement."""

    day: str
    machine: str
    address: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """`broken` is the first statement after the last use, where at least three have gone without."""

    words: str
    language: str  # of its first use
    first: Place
    last: Place
    repeats: int  # uses after the first
    broken: Place | None
    without: int  # statements since the last use


@dataclass(frozen=True, slots=True)
class Phrases:
    phrases: tuple[Phrase, ...]
    read: int  # statements read for them
    is_cut: bool  # older statements were not read
    left_out: int  # phrases beyond those shown


def phrases(voice: Voice, issue: int) -> Phrases:
    """Trace the phrases in a voice's own words; a paraphrase is somebody else's wording. One query."""
    links = voice.links(issue).exclude(statement__kind=StatementKind.REPORTED_SPEECH)
    found = links.values_list("statement", "stated_day", "statement__quote", "statement__language")[
        : READ_AT_MOST + 1
    ]
    said = [Said(pk, when, *rest) for pk, when, *rest in found if when is not None]
    read = said[:READ_AT_MOST][::-1]
    traced = trace(read)
    return Phrases(traced[:SHOWN_AT_MOST], len(read), len(said) > READ_AT_MOST, len(traced[SHOWN_AT_MOST:]))


def trace(said: Sequence[Said]) -> tuple[Phrase, ...]:
    """Trace the phrases of statements given oldest first."""
    return tuple(
        _phrase(formula.words, formula.places, said) for formula in formulas([each.quote for each in said])
    )


def _phrase(words: str, places: Sequence[int], said: Sequence[Said]) -> Phrase:
    after = places[-1] + 1
    without = len(said) - after
    return Phrase(
        words=words,
        language=said[places[0]].language,
        first=_place(said[places[0]]),
        last=_place(said[places[-1]]),
        repeats=len(places) - 1,
        broken=_place(said[after]) if without >= BROKEN_AFTER else None,
        without=without,
    )


def _place(said: Said) -> Place:
    return Place(day(said.day), said.day.isoformat(), reverse("statement", args=(said.id,)))
