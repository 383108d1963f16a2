"""A signal found in a text, and which of several counts."""

from collections.abc import Iterable
from dataclasses import dataclass

from issues.reading.marks import Marks
from issues.reading.outcomes import ORDER, STATED
from issues.vocabulary import Signal


@dataclass(frozen=True, slots=True)
class SignalFound:
    """A signal and the words that show it; no words: the default, a position.

    weight: how much it counts beside others of the passage. promises: somewhere in the passage the own
    side, or both, commit to something, whatever signal won. awaits: something is threatened or waited
    for, which may be dated as well. ahead: the sentence that says what somebody will do, if not by a promise.
    """

    signal: Signal
    start: int | None = None
    end: int | None = None
    words: str = ""
    note: str = ""
    promises: bool = False
    awaits: bool = False
    weight: int = STATED
    ahead: tuple[int, int] | None = None


def strongest(found: Iterable[SignalFound]) -> SignalFound:
    """The signal that counts: the weightiest, then the first of ORDER, then the first in place."""
    ranked = [item for item in found if item.signal in ORDER]
    return min(ranked, key=_rank, default=SignalFound(Signal.POSITION))


def _rank(found: SignalFound) -> tuple[int, int]:
    return -found.weight, ORDER.index(found.signal)


def words_of(marks: Marks, start: int, end: int) -> str:
    return " ".join(marks.text[start:end].split())
