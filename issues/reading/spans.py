"""The calendar arithmetic of time expressions: from what a sentence names to its first and last day."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto

from issues.reading.date_pack import Bearing, Frame, Part
from issues.reading.edtf import last_day_of_month, season_bounds


class NotADate(Exception):  # noqa: N818 - a finding, not an error
    """The words look like a date and are none: 31 June, "the year", "over two weeks"."""


class Unanchored(Exception):  # noqa: N818 - a finding, not an error
    """The words count from a day that is not known."""


class Lean(Enum):
    """Which of several possible occurrences is meant."""

    NEAREST = auto()
    PAST = auto()
    ENDS_LATER = auto()  # the first that is not over yet
    STARTS_LATER = auto()  # the first that has not begun


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `lower` to `upper`.

    grain: day, week, month, quarter, season, year, decade or feast. vague: the words say no more than
    "about". uncertain: they can be read in two ways. part: the part of the span that the words mean, where
    that part has no firm bounds. bearing: set where the words themselves say it ("within two weeks").
    unnumbered: a count nobody gave ("several weeks"). note: a convention applied.
    """

    lower: date
    upper: date
    grain: str
    vague: bool = False
    uncertain: bool = False
    part: Part | None = None
    bearing: Bearing | None = None
    note: str = ""
    unnumbered: bool = False


# "Several weeks ago" names no number. These are our conventions for what is past; ahead they date nothing,
# for nobody can be late for what has no bound. There is none for years.
UNNUMBERED = {"day": 14, "week": 8, "month": 6}

JUST_OVER = 60  # days in which a date without a year is still the one that is over

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
HOURS = 24
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}


def shift(day: date, count: int, unit: str) -> date:
    """Move a day by a number of units; the 31st becomes the last day of a shorter month.

    Raises NotADate beyond the years 1 to 9999 and for a unit that cannot be counted.
    """
    try:
        if unit == "hour":  # the day in which they are over; "within the hour" is today
            return day + timedelta(days=0 if abs(count) == 1 else -(-count // HOURS))
        if unit in _DAYS:
            return day + timedelta(days=count * _DAYS[unit])
        months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError, KeyError) as error:
        raise NotADate(f"{count} {unit} from {day}") from error


def months_span(year: int, first: int, last: int, grain: str) -> Span:
    """Span whole months of one year. Raises NotADate for a month or year that does not exist."""
    try:
        return Span(date(year, first, 1), last_day_of_month(year, last), grain)
    except ValueError as error:
        raise NotADate(f"month {first} of {year}") from error


def days_span(year: int, month: int, first: int, last: int) -> Span:
    """Span days of one month. Raises NotADate for a day that does not exist or a reversed range."""
    try:
        lower, upper = date(year, month, first), date(year, month, last)
    except ValueError as error:
        raise NotADate(f"{first}-{last} of month {month}") from error
    if lower > upper:
        raise NotADate("a range that ends before it begins")
    return Span(lower, upper, "day")


def season_span(year: int, season: int) -> Span:
    try:
        return Span(*season_bounds(year, season), "season")
    except ValueError as error:
        raise NotADate(f"season {season} of {year}") from error


def unit_span(anchor: date, unit: str, relation: int) -> Span:
    """Span the week, month, quarter, half, year or decade that lies `relation` units from the anchor's."""
    if unit in {"week", "weekend"}:
        monday = shift(anchor, relation, "week") - timedelta(days=anchor.weekday())
        first = 5 if unit == "weekend" else 0
        return Span(monday + timedelta(days=first), monday + timedelta(days=6), "week")
    if unit not in _MONTHS:
        raise NotADate(unit)
    length = _MONTHS[unit]
    months = (anchor.year * 12 + anchor.month - 1) // length * length + relation * length
    year, month = divmod(months, 12)
    if unit == "decade":
        return replace(months_span(year, 1, 12, unit), upper=date(year + 9, 12, 31))
    return months_span(year, month + 1, month + length, unit)


def occurrence(
    make: Callable[[int], Span], anchor: date | None, lean: Lean, *, said_next: bool = False
) -> Span:
    """Choose the year of something that comes once a year.

    What is over for a few weeks is not expected again without a word for it: "by 1 May", said in June, is
    over, "next May" (said_next) is not.

    Raises Unanchored without an anchor, NotADate when no year near the anchor has it.
    """
    if anchor is None:
        raise Unanchored
    found = []
    for year in range(anchor.year - 1, anchor.year + 3):
        try:
            found.append(make(year))
        except NotADate:
            continue
    if lean in (Lean.ENDS_LATER, Lean.STARTS_LATER) and not said_next and (over := _just_over(found, anchor)):
        return over
    if lean is Lean.ENDS_LATER:
        found = [span for span in found if span.upper >= anchor][:1]
    elif lean is Lean.STARTS_LATER:
        found = [span for span in found if span.lower > anchor][:1]
    elif lean is Lean.PAST:
        found = [span for span in found if span.lower <= anchor][-1:]
    if not found:
        raise NotADate("it never comes")
    return min(found, key=lambda span: max((span.lower - anchor).days, (anchor - span.upper).days, 0))


def _just_over(found: list[Span], anchor: date) -> Span | None:
    recent = shift(anchor, -JUST_OVER, "day")
    return next((span for span in found if recent <= span.upper < anchor and span.grain != "season"), None)


def weekday_span(weekday: int, relation: int | None, anchor: date | None, lean: Lean) -> Span:
    """Resolve a weekday: the latest one up to the anchor, unless the words look ahead."""
    if anchor is None:
        raise Unanchored
    back = (anchor.weekday() - weekday) % 7
    if relation == 0:
        day = shift(anchor, weekday - anchor.weekday(), "day")
    elif relation == -1:
        day = shift(anchor, -(back or 7), "day")
    elif relation == 1 or lean in {Lean.ENDS_LATER, Lean.STARTS_LATER}:
        day = shift(anchor, 7 - back, "day")
    else:
        day = shift(anchor, -back, "day")
    return Span(day, day, "day")


def counted_span(
    frame: Frame, count: int | None, unit: str, relation: int | None, anchor: date | None
) -> Span:
    """Count units from the anchor; `count` None is a plural of unknown number ("several weeks")."""
    if frame is Frame.OVER and relation is None:
        raise NotADate("a duration")
    if anchor is None:
        raise Unanchored
    number, note = count, ""
    if number is None:
        if unit not in UNNUMBERED:
            raise NotADate("no number and no convention")
        number = UNNUMBERED[unit]
        note = f"about {number} {unit}s"
    vague = count is None
    if relation == -1:
        return Span(shift(anchor, -number, unit), anchor, unit, vague, note=note, unnumbered=vague)
    if relation is None and frame in {Frame.AGO, Frame.AFTER}:
        moment = _about(shift(anchor, number if frame is Frame.AFTER else -number, unit), unit, vague, note)
        return replace(moment, unnumbered=vague)
    last = shift(anchor, number, unit)
    return Span(anchor, last, unit, vague, bearing=Bearing.BY, note=note, unnumbered=vague)


def _about(day: date, unit: str, vague: bool, note: str) -> Span:
    """The moment a number of units away: two days ago is a day, two months ago is about a month."""
    if unit in {"day", "hour"}:
        return Span(day, day, "day", vague, note=note)
    if unit in {"week", "fortnight"}:
        return Span(day, day, "day", vague=True, note=note)
    grain = "year" if unit in {"year", "decade"} else "month"
    return replace(unit_span(day, grain, 0), vague=True, note=note)
