"""Promises: that something will happen, and by when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from issues.reading.dates import find_deadline
from issues.reading.edtf import ImpreciseDate
from issues.reading.found import SignalFound
from issues.reading.marks import Marks
from issues.vocabulary import Signal

# What a dated plan makes a commitment.
_OWED = (
    Signal.POSITION,
    Signal.CONSULTATION,
    Signal.PROGRESS,
    Signal.AGREEMENT,
    Signal.OFFER,
    Signal.IN_FORCE,
    Signal.COMMITMENT,
)
# What steps back stays what it is, however firmly it is announced for a day.
_AWAY = (Signal.THREAT, Signal.SETBACK, Signal.SUSPENDED, Signal.LAPSED, Signal.REFUSAL)


@dataclass(frozen=True, slots=True)
class Pledge:
    """What is promised: due is None for a promise without a date; words are the dating words."""

    due: ImpreciseDate | None
    words: str
    start: int | None
    end: int | None
    note: str


def find_pledge(
    marks: Marks, start: int, end: int, promises: bool, on: date | None, language: str
) -> Pledge | None:
    """Return the promise made in [start, end) where its words promise something; None when none is.

    A deadline counts only beside words that commit: "talks collapsed by March" is no promise.
    """
    if not promises:
        return None
    deadline = find_deadline(marks.text[start:end], anchor=on, language=language)
    lasts = deadline is not None and (
        deadline.words.split()[0].casefold() in marks.pack.words("durations")
        or bool(marks.within("lasting", start, end))  # "extended until …" says how long, not by when
        or _runs_out(marks, start, start + deadline.start)
        or _is_unowed(marks, start, end, start + deadline.start)
    )
    if deadline is None or deadline.due is None or lasts:
        return Pledge(None, "", None, None, "a promise without a date")
    return Pledge(
        deadline.due, deadline.words, start + deadline.start, start + deadline.end, deadline.calculation
    )


def _is_unowed(marks: Marks, start: int, end: int, day: int) -> bool:
    """The sentence with the day tells of an anniversary, a vote, a doubt: nobody owes it."""
    sentence = marks.sentences[marks.sentence_at(day)]
    return bool(marks.within("unowed", max(start, sentence.start), min(end, sentence.end)))


def _runs_out(marks: Marks, start: int, day: int) -> bool:
    """ "… which expires in 2026": the day on which something ends by itself."""
    ends = [match for match in marks.within("deed", start, day) if match.label.value == "ends"]
    return any(not marks.tokens_within(match.end, day) for match in ends)


def find_plan(
    marks: Marks, sentences: Iterable[tuple[int, int]], on: date | None, language: str
) -> Pledge | None:
    """Return the first dated thing of sentences that say what lies ahead; without a day it is no pledge."""
    for start, end in sentences:
        plan = find_pledge(marks, start, end, True, on, language)
        if plan is not None and plan.due is not None:
            return plan
    return None


def is_dated(marks: Marks, start: int, end: int, signal: SignalFound, on: date | None, language: str) -> bool:
    """Tell whether the sentence [start, end) promises or plans something for a day."""
    if not (signal.promises or signal.ahead):
        return False
    pledge = find_pledge(marks, start, end, True, on, language)
    return pledge is not None and pledge.due is not None


def signal_of_plan(signal: Signal) -> Signal:
    """What a dated plan makes of the signal of its passage: what moves nothing or moves on is owed then."""
    return Signal.COMMITMENT if signal in _OWED else signal


def signal_with(pledge: Pledge | None, signal: Signal, *, promises: bool) -> Signal:
    """The signal of a passage whose words may promise something: a dated promise is a commitment."""
    dated = pledge is not None and pledge.due is not None
    return Signal.COMMITMENT if dated and promises and signal not in _AWAY else signal
