"""Dates as imprecise as the world gives them: a subset of EDTF with computed bounds.

The subset is that of the models (Library of Congress, EDTF level 1): ``2026``, ``2026-06``,
``2026-06-26``, the seasons ``2026-21`` (spring) to ``2026-24`` (winter), each with a trailing ``~``,
``?`` or ``%``, and intervals of two of these in which one end may be open (``../2026-08-31``).

The installed `edtf` library is not used here. It imports Django where that is installed, which the
reader must not; it takes 4 ms a date where a page holds dozens; it fails on an open interval
(``../2026-08-31`` raises TypeError in 5.0.2); and it ends a winter on 31 December.

A qualifier says that the date is approximate or uncertain; it does not move the bounds, which stay
those of the date as written, because nobody said how far off it may be.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from issues.vocabulary import DateOrigin

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?%]?")
_OPEN = ".."
_EXPECTED = "a date is written 2026, 2026-06, 2026-06-26, 2026-22 (summer) or an interval a/b, ../b, a/.."

# Seasons of the northern hemisphere in whole months, as meteorologists and diplomats count them;
# a winter belongs to the year in which it begins. EDTF gives the codes and leaves the months open.
SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


class InvalidDate(ValueError):  # noqa: N818 - says what is wrong, as a reader would
    """The text is not a date of our EDTF subset; the message says what would be."""


def last_day_of_month(year: int, month: int) -> date:
    """Return the last day of a month. Raises ValueError outside years 1 to 9999."""
    return date(year, month, calendar.monthrange(year, month)[1])


def season_bounds(year: int, season: int) -> tuple[date, date]:
    """Return the first and last day of an EDTF season (21 spring … 24 winter) that begins in `year`."""
    first, last = SEASON_MONTHS[season]
    return date(year, first, 1), last_day_of_month(year + (last < first), last)


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Return the first and last day that an EDTF text allows; None for an open end.

    Raises InvalidDate for text outside the subset, days that do not exist, an interval that is open
    at both ends, and one that ends before it begins.
    """
    if "/" not in edtf:
        return _point_bounds(edtf)
    first, _, last = edtf.partition("/")
    lower = None if first == _OPEN else _point_bounds(first)[0]
    upper = None if last == _OPEN else _point_bounds(last)[1]
    if lower is None and upper is None:
        raise InvalidDate(f"{edtf!r} is open at both ends: say at least one")
    if lower is not None and upper is not None and lower > upper:
        raise InvalidDate(f"{edtf!r} ends before it begins")
    return lower, upper


def _point_bounds(text: str) -> tuple[date, date]:
    match = _POINT.fullmatch(text)
    if match is None:
        raise InvalidDate(f"{text!r} is not a date: {_EXPECTED}")
    year = int(match[1])
    month, day = (int(part) if part else None for part in match.group(2, 3))
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if month in SEASON_MONTHS and day is None:
            return season_bounds(year, month)
        if day is None:
            return date(year, month, 1), last_day_of_month(year, month)
        exact = date(year, month, day)
    except ValueError as error:
        raise InvalidDate(f"{text!r} is not a date: no such day, month or season") from error
    return exact, exact


def edtf_of(lower: date | None, upper: date | None) -> str:
    """Write bounds as the shortest EDTF: a day, a month, a season, a year, else an interval.

    Raises InvalidDate when both ends are open or out of order.
    """
    if lower is None or upper is None:
        if lower is upper:
            raise InvalidDate("a date needs at least one bound")
        return f"{_day(lower) if lower else _OPEN}/{_day(upper) if upper else _OPEN}"
    if lower > upper:
        raise InvalidDate(f"the interval {_day(lower)}/{_day(upper)} ends before it begins")
    if lower == upper:
        return _day(lower)
    return _whole_period(lower, upper) or _interval(lower, upper)


def _day(day: date) -> str:
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def _whole_period(lower: date, upper: date) -> str | None:
    """Name bounds that are exactly a year, a month or a season."""
    candidates = [f"{lower.year:04}", f"{lower.year:04}-{lower.month:02}"]
    candidates += [
        f"{lower.year:04}-{season}" for season, (first, _) in SEASON_MONTHS.items() if first == lower.month
    ]
    for edtf in candidates:
        try:
            if bounds(edtf) == (lower, upper):
                return edtf
        except InvalidDate:  # the winter of the year 9999
            continue
    return None


def _interval(lower: date, upper: date) -> str:
    whole_months = lower.day == 1 and (upper == date.max or (upper + timedelta(days=1)).day == 1)
    if whole_months:
        return f"{lower.year:04}-{lower.month:02}/{upper.year:04}-{upper.month:02}"
    return f"{_day(lower)}/{_day(upper)}"


@dataclass(frozen=True, slots=True)
class ImpreciseDate:
    """A date with its bounds, the words it was given in ("" where there were none) and its origin."""

    edtf: str
    lower: date | None
    upper: date | None
    words: str
    origin: DateOrigin

    @classmethod
    def from_edtf(cls, edtf: str, *, words: str = "", origin: DateOrigin) -> Self:
        """Read EDTF text of our subset. Raises InvalidDate (a ValueError) for anything else."""
        lower, upper = bounds(edtf)
        return cls(edtf, lower, upper, words, origin)

    @property
    def day(self) -> date | None:
        """The day itself where it is known to the day, else None: the anchor for relative dates."""
        return self.lower if self.lower == self.upper else None
