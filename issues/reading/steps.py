"""Numbers as a few steps with names: "words 12 to 18"."""

from bisect import bisect_right
from collections.abc import Sequence


def step(name: str, value: float, bounds: Sequence[float]) -> str:
    """Return the name with the step a value falls in; a bound belongs to the step above it."""
    index = bisect_right(bounds, value)
    if index == 0:
        return f"{name} under {bounds[0]:g}"
    if index == len(bounds):
        return f"{name} from {bounds[-1]:g}"
    return f"{name} {bounds[index - 1]:g} to {bounds[index]:g}"
