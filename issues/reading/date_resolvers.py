"""From one matched time expression to its span: a resolver for each kind of expression.

Every resolver takes the match and what was `Asked`, returns the span and whether it hangs on the anchor,
raises NotADate where the words only look like a date and Unanchored where the anchor is missing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from issues.reading.date_pack import UP_TO, Bearing, DatePack, Frame, Part, by_stem
from issues.reading.span_parts import with_part
from issues.reading.spans import (
    Lean,
    NotADate,
    Span,
    Unanchored,
    counted_span,
    days_span,
    months_span,
    occurrence,
    season_span,
    unit_span,
    weekday_span,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What every resolver is told: the pack, the anchor and which occurrence is meant."""

    pack: DatePack
    anchor: date | None
    lean: Lean
    bearing: Bearing
    has_lead: bool

    def need_anchor(self) -> date:
        if self.anchor is None:
            raise Unanchored
        return self.anchor


type Resolver = Callable[[re.Match[str], Asked], tuple[Span, bool]]


def resolve_numeric(match: re.Match[str], _asked: Asked) -> tuple[Span, bool]:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    return days_span(year, month, day, day), False


def resolve_slashed(match: re.Match[str], asked: Asked) -> tuple[Span, bool]:
    """9/2/2012: the month first in English, the day first elsewhere, unless only one order exists."""
    first, second = int(match["a"]), int(match["b"])
    month, day = (first, second) if asked.pack.month_first else (second, first)
    ambiguous = first <= 12 and second <= 12 and first != second
    if month > 12:
        month, day = day, month
    year = int(match["year"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    span = days_span(year, month, day, day)
    return replace(span, uncertain=ambiguous), False


def _year(match: re.Match[str], asked: Asked) -> int | None:
    """The year that the expression itself gives, in figures or as "of last year"."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("year_relation"):
        relation = by_stem(asked.pack.relations, groups["year_relation"])
        return asked.need_anchor().year + (relation or 0)
    return None


def _month(match: re.Match[str], asked: Asked) -> int:
    name = match["month"]
    month = by_stem(asked.pack.months, name)
    if month is None or (asked.pack.capital_months and name[0].islower()):
        raise NotADate(name)
    return month


def _month_and_days(match: re.Match[str], asked: Asked) -> tuple[int, int, int]:
    groups = match.groupdict()
    if groups.get("feast"):
        feast = by_stem(asked.pack.feasts, groups["feast"])
        if feast is None:
            raise NotADate(match[0])
        return feast[0], feast[1], feast[1]
    if groups.get("day_word"):
        day = by_stem(asked.pack.day_words, groups["day_word"])
        if day is None:
            raise NotADate(match[0])
        return _month(match, asked), day, day
    return _month(match, asked), int(match["day"]), int(match["day2"] or match["day"])


def resolve_day(match: re.Match[str], asked: Asked) -> tuple[Span, bool]:
    month, first, last = _month_and_days(match, asked)
    year, grain = _year(match, asked), "feast" if match.groupdict().get("feast") else "day"
    if year is not None:
        return days_span(year, month, first, last), not match["year"]
    made = occurrence(lambda any_year: days_span(any_year, month, first, last), asked.anchor, asked.lean)
    return replace(made, grain=grain), True


def resolve_named_day(match: re.Match[str], asked: Asked) -> tuple[Span, bool]:
    offset = by_stem(asked.pack.day_offsets, match[0])
    if offset is None:
        raise NotADate(match[0])
    return counted_span(Frame.AFTER, offset, "day", None, asked.need_anchor()), True


def resolve_weekday(match: re.Match[str], asked: Asked) -> tuple[Span, bool]:
    weekday, relation = by_stem(asked.pack.weekdays, match["weekday"]), _relation(match, asked)
    if weekday is None or (asked.pack.weekday_needs_lead and not asked.has_lead):
        raise NotADate(match[0])
    counts_on = asked.pack.counts_on is not None and asked.pack.counts_on.search(match[0]) is not None
    if relation == 1 and not counts_on and asked.pack.next_week:
        anchor = asked.need_anchor()
        monday = unit_span(anchor, "week", 1).lower  # "next Friday", said on Thursday, is not tomorrow
        return weekday_span(weekday, 0, monday, asked.lean), True
    return weekday_span(weekday, relation, asked.anchor, asked.lean), True


def _relation(match: re.Match[str], asked: Asked) -> int | None:
    groups = match.groupdict()
    word = groups.get("relation") or groups.get("relation_after")
    return by_stem(asked.pack.relations, word) if word else None


def resolve_counted(match: re.Match[str], asked: Asked) -> tuple[Span, bool]:
    pack = asked.pack
    frame = by_stem(pack.frames, match["ago"] or match["frame"])
    unit = by_stem(pack.units, match["unit_ago"] or match["unit"])
    if frame is None or unit is None:
        raise NotADate(match[0])
    words, relation = match["count"] or match["count_ahead"], _relation(match, asked)
    if words:
        count = int(words) if words.isdigit() else by_stem(pack.counts, words)
    else:
        many = unit != "half" and pack.plural.search(match[0], max(0, match.end("frame") - match.start()))
        count = None if many else 1
    if frame is Frame.AFTER and asked.bearing is Bearing.BY:
        frame = Frame.WITHIN  # no later than in two weeks
    if frame is Frame.AFTER and relation is not None:
        frame = Frame.OVER
    ahead = asked.lean is Lean.ENDS_LATER
    if (
        frame is Frame.OVER
        and relation is None
        and words
        and ahead
        and match["frame"].casefold() in pack.takes
    ):
        frame = Frame.WITHIN  # сделаем за две недели
    sure = bool(match["ago"]) or asked.lean is Lean.ENDS_LATER
    if frame is Frame.AFTER and pack.language == "en" and not (words and sure):
        raise NotADate("in two years is a moment ahead only behind a verb that looks ahead")
    counts_on = pack.counts_on is not None and pack.counts_on.search(match[0]) is not None
    if frame is Frame.OVER and not (words or counts_on or pack.plural.search(match[0])) and relation == 1:
        raise NotADate("the next week is a period, not a count")
    vague = bool(count and pack.working_days.search(match[0]))
    span = counted_span(frame, -(-count * 7 // 5) if count and vague else count, unit, relation, asked.anchor)
    return replace(
        span, vague=span.vague or vague, note="working days counted as 7 in 5" if vague else span.note
    ), True


def resolve_term(match: re.Match[str], asked: Asked) -> tuple[Span, bool]:
    """В двухнедельный срок: the count is a part of the word."""
    unit = by_stem(asked.pack.units, match["unit"])
    words = (match["count"] or "").rstrip("-")
    count = by_stem(asked.pack.counts, words) if words and not words.isdigit() else int(words or 1)
    if unit is None or count is None:
        raise NotADate(match[0])
    return counted_span(Frame.WITHIN, count, unit, None, asked.anchor), True


def resolve_period(match: re.Match[str], asked: Asked) -> tuple[Span, bool]:
    part = by_stem(asked.pack.parts, match["part"]) if match["part"] else None
    if match.groupdict().get("year_end"):
        return with_part(unit_span(asked.need_anchor(), "year", 0), Part.END, asked.anchor), True
    span, relative = _whole_period(match, asked, part)
    return with_part(span, part, asked.anchor), relative


def _whole_period(match: re.Match[str], asked: Asked, part: Part | None) -> tuple[Span, bool]:
    if match["bare_year"]:
        if not (part or asked.has_lead):
            raise NotADate("a number")
        return months_span(int(match["bare_year"]), 1, 12, "year"), False
    relation, year = _relation(match, asked), _year(match, asked)
    if match["unit"]:
        return _unit_period(match, asked, part, relation), True
    make = _yearly(match, asked)
    if year is not None:
        return make(year), not match["year"]
    the = match.groupdict().get("the")
    if relation is None and not (part or the or asked.has_lead or asked.pack.language == "ru"):
        raise NotADate("a season or month named in passing")
    if relation is None:
        begun_counts = asked.lean is Lean.STARTS_LATER and part in {Part.END, Part.MIDDLE}
        return occurrence(make, asked.anchor, Lean.ENDS_LATER if begun_counts else asked.lean), True
    return _related_occurrence(make, asked, relation), True


def _unit_period(match: re.Match[str], asked: Asked, part: Part | None, relation: int | None) -> Span:
    unit = by_stem(asked.pack.units, match["unit"])
    if unit is None or (relation is None and part is None and asked.bearing not in UP_TO):
        raise NotADate("the year, in passing")
    span = unit_span(asked.need_anchor(), unit, relation or 0)
    if unit == "weekend" and relation == 0 and asked.lean is Lean.PAST and span.lower > asked.need_anchor():
        return unit_span(asked.need_anchor(), unit, -1)  # "announced this weekend", said on a Monday
    return span


def _related_occurrence(make: Callable[[int], Span], asked: Asked, relation: int) -> Span:
    """Last June is the one that is over, next June the one that has not begun, this June this year's."""
    anchor = asked.need_anchor()
    if relation == 0:
        return occurrence(make, anchor, Lean.NEAREST)
    if relation > 0:
        return occurrence(make, anchor, Lean.STARTS_LATER, said_next=True)
    over = [span for year in range(anchor.year - 2, anchor.year + 1) if (span := make(year)).upper < anchor]
    if not over:
        raise NotADate("nothing is over yet")
    return over[-1]


def _yearly(match: re.Match[str], asked: Asked) -> Callable[[int], Span]:
    """Return what gives the span of the month, season, quarter or half in any year."""
    groups, pack = match.groupdict(), asked.pack
    if groups.get("month"):
        month = _month(match, asked)
        return lambda year: months_span(year, month, month, "month")
    if groups.get("season"):
        season = by_stem(pack.seasons, groups["season"])
        if season is None:
            raise NotADate(groups["season"])
        return lambda year: season_span(year, season)
    number = int(groups.get("quarter") or 0) or by_stem(pack.ordinals, groups.get("ordinal") or "")
    unit = by_stem(pack.units, groups.get("ordinal_unit") or "") or "quarter"
    length = 6 if unit == "half" else 3
    if not number or number * length > 12:
        raise NotADate(match[0])
    return lambda year: months_span(year, (number - 1) * length + 1, number * length, "quarter")
