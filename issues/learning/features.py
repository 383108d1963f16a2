"""What the suggester sees of a passage: its words, and what the rules find in them.

Words are cut to their first letters, so that the forms of a word count as one in English and in Russian.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from issues.learning.observation import KEPT, Observation, Passage, Question
from issues.reading.gazetteer import Gazetteer
from issues.reading.marks import Marks
from issues.reading.signals import find_candidates, find_signal
from issues.reading.topics import ENOUGH, find_topics
from issues.vocabulary import Signal

STEM = 6  # letters of a word that count
LEAST_STEM = 4
ABOUT_RIGHT = 0.8  # the rules' confidence from which editors mostly agree
WORDS_WEIGH = 4.0  # the length of the vector of a passage's words, however many they are
MARKED = (
    "signal", "deed", "thing", "mood", "unreal", "kept", "awaited", "lasting", "mutual", "act", "group",
    "context", "speech", "courtesy", "links",
)  # fmt: skip
LISTED = (
    "negations", "modals", "future_auxiliaries", "first_person", "own_side", "possibility", "temporal",
    "ongoing", "auxiliaries", "reported_future", "contracted_promises", "promisers", "hypothetical",
)  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]+")

type Lexicon = Mapping[str, Mapping[str, float]]


def stem(norm: str) -> str:
    return norm[:STEM]


class Observer:
    """Turns passages into observations by one gazetteer's packs; share one between passages."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._lexicons: dict[tuple[str, str], Lexicon] = {}

    def observe(self, passage: Passage, question: Question) -> Observation:
        """Return what is seen of a passage when this question is asked of it."""
        marks = Marks(passage.quote, gazetteer=self._gazetteer, language=passage.language)
        own = dict(_words(marks.tokens.norms))
        own.update(self._circumstances(passage, question))
        if question is Question.KEEP:
            own.update(_marked(marks))
            return Observation(KEPT, own, {KEPT: {"sure": (passage.confidence - ABOUT_RIGHT) * 5}})
        if question is Question.SIGNAL:
            own.update(_marked(marks))
            own[f"rules: {passage.signal}"] = 1.0
            return Observation(passage.signal, own, self._of_signals(passage, marks))
        own[f"rules: {passage.category}"] = 1.0
        return Observation(passage.category or "", own, self._of_categories(passage, marks))

    def alone(self, quote: str, *, language: str, question: str = "", kind: str = "") -> Passage:
        """Return a passage that an editor added by hand, with what the rules say of its words alone."""
        marks = Marks(quote, gazetteer=self._gazetteer, language=language)
        topics = find_topics(marks, 0, len(quote))
        return Passage(
            quote=quote,
            language=language,
            question=question,
            kind=kind,
            category=topics[0].category if topics else None,
            signal=find_signal(marks, 0, len(quote)).signal,
        )

    def _circumstances(self, passage: Passage, question: Question) -> dict[str, float]:
        found = {f"kind:{passage.kind}": 1.0, f"language:{passage.language}": 1.0}
        if passage.question:
            found["asked"] = 1.0
        if question is not Question.SIGNAL and passage.signal:
            found[f"signal:{passage.signal}"] = 1.0
        if question is not Question.CATEGORY and passage.category:
            found[f"category:{passage.category}"] = 1.0
        about = ("signal", "category") if question is not Question.KEEP else ("",)
        found.update((note, 1.0) for note in passage.notes if note.startswith(about))
        return found

    def _of_signals(self, passage: Passage, marks: Marks) -> dict[str, dict[str, float]]:
        found: dict[str, dict[str, float]] = defaultdict(dict)
        signal = find_signal(marks, 0, len(passage.quote))
        for candidate in find_candidates(marks, 0, len(passage.quote)):
            found[candidate.signal]["found"] = 1.0
        for match in marks.all("signal"):
            found[match.label.value]["said"] = 1.0
        if signal.promises:
            found[Signal.COMMITMENT]["promised"] = 1.0
        if signal.awaits:
            found[Signal.THREAT]["awaited"] = 1.0
        if passage.signal != Signal.POSITION:
            found[Signal.POSITION]["otherwise"] = 1.0
        self._add_kindred(found, "signal", marks)
        return found

    def _of_categories(self, passage: Passage, marks: Marks) -> dict[str, dict[str, float]]:
        found: dict[str, dict[str, float]] = defaultdict(dict)
        for topic in find_topics(marks, 0, len(passage.quote)):
            found[topic.category]["named" if topic.score >= ENOUGH else "hinted at"] = 1.0
        if passage.question:
            asked = Marks(passage.question, gazetteer=self._gazetteer, language=passage.language)
            for topic in find_topics(asked, 0, len(passage.question)):
                found[topic.category]["asked about"] = 1.0
        self._add_kindred(found, "category", marks)
        return found

    def _add_kindred(self, found: dict[str, dict[str, float]], kind: str, marks: Marks) -> None:
        """Add how much a passage's words are those of an answer's phrases, whole phrases or not."""
        lexicon = self._lexicon(marks.pack.language, kind)
        stems = {stem(norm) for norm in marks.tokens.norms}
        shares: dict[str, float] = defaultdict(float)
        for one in stems:
            for answer, share in lexicon.get(one, {}).items():
                shares[answer] += share
        for answer, share in shares.items():
            found[answer]["kindred words"] = share / len(stems) ** 0.5

    def _lexicon(self, language: str, kind: str) -> Lexicon:
        known = self._lexicons.get((language, kind))
        if known is None:
            counts: dict[str, Counter[str]] = defaultdict(Counter)
            for phrase, label in self._gazetteer.pack(language).phrases:
                if label.kind == kind:
                    words = {word for word in _LETTERS.findall(phrase.casefold()) if len(word) >= LEAST_STEM}
                    for word in words:
                        counts[stem(word)][label.value] += 1
            known = self._lexicons[language, kind] = {
                word: {answer: n / sum(by.values()) for answer, n in by.items()}
                for word, by in counts.items()
            }
        return known


def _words(norms: list[str]) -> Iterator[tuple[str, float]]:
    """Yield the stems of a passage and their pairs, all of one weight."""
    stems = [stem(norm) for norm in norms if _LETTERS.fullmatch(norm)]
    found = {f"“{one}”" for one in stems} | {f"“{one} {two}”" for one, two in pairwise(stems)}
    weight = WORDS_WEIGH / max(1.0, len(found) ** 0.5)
    return ((name, weight) for name in sorted(found))


def _marked(marks: Marks) -> dict[str, float]:
    found = {f"{kind}:{match.label.value}": 1.0 for kind in MARKED for match in marks.all(kind)}
    everything = 0, len(marks.text)
    found.update(
        (f"words:{name}", 1.0) for name in LISTED if marks.words_in(*everything, marks.pack.words(name))
    )
    signal = find_signal(marks, *everything)
    if signal.note:
        found[f"note:{signal.note}"] = 1.0
    found["length"] = min(1.0, len(marks.text) / 400)
    return found
