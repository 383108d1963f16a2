"""Dates in running text, resolved against the day they were said; deadlines of pledges.

`find_dates` says which days a text names; `find_deadline` by when a promise falls due. Both read
English and Russian (a language is a `DatePack`), keep the words as said with their offsets, and give
bounds no narrower than the words: "in early 2026" is 2026~. A relative expression without an anchor
stays unresolved: nothing is ever counted from today for want of another day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from issues.reading.date_pack import UP_TO, Bearing
from issues.reading.edtf import ImpreciseDate, InvalidDate, edtf_of
from issues.reading.span_parts import due_day
from issues.reading.spans import Lean, NotADate, Span
from issues.reading.time_expressions import Expression, expressions
from issues.vocabulary import DateOrigin

__all__ = [
    "Bearing",
    "Deadline",
    "FoundDate",
    "ImpreciseDate",
    "InvalidDate",
    "find_dates",
    "find_deadline",
    "find_deadlines",
]


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: `text[start:end]` are the words, preposition included.

    `date` is None where the words count from a day that is not known. bearing tells "on" from "by" and
    "since"; a date that is not AT is an open interval. relative: resolved against the anchor, so no
    surer than it. ahead: its sentence looks forward (a plan, not an event).
    """

    start: int
    end: int
    date: ImpreciseDate | None
    bearing: Bearing
    relative: bool
    ahead: bool


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when something promised falls due: `text[start:end] == words`.

    due is None where the words give a deadline that cannot be computed; `calculation` then says why.
    firm: False where a convention of ours stands in for a number nobody gave.
    """

    start: int
    end: int
    words: str
    due: ImpreciseDate | None
    calculation: str
    firm: bool


def find_dates(text: str, *, anchor: date | None, language: str) -> list[FoundDate]:
    """Return the dates that a text names, in order and without overlaps.

    anchor is the day the text was said or published; without it "yesterday" has no date. language is
    ISO 639-1; languages without a pack are read for numeric dates.
    """
    return [
        FoundDate(
            found.start,
            found.end,
            _named_date(text, found),
            found.bearing,
            found.relative,
            found.lean in {Lean.ENDS_LATER, Lean.STARTS_LATER},
        )
        for found in expressions(text, anchor=anchor, language=language)
    ]


def _named_date(text: str, found: Expression) -> ImpreciseDate | None:
    if found.span is None:
        return None
    lower: date | None = found.span.lower
    upper: date | None = found.span.upper
    vague = found.span.vague
    if found.bearing is Bearing.SINCE:
        upper = None
    elif found.bearing in UP_TO and found.span.bearing is None:
        lower = None
        try:
            upper, vague = due_day(found.span, found.bearing)
        except NotADate:
            return None
    qualifier = "?" if found.span.uncertain else "~" if vague else ""
    return _imprecise(lower, upper, qualifier, _words(text, found))


def _imprecise(lower: date | None, upper: date | None, qualifier: str, words: str) -> ImpreciseDate:
    edtf = edtf_of(lower, upper)
    edtf += "" if edtf.endswith("..") else qualifier
    return ImpreciseDate(edtf, lower, upper, words, DateOrigin.TEXT)


def _words(text: str, found: Expression) -> str:
    return " ".join(text[found.start : found.end].split())


def find_deadlines(text: str, *, anchor: date | None, language: str) -> list[Deadline]:
    """Return every deadline in the words of a promise, in order; see `find_deadline`."""
    return [deadline for _, deadline in _deadlines(text, anchor, language)]


@lru_cache(maxsize=256)  # whether a sentence is dated, and then by when: asked twice
def find_deadline(text: str, *, anchor: date | None, language: str) -> Deadline | None:
    """Return by when the promise in `text` falls due, or None where the text does not date it.

    Words that say "by then" win over words that say "then", firm ones over vague ones. Due dates before
    the anchor are no deadlines. due.edtf is an interval from the day it was said (`anchor`) to the last
    day ("2026-06-26/2026-08-31"; "../2026-08-31" without an anchor), or the period itself where the words
    name one that lies ahead ("in the third quarter": "2026-07/2026-09").
    """
    ranked = sorted(_deadlines(text, anchor, language), key=lambda item: (-item[0], item[1].start))
    return ranked[0][1] if ranked else None


def _deadlines(text: str, anchor: date | None, language: str) -> Iterator[tuple[int, Deadline]]:
    for found in expressions(text, anchor=anchor, language=language, promised=True):
        by_then = found.bearing in UP_TO
        if (found.bearing is Bearing.SINCE and not found.begins) or (found.attribute and not by_then):
            continue
        words = _words(text, found)
        if found.span is not None and found.span.unnumbered and _is_ahead(found, anchor):
            yield 0, _unknown(text, found, words, anchor)
            continue
        if found.span is None:
            if by_then:
                yield 1, _unknown(text, found, words, anchor)
            continue
        bearing = (
            Bearing.BY if found.attribute else found.bearing
        )  # "before the July summit": in July, it may be
        due = _by_then(found.span, bearing, anchor) if by_then else _then(found, anchor)
        if due is None:
            continue
        lower, upper, vague = due
        date_due = _imprecise(lower, upper, "~" if vague else "", words)
        calculation = f"{_said(words, anchor)} → {_outcome(found.span, date_due, by_then=by_then)}"
        rank = 1 if found.begins else 2 * by_then + (not vague) + 1
        yield (
            rank,
            Deadline(found.start, found.end, text[found.start : found.end], date_due, calculation, not vague),
        )


def _is_ahead(found: Expression, anchor: date | None) -> bool:
    upper = found.span.upper if found.span else None
    return found.lean is not Lean.PAST or (anchor is not None and upper is not None and upper > anchor)


def _by_then(span: Span, bearing: Bearing, anchor: date | None) -> tuple[date | None, date, bool] | None:
    """From the day it was said to the last day that keeps the promise."""
    try:
        upper, vague = due_day(span, bearing)
    except NotADate:
        return None
    if anchor is not None and upper < anchor:
        if bearing is not Bearing.BEFORE or span.grain == "day" or not span.lower <= anchor <= span.upper:
            return None
        upper = span.upper  # before the year is out
    return anchor, upper, vague


def _then(found: Expression, anchor: date | None) -> tuple[date | None, date, bool] | None:
    """A time that lies ahead, or the rest of one that has begun and that the sentence sees ahead."""
    span = found.span
    if span is None or (anchor is None and found.lean is not Lean.ENDS_LATER):
        return None
    if anchor is not None:
        begun = span.lower <= anchor
        if span.upper <= anchor or (begun and found.lean is not Lean.ENDS_LATER):
            return None
        if begun and not span.vague:
            return anchor, span.upper, False
    return span.lower, span.upper, span.vague


def _unknown(text: str, found: Expression, words: str, anchor: date | None) -> Deadline:
    why = "unknown: the day it was said is not known"
    if found.from_event:
        why = "unknown: it counts from another event"
    elif found.span is not None:
        why = "unknown: nobody said how many"
    calculation = f"{_said(words, anchor)} → {why}"
    return Deadline(found.start, found.end, text[found.start : found.end], None, calculation, firm=False)


def _said(words: str, anchor: date | None) -> str:
    return f"{words}, said {anchor.isoformat()}" if anchor else words


def _outcome(span: Span, due: ImpreciseDate, *, by_then: bool) -> str:
    note = f"{span.note}, " if span.note else ""
    about = "about " if due.edtf.endswith("~") else ""
    if by_then or due.lower is None:
        return f"{note}until {about}{due.upper}"
    if due.lower == due.upper:
        return f"{note}on {about}{due.upper}"
    return f"{note}from {about}{due.lower} until {about}{due.upper}"
