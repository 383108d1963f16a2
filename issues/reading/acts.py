"""Acts in a sentence: a deed ("released", "closing", "expulsion") done to a thing it can be done to.

The pack lists deeds and things by class; the table in `deeds` says which pair moves an issue, and how.
A deed without its thing is none: one releases prisoners and statements, closes embassies and meetings.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from issues.reading.deeds import ANY, DEEDS
from issues.reading.marks import Marks
from issues.reading.matching import Match, outermost
from issues.vocabulary import Signal

BESIDE = 1  # words between a thing and the deed right behind it: "citizens now detained"
AHEAD, BACK = 8, 12  # words in which the thing stands behind or before the deed


@dataclass(frozen=True, slots=True)
class Act:
    """A deed and its thing: the token the deed's verb begins at, where both stand in the text."""

    signal: Signal
    deed: str
    head: int
    last: int
    first: int
    start: int
    end: int
    after_thing: bool
    adjoins: bool = False  # nothing stands between the two: "detained citizens"


def find_acts(marks: Marks, start: int, end: int) -> Iterator[Act]:
    """Yield the acts of the sentence [start, end); of several readings of a deed, with the nearest thing."""
    things = outermost(marks.within("thing", start, end))
    best: dict[int, tuple[int, Act]] = {}
    for deed in marks.within("deed", start, end):
        signal, wanted = DEEDS[deed.label.value]
        thing = None
        if ANY not in wanted:
            thing = _thing_of(marks, deed, [thing for thing in things if thing.label.value in wanted])
            if thing is None:
                continue
        act, far = _act(signal, deed, thing)
        if deed.first not in best or far < best[deed.first][0]:
            best[deed.first] = far, act
    for _, act in best.values():
        yield act


def _act(signal: Signal, deed: Match, thing: Match | None) -> tuple[Act, int]:
    """The act and how far its thing is from the deed; a deed that needs none is nearest."""
    if thing is None:
        return Act(
            signal, deed.label.value, deed.first, deed.last, deed.first, deed.start, deed.end, False
        ), 0
    behind = thing.first >= deed.last
    act = Act(
        signal,
        deed.label.value,
        deed.first,
        deed.last,
        min(deed.first, thing.first),
        min(deed.start, thing.start),
        max(deed.end, thing.end),
        not behind,
        thing.first == deed.last,
    )
    return act, 1 + (thing.first - deed.last if behind else deed.first - thing.last)


def _thing_of(marks: Marks, deed: Match, things: list[Match]) -> Match | None:
    """The thing right before the deed, else the nearest behind, else before, with no full break between."""
    beside = [thing for thing in things if 0 <= deed.first - thing.last <= BESIDE]
    if beside:
        return beside[-1]
    behind = [t for t in things if 0 <= t.first - deed.last <= AHEAD and not _broken(marks, deed, t)]
    if behind:
        return behind[0]
    before = [t for t in things if 0 <= deed.first - t.last <= BACK and not _broken(marks, t, deed)]
    return before[-1] if before else None


def _broken(marks: Marks, left: Match, right: Match) -> bool:
    between = marks.text[left.end : right.start]
    return any(mark in between for mark in ";:—") or bool(marks.within("speech", left.end, right.start))
