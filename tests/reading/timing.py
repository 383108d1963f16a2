"""How the cost of reading grows with the size of the text."""

import time
from collections.abc import Callable


def growth(read: Callable[[int], object], *, small: int, factor: int) -> float:
    """Return how many times longer `read(small * factor)` takes than `read(small)`.

    The best of a few runs each, in processor time, so that a busy machine hardly shows: linear work
    gives about `factor`, quadratic work about its square.
    """

    def cost(size: int) -> float:
        best = float("inf")
        for _ in range(3):
            began = time.process_time()
            read(size)
            best = min(best, time.process_time() - began)
        return best

    read(small)  # what is loaded or compiled once is no part of it
    return cost(small * factor) / max(cost(small), 1e-4)
