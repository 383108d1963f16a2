"""Days to positions, and ticks that read naturally. Pure geometry."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from issues.analysis.words import MONTHS


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale: the start of the day `start` at `left`, the end of the day `end` at `right`."""

    start: date
    end: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """The position of the start of a day, clamped to the plot."""
        share = (day - self.start).days / max((self.end - self.start).days + 1, 1)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def middle(self, day: date) -> float:
        """The position of the middle of a day: where something that happened that day is marked."""
        half = (self.right - self.left) / max((self.end - self.start).days + 1, 1) / 2
        return min(max(self.x(day) + half, self.left), self.right)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid. Labels of one level are written all or not at all; level 0 is bold."""

    day: date
    label: str
    level: int


def ticks(start: date, end: date) -> list[Tick]:
    """The grid for these days, in their order: years and quarters, months, or weeks."""
    span = (end - start).days
    if span <= 130:
        found = [*_months(start, end, years_on_first=True), *_weeks(start, end)]
    elif span <= 450:
        found = list(_months(start, end, years_on_first=False))
    elif span <= 366 * 6:
        found = list(_quarters(start, end))
    else:
        found = list(_years(start, end, step=_year_step(span)))
    return sorted(found, key=lambda tick: (tick.day, tick.level))


def _first_of_months(start: date, end: date) -> Iterator[date]:
    index = start.year * 12 + start.month - 1 + (start.day > 1)
    while (day := date(index // 12, index % 12 + 1, 1)) <= end:
        yield day
        index += 1


def _months(start: date, end: date, *, years_on_first: bool) -> Iterator[Tick]:
    for position, day in enumerate(_first_of_months(start, end)):
        if day.month == 1:
            yield Tick(day, str(day.year), 0)
        elif years_on_first and position == 0:
            yield Tick(day, f"{MONTHS[day.month - 1]} {day.year}", 0)
        elif years_on_first:
            yield Tick(day, MONTHS[day.month - 1], 0)
        else:
            yield Tick(day, MONTHS[day.month - 1], 1 if day.month in (4, 7, 10) else 2)


def _weeks(start: date, end: date) -> Iterator[Tick]:
    day = start + timedelta(days=-start.weekday() % 7)
    while day <= end:
        if 8 < day.day < 27:  # leaves room for the names of the months
            yield Tick(day, str(day.day), 1)
        day += timedelta(days=7)


def _quarters(start: date, end: date) -> Iterator[Tick]:
    for day in _first_of_months(start, end):
        if day.month == 1:
            yield Tick(day, str(day.year), 0)
        elif day.month in (4, 7, 10):
            yield Tick(day, MONTHS[day.month - 1], 1 if day.month == 7 else 2)


def _year_step(span: int) -> int:
    years = span / 365.25
    return next((step for step in (1, 2, 5, 10, 20) if years / step <= 14), 50)


def _years(start: date, end: date, *, step: int) -> Iterator[Tick]:
    for year in range(start.year, end.year + 1):
        day = date(year, 1, 1)
        if start <= day <= end:
            labelled = year % step == 0
            yield Tick(day, str(year) if labelled else "", 0 if labelled else 1)
