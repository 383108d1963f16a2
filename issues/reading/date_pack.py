"""What a language must say about its dates: patterns with agreed group names, and word tables.

A pack is data. The patterns find the pieces of a time expression; the tables turn its words into
numbers that mean the same in every language; `spans` does the arithmetic. Group names that patterns
may use: day, day2, day_word (first of June), feast, month, season, weekday, year, year_relation, ordinal
(of a quarter), quarter, year_end, unit, count, relation (relation_after behind its noun), part, frame (the
word that opens a counted span, such as "within").
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Bearing(StrEnum):
    """How a sentence hangs on a date: on it, up to it, or from it on."""

    AT = "at"
    BY = "by"  # at the latest on its last day: by, no later than, к
    UNTIL = "until"  # up to a day or year inclusively, up to a month or season exclusively: until, до
    BEFORE = "before"  # strictly before its first day
    SINCE = "since"


UP_TO = frozenset({Bearing.BY, Bearing.UNTIL, Bearing.BEFORE})


class Part(StrEnum):
    """A part of a period. START, MIDDLE and END are also points; EARLY and LATE are only vague."""

    START = "start"
    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    END = "end"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    EARLIER = "earlier"  # earlier this week: from its beginning until the day of speaking
    LATER = "later"  # later this week: from the day of speaking until its end
    FIRST_TEN = "first ten days"  # первая декада
    SECOND_TEN = "second ten days"
    LAST_TEN = "last ten days"
    FIRST_WEEK = "first week"
    SECOND_WEEK = "second week"
    THIRD_WEEK = "third week"
    LAST_WEEK = "last week"


class Frame(StrEnum):
    """What opens a counted span of time, such as the two weeks of "within two weeks"."""

    WITHIN = "within"  # at any time from now to then
    AFTER = "after"  # then: in two weeks, через две недели
    OVER = "over"  # needs "next" or "past" to mean anything: over the next two weeks
    AGO = "ago"


@dataclass(frozen=True, slots=True)
class DatePack:
    """The patterns and tables of one language. Keys of tables are stems in lower case.

    A word is looked up by its longest stem. relations: -1 last, 0 this, +1 next. counts: None for a
    plural of unknown number ("several"). day_offsets: days from the day of speaking. leads lacks the
    prepositions that are no part of a date's words ("of 1972"). future and past match the verbs around
    a date that say which Monday is meant; future takes its whole verb in ("will be held"). from_event:
    words behind a span that count it from something else than now. begins: words before a day on which
    something is to begin ("from 1 May"). feasts: month and day. term: a count inside a word, with the groups
    count and unit (в двухнедельный срок). trail: what stands behind a date as a preposition stands before it
    elsewhere (group lead). between: from the first of two dates up to the second, where they are the ends
    of a span ("between 3 June and 7 June"). counts_on: words that make of a unit a count from now ("over
    the next year"). attribute and attributed: what stands behind and before a date that only tells a thing
    from others ("next month's summit", "the attack of 7 October"). reporting: verbs of those
    who tell of something, which do not say when it happens. clauses: words with which another clause begins.
    runs_out: what stands behind a span that is to be over ("before June is out"). vowed: verbs of future that
    tell of a promise made in the past. next_week: "next Friday" is the one of next week. takes: frames of how
    long something takes, by which it is done then where it lies ahead.
    """

    language: str
    trigger: re.Pattern[str]
    day: tuple[re.Pattern[str], ...]
    period: re.Pattern[str]
    named_day: re.Pattern[str]
    weekday: re.Pattern[str]
    counted: re.Pattern[str]
    lead: re.Pattern[str]
    future: re.Pattern[str]
    past: re.Pattern[str]
    plural: re.Pattern[str]
    working_days: re.Pattern[str]
    from_event: re.Pattern[str]
    begins: re.Pattern[str]
    joins: re.Pattern[str]
    months: Mapping[str, int]
    day_words: Mapping[str, int]
    feasts: Mapping[str, tuple[int, int]]
    seasons: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, str]
    ordinals: Mapping[str, int]
    relations: Mapping[str, int]
    parts: Mapping[str, Part]
    counts: Mapping[str, int | None]
    frames: Mapping[str, Frame]
    day_offsets: Mapping[str, int]
    leads: Mapping[str, Bearing]
    term: re.Pattern[str] | None = None
    month_first: bool = False
    capital_months: bool = False
    weekday_needs_lead: bool = False
    trail: re.Pattern[str] | None = None
    between: re.Pattern[str] | None = None
    counts_on: re.Pattern[str] | None = None
    attribute: re.Pattern[str] | None = None
    attributed: re.Pattern[str] | None = None
    reporting: re.Pattern[str] | None = None
    runs_out: re.Pattern[str] | None = None
    next_week: bool = False
    takes: frozenset[str] = frozenset()
    vowed: re.Pattern[str] | None = None
    clauses: re.Pattern[str] | None = None


def by_stem[T](table: Mapping[str, T], word: str) -> T | None:
    """Look a word up by its longest stem in the table; None where no stem fits."""
    word = " ".join(word.casefold().replace("ё", "е").split())
    for length in range(len(word), 0, -1):
        if word[:length] in table:
            return table[word[:length]]
    return None
