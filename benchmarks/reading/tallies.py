"""Shares, and right and wrong answers counted."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Share:
    """So many of so many."""

    part: int = 0
    whole: int = 0

    def add(self, counts: bool) -> None:
        self.part += counts
        self.whole += 1

    @property
    def value(self) -> float | None:
        """From 0 to 1; None of nothing."""
        return self.part / self.whole if self.whole else None


@dataclass(slots=True)
class Detection:
    """What was there and found (hits), not there and found (false alarms), there and not found (misses)."""

    hits: int = 0
    false_alarms: int = 0
    misses: int = 0

    def add(self, *, there: bool, found: bool) -> None:
        self.hits += there and found
        self.false_alarms += found and not there
        self.misses += there and not found

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there was nothing and nothing was found."""
        counted = 2 * self.hits + self.false_alarms + self.misses
        return 2 * self.hits / counted if counted else None


@dataclass(slots=True)
class Confusion:
    """How often what is labelled one way was read another way."""

    counts: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, labelled: str, read: str) -> None:
        self.counts[labelled, read] = self.counts.get((labelled, read), 0) + 1

    def of(self, labelled: str, read: str) -> int:
        return self.counts.get((labelled, read), 0)
