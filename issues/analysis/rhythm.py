"""How often a party speaks on an issue, from the days on which it did. Pure.

The rule, explained to readers in docs/methodology.md: of the latest days on which a party spoke
(DAYS_AT_MOST; fewer than DAYS_AT_LEAST say nothing) the usual distance is the median of the gaps. It is
silent when the present gap is longer than three usual ones, longer than every gap but its longest, and
longer than a week: one long summer neither makes nor breaks a rhythm.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

DAYS_AT_LEAST = 6
DAYS_AT_MOST = 13
TIMES = 3
A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`usual` days lie between two days on which a party speaks; more than `patience` are a silence."""

    usual: int
    patience: int


def rhythm(days: Collection[date]) -> Rhythm | None:
    """The rhythm of a party's latest days, in any order; None where there are too few."""
    latest = sorted(set(days))[-DAYS_AT_MOST:]
    if len(latest) < DAYS_AT_LEAST:
        return None
    gaps = sorted((later - earlier).days for earlier, later in pairwise(latest))
    usual = max(round(median(gaps)), 1)
    return Rhythm(usual, max(TIMES * usual, gaps[-2], A_WEEK))
