"""The trial before the suggester takes over: learned and rules on reviews that were held back.

The reviews are dealt into parts, those of one document together. Each part is answered by weights
learned from the others; so every review is held back once.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby

from issues.learning.fitting import fit
from issues.learning.observation import KEPT, Observation, Question
from issues.learning.weights import Weights

PARTS, MORE_PARTS = 5, 10
FEW = 500  # reviews that are dealt into more parts, so that weights learned without one are nearly the whole
MOST_REVIEWS = 2000  # the newest count: habits change, and training has to end
LEAST_REVIEWS = 40  # fewer show nothing
LEAST_OF_EACH = 8  # kept and dropped passages that an order is judged by
LEAD = 0.1  # by which an answer has to be likelier than the rules' to be given
LEAST_GAIN = 0.01  # of all held-back reviews, more right than by the rules
LEAST_MENDED = 1  # more mended than spoiled
LEAST_ORDER_GAIN = 0.03


@dataclass(frozen=True, slots=True)
class Example:
    """One review as one question sees it; sureness is the rules' confidence."""

    seen: Observation
    answer: str
    document: str
    sureness: float
    proposed: bool


@dataclass(frozen=True, slots=True)
class Score:
    """How rules and suggester did on held-back reviews.

    rules, learned: shares answered right; for KEEP, how often a kept passage stands before a dropped
    one (1 always, .5 by chance). mended and spoiled count the answers that were changed.
    """

    reviews: int
    rules: float
    learned: float
    mended: int
    spoiled: int
    takes_over: bool
    why: str

    def as_json(self) -> dict[str, object]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> "Score":
        """Raises KeyError, TypeError, ValueError."""
        number = {
            name: float(str(data[name])) for name in ("reviews", "rules", "learned", "mended", "spoiled")
        }
        return cls(
            reviews=int(number["reviews"]),
            rules=number["rules"],
            learned=number["learned"],
            mended=int(number["mended"]),
            spoiled=int(number["spoiled"]),
            takes_over=data["takes_over"] is True,
            why=str(data["why"]),
        )


def hold_trial(question: Question, examples: Sequence[Example]) -> Score:
    """Compare with the rules on held-back reviews, and say whether the suggester may take over."""
    held_back = [(one, weights) for weights, part in _parts(examples) for one in part]
    if question is Question.KEEP:
        return _judge_order(held_back)
    rules = learned = mended = spoiled = 0
    for one, weights in held_back:
        by_rules = one.seen.rules == one.answer
        answer = given(weights, one.seen)
        rules, learned = rules + by_rules, learned + (answer == one.answer)
        mended += answer == one.answer and not by_rules
        spoiled += by_rules and answer != one.answer
    count = max(1, len(held_back))
    why = ""
    if len(held_back) < LEAST_REVIEWS:
        why = f"fewer than {LEAST_REVIEWS} reviews to compare on"
    elif mended - spoiled < max(LEAST_MENDED, LEAST_GAIN * count):
        why = "no better than the rules on held-back reviews"
    return Score(len(held_back), _share(rules, count), _share(learned, count), mended, spoiled, not why, why)


def given(weights: Weights, seen: Observation) -> str:
    """Return the suggester's answer: the rules', unless another is likelier by a lead."""
    likely = weights.probabilities(seen)
    best = max(likely, key=lambda answer: (likely[answer], answer == seen.rules), default=seen.rules)
    if seen.rules not in likely or likely[best] - likely[seen.rules] < LEAD:
        return seen.rules
    return best


def _parts(examples: Sequence[Example]) -> list[tuple[Weights, list[Example]]]:
    """Return each part with the weights learned without it."""
    count = MORE_PARTS if len(examples) < FEW else PARTS
    part_of = [_part(one.document) % count for one in examples]
    parts = []
    for number in range(count):
        held = [one for one, part in zip(examples, part_of, strict=True) if part == number]
        rest = [one for one, part in zip(examples, part_of, strict=True) if part != number]
        if held and rest:
            parts.append((fit([one.seen for one in rest], [one.answer for one in rest]), held))
    return parts


def _part(document: str) -> int:
    """Deal documents into parts alike on every machine, and apart from the order they came in."""
    return int(hashlib.sha256(document.encode()).hexdigest()[:8], 16)


def _judge_order(held_back: Sequence[tuple[Example, Weights]]) -> Score:
    kept = [one.answer == KEPT for one, _ in held_back]
    by_rules = share_in_order([one.sureness for one, _ in held_back], kept)
    learned = share_in_order(
        [weights.probabilities(one.seen).get(KEPT, 1.0) for one, weights in held_back], kept
    )
    why = ""
    if len(kept) < LEAST_REVIEWS or not LEAST_OF_EACH <= sum(kept) <= len(kept) - LEAST_OF_EACH:
        why = f"needs {LEAST_REVIEWS} reviews, {LEAST_OF_EACH} of them rejections"
    elif learned - by_rules < LEAST_ORDER_GAIN:
        why = "no better order than by the rules' own sureness"
    return Score(len(kept), round(by_rules, 3), round(learned, 3), 0, 0, not why, why)


def share_in_order(values: Sequence[float], kept: Sequence[bool]) -> float:
    """Return how often a kept passage has the higher value than a dropped one (area under the ROC curve)."""
    below = ties = 0.0
    dropped_before = 0
    ranked = sorted(zip(values, kept, strict=True))
    for _, alike in groupby(ranked, key=lambda pair: pair[0]):
        group = [is_kept for _, is_kept in alike]
        here = len(group) - sum(group)
        below += sum(group) * dropped_before
        ties += sum(group) * here
        dropped_before += here
    total = sum(kept) * (len(kept) - sum(kept))
    return (below + ties / 2) / total if total else 0.5


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3)
