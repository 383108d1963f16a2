"""Stored weights: plain numbers, and nothing else is read."""

import json

import pytest

from issues.learning.observation import Observation
from issues.learning.weights import BadWeights, Weights

WEIGHTS = Weights(
    answers=("offer", "position"),
    shared={"rules": 2.0, "said": 1.5},
    bias={"offer": -0.5},
    own={"“slots”": {"offer": 1.25, "position": -0.25}},
)


def test_they_come_back_from_json_as_they_were() -> None:
    again = Weights.from_json(json.loads(json.dumps(WEIGHTS.as_json())))
    assert again == WEIGHTS


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"answers": "offer"},
        {"answers": ["a"], "shared": {}, "bias": {}, "own": []},
        {"answers": ["a"], "shared": {"x": "1"}, "bias": {}, "own": {}},
        {"answers": ["a"], "shared": {"x": float("nan")}, "bias": {}, "own": {}},
        {"answers": ["a"], "shared": {}, "bias": {}, "own": {"x": {"a": None}}},
    ],
)
def test_anything_else_is_refused(data: object) -> None:
    with pytest.raises(BadWeights):
        Weights.from_json(data)


def test_it_says_what_weighed() -> None:
    seen = Observation("position", {"“slots”": 1.0}, {"offer": {"said": 1.0}})
    assert WEIGHTS.explain(seen, "offer", "position") == [("said", 1.5), ("“slots”", 1.5)]
    assert (
        WEIGHTS.probabilities(seen)["offer"] > 0.5 > WEIGHTS.probabilities(Observation("position"))["offer"]
    )
