"""How much is right of the next hundred after so many reviews: by the rules, and as learned."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from benchmarks.learning.replay import Replayed, shuffled
from issues.learning.observation import KEPT, Question
from issues.learning.suggester import Suggester, learn_from
from issues.learning.trial import given, share_in_order

NEXT = 100  # proposals that are answered after the reviews
LEAST_NEXT = 40  # fewer left: the point is not drawn
AFTER = (0, 50, 100, 200, 300, 400, 600)
COUNTED = (Question.CATEGORY, Question.SIGNAL, Question.KEEP)


@dataclass(frozen=True, slots=True)
class Point:
    """After `reviews`: shares right by the rules, as learned and let in by its trial, and as learned always.

    Means over the orders of chance. to_the_letter: of the labels alone, without what they also accept.
    let_in: the share of orders in which the trial let it take over. For KEEP the shares are of pairs in
    order, kept before dropped.
    """

    reviews: int
    orders: int
    rules: float
    learned: float
    always: float
    rules_to_the_letter: float
    learned_to_the_letter: float
    let_in: float


def curves(
    documents: Mapping[str, list[Replayed]], *, orders: int, after: Iterable[int] = AFTER
) -> dict[Question, list[Point]]:
    """Return a curve for each question; points with too little left to answer are left out."""
    sequences = [shuffled(dict(documents), seed) for seed in range(orders)]
    points: dict[Question, list[Point]] = {question: [] for question in COUNTED}
    for count in after:
        measured: dict[Question, list[tuple[float, ...]]] = {question: [] for question in COUNTED}
        for sequence in sequences:
            suggester = _taught(sequence[:count])
            for question in COUNTED:
                row = _measure(question, suggester, sequence[count:])
                if row is not None:
                    measured[question].append(row)
        for question, rows in measured.items():
            if len(rows) == orders:
                means = [round(mean(column), 4) for column in zip(*rows, strict=True)]
                points[question].append(Point(count, orders, *means))
    return points


def _taught(reviews: Sequence[Replayed]) -> Suggester:
    examples = {
        question: [one.examples[question] for one in reviews if question in one.examples]
        for question in COUNTED
    }
    return learn_from(examples, len(reviews))


def _measure(question: Question, suggester: Suggester, rest: Sequence[Replayed]) -> tuple[float, ...] | None:
    asked = [
        one
        for one in rest
        if one.review.proposed and question in one.examples and (question is Question.KEEP or one.label)
    ][:NEXT]
    if len(asked) < LEAST_NEXT:
        return None
    score = suggester.scores.get(question)
    let_in = score is not None and score.takes_over
    if question is Question.KEEP:
        return _order(suggester, asked, let_in)
    weights = suggester.weights.get(question)
    by_rules = [one.examples[question].seen.rules for one in asked]
    learned = [given(weights, one.examples[question].seen) for one in asked] if weights else by_rules
    used = learned if let_in else by_rules
    right = [
        [
            one.is_right(question, answer, to_the_letter=letter)
            for one, answer in zip(asked, answers, strict=True)
        ]
        for answers, letter in (
            (by_rules, False),
            (used, False),
            (learned, False),
            (by_rules, True),
            (used, True),
        )
    ]
    return (*(mean(row) for row in right), float(let_in))


def _order(suggester: Suggester, asked: Sequence[Replayed], let_in: bool) -> tuple[float, ...]:
    weights = suggester.weights.get(Question.KEEP)
    examples = [one.examples[Question.KEEP] for one in asked]
    kept = [one.answer == KEPT for one in examples]
    rules = share_in_order([one.sureness for one in examples], kept)
    always = (
        share_in_order([weights.probabilities(one.seen)[KEPT] for one in examples], kept)
        if weights
        else rules
    )
    used = always if let_in else rules
    return rules, used, always, rules, used, float(let_in)
