"""Parts of a span ("early", "the second half"), and the last day on which one is kept."""

from dataclasses import replace
from datetime import date, timedelta

from issues.reading.date_pack import Bearing, Part
from issues.reading.spans import NotADate, Span, Unanchored, shift

# Whole spans that "until" and "before" stop short of.
_EXCLUSIVE = frozenset({"week", "month", "quarter", "season", "feast"})
_TENS = {Part.FIRST_TEN: (1, 10), Part.SECOND_TEN: (11, 20), Part.LAST_TEN: (21, None)}
_WEEKS = {  # where a week of a month begins and ends nobody says: about then
    Part.FIRST_WEEK: (1, 7),
    Part.SECOND_WEEK: (8, 14),
    Part.THIRD_WEEK: (15, 21),
    Part.LAST_WEEK: (22, None),
}


def with_part(span: Span, part: Part | None, anchor: date | None) -> Span:
    """Narrow a span to a part with firm bounds, or mark it as vague.

    "Early 2026" keeps the bounds of 2026: nobody said where early ends. "Earlier this week" ends on
    the day of speaking.
    """
    if part is None:
        return span
    if part in {Part.EARLIER, Part.LATER}:
        if anchor is None:
            raise Unanchored
        earlier = part is Part.EARLIER
        lower, upper = (
            (span.lower, min(span.upper, anchor)) if earlier else (max(span.lower, anchor), span.upper)
        )
        if lower > upper:
            raise NotADate("a part of a period that has none")
        return replace(span, lower=lower, upper=upper)
    days = _TENS.get(part) or _WEEKS.get(part)
    if days:
        first, last = days
        if span.grain != "month":
            raise NotADate("days of what is no month")
        upper = span.upper if last is None else span.lower.replace(day=last)
        lower = span.lower.replace(day=first)
        return replace(span, lower=lower, upper=upper, grain="day", vague=part in _WEEKS)
    if part in {Part.FIRST_HALF, Part.SECOND_HALF}:
        last_of_first = middle(span)
        if part is Part.FIRST_HALF:
            return replace(span, upper=last_of_first)
        return replace(span, lower=last_of_first + timedelta(days=1))
    return replace(span, vague=True, part=part)


def middle(span: Span) -> date:
    """The last day of a span's first half: 30 June of a year, the 15th of a month."""
    if span.grain == "year":
        return date(span.lower.year, 6, 30)
    if span.grain == "month":
        return date(span.lower.year, span.lower.month, 15)
    return span.lower + (span.upper - span.lower) // 2


def due_day(span: Span, bearing: Bearing) -> tuple[date, bool]:
    """The last day on which "by", "until" or "before" a span is kept, and whether it is only about that day.

    By September: 30 September, in favour of who promised. Until or before September: 31 August.
    Raises NotADate before the year 1.
    """
    if span.part is Part.END:
        return span.upper, False
    if span.part is Part.MIDDLE:
        return middle(span), True
    if span.part is Part.START:
        return (span.lower, False) if bearing is not Bearing.BEFORE else (shift(span.lower, -1, "day"), False)
    exclusive = bearing is Bearing.BEFORE or (bearing is Bearing.UNTIL and span.grain in _EXCLUSIVE)
    return (shift(span.lower, -1, "day") if exclusive else span.upper), span.vague
