"""Times as medians, taken in turns: what the machine does besides then weighs on all alike."""

import time
from collections.abc import Callable, Mapping
from statistics import median


def in_turns(calls: Mapping[str, Callable[[], object]], *, rounds: int) -> dict[str, float]:
    """Call each once a round, after one round that does not count; return median seconds by name."""
    seconds: dict[str, list[float]] = {name: [] for name in calls}
    for number in range(rounds + 1):
        for name, call in calls.items():
            began = time.perf_counter()
            call()
            if number:
                seconds[name].append(time.perf_counter() - began)
    return {name: median(taken) for name, taken in seconds.items()}
