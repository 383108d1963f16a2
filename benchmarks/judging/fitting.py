"""Logistic regression with a penalty on large weights, by Newton's method; numpy is enough for it."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.judging.examples import Example

LEAST_EXAMPLES, LEAST_DOCUMENTS = 12, 6  # with a piece of evidence, for it to be given a weight
PENALTY = 20.0
ROUNDS, SETTLED = 25, 1e-6

type Floats = NDArray[np.float64]


def evidence_of(examples: Sequence[Example]) -> list[str]:
    """Return the names that occur often enough, in enough documents, to be weighed."""
    seen: Counter[str] = Counter()
    documents: defaultdict[str, set[str]] = defaultdict(set)
    for example in (one for one in examples if one.weight):
        for name in example.evidence:
            seen[name] += 1
            documents[name].add(example.group)
    return sorted(
        name
        for name, times in seen.items()
        if times >= LEAST_EXAMPLES and len(documents[name]) >= LEAST_DOCUMENTS
    )


def table(examples: Sequence[Example], names: Sequence[str]) -> Floats:
    """Return a row for each example and a column for each name, the last column all ones."""
    column = {name: index for index, name in enumerate(names)}
    found = np.zeros((len(examples), len(names) + 1))
    found[:, -1] = 1.0
    for row, example in enumerate(examples):
        for name in example.evidence:
            if name in column:
                found[row, column[name]] = 1.0
    return found


def fit(found: Floats, keep: Floats, counts: Floats, penalty: float = PENALTY) -> Floats:
    """Return the weights, the base last; counts says how much each example counts."""
    weights = np.zeros(found.shape[1])
    shrink = np.full(found.shape[1], penalty)
    shrink[-1] = 1e-3
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-np.clip(found @ weights, -30, 30)))
        gradient = found.T @ (counts * (likely - keep)) + shrink * weights
        curvature = counts * np.maximum(likely * (1 - likely), 1e-6)
        change = np.linalg.solve((found.T * curvature) @ found + np.diag(shrink), gradient)
        weights -= change
        if float(np.abs(change).max()) < SETTLED:
            break
    return weights


def held_back(examples: Sequence[Example], found: Floats, parts: int = 8, seed: int = 0) -> Floats:
    """Return how likely each example is kept, by weights that never saw its document."""
    groups = sorted({example.group for example in examples})
    order = np.random.default_rng(seed).permutation(len(groups))
    part = {groups[index]: place % parts for place, index in enumerate(order)}
    of = np.array([part[example.group] for example in examples])
    keep = np.array([float(example.keep) for example in examples])
    counts = np.array([example.weight for example in examples])
    likely = np.zeros(len(examples))
    for number in range(parts):
        others, here = (of != number) & (counts > 0), of == number
        weights = fit(found[others], keep[others], counts[others])
        likely[here] = 1 / (1 + np.exp(-np.clip(found[here] @ weights, -30, 30)))
    return likely
