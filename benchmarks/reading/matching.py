"""Which suggestion answers which labelled statement."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.reading.cases import Cases, Label
from benchmarks.reading.run import Found
from benchmarks.reading.texts import Span, SquashedText, common_characters, squash
from benchmarks.reading.values import Codes
from issues.vocabulary import CATEGORY_OTHER_BILATERAL

LEAST_COVERED = 0.5  # of the label's characters
SAME_PASSAGE = 0.1  # candidates this close to the best (Dice) stand on the same passage
LONGEST = 1200  # characters of a quote that may be any number of times longer than the label, …
LONGEST_TIMES = 8  # … and otherwise no more than so many times

type Passage = tuple[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Matches:
    """What answers what. answers: by the label's number. candidates: all that could, by the same number.

    passages: the passages suggested in labelled documents, and whether each touches a labelled one.
    """

    answers: dict[int, Found] = field(default_factory=dict)
    candidates: dict[int, tuple[int, ...]] = field(default_factory=dict)
    passages: dict[Passage, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Placed:
    words: str
    spans: tuple[Span, ...]


def match(cases: Cases, found: Iterable[Found]) -> Matches:
    """Give each label its best answer; one suggestion may answer several labels."""
    texts = {document.name: SquashedText(document.text) for document in cases.documents}
    by_doc: dict[str, list[tuple[Found, _Placed]]] = defaultdict(list)
    for one in found:
        spans = texts[one.doc].spans(one.quote, one.start, one.end)
        by_doc[one.doc].append((one, _Placed(squash(one.quote), spans)))
    matches = Matches()
    for doc in {label.doc for label in cases.labels}:
        matches.passages.update({(doc, placed.spans): False for _, placed in by_doc[doc]})
    for number, label in enumerate(cases.labels):
        spans = texts[label.doc].spans(label.quote, label.start, label.end)
        _answer(number, label, _Placed(squash(label.quote), spans), by_doc[label.doc], matches)
    return matches


def _answer(
    number: int,
    label: Label,
    wanted: _Placed,
    found: Sequence[tuple[Found, _Placed]],
    matches: Matches,
) -> None:
    candidates: list[tuple[float, Found]] = []
    for one, placed in found:
        shared = common_characters(placed.words, placed.spans, wanted.words, wanted.spans)
        lengths = max(1, len(placed.words)), max(1, len(wanted.words))
        if shared * 2 >= min(lengths):
            matches.passages[one.doc, placed.spans] = True
        fits = len(placed.words) <= max(LONGEST, LONGEST_TIMES * len(wanted.words))
        if fits and shared / lengths[1] >= LEAST_COVERED:
            candidates.append((2 * shared / sum(lengths), one))
    matches.candidates[number] = tuple(one.number for _, one in candidates)
    if candidates:
        closest = max(dice for dice, _ in candidates)
        near = [(dice, one) for dice, one in candidates if dice >= closest - SAME_PASSAGE]
        matches.answers[number] = max(near, key=lambda it: (_fit(it[1], label), it[0], -it[1].number))[1]


def _fit(one: Found, label: Label) -> tuple[bool, ...]:
    """How well labels agree; only to choose between several suggestions on one passage."""
    return (
        one.category == label.category,
        one.category in accepted_categories(label),
        one.relationship == label.relationship,
        one.relationship in accepted_relationships(label),
        one.signal == label.signal,
        one.signal in accepted_signals(label),
    )


def accepted_categories(label: Label) -> frozenset[str | None]:
    """Return the categories that count as right; no category will do for other matters of the pair."""
    none = {None} if label.category == CATEGORY_OTHER_BILATERAL else set()
    return frozenset({label.category, *label.also_categories, *none})


def accepted_signals(label: Label) -> frozenset[str]:
    return label.also_signals | {label.signal}


def accepted_relationships(label: Label) -> frozenset[Codes]:
    return label.also_relationships | {label.relationship}


def one_to_one(candidates: Iterable[Sequence[int]]) -> int:
    """Return how many labels are answered when a suggestion may answer one only (maximum matching)."""
    every = list(candidates)
    taken: dict[int, int] = {}

    def place(label: int, seen: set[int]) -> bool:
        for one in every[label]:
            if one not in seen:
                seen.add(one)
                if one not in taken or place(taken[one], seen):
                    taken[one] = label
                    return True
        return False

    return sum(place(label, set()) for label in range(len(every)))
