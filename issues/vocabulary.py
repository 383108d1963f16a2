"""Every closed list of the project, in the field's terms.

Pure Python: the reader, which knows no Django, uses the same words as the models. Labels are written
in English; where pages are made, the application has told `speech` how to say them in the reader's
language. docs/methodology.md explains each term to analysts.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Self


class Speech:
    """How a label is said: given its list ("phase") and its English. English, until somebody knows more."""

    def __init__(self) -> None:
        self.say: Callable[[str, str], str] = lambda _list, english: english


speech = Speech()


class Term(StrEnum):
    """One word of a closed list: its stored value and the label people read."""

    english: str

    def __new__(cls, value: str, english: str = "") -> Self:
        term = str.__new__(cls, value)
        term._value_ = value
        term.english = english
        return term

    @property
    def label(self) -> str:
        """The label in the language of whoever is asking."""
        return speech.say(self.list_name(), self.english)

    @classmethod
    def list_name(cls) -> str:
        """The context of its labels in the catalogues: one word may need two translations."""
        return cls.__name__.lower()

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Return (value, label) pairs in the order of the list, for form and model fields."""
        return [(term.value, term.label) for term in cls]


class PartyKind(Term):
    STATE = "state", "state"
    ORGANISATION = "organisation", "organisation"
    DEMO = "demo", "demonstration state"


class Phase(Term):
    """Where an issue stands. Any phase may follow any other."""

    NOT_ASSESSED = "not_assessed", "Not assessed"
    NO_CONTACT = "no_contact", "No contact"
    STALLED = "stalled", "Stalled"
    CONSULTING = "consulting", "Consulting"
    AGREED_PENDING = "agreed_pending", "Agreed, pending"
    PARTIAL = "partial", "Partly working"
    OPERATING = "operating", "Operating"
    SUSPENDED = "suspended", "Suspended"
    LAPSED = "lapsed", "Lapsed"
    RESOLVED = "resolved", "Resolved"
    CONTESTED = "contested", "Contested"


class Trend(Term):
    DETERIORATED = "deteriorated", "Deteriorated"
    UNCHANGED = "unchanged", "Unchanged"
    IMPROVED = "improved", "Improved"


class Signal(Term):
    """What a statement says about the movement of an issue."""

    PROGRESS = "progress", "progress"
    NO_PROGRESS = "no_progress", "no progress"
    SETBACK = "setback", "setback"
    AGREEMENT = "agreement", "agreement"
    CONSULTATION = "consultation", "consultation"
    COMMITMENT = "commitment", "commitment"
    DEMAND = "demand", "demand"
    OFFER = "offer", "offer"
    REFUSAL = "refusal", "refusal"
    ACCUSATION = "accusation", "accusation"
    THREAT = "threat", "threat"
    IN_FORCE = "in_force", "in force"
    SUSPENDED = "suspended", "suspended"
    LAPSED = "lapsed", "lapsed"
    EVASION = "evasion", "evasion"
    POSITION = "position", "position"


class Direction(Term):
    """Which way a signal points; the colour of its mark."""

    TOWARDS = "towards", "towards a settlement"
    NEITHER = "neither", "neither way"
    AWAY = "away", "away from a settlement"


SIGNAL_DIRECTION: dict[Signal, Direction] = {
    Signal.PROGRESS: Direction.TOWARDS,
    Signal.NO_PROGRESS: Direction.NEITHER,
    Signal.SETBACK: Direction.AWAY,
    Signal.AGREEMENT: Direction.TOWARDS,
    Signal.CONSULTATION: Direction.TOWARDS,
    Signal.COMMITMENT: Direction.TOWARDS,
    Signal.DEMAND: Direction.NEITHER,
    Signal.OFFER: Direction.TOWARDS,
    Signal.REFUSAL: Direction.AWAY,
    Signal.ACCUSATION: Direction.AWAY,
    Signal.THREAT: Direction.AWAY,
    Signal.IN_FORCE: Direction.TOWARDS,
    Signal.SUSPENDED: Direction.AWAY,
    Signal.LAPSED: Direction.AWAY,
    Signal.EVASION: Direction.NEITHER,
    Signal.POSITION: Direction.NEITHER,
}

# PLOVER event classes (Open Event Data Alliance, PLOVER Codebook); None where a signal is a state
# of affairs or a way of speaking rather than an event.
SIGNAL_PLOVER: dict[Signal, str | None] = {
    Signal.PROGRESS: "COOPERATE",
    Signal.NO_PROGRESS: None,
    Signal.SETBACK: "COERCE",
    Signal.AGREEMENT: "AGREE",
    Signal.CONSULTATION: "CONSULT",
    Signal.COMMITMENT: "AGREE",
    Signal.DEMAND: "REQUEST",
    Signal.OFFER: "AGREE",
    Signal.REFUSAL: "REJECT",
    Signal.ACCUSATION: "ACCUSE",
    Signal.THREAT: "THREATEN",
    Signal.IN_FORCE: None,
    Signal.SUSPENDED: "SANCTION",
    Signal.LAPSED: None,
    Signal.EVASION: None,
    Signal.POSITION: None,
}


class PledgeOutcome(Term):
    """What became of a pledge. OVERDUE is never stored: it is an open pledge past its bounds."""

    OPEN = "open", "open"
    OVERDUE = "overdue", "overdue"
    MET = "met", "met"
    MET_LATE = "met_late", "met late"
    MISSED = "missed", "missed"
    SUPERSEDED = "superseded", "superseded"


class ShiftSize(Term):
    """How far a position moved from one statement to the next, as an editor judges it."""

    NONE = "none", "no shift"
    HALF = "half", "half a shift"
    FULL = "full", "full shift"


class StatementKind(Term):
    DIRECT_QUOTE = "direct_quote", "direct quote"
    REPORTED_SPEECH = "reported_speech", "reported speech"
    OFFICIAL_TEXT = "official_text", "official text"


class ReviewState(Term):
    """What an editor decided about a proposal."""

    SUGGESTED = "suggested", "awaiting review"
    ACCEPTED = "accepted", "accepted"
    REJECTED = "rejected", "rejected"


class Proposer(Term):
    """Who or what proposed a statement or a link."""

    READER = "reader", "reader (rules)"
    SUGGESTER = "suggester", "suggester (learned)"
    MODEL = "model", "language model"
    EDITOR = "editor", "editor"


class DateOrigin(Term):
    """Where a date comes from; shown beside every date."""

    FEED = "feed", "feed"
    METADATA = "metadata", "page metadata"
    ADDRESS = "address", "address"
    TEXT = "text", "text"
    PUBLICATION = "publication", "publication date"
    EDITOR = "editor", "editor"


class Reliability(Term):
    """Reliability of a source (Admiralty code, NATO AJP-2.1)."""

    A = "A", "A – completely reliable"
    B = "B", "B – usually reliable"
    C = "C", "C – fairly reliable"
    D = "D", "D – not usually reliable"
    E = "E", "E – unreliable"
    F = "F", "F – cannot be judged"


class Credibility(Term):
    """Credibility of what a statement says (Admiralty code, NATO AJP-2.1)."""

    CONFIRMED = "1", "1 – confirmed by other sources"
    PROBABLE = "2", "2 – probably true"
    POSSIBLE = "3", "3 – possibly true"
    DOUBTFUL = "4", "4 – doubtful"
    IMPROBABLE = "5", "5 – improbable"
    UNJUDGED = "6", "6 – cannot be judged"


class Descent(Term):
    """By what sign one place of some words goes back to another."""

    SAME_PAGE = "same_page", "a version of the same page"
    CREDIT = "credit", "it credits that outlet"
    SAME_OUTLET = "same_outlet", "another page of the same outlet"
    SAME_TEXT = "same_text", "the same sentences stand around the words"


class SourceKind(Term):
    FEED = "feed", "RSS or Atom feed"
    PASTE = "paste", "pasted by hand"
    UPLOAD = "upload", "uploaded by hand"


class PollOutcome(Term):
    """How one attempt at a source ended."""

    RUNNING = "running", "running"
    OK = "ok", "read"
    NOT_MODIFIED = "not_modified", "not modified"
    FAILED = "failed", "failed"
    REFUSED = "refused", "refused by our rules"


class CallOutcome(Term):
    """How one question to the optional language model ended."""

    RUNNING = "running", "running"
    OK = "ok", "answered"
    UNREADABLE = "unreadable", "answered with something unreadable"
    FAILED = "failed", "failed"
    OVER_BUDGET = "over_budget", "not asked: the day's budget is spent"


class Role(Term):
    ANALYST = "analyst", "Analyst"
    EDITOR = "editor", "Editor"
    ADMIN = "admin", "Admin"


# The named categories that reference data creates; admins may add more as rows.
CATEGORY_FLIGHTS = "flights"
CATEGORY_DIPLOMATIC_PROPERTY = "diplomatic_property"
CATEGORY_VISAS = "visas"
CATEGORY_PRISONER_EXCHANGE = "prisoner_exchange"
CATEGORY_ARMS_CONTROL = "arms_control"
CATEGORY_OTHER_BILATERAL = "other_bilateral"
