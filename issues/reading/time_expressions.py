"""Time expressions in a text: where they stand, how the sentence hangs on them, which days they span."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from issues.reading import date_resolvers as resolvers
from issues.reading.date_pack import Bearing, DatePack, Frame, by_stem
from issues.reading.language_rules import DATE_PACKS
from issues.reading.leanings import lean_of
from issues.reading.spans import Lean, NotADate, Span, Unanchored

_ISO = re.compile(r"(?<![\w-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])")
_DOTTED = re.compile(r"(?<![\w.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d|\.\d)")
_SLASHED = re.compile(r"(?<![\w/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>\d{4}|\d{2})(?![\w/])")

# An expression is looked for near a trigger word only; no expression of a pack is longer than this.
_BEFORE, _BEHIND = 80, 64
_LEAD = 32


@dataclass(frozen=True, slots=True)
class Expression:
    """One time expression. `span` is None where it counts from a day that is not known.

    start and end take in the preposition. from_event: counted from another event ("within 60 days of
    signing"), so that no anchor helps. begins: the preposition says that something begins then.
    attribute: it only tells a thing from others ("next month's summit").
    """

    start: int
    end: int
    bearing: Bearing
    span: Span | None
    relative: bool
    lean: Lean
    from_event: bool = False
    begins: bool = False
    attribute: bool = False


def expressions(text: str, *, anchor: date | None, language: str, promised: bool = False) -> list[Expression]:
    """Return the time expressions of a text in order, none overlapping. Linear in its length.

    promised: the text is known to promise something, so that a date looks ahead unless a verb looks back.
    A language without a pack is read for numeric dates and, harmlessly, English ones.
    """
    pack = DATE_PACKS.get(language) or DATE_PACKS["en"]
    found: list[Expression] = []
    previous: tuple[re.Match[str], resolvers.Resolver] | None = None
    for match, resolver in _matches(text, pack):
        if found and match.start() < found[-1].end:
            continue
        expression = _resolve(text, match, resolver, pack, anchor, promised)
        if expression is None:
            continue
        if previous and expression.span and _joins(text, found[-1], expression, pack):
            # 30 June – 2 July 2026: the first day takes its year from the second
            first = _resolve(text, *previous, pack, anchor or expression.span.lower, promised)
            joined = _join(first, expression) if first else None
            if joined:
                found[-1] = joined
                continue
        found.append(expression)
        previous = match, resolver
    return found


def _matches(text: str, pack: DatePack) -> Iterator[tuple[re.Match[str], resolvers.Resolver]]:
    """Yield candidate matches by place, longer ones first."""
    patterns: list[tuple[re.Pattern[str], resolvers.Resolver]] = [
        *((pattern, resolvers.resolve_day) for pattern in pack.day),
        (_ISO, resolvers.resolve_numeric),
        (_DOTTED, resolvers.resolve_numeric),
        (_SLASHED, resolvers.resolve_slashed),
        (pack.counted, resolvers.resolve_counted),
        *([(pack.term, resolvers.resolve_term)] if pack.term else []),
        (pack.period, resolvers.resolve_period),
        (pack.named_day, resolvers.resolve_named_day),
        (pack.weekday, resolvers.resolve_weekday),
    ]
    for start, end in _windows(text, pack):
        matches = [
            (match, resolver)
            for pattern, resolver in patterns
            for match in pattern.finditer(text, start, end)
        ]
        yield from sorted(matches, key=lambda found: (found[0].start(), -found[0].end()))


def _windows(text: str, pack: DatePack) -> Iterator[tuple[int, int]]:
    """Yield the stretches around trigger words, merged where they touch."""
    start = end = 0
    for trigger in pack.trigger.finditer(text):
        if trigger.start() - _BEFORE <= end and end:
            end = trigger.end() + _BEHIND
            continue
        if end:
            yield start, end
        start, end = max(end, trigger.start() - _BEFORE), trigger.end() + _BEHIND
    if end:
        yield start, min(end, len(text))


def _resolve(
    text: str,
    match: re.Match[str],
    resolver: resolvers.Resolver,
    pack: DatePack,
    anchor: date | None,
    promised: bool,
) -> Expression | None:
    before = pack.lead.search(text, max(0, match.start() - _LEAD), match.start())
    lead = by_stem(pack.leads, before["lead"]) if before else None
    start, end = before.start() if before and lead else match.start(), match.end()
    after = pack.trail.match(text, end) if pack.trail else None  # «6月30日前»
    if after and (trailing := by_stem(pack.leads, after["lead"])):
        lead, end = trailing, after.end()
    bearing = lead or Bearing.AT
    out = pack.runs_out.match(text, end) if pack.runs_out and bearing is Bearing.BEFORE else None
    if out:  # "before June is out"
        bearing, end = Bearing.BY, out.end()
    lean = lean_of(text, match, pack, bearing, promised=promised)
    try:
        counts = before is not None and match.groupdict().get("bare_year") and lead is None  # "and 2010 men"
        told = (before is not None and not counts) or lead is not None
        span, relative = resolver(match, resolvers.Asked(pack, anchor, lean, bearing, told))
    except NotADate:
        return None
    except Unanchored:
        return Expression(start, end, _own_bearing(match, pack) or bearing, None, True, lean)
    ahead = resolver is resolvers.resolve_counted and match["ago"] is None
    if (span.bearing or ahead) and pack.from_event.match(text, match.end()):
        return Expression(start, end, span.bearing or bearing, None, True, lean, from_event=True)
    if bearing is Bearing.SINCE and span.grain == "day" and span.lower < span.upper:
        bearing = Bearing.AT  # from 23 to 24 June
    begins = bearing is Bearing.SINCE and pack.begins.match(text, start, match.start()) is not None
    attribute = _is_attribute(text, start, end, pack)
    return Expression(
        start, end, span.bearing or bearing, span, relative, lean, begins=begins, attribute=attribute
    )


def _is_attribute(text: str, start: int, end: int, pack: DatePack) -> bool:
    before = pack.attributed and pack.attributed.search(text, max(0, start - _LEAD), start)
    return bool(before or (pack.attribute and pack.attribute.match(text, end)))


def _own_bearing(match: re.Match[str], pack: DatePack) -> Bearing | None:
    """What a counted span says of itself when there is no anchor to count from."""
    groups = match.groupdict()
    frame = by_stem(pack.frames, groups.get("frame") or "")
    relation = by_stem(pack.relations, groups.get("relation") or "")
    return Bearing.BY if frame is Frame.WITHIN or (frame is Frame.OVER and relation == 1) else None


def _joins(text: str, first: Expression, second: Expression, pack: DatePack) -> bool:
    """Tell whether only a dash or a "to" stands between two expressions."""
    if pack.between and pack.between.fullmatch(text, first.start, second.start):
        return True
    joiner = pack.joins.match(text, first.end, second.end)
    return joiner is not None and joiner.end() >= second.start


def _join(first: Expression, second: Expression) -> Expression | None:
    """Make one span of two days or months: 30 June – 2 July, October–November."""
    if not (first.span and second.span and first.span.grain == second.span.grain in ("day", "month")):
        return None
    if first.span.lower > second.span.upper:
        return None
    bearing = Bearing.AT if first.bearing is Bearing.SINCE else first.bearing
    span = replace(first.span, upper=second.span.upper)
    return replace(first, end=second.end, span=span, bearing=bearing, relative=second.relative)
