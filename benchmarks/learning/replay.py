"""Labelled documents as the reviews of an editor who corrects category and signal to the labels."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from benchmarks.reading import run
from benchmarks.reading.cases import CaseDocument, Cases, Label
from benchmarks.reading.matching import accepted_categories, accepted_signals, match
from issues.learning.features import Observer
from issues.learning.observation import Passage, Question
from issues.learning.suggester import Review, examples_for
from issues.learning.trial import Example
from issues.reading.gazetteer import Gazetteer
from issues.reading.suggestions import Suggestion
from issues.vocabulary import Signal

# What the editor writes where the labels, which have seven signals, say another than the reader.
FINE = {
    "progress": Signal.PROGRESS,
    "setback": Signal.SETBACK,
    "no_change": Signal.NO_PROGRESS,
    "agreement": Signal.AGREEMENT,
    "suspension": Signal.SUSPENDED,
    "pledge": Signal.COMMITMENT,
    "none": Signal.POSITION,
}


@dataclass(frozen=True, slots=True)
class Replayed:
    """One review with what it teaches, and the label that it was corrected to."""

    review: Review
    examples: dict[Question, Example]
    label: Label | None

    def is_right(self, question: Question, answer: str, *, to_the_letter: bool) -> bool:
        """Whether an answer is the label's, or (unless to the letter) one that the labeller accepts."""
        assert self.label is not None
        if question is Question.CATEGORY:
            return answer == self.label.category or (
                not to_the_letter and answer in accepted_categories(self.label)
            )
        coarse = run.COARSE[Signal(answer)]
        return coarse == self.label.signal or (not to_the_letter and coarse in accepted_signals(self.label))


def replay(cases: Cases, gazetteer: Gazetteer) -> dict[str, list[Replayed]]:
    """Return the reviews of each document in the order of its text, what was added by hand at the end."""
    observer = Observer(gazetteer)
    return {
        f"{cases.name}/{name}": [_taught(review, label, observer) for review, label in reviews]
        for name, reviews in _reviews(cases, gazetteer, observer).items()
    }


def shuffled(documents: dict[str, list[Replayed]], seed: int) -> list[Replayed]:
    """Return all reviews, document after document, in an order of chance."""
    names = sorted(documents)
    random.Random(seed).shuffle(names)  # noqa: S311 - no secret
    return [review for name in names for review in documents[name]]


def _taught(review: Review, label: Label | None, observer: Observer) -> Replayed:
    examples = {one: example for one in Question for example in examples_for(one, [review], observer)}
    return Replayed(review, examples, label)


def _reviews(
    cases: Cases, gazetteer: Gazetteer, observer: Observer
) -> dict[str, list[tuple[Review, Label | None]]]:
    readings = [(document, run.read(document, gazetteer)) for document in cases.documents]
    matches = match(cases, run.found_in(readings))
    answers = {one.number: number for number, one in matches.answers.items()}
    candidates = {one for several in matches.candidates.values() for one in several}
    languages = {document.name: document.language for document in cases.documents}
    found: dict[str, list[tuple[Review, Label | None]]] = {name: [] for name in languages}
    for number, (document, one) in enumerate(_each(readings)):
        where = f"{cases.name}/{document.name}"
        if number in answers:
            label = cases.labels[answers[number]]
            found[document.name].append((_corrected(_passage(one, document), label, where), label))
        elif number not in candidates:  # else it is another cut of a passage that was kept
            found[document.name].append((Review(_passage(one, document), where, kept=False), None))
    for number, label in enumerate(cases.labels):
        if number not in matches.answers:
            by_hand = observer.alone(label.quote, language=languages[label.doc])
            review = _corrected(by_hand, label, f"{cases.name}/{label.doc}")
            found[label.doc].append((replace(review, proposed=False), label))
    return found


def _each(
    readings: list[tuple[CaseDocument, tuple[Suggestion, ...]]],
) -> Iterator[tuple[CaseDocument, Suggestion]]:
    return ((document, one) for document, suggestions in readings for one in suggestions)


def _passage(one: Suggestion, document: CaseDocument) -> Passage:
    return Passage(
        quote=one.quote,
        language=document.language,
        question=one.question,
        kind=one.kind,
        category=one.category,
        signal=one.signal,
        confidence=one.confidence,
        notes=frozenset(f"{reason.about}: {reason.note}" for reason in one.reasons if reason.note),
    )


def _corrected(passage: Passage, label: Label, where: str) -> Review:
    agrees = run.COARSE[Signal(passage.signal)] == label.signal
    signal = passage.signal if agrees else FINE[label.signal]
    return Review(passage, where, kept=True, category=label.category, signal=signal)
