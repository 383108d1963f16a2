"""Learned weights, and what they say of one observation."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from issues.learning.observation import Observation

RULES = "rules"  # the feature of an answer that the rules gave it


class BadWeights(ValueError):  # noqa: N818 - says what is wrong, as a person would
    """What was stored is not the weights of a suggester."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A conditional logit model: the score of an answer is the sum of what weighs for it.

    answers: every answer it may give. shared: by feature of an answer. bias: by answer. own: by feature
    of the passage, then by answer.
    """

    answers: tuple[str, ...]
    shared: Mapping[str, float]
    bias: Mapping[str, float]
    own: Mapping[str, Mapping[str, float]]

    def probabilities(self, seen: Observation) -> dict[str, float]:
        """Return how likely each answer is; they sum to one."""
        scores = {answer: sum(self._parts(seen, answer).values()) for answer in self.answers}
        highest = max(scores.values(), default=0.0)
        raised = {answer: math.exp(score - highest) for answer, score in scores.items()}
        total = sum(raised.values())
        return {answer: value / total for answer, value in raised.items()}

    def explain(self, seen: Observation, answer: str, instead_of: str) -> list[tuple[str, float]]:
        """Return the features that weigh for `answer` more than for the other, heaviest first."""
        for_it, against = self._parts(seen, answer), self._parts(seen, instead_of)
        differences = {name: for_it.get(name, 0.0) - against.get(name, 0.0) for name in {*for_it, *against}}
        weighty = [(name, weight) for name, weight in differences.items() if weight > 0]
        return sorted(weighty, key=lambda pair: (-pair[1], pair[0]))

    def _parts(self, seen: Observation, answer: str) -> dict[str, float]:
        parts = {"": self.bias.get(answer, 0.0)}
        for name, value in _with_rules(seen, answer).items():
            parts[name] = self.shared.get(name, 0.0) * value
        for name, value in seen.own.items():
            weights = self.own.get(name)
            if weights:
                parts[name] = weights.get(answer, 0.0) * value
        return parts

    def as_json(self) -> dict[str, object]:
        return {
            "answers": list(self.answers),
            "shared": dict(self.shared),
            "bias": dict(self.bias),
            "own": {name: dict(weights) for name, weights in self.own.items()},
        }

    @classmethod
    def from_json(cls, data: object) -> "Weights":
        """Read what `as_json` wrote. Raises BadWeights: nothing else is let in."""
        if not isinstance(data, Mapping) or not isinstance(data.get("answers"), list):
            raise BadWeights("no list of answers")
        own = data.get("own")
        if not isinstance(own, Mapping):
            raise BadWeights("no weights of passages")
        return cls(
            answers=tuple(str(answer) for answer in data["answers"]),
            shared=_numbers(data.get("shared")),
            bias=_numbers(data.get("bias")),
            own={str(name): _numbers(weights) for name, weights in own.items()},
        )


def _with_rules(seen: Observation, answer: str) -> Mapping[str, float]:
    found = seen.of_answer.get(answer, {})
    return {**found, RULES: 1.0} if answer == seen.rules else found


def _numbers(data: object) -> dict[str, float]:
    if not isinstance(data, Mapping):
        raise BadWeights("numbers by name are expected")
    for value in data.values():
        if not isinstance(value, int | float) or not math.isfinite(value):
            raise BadWeights(f"{value!r} is no weight")
    return {str(name): float(value) for name, value in data.items()}
