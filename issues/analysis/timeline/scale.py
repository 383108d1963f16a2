"""Days to positions, and ticks that read naturally. Pure geometry."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from issues.analysis.formats import written

DAYS_UP_TO = 45  # so many days have a tick a day, where they find room
WEEKS_UP_TO = 130
MONTHS_UP_TO = 450
QUARTERS_UP_TO = 366 * 6


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
    """A line of the grid. Labels of one level are written all or not at all; level 0 is bold.

    A label of the second row (`row` 1) says of which month, or year, those above it are.
    """

    day: date
    label: str
    level: int
    row: int = 0


def ticks(start: date, end: date) -> list[Tick]:
    """The grid for these days, in their order: years and quarters, months, weeks or days."""
    span = (end - start).days
    if span <= WEEKS_UP_TO:
        found = [*_context(start, end), *_days(start, end, weeks_only=span > DAYS_UP_TO)]
    elif span <= MONTHS_UP_TO:
        found = list(_months(start, end))
        if not any(tick.level == 0 for tick in found):
            found.insert(0, Tick(start, str(start.year), 0, 1))
    elif span <= QUARTERS_UP_TO:
        found = list(_quarters(start, end))
    else:
        found = list(_years(start, end, step=_year_step(span)))
    return sorted(found, key=lambda tick: (tick.day, tick.level))


def _first_of_months(start: date, end: date) -> Iterator[date]:
    index = start.year * 12 + start.month - 1 + (start.day > 1)
    while (day := date(index // 12, index % 12 + 1, 1)) <= end:
        yield day
        index += 1


def _context(start: date, end: date) -> Iterator[Tick]:
    """The months, with their year: at the first day drawn, and where they begin."""
    if start.day > 1:
        yield Tick(start, written(start, "month_year"), 0, 1)
    for day in _first_of_months(start, end):
        yield Tick(day, written(day, "month_year"), 0, 1)


def _days(start: date, end: date, *, weeks_only: bool) -> Iterator[Tick]:
    """Each day by its number; Mondays count for more, so that they stay where not all find room."""
    for index in range((end - start).days + 1):
        day = start + timedelta(days=index)
        is_monday = day.weekday() == 0
        if is_monday or not weeks_only:
            yield Tick(day, str(day.day), 1 if is_monday else 2)


def _months(start: date, end: date) -> Iterator[Tick]:
    for day in _first_of_months(start, end):
        if day.month == 1:
            yield Tick(day, str(day.year), 0)
        else:
            yield Tick(day, written(day, "month"), 1 if day.month in (4, 7, 10) else 2)


def _quarters(start: date, end: date) -> Iterator[Tick]:
    for day in _first_of_months(start, end):
        if day.month == 1:
            yield Tick(day, str(day.year), 0)
        elif day.month in (4, 7, 10):
            yield Tick(day, written(day, "month"), 1 if day.month == 7 else 2)


def _year_step(span: int) -> int:
    years = span / 365.25
    return next((step for step in (1, 2, 5, 10, 20) if years / step <= 14), 50)


def _years(start: date, end: date, *, step: int) -> Iterator[Tick]:
    for year in range(start.year, end.year + 1):
        day = date(year, 1, 1)
        if start <= day <= end:
            labelled = year % step == 0
            yield Tick(day, str(year) if labelled else "", 0 if labelled else 1)
