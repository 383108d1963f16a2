"""What a timeline draws, before any geometry: values in, a figure out."""

from dataclasses import dataclass, field
from datetime import date

from issues.analysis.standing import Standing

OTHERS = ""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement's mark, or (`count` > 3) the first of many on almost the same day."""

    lane: str  # a party's code; OTHERS for whoever is no party to the relationship
    count: int
    signal: str
    lower: date  # first and last day it may have been said
    upper: date
    first: date  # of the many: first and last day, and how they point
    last: date
    towards: int
    neither: int
    away: int
    label: str
    address: str

    @property
    def middle(self) -> date:
        return self.lower + (self.upper - self.lower) / 2


@dataclass(frozen=True, slots=True)
class Promise:
    """A pledge: from the day it was said to the last day it may fall due."""

    said: date | None
    due: date
    outcome: str  # PledgeOutcome, with OVERDUE computed
    decided: date | None  # the day it was met
    text: str  # "85 days overdue · “before this summer is out”"
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Lane:
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything of one issue in one window. `base` is the page's address, for links that filter."""

    title: str
    base: str
    start: date
    end: date  # last day of the window; the plot may run on to show what falls due
    today: date
    standing: Standing
    lanes: tuple[Lane, ...]
    utterances: tuple[Utterance, ...]
    promises: tuple[Promise, ...]
    notes: tuple[str, ...] = field(default=())  # what cannot be drawn, in sentences
