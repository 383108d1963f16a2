"""A month of deadlines: weeks from Monday, each pledge on the day it falls due.

What is promised for "the second half of August" is drawn across those days; what is promised for a
month or longer stands at the head of the month in which it falls due at the latest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.urls import reverse

from issues.analysis.deadlines.asked import EVERY, OVERDUE, Asked, Month
from issues.analysis.deadlines.matching import LOOKED_THROUGH, due_between, matches
from issues.analysis.deadlines.rows import PledgeRow, pledge_rows
from issues.analysis.words import day, edtf
from issues.models import Pledge

WEEK = 7
A_DAY_AT_MOST = 3  # entries in a cell; the rest are counted
SPANS_AT_MOST = 4  # rows of spans a week
AT_HEAD_AT_MOST = 12
CARRIED_AT_MOST = 6
LONG_DAYS = 28  # from here on a stretch stands at the month's head


@dataclass(frozen=True, slots=True)
class DayCell:
    date: date
    number: str
    label: str  # "31 August 2026", for whoever sees no columns
    is_outside: bool  # of the month before or after
    is_today: bool
    rows: tuple[PledgeRow, ...]
    more: int
    address: str  # the list of all that fall due that day


@dataclass(frozen=True, slots=True)
class SpanCell:
    """A stretch of a week: `row` is None where nothing spans these days."""

    width: int
    row: PledgeRow | None
    continues: bool  # it began in an earlier week


@dataclass(frozen=True, slots=True)
class Week:
    spans: tuple[tuple[SpanCell, ...], ...]
    days: tuple[DayCell, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    title: str
    weeks: tuple[Week, ...]
    at_head: tuple[PledgeRow, ...]
    carried: tuple[PledgeRow, ...]  # overdue from before, the longest first; of today's month alone
    carried_address: str  # all of them, "" where these are all
    earlier: str
    earlier_name: str
    later: str
    later_name: str
    today: str  # address of today's month, "" on it
    is_cut: bool
    is_empty: bool


def month_view(asked: Asked, *, today: date) -> MonthView:
    """The month that is asked for. Four queries at most."""
    month = asked.month or Month.of(today)
    base = reverse("deadlines")
    first = month.first - timedelta(days=month.first.weekday())
    last = month.last + timedelta(days=6 - month.last.weekday())
    held = _due(due_between(asked, first, last + timedelta(days=LONG_DAYS), at_most=LOOKED_THROUGH))
    ids, more = _chosen(held, first, last)
    carried = matches(asked.among(outcome=OVERDUE), today=today, page=CARRIED_AT_MOST)
    late = carried.ids if month == Month.of(today) else ()
    rows = pledge_rows([*ids, *(pk for pk in late if pk not in ids)], today=today)
    shown = [row for row in rows if row.id in ids]
    held_over = tuple(row for row in rows if row.id in late and row.upper and row.upper < month.first)
    overdue_address = asked.among(outcome=OVERDUE).address(base)
    weeks = tuple(
        _week(first + timedelta(weeks=place), month, shown, more, asked, today)
        for place in range(((last - first).days + 1) // WEEK)
    )
    return MonthView(
        title=edtf(month.write(), long=True),
        weeks=weeks,
        at_head=tuple(row for row in shown if _at_head(row) and row.upper and row.upper >= month.first),
        carried=held_over,
        carried_address=overdue_address if late and carried.following else "",
        earlier=asked.address(base, month=month.moved(-1)),
        earlier_name=edtf(month.moved(-1).write(), long=True),
        later=asked.address(base, month=month.moved(1)),
        later_name=edtf(month.moved(1).write(), long=True),
        today="" if month == Month.of(today) else asked.address(base, month=Month.of(today)),
        is_cut=len(held) == LOOKED_THROUGH,
        is_empty=not shown and not held_over,
    )


@dataclass(frozen=True, slots=True)
class _Held:
    id: int
    lower: date | None
    upper: date
    said: date | None

    @property
    def is_span(self) -> bool:
        """Somewhere in a stretch that had not begun when it was said (as a PledgeRow's)."""
        if self.lower is None or self.lower == self.upper:
            return False
        return self.said is None or self.lower > self.said

    @property
    def is_long(self) -> bool:
        return self.is_span and self.lower is not None and (self.upper - self.lower).days + 1 >= LONG_DAYS


def _due(pledges: QuerySet[Pledge]) -> list[_Held]:
    values = pledges.values_list("pk", "due_on_lower", "due_on_upper", "statement__stated_on_upper")
    return [_Held(*row) for row in values]


def _chosen(held: Sequence[_Held], first: date, last: date) -> tuple[list[int], dict[date, int]]:
    """The ids that a page has room for, and how many more fall due on each day."""
    ids: list[int] = []
    by_day: dict[date, int] = {}
    at_head = spans = 0
    for item in held:
        if item.is_long:
            if item.upper <= last and at_head < AT_HEAD_AT_MOST:
                at_head += 1
                ids.append(item.id)
        elif item.is_span:
            if item.lower is not None and item.lower <= last and spans < WEEK * SPANS_AT_MOST:
                spans += 1
                ids.append(item.id)
        elif first <= item.upper <= last:
            by_day[item.upper] = by_day.get(item.upper, 0) + 1
            if by_day[item.upper] <= A_DAY_AT_MOST:
                ids.append(item.id)
    return ids, {day: count - A_DAY_AT_MOST for day, count in by_day.items() if count > A_DAY_AT_MOST}


def _at_head(row: PledgeRow) -> bool:
    if not (row.is_span and row.lower and row.upper):
        return False
    return (row.upper - row.lower).days + 1 >= LONG_DAYS


def _week(
    monday: date,
    month: Month,
    rows: Sequence[PledgeRow],
    more: dict[date, int],
    asked: Asked,
    today: date,
) -> Week:
    of_day = asked.among(outcome=EVERY)
    dates = [monday + timedelta(days=place) for place in range(WEEK)]
    cells = tuple(
        DayCell(
            date=each,
            number=str(each.day),
            label=day(each, long=True),
            is_outside=Month.of(each) != month,
            is_today=each == today,
            rows=tuple(row for row in rows if not row.is_span and row.upper == each),
            more=more.get(each, 0),
            address=of_day.address(reverse("deadlines"), start=each, end=each),
        )
        for each in dates
    )
    spanning = sorted(
        (row for row in rows if row.is_span and not _at_head(row)), key=lambda row: (row.lower, row.id)
    )
    return Week(_spans(spanning, monday), cells)


def _spans(rows: Sequence[PledgeRow], monday: date) -> tuple[tuple[SpanCell, ...], ...]:
    """Stretches of this week in as few rows as keep them apart, filled up to seven days each."""
    packed: list[list[tuple[int, int, PledgeRow]]] = []
    for row in rows:
        if row.lower is None or row.upper is None:
            continue
        start, end = max((row.lower - monday).days, 0), min((row.upper - monday).days, WEEK - 1)
        if start >= WEEK or end < 0:
            continue
        place = next((line for line in packed if line[-1][1] < start), None)
        if place is None and len(packed) < SPANS_AT_MOST:
            place = []
            packed.append(place)
        if place is not None:
            place.append((start, end, row))
    return tuple(_filled(line, monday) for line in packed)


def _filled(line: Sequence[tuple[int, int, PledgeRow]], monday: date) -> tuple[SpanCell, ...]:
    cells: list[SpanCell] = []
    reached = 0
    for start, end, row in line:
        if start > reached:
            cells.append(SpanCell(start - reached, None, continues=False))
        cells.append(SpanCell(end - start + 1, row, bool(row.lower and row.lower < monday)))
        reached = end + 1
    if reached < WEEK:
        cells.append(SpanCell(WEEK - reached, None, continues=False))
    return tuple(cells)
