"""What the reader proposes, why, and how sure it is. Reasons and confidence are shown to editors."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from issues.reading.edtf import ImpreciseDate
from issues.reading.pairs import Pair
from issues.reading.pledges import Pledge
from issues.reading.speaker import Speaker
from issues.reading.talk import Passage
from issues.reading.topics import ENOUGH
from issues.vocabulary import CATEGORY_OTHER_BILATERAL, Signal, StatementKind

THRESHOLD = 0.66  # below this confidence the reader abstains
DOMESTIC = 0.15  # how much surer it must be in a text on other things
LONG, SCATTERED = 8_000, 3_500  # characters of a long text; of one for each of its few findings
STANDS_ALONE, GENERAL_ALONE = 0.7, 0.8  # how sure one of these must be, on a named matter and on relations


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is proposed: about what, the words that triggered it and where they stand."""

    about: str
    words: str
    start: int | None
    end: int | None
    note: str
    # What the rules said, where what was learned from reviews (issues.learning) says otherwise.
    instead_of: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One proposed statement on one issue; text[start:end] == quote.

    party is a code, "A+B" for joint texts, or None. relationship holds two codes in order.
    """

    quote: str
    start: int
    end: int
    speaker: str | None
    speaker_role: str
    official_key: str | None
    party: str | None
    stated_on: ImpreciseDate | None
    relationship: Pair | None
    category: str | None
    signal: Signal
    pledge_due: ImpreciseDate | None
    pledge_words: str
    kind: StatementKind
    question: str
    confidence: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """has_pack: whether the reader knows the language; without a pack the text is left to people, unread."""

    relevant: bool
    language: str | None
    suggestions: tuple[Suggestion, ...]
    has_pack: bool = True


def is_scattered(length: int, found: int) -> bool:
    """Tell a long text on other things, a speech or a fact sheet, by how seldom it touches a matter."""
    return length > LONG and length > SCATTERED * found


def stands_alone(one: Suggestion) -> bool:
    """Whether a finding is sure enough without others around that bear it out."""
    general = one.category == CATEGORY_OTHER_BILATERAL
    return one.confidence >= (GENERAL_ALONE if general else STANDS_ALONE)


def reasons_for(text: str, passage: Passage, speaker: Speaker, pledge: Pledge | None) -> Iterator[Reason]:
    """Yield why a passage is proposed as it is, for the editor to check."""
    yield Reason("speaker", speaker.words, speaker.start, speaker.end, speaker.note)
    topic = passage.subject.topic
    for match in topic.matches[:4] if topic else ():
        words = " ".join(text[match.start : match.end].split())
        yield Reason("category", words, match.start, match.end, "")
    if topic is None:
        yield Reason("category", "", None, None, _BASES[passage.subject.basis])
    for hit in passage.link.hits[:3]:
        yield Reason("relationship", text[hit.start : hit.end], hit.start, hit.end, passage.link.note)
    if not passage.link.hits:
        yield Reason("relationship", "", None, None, passage.link.note)
    found = passage.signal
    if found.words:
        yield Reason("signal", found.words, found.start, found.end, found.note)
    if pledge:
        yield Reason("pledge", pledge.words, pledge.start, pledge.end, pledge.note)


_BASES = {
    "asked": "the matter asked about",
    "told": "the matter of this short item",
    "titled": "the matter of the title",
    "carried": "goes on from the sentence before",
    "pair": "said by one of the two on the other",
}
_BASIS_WEIGHT = {
    "own": 0.85,
    "weak": 0.5,
    "asked": 0.6,
    "titled": 0.6,
    "carried": 0.55,
    "pair": 0.6,
    "told": 0.7,
}
# What is between the two in general must be said by the passage itself.
_GENERAL_WEIGHT = {
    "own": 0.85,
    "weak": 0.45,
    "asked": 0.6,
    "titled": 0.6,
    "carried": 0.45,
    "pair": 0.6,
    "told": 0.6,
}
# In a talk on many matters, what was asked or said before tells little of what is stated.
_LOOSE_WEIGHT = {
    "own": 0.85,
    "weak": 0.35,
    "asked": 0.4,
    "titled": 0.4,
    "carried": 0.3,
    "pair": 0.4,
    "told": 0.4,
}
_LOOSE_CONTEXT = 0.5  # what remains of it in such a text
BRIEF = 200  # characters of a passage that faint words may fill


def confidence_of(passage: Passage, speaker: Speaker, *, brief: bool = False) -> float:
    """Weigh what each answer rests on: speaker, category and pair; a weak one weighs on the whole."""
    general = passage.subject.category == CATEGORY_OTHER_BILATERAL
    weights = _LOOSE_WEIGHT if passage.loose else _GENERAL_WEIGHT if general else _BASIS_WEIGHT
    basis = weights[passage.subject.basis]
    if passage.subject.topic is not None and passage.subject.topic.score > ENOUGH:
        basis += 0.1
    if passage.subject.basis != "own" and passage.signal.signal is Signal.EVASION:
        basis -= 0.15  # "I'd refer you to …" is about anything
    if general and passage.subject.basis == "weak" and passage.end - passage.start > BRIEF:
        basis -= 0.15
    promises = passage.dated or any(found.promises for found in passage.signals)
    if general and passage.subject.basis != "own" and promises:
        basis += 0.15
    if not passage.signal.words and not (general and promises):
        basis -= _unmoved(passage, general, brief)
    if passage.loose and passage.politics:
        basis -= 0.15
    sure = passage.link.sure * (_LOOSE_CONTEXT if passage.loose and not passage.link.hits else 1)
    return round(math.cbrt(speaker.sure * max(basis, 0.0) * sure), 2)


def _unmoved(passage: Passage, general: bool, brief: bool) -> float:
    """What a passage loses that moves nothing: much, where it is on their relations at large."""
    if not general:
        return 0.2 if passage.subject.basis == "asked" and not passage.link.hits else 0.1
    if passage.loose:
        return 0.5
    if brief or (passage.subject.basis == "asked" and passage.link.hits):
        return 0.25
    return {"pair": 0.12, "own": 0.35}.get(passage.subject.basis, 0.5)
