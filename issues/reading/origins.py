"""Which places of the same words go back to which: outlets that reprint one agency are one origin.

What says so, the surest first: a version of the same page; a text that credits another outlet; another
page of the same outlet; the same sentences around the words. Quotes are left out of those: two
reporters at one briefing write down the same answers, not the same prose.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from issues.reading.credits import Credits, Outlet
from issues.vocabulary import Descent

SHINGLE = 5  # words in a row
SHARED_AT_LEAST = 12  # of them, in both texts: some sixteen words to the letter
SHARED_SHARE = 0.4  # of the shorter of two texts
_WORDS = re.compile(r"[\u4e00-\u9fff]|\w+")
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"\n]*\"")


@dataclass(frozen=True, slots=True)
class Passage:
    """Where words stand: on which page of which outlet, with the text around them.

    order: earlier places have the smaller one. nearby: the paragraph of the words without them, and the
    page's first and last lines; around: a longer piece on both sides, without the words.
    """

    key: int
    page: int
    outlet: str
    order: Any
    nearby: str = ""
    around: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a place goes back to: another place (its key), by what sign; the outlet it credits, if one.

    A place that goes back to none is an origin of its own, or the first of those that credit an outlet
    whose own page is not among them.
    """

    to: int | None = None
    by: Descent | None = None
    credit: str = ""


ITS_OWN = Origin()


@dataclass(slots=True)
class _Tracing:
    crediting: Credits
    origins: dict[int, Origin] = field(default_factory=dict)
    first_of_page: dict[int, int] = field(default_factory=dict)
    first_of_outlet: dict[str, int] = field(default_factory=dict)
    first_to_credit: dict[str, int] = field(default_factory=dict)
    prose: list[tuple[int, frozenset[tuple[str, ...]]]] = field(default_factory=list)

    def place(self, passage: Passage, outlets: dict[str, int]) -> Origin:
        if passage.page in self.first_of_page:
            return Origin(self.first_of_page[passage.page], Descent.SAME_PAGE)
        credited = self.crediting.find(passage.nearby, own=passage.outlet)
        found = self._credited(passage, credited, outlets)
        if found.to is None and passage.outlet in self.first_of_outlet:
            return Origin(self.first_of_outlet[passage.outlet], Descent.SAME_OUTLET, found.credit)
        if found.to is None and (like := self._like(shingles(passage.around))) is not None:
            return Origin(like, Descent.SAME_TEXT, found.credit)
        return found

    def _credited(self, passage: Passage, credited: Sequence[Outlet], outlets: dict[str, int]) -> Origin:
        for outlet in credited:
            to = outlets.get(outlet.key, self.first_to_credit.get(outlet.key))
            if to is not None and not self._leads_to(to, passage.key):
                return Origin(to, Descent.CREDIT, outlet.name)
        for outlet in credited:
            self.first_to_credit.setdefault(outlet.key, passage.key)
        return Origin(credit=credited[0].name) if credited else ITS_OWN

    def _leads_to(self, key: int, wanted: int) -> bool:
        """Two that credit each other: the earlier stays where it is."""
        at: int | None = key
        while at is not None and at != wanted:
            at = self.origins.get(at, ITS_OWN).to
        return at == wanted

    def _like(self, prose: frozenset[tuple[str, ...]]) -> int | None:
        shared = [
            (len(prose & other) / min(len(prose), len(other)), -number, key)
            for number, (key, other) in enumerate(self.prose)
            if len(prose & other) >= SHARED_AT_LEAST
        ]
        share, _, key = max(shared, default=(0.0, 0, None))
        return key if share >= SHARED_SHARE else None

    def keep(self, passage: Passage, origin: Origin) -> None:
        self.origins[passage.key] = origin
        self.first_of_page.setdefault(passage.page, passage.key)
        if passage.outlet:
            self.first_of_outlet.setdefault(passage.outlet, passage.key)
        if origin.by != Descent.SAME_PAGE:
            self.prose.append((passage.key, shingles(passage.around)))


def trace(passages: Iterable[Passage], crediting: Credits) -> dict[int, Origin]:
    """Return what each place of one statement goes back to, by its key."""
    ordered = sorted(passages, key=lambda one: (one.order, one.key))
    outlets: dict[str, int] = {}
    for passage in ordered:
        if passage.outlet:
            outlets.setdefault(passage.outlet, passage.key)
    tracing = _Tracing(crediting)
    for passage in ordered:
        tracing.keep(passage, tracing.place(passage, outlets))
    return tracing.origins


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of five words of a text's prose, quotes left out."""
    words = [word.casefold() for word in _WORDS.findall(_QUOTED.sub(" ", text))]
    return frozenset(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
