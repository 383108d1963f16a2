"""The moods an act can stand in, and how one act of a text stands."""

from dataclasses import dataclass
from enum import StrEnum

from issues.reading.matching import Match


class Mood(StrEnum):
    """The values up to FAILED are also the classes of governing words in a pack's [mood] table."""

    WILL = "will"
    PLANS = "plans"
    WISHES = "wishes"
    OBLIGES = "obliges"
    OFFERS = "offers"
    MAY = "may"
    REFUSES = "refuses"
    FAILS = "fails"
    SPOKEN = "spoken"  # "talks on releasing", "to release" of purpose
    HAILS = "hails"  # "welcomed the release of"
    BLAMES = "blames"  # "condemned the arrest of"
    LASTS = "lasts"  # "remains suspended"
    IF = "if"
    DONE = "done"
    NAMED = "named"  # a bare noun: "the release of"
    ATTRIBUTE = "attribute"  # "detained citizens"
    BACKGROUND = "background"  # "after the release of", "who had been released"


@dataclass(frozen=True, slots=True)
class Situation:
    """How an act stands; governor is what governs it, subject the token before its verbs.

    present: told in the present, which with a day ahead means that it will be: "flights resume on Monday".
    """

    mood: Mood
    negated: bool
    governor: Match | None = None
    subject: int = -1
    present: bool = False
