"""Date patterns of languages that write "26 June 2026" in this order, made from their words.

French, Spanish, Portuguese and Polish differ in the words and in what stands between them, not in the
order; `european` builds their patterns. Keys of word tables are whole forms; spaces may be any white space.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from issues.reading.date_pack import Bearing, DatePack, Frame, Part

_FLAGS = re.IGNORECASE
_S = r"\s{1,3}"
_YEAR = r"(?:19|20|21)\d{2}(?![\d-]|[.,:]\d)"


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of one language.

    of: what may stand between a day, a month, a part and their year, each with its own space; articles: what
    may stand between a preposition and its noun. before and after: relations before and behind their noun
    ("last June", "juin dernier"). reporting and begins: as in DatePack. ago_before: "il y a" stands
    before its count; ago_after: "temu" behind.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    units: Mapping[str, str]
    ordinals: Mapping[str, int]
    parts: Mapping[str, Part]
    counts: Mapping[str, int | None]
    frames: Mapping[str, Frame]
    named_days: Mapping[str, int]
    leads: Mapping[str, Bearing]
    of: str
    articles: str
    to: str
    future: str
    past: str
    plural: str
    from_event: str
    working: str
    before: Mapping[str, int] = field(default_factory=dict)
    after: Mapping[str, int] = field(default_factory=dict)
    ago_before: str = ""
    ago_after: str = ""
    year_word: str = ""
    weekday_needs_lead: bool = False
    reporting: str = ""
    begins: str = "(?!)"


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    ordered = sorted(words, key=len, reverse=True)
    escaped = (re.escape(word).replace(r"\ ", _S).replace("'", "['’]") for word in ordered)
    return f"(?:{'|'.join(escaped) or '(?!)'})"


def european(language: str, words: DateWords) -> DatePack:
    """Build the DatePack of a language from its words."""
    month = rf"(?P<month>{any_of(words.months)})(?![^\W_])(?:\.(?=\s?(?:de\s)?\d))?"
    weekday, unit, number = any_of(words.weekdays), any_of(words.units), rf"\d{{1,3}}|{any_of(words.counts)}"
    before, after = any_of(words.before), any_of(words.after)
    of, year = words.of, rf"(?P<year>{_YEAR}){words.year_word}"
    day = (
        rf"(?:\b{weekday},?{_S}(?:{words.articles})?)?(?<![\w.,/:-])(?P<day>\d{{1,2}})(?:er|º|ª|°)?"
        rf"(?:\s?(?:[-–—]|{words.to})\s?(?P<day2>\d{{1,2}}))?{_S}(?:{of})?{month}(?:,?{_S}(?:{of})?{year})?"
    )
    period = (
        rf"\b(?:(?P<part>{any_of(words.parts)})(?:{_S}|-)(?:{of})*)?(?:(?P<relation>{before}){_S})?"
        rf"(?:(?P<ordinal>{any_of(words.ordinals)}){_S}(?P<ordinal_unit>{unit})|{month}"
        rf"|(?P<season>{any_of(words.seasons)})\b|(?P<unit>{unit})\b|(?P<bare_year>{_YEAR}){words.year_word})"
        rf"(?:{_S}(?P<relation_after>{after})\b)?(?:,?{_S}(?:{of})?{year})?"
    )
    ago_before, ago_after = words.ago_before or "(?!)", words.ago_after or "(?!)"
    ago = (
        rf"(?=(?:{ago_before}){_S})(?P<ago>{ago_before}){_S}(?P<count>{number}){_S}(?P<unit_ago>{unit})\b"
        if words.ago_before
        else rf"(?P<count>{number}){_S}(?P<unit_ago>{unit}){_S}(?P<ago>{ago_after})\b"
    )
    counted = (
        rf"\b(?:{ago}|(?P<frame>{any_of(words.frames)}){_S}(?:{words.articles})?(?:(?P<relation>{before}){_S})?"
        rf"(?:(?P<count_ahead>{number}){_S})?(?:(?P<relation_after>{before}){_S})?"
        rf"(?:{words.working}{_S})?(?P<unit>{unit})\b)"
    )
    named = any_of(words.named_days)
    triggers = any_of((*words.months, *words.weekdays, *words.seasons, *words.units))
    return DatePack(
        language=language,
        trigger=re.compile(rf"\b(?:\d|{triggers}|{named})", _FLAGS),
        day=(re.compile(day, _FLAGS),),
        period=re.compile(period, _FLAGS),
        named_day=re.compile(rf"\b{named}\b", _FLAGS),
        weekday=re.compile(
            rf"\b(?:(?P<relation>{before}){_S})?(?P<weekday>{weekday})\b(?:{_S}(?P<relation_after>{after})\b)?",
            _FLAGS,
        ),
        counted=re.compile(counted, _FLAGS),
        lead=re.compile(rf"\b(?P<lead>{any_of(words.leads)}){_S}(?:{words.articles})?$", _FLAGS),
        future=re.compile(words.future, _FLAGS),
        past=re.compile(words.past, _FLAGS),
        plural=re.compile(words.plural, _FLAGS),
        working_days=re.compile(rf"\b{words.working}\b", _FLAGS),
        from_event=re.compile(rf"{_S}{words.from_event}\b", _FLAGS),
        begins=re.compile(words.begins, _FLAGS),
        reporting=re.compile(words.reporting, _FLAGS) if words.reporting else None,
        joins=re.compile(rf"\s?[-–—]\s?|{_S}(?:{words.to}){_S}", _FLAGS),
        months=words.months,
        day_words={},
        feasts={},
        seasons=words.seasons,
        weekdays=words.weekdays,
        units=words.units,
        ordinals=words.ordinals,
        relations={**words.before, **words.after},
        parts=words.parts,
        counts=words.counts,
        frames=words.frames,
        day_offsets=words.named_days,
        leads=words.leads,
        weekday_needs_lead=words.weekday_needs_lead,
    )
