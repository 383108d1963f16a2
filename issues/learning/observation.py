"""What the suggester is asked, and what it is told of a passage."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Question(StrEnum):
    """What is learned, each apart: by its own reviews, and put to use on its own merits."""

    CATEGORY = "category"
    SIGNAL = "signal"
    KEEP = "keep"  # whether an editor accepts the passage at all


KEPT, DROPPED = "kept", "dropped"


@dataclass(frozen=True, slots=True)
class Passage:
    """A proposed or reviewed passage, with what the rules said of it.

    notes: the notes of the rules' reasons, as "about: note". confidence is the rules' own, 0 to 1.
    """

    quote: str
    language: str
    question: str = ""
    kind: str = ""
    category: str | None = None
    signal: str = ""
    confidence: float = 1.0
    notes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Observation:
    """A passage as numbers. rules: the rules' answer. own: features of the passage, which weigh for
    each answer apart. of_answer: what in the passage speaks for an answer, weighed alike for all."""

    rules: str
    own: Mapping[str, float] = field(default_factory=dict)
    of_answer: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
