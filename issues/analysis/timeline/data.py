"""What a timeline draws, before any geometry: values in, a figure out."""

from dataclasses import dataclass, field
from datetime import date

from issues.analysis.standing import Standing
from issues.vocabulary import StatementKind

OTHERS = ""
SINGLY = 3  # so many statements of one stretch are told apart; more are counted

STANDS, EDITED, GONE = "", "edited", "gone"  # where the words were published, are they there still?


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement's mark, or (`count` > SINGLY) the first of many on almost the same day."""

    id: int
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
    kind: str = StatementKind.DIRECT_QUOTE
    fate: str = STANDS  # STANDS, EDITED out of its page, or GONE with it
    is_sought: bool = False  # it is, or is the first of many that hold, the statement to be shown

    @property
    def middle(self) -> date:
        return self.lower + (self.upper - self.lower) / 2

    @property
    def statements(self) -> int:
        """How many statements this stands for."""
        return self.count if self.count > SINGLY else 1


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
class Event:
    """Talks or an agreement: both sides' statements within a few days speak of it, or one text of both."""

    first: date
    last: date
    is_agreement: bool
    words: str  # "talks"
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Silence:
    """A party has not mentioned the issue since its last statement, for longer than is its habit."""

    lane: str
    since: date
    until: date
    sentence: str


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
    events: tuple[Event, ...] = ()
    silences: tuple[Silence, ...] = ()
    today_words: str = "today"  # or "as of 1 Mar 2026"
    has_pledges: bool = False  # of the issue, whatever the window: its rows stay where they are
