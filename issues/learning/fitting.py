"""Finds the weights under which the editors' answers are likeliest, close to the rules.

A conditional logit with a normal prior: each weight is drawn to what it is without reviews, nought for
all but the weight of the rules' own answer. So a handful of reviews changes little, and what one
review says is not taken for a law.
"""

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from issues.learning.observation import Observation
from issues.learning.weights import RULES, Weights

type Numbers = NDArray[np.float64]

# What weighs alike for all answers, without reviews: the rules' answer is e² ≈ 7 times as likely as
# another of which nothing is said.
BEGINNINGS = {RULES: 2.0, "found": 1.0, "said": 0.3, "kindred words": 0.5, "otherwise": 1.0, "sure": 3.0}
# How strongly weights are drawn to their beginning. Chosen on labelled documents (make bench ARGS=learning).
PULL_SHARED, PULL_BIAS, PULL_OWN = 0.5, 1.0, 3.0
LEAST_SEEN = 2  # passages that have to share a feature for it to be learned
KEPT_WEIGHT = 5e-4  # smaller ones are left out of what is stored
ROUNDS, MEMORY, CLOSE = 120, 8, 1e-4


def fit(seen: Sequence[Observation], answers: Sequence[str]) -> Weights:
    """Learn from observations and the editors' answer to each."""
    problem = _Problem(seen, answers)
    return problem.weights(_minimise(problem.loss, problem.beginning))


class _Problem:
    """The observations as arrays: dense by answer, sparse by feature of the passage."""

    def __init__(self, seen: Sequence[Observation], answers: Sequence[str]) -> None:
        self._answers = sorted({*answers, *(one.rules for one in seen)})
        number = {answer: index for index, answer in enumerate(self._answers)}
        shared = {name for one in seen for found in one.of_answer.values() for name in found}
        self._shared = [RULES, *sorted(shared)]
        counts = Counter(name for one in seen for name in one.own)
        self._own = sorted(name for name, count in counts.items() if count >= LEAST_SEEN)
        self._given = np.eye(len(number))[[number[answer] for answer in answers]]
        self._of_answer = self._dense(seen, number)
        self._sparse(seen)
        self.beginning = np.zeros(len(self._shared) + len(number) * (1 + len(self._own)))
        self.beginning[: len(self._shared)] = [BEGINNINGS.get(name, 0.0) for name in self._shared]
        pulls = (len(self._shared), PULL_SHARED), (len(number), PULL_BIAS)
        self._pull = np.concatenate(
            [*(np.full(*pull) for pull in pulls), np.full(len(number) * len(self._own), PULL_OWN)]
        )

    def _dense(self, seen: Sequence[Observation], number: dict[str, int]) -> Numbers:
        place = {name: index for index, name in enumerate(self._shared)}
        values = np.zeros((len(seen), len(number), len(place)))
        for row, one in enumerate(seen):
            values[row, number[one.rules], 0] = 1.0
            for answer, found in one.of_answer.items():
                if answer in number:
                    for name, value in found.items():
                        values[row, number[answer], place[name]] = value
        return values

    def _sparse(self, seen: Sequence[Observation]) -> None:
        place = {name: index for index, name in enumerate(self._own)}
        cells = [
            (row, place[name], value)
            for row, one in enumerate(seen)
            for name, value in one.own.items()
            if name in place
        ]
        self._rows = np.array([row for row, _, _ in cells], dtype=np.intp)
        self._columns = np.array([column for _, column, _ in cells], dtype=np.intp)
        self._values = np.array([value for _, _, value in cells], dtype=np.float64)

    def _parts(self, weights: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        count, answers = len(self._shared), len(self._answers)
        own = weights[count + answers :].reshape(len(self._own), answers)
        return weights[:count], weights[count : count + answers], own

    def loss(self, weights: Numbers) -> tuple[float, Numbers]:
        """Return how unlikely the answers are, with what the pull costs, and the slope of it."""
        shared, bias, own = self._parts(weights)
        scores = self._of_answer @ shared + bias
        for answer in range(len(self._answers)):
            products = self._values * own[self._columns, answer]
            scores[:, answer] += np.bincount(self._rows, products, minlength=len(scores))
        scores -= scores.max(axis=1, keepdims=True)
        likely = np.exp(scores)
        total = likely.sum(axis=1, keepdims=True)
        away = weights - self.beginning
        cost = float((np.log(total[:, 0]) - (scores * self._given).sum(axis=1)).sum() + self._pull @ away**2)
        error = likely / total - self._given
        slope = np.empty_like(own)
        for answer in range(len(self._answers)):
            products = self._values * error[self._rows, answer]
            slope[:, answer] = np.bincount(self._columns, products, minlength=len(self._own))
        parts = (np.einsum("nc,nck->k", error, self._of_answer), error.sum(axis=0), slope.ravel())
        return cost, np.concatenate(parts) + 2 * self._pull * away

    def weights(self, found: Numbers) -> Weights:
        shared, bias, own = self._parts(found)
        return Weights(
            answers=tuple(self._answers),
            shared=_named(self._shared, shared),
            bias=_named(self._answers, bias),
            own={
                name: kept
                for name, row in zip(self._own, own, strict=True)
                if (kept := _named(self._answers, row))
            },
        )


def _named(names: Sequence[str], values: Numbers) -> dict[str, float]:
    return {
        name: round(float(value), 4)
        for name, value in zip(names, values, strict=True)
        if abs(value) >= KEPT_WEIGHT
    }


def _minimise(loss: Callable[[Numbers], tuple[float, Numbers]], start: Numbers) -> Numbers:
    """L-BFGS (Nocedal & Wright, Numerical Optimization, algorithm 7.5) with halving steps."""
    at = start
    cost, slope = loss(at)
    steps: list[tuple[Numbers, Numbers]] = []
    for _ in range(ROUNDS):
        if float(np.abs(slope).max()) < CLOSE:
            break
        direction = _direction(slope, steps)
        step, descent = 1.0 if steps else 1.0 / max(1.0, float(np.linalg.norm(slope))), direction @ slope
        while True:
            there = at + step * direction
            new_cost, new_slope = loss(there)
            if new_cost <= cost + 1e-4 * step * descent or step < 1e-10:
                break
            step /= 2
        if new_cost >= cost:
            break
        moved, bent = there - at, new_slope - slope
        if moved @ bent > 1e-12:
            steps = [*steps[-MEMORY + 1 :], (moved, bent)]
        at, cost, slope = there, new_cost, new_slope
    return at


def _direction(slope: Numbers, steps: Sequence[tuple[Numbers, Numbers]]) -> Numbers:
    direction = -slope
    shares: list[float] = []
    for moved, bent in reversed(steps):
        share = float(moved @ direction) / float(moved @ bent)
        shares.append(share)
        direction = direction - share * bent
    if steps:
        moved, bent = steps[-1]
        direction = direction * (float(moved @ bent) / float(bent @ bent))
    for (moved, bent), share in zip(steps, reversed(shares), strict=True):
        direction = direction + moved * (share - float(bent @ direction) / float(moved @ bent))
    return direction
