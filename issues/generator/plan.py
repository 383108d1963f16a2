"""How large a generated archive is: how many of everything, and how many statements each issue has."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

PARTIES = 26
ISSUES_A_PAIR = 20
MAX_PAIRS = PARTIES * (PARTIES - 1) // 2
LINKED = 0.7  # of the accepted statements: the rest bear on no issue that is followed
SUGGESTED = 0.005
REJECTED = 0.02
FEW = 3  # statements that the smallest issue has
TYPICAL = 500  # statements of the second issue, in archives of any size

type Numbers = npt.NDArray[np.int64]


class ImpossibleArchiveError(ValueError):
    """Such an archive cannot be; the message says what would be."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for. `today` is the archive's last day; it covers `years` until then."""

    statements: int
    largest: int  # accepted statements on the first issue, exactly
    seed: int
    today: date
    issues: int
    years: int = 18

    @classmethod
    def of(cls, *, statements: int, largest: int, seed: int, today: date, issues: int = 0) -> "Plan":
        """With as many issues as such an archive would have, unless told. Raises ImpossibleArchiveError."""
        if statements < 100 or largest < FEW:
            raise ImpossibleArchiveError(
                f"Ask for 100 statements or more, {FEW} or more on the largest issue."
            )
        issues = issues or max(min(240, statements // 25), statements // 1000)
        plan = cls(statements, largest, seed, today, issues)
        if issues < 3 or plan.pairs > MAX_PAIRS:
            raise ImpossibleArchiveError(f"Ask for 3 to {MAX_PAIRS * ISSUES_A_PAIR} issues.")
        least, most = largest + (issues - 1) * FEW, largest + plan.typical + (issues - 2) * (largest - 1)
        if not least <= plan.linked <= most:
            raise ImpossibleArchiveError(
                f"{statements} statements put {plan.linked} on issues, and {issues} issues with {largest} on "
                f"the largest have {least} to {most}: change --largest, --issues or --statements."
            )
        return plan

    @property
    def pairs(self) -> int:
        return -(-self.issues // ISSUES_A_PAIR)

    @property
    def suggested(self) -> int:
        return max(2, round(self.statements * SUGGESTED))

    @property
    def rejected(self) -> int:
        return round(self.statements * REJECTED)

    @property
    def accepted(self) -> int:
        return self.statements - self.suggested - self.rejected

    @property
    def linked(self) -> int:
        return round(self.accepted * LINKED)

    @property
    def typical(self) -> int:
        return max(FEW, min(TYPICAL, self.largest // 10))

    def pair_of(self, issue: int) -> int:
        """The pair of an issue, both by their numbers. The first two issues are of the first pair."""
        return 0 if issue < 2 else issue % self.pairs


def issue_sizes(plan: Plan, chance: np.random.Generator) -> Numbers:
    """Accepted statements of each issue: the largest, the typical one, and others with a long tail."""
    others = plan.issues - 2
    left = plan.linked - plan.largest - plan.typical
    if left < others * FEW:
        return _even(plan, plan.linked - plan.largest)
    weights: npt.NDArray[Any] = (np.arange(others) + 1.0) ** -0.7
    sizes = np.full(others, FEW)
    while (missing := left - int(sizes.sum())) > 0:
        share = np.maximum(weights * missing / weights[sizes < plan.largest - 1].sum(), 0).astype(np.int64)
        room = plan.largest - 1 - sizes
        added = np.minimum(share, room)
        if not added.sum():
            open_ones = np.flatnonzero(room > 0)[:missing]
            added[open_ones] = 1
        sizes += added
    chance.shuffle(sizes)
    return np.concatenate(([plan.largest, plan.typical], sizes))


def _even(plan: Plan, left: int) -> Numbers:
    """Where the typical one would leave too few for the rest: all others alike."""
    count = plan.issues - 1
    sizes = np.full(count, left // count)
    sizes[: left % count] += 1
    return np.concatenate(([plan.largest], sizes))
