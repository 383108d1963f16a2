"""The weights: near the rules without reviews, at the editors' answers with many."""

import numpy as np
import pytest

from issues.learning.fitting import BEGINNINGS, _Problem, fit
from issues.learning.observation import Observation
from issues.learning.weights import RULES


def test_without_reason_the_rules_stay_the_likeliest() -> None:
    weights = fit([Observation("offer"), Observation("demand")], ["offer", "demand"])
    likely = weights.probabilities(Observation("offer"))
    assert likely["offer"] > 0.8
    assert sum(likely.values()) == pytest.approx(1)
    assert weights.shared[RULES] > BEGINNINGS[RULES] - 0.5


def test_a_word_that_goes_with_an_answer_is_learned() -> None:
    seen = [Observation("position", {"slots": 4.0}), Observation("position", {"other": 4.0})] * 20
    weights = fit(seen, ["offer", "position"] * 20)
    assert weights.probabilities(Observation("position", {"slots": 4.0}))["offer"] > 0.5
    assert weights.probabilities(Observation("position", {"other": 4.0}))["position"] > 0.9
    assert weights.own["slots"]["offer"] > 0 > weights.own["other"].get("offer", 0.0)


def test_one_review_is_no_law() -> None:
    seen = [Observation("position", {"slots": 1.0}), *[Observation("position", {"x": 1.0})] * 5]
    weights = fit(seen, ["offer", *["position"] * 5])
    assert "slots" not in weights.own
    assert weights.probabilities(Observation("position", {"slots": 1.0}))["position"] > 0.5


def test_what_speaks_for_an_answer_counts_for_every_answer_alike() -> None:
    """Learned on offers and demands, known for threats: the weight is shared."""
    seen = [
        *[Observation("position", {}, {"offer": {"told twice": 1.0}})] * 15,
        *[Observation("position", {}, {"demand": {"told twice": 1.0}})] * 15,
        *[Observation("position")] * 10,
        *[Observation("threat")] * 5,
    ]
    weights = fit(seen, [*["offer"] * 15, *["demand"] * 15, *["position"] * 10, *["threat"] * 5])
    told = weights.probabilities(Observation("position", {}, {"threat": {"told twice": 1.0}}))
    assert told["threat"] > weights.probabilities(Observation("position"))["threat"] * 5


def test_the_slope_is_that_of_the_loss() -> None:
    seen = [
        Observation("a", {"x": 0.5, "y": 1.0}, {"b": {"s": 1.0}}),
        Observation("b", {"x": 1.0, "y": 2.0}, {"a": {"s": 0.5}}),
    ]
    problem = _Problem(seen, ["b", "b"])
    at = np.linspace(-0.5, 0.5, len(problem.beginning))
    _, slope = problem.loss(at)
    for index in range(len(at)):
        step = np.zeros_like(at)
        step[index] = 1e-6
        measured = (problem.loss(at + step)[0] - problem.loss(at - step)[0]) / 2e-6
        assert slope[index] == pytest.approx(measured, abs=1e-4)
