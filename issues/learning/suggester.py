"""The suggester: learns from reviews, is compared with the rules, and advises or abstains."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from issues.learning.features import Observer, stem
from issues.learning.fitting import fit
from issues.learning.observation import DROPPED, KEPT, Observation, Passage, Question
from issues.learning.trial import MOST_REVIEWS, Example, Score, given, hold_trial
from issues.learning.weights import BadWeights, Weights
from issues.reading.tokens import tokenise

FORMAT = 1  # of what is stored; another is not read
MOST_REASONS = 3
LEAST_REASON = 0.05  # smaller weights explain nothing


@dataclass(frozen=True, slots=True)
class Review:
    """What an editor made of a passage. document: reviews of one are held back together.

    category and signal are the editor's, None where there is none; proposed: not added by hand.
    """

    passage: Passage
    document: str
    kept: bool
    category: str | None = None
    signal: str | None = None
    proposed: bool = True


@dataclass(frozen=True, slots=True)
class Grounds:
    """One feature that weighed: the words of the passage (with their offsets in it) or what else."""

    words: str
    start: int | None
    end: int | None
    weight: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What the suggester says instead of the rules, how likely it is, and on what grounds."""

    value: str
    probability: float
    grounds: tuple[Grounds, ...]


@dataclass(frozen=True, slots=True)
class Suggester:
    """Weights by question, each with its score on held-back reviews; reviews: how many it learned from."""

    reviews: int = 0
    weights: Mapping[Question, Weights] = field(default_factory=dict)
    scores: Mapping[Question, Score] = field(default_factory=dict)

    def answers(
        self, observer: Observer, passage: Passage, *, even_if_worse: bool = False
    ) -> dict[Question, Answer]:
        """Return where it disagrees with the rules on a passage; for KEEP, how likely it is kept.

        Only questions on which it was better than the rules are asked, unless `even_if_worse`.
        """
        found: dict[Question, Answer] = {}
        for question, weights in self.weights.items():
            if not even_if_worse and not self.scores[question].takes_over:
                continue
            seen = observer.observe(passage, question)
            answer = _keep(weights, seen) if question is Question.KEEP else chosen(weights, seen)
            if answer is not None:
                value, probability, against = answer
                grounds = _grounds(weights.explain(seen, value, against), passage.quote)
                found[question] = Answer(value, probability, grounds)
        return found

    def as_json(self) -> dict[str, object]:
        return {
            "format": FORMAT,
            "reviews": self.reviews,
            "weights": {question.value: weights.as_json() for question, weights in self.weights.items()},
            "scores": {question.value: score.as_json() for question, score in self.scores.items()},
        }

    @classmethod
    def from_json(cls, data: object) -> "Suggester":
        """Read what `as_json` wrote. Raises BadWeights for anything else."""
        if not isinstance(data, Mapping) or data.get("format") != FORMAT:
            raise BadWeights("another format")
        try:
            weights = {Question(name): Weights.from_json(one) for name, one in data["weights"].items()}
            scores = {Question(name): Score.from_json(one) for name, one in data["scores"].items()}
            return cls(int(data["reviews"]), weights, {name: scores[name] for name in weights})
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise BadWeights(f"{error!r}") from error


def chosen(weights: Weights, seen: Observation) -> tuple[str, float, str] | None:
    """Return answer, probability and the rules' answer; None to leave it at that: abstain when unsure."""
    answer = given(weights, seen)
    if answer == seen.rules:
        return None
    return answer, weights.probabilities(seen)[answer], seen.rules


def _keep(weights: Weights, seen: Observation) -> tuple[str, float, str] | None:
    if len(weights.answers) < 2:
        return None
    kept = weights.probabilities(seen)[KEPT]
    return (KEPT, kept, DROPPED) if kept >= 0.5 else (DROPPED, 1 - kept, KEPT)


def learn(reviews: Sequence[Review], observer: Observer) -> Suggester:
    """Train on the newest reviews (given in order of time) and hold the trial for each question."""
    newest = reviews[-MOST_REVIEWS:]
    return learn_from({one: list(examples_for(one, newest, observer)) for one in Question}, len(newest))


def learn_from(examples: Mapping[Question, Sequence[Example]], reviews: int) -> Suggester:
    """Train on examples; a question that has one answer only is left to the rules."""
    weights: dict[Question, Weights] = {}
    scores: dict[Question, Score] = {}
    for question, known in examples.items():
        if len({one.answer for one in known}) > 1:
            weights[question] = fit([one.seen for one in known], [one.answer for one in known])
            scores[question] = hold_trial(question, known)
    return Suggester(reviews, weights, scores)


def examples_for(question: Question, reviews: Iterable[Review], observer: Observer) -> Iterator[Example]:
    """Yield what the reviews that answer a question teach of it."""
    for review in reviews:
        passage, answer = review.passage, _answer(review, question)
        if answer is not None:
            seen = observer.observe(passage, question)
            yield Example(seen, answer, review.document, passage.confidence, review.proposed)


def _answer(review: Review, question: Question) -> str | None:
    """Return the editor's answer to a question; None where the review does not answer it."""
    if question is Question.KEEP:
        return (KEPT if review.kept else DROPPED) if review.proposed else None
    if not review.kept:
        return None
    if question is Question.SIGNAL:
        return review.signal if review.passage.signal else None
    return review.category if review.passage.category else None


def _grounds(features: Iterable[tuple[str, float]], quote: str) -> tuple[Grounds, ...]:
    """Return the heaviest features, words of the passage before anything else, with where they stand."""
    tokens = tokenise(quote)
    stems = [stem(norm) for norm in tokens.norms]
    placed: list[Grounds] = []
    others: list[Grounds] = []
    for name, weight in features:
        if weight < LEAST_REASON or len(placed) == MOST_REASONS:
            break
        words = name.removeprefix("“").removesuffix("”").split(" ") if name.startswith("“") else []
        first = _find(stems, words) if words else None
        if first is None:
            if name:
                others.append(Grounds(name, None, None, round(weight, 1)))
            continue
        start, end = tokens.starts[first], tokens.ends[first + len(words) - 1]
        if not any(one.start is not None and one.start <= start and end <= (one.end or 0) for one in placed):
            placed.append(Grounds(quote[start:end], start, end, round(weight, 1)))
    return tuple([*placed, *others][:MOST_REASONS])


def _find(stems: Sequence[str], wanted: Sequence[str]) -> int | None:
    for first in range(len(stems) - len(wanted) + 1):
        if list(stems[first : first + len(wanted)]) == list(wanted):
            return first
    return None
