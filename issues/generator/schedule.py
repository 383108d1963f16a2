"""What is said when, on which issue, and how it comes in documents: numbers only, for the whole archive.

An issue begins some time, and may end; there are more statements a year the later it is. The statements of
a pair stand in documents in the order of their days, one to a dozen in each.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from issues.generator.plan import Numbers, Plan, issue_sizes

ACCEPTED, SUGGESTED, REJECTED = 0, 1, 2
NO_ISSUE = -1
A_DOCUMENT = 12  # statements at most
RECENT = 0.004  # the part of the archive's years in which what awaits review was said

type Times = npt.NDArray[np.float64]  # 0 the archive's first day, 1 its last


@dataclass(frozen=True, slots=True)
class Schedule:
    """Documents in the order of their days, and their statements in the order of the documents."""

    pair: Numbers  # of each document
    time: Times  # of each document
    first: Numbers  # the first statement of each document; the last entry is the number of statements
    issue: Numbers  # of each statement, or NO_ISSUE
    state: Numbers  # of each statement

    @property
    def documents(self) -> int:
        return len(self.pair)


@dataclass(frozen=True, slots=True)
class _Slots:
    pair: Numbers
    issue: Numbers
    state: Numbers
    time: Times


def make_schedule(plan: Plan, chance: np.random.Generator) -> Schedule:
    """Deal the statements to issues, days and documents."""
    sizes = issue_sizes(plan, chance)
    slots = _slots(plan, sizes, chance)
    order = np.lexsort((slots.time, slots.pair))
    pair, time = slots.pair[order], slots.time[order]
    starts = _document_starts(pair, chance)
    lengths = np.diff(np.append(starts, len(pair)))
    days = time[starts + lengths // 2]
    by_day = np.argsort(days, kind="stable")
    first = np.concatenate(([0], np.cumsum(lengths[by_day])))
    # The statements of document after document, where documents have changed places.
    places = np.repeat(starts[by_day] - first[:-1], lengths[by_day]) + np.arange(len(pair))
    members = order[places]
    return Schedule(pair[starts[by_day]], days[by_day], first, slots.issue[members], slots.state[members])


def _slots(plan: Plan, sizes: Numbers, chance: np.random.Generator) -> _Slots:
    pairs = np.array([plan.pair_of(issue) for issue in range(plan.issues)])
    linked = np.repeat(np.arange(plan.issues), sizes)
    begins, ends = _lifetimes(plan.issues, chance)
    times = begins[linked] + (ends - begins)[linked] * np.sqrt(chance.random(len(linked)))
    others = plan.statements - len(linked)
    # What is on no issue, and what was rejected or awaits review, goes to the pairs as the rest does.
    like = linked[chance.integers(0, len(linked), others)]
    states = np.full(others, ACCEPTED)
    states[: plan.suggested] = SUGGESTED
    states[plan.suggested : plan.suggested + plan.rejected] = REJECTED
    drawn = np.sqrt(chance.random(others))
    recent = 1 - RECENT * chance.random(others)
    return _Slots(
        pair=pairs[np.concatenate((linked, like))],
        issue=np.concatenate((linked, np.where(states == ACCEPTED, NO_ISSUE, like))),
        state=np.concatenate((np.full(len(linked), ACCEPTED), states)),
        time=np.concatenate((times, np.where(states == SUGGESTED, recent, drawn))),
    )


def _lifetimes(issues: int, chance: np.random.Generator) -> tuple[Times, Times]:
    begins = 0.7 * chance.random(issues) ** 2
    ends = np.where(chance.random(issues) < 0.7, 1.0, begins + 0.1 + 0.2 * chance.random(issues))
    begins[:2], ends[:2] = 0.0, 1.0
    return begins, ends


def _document_starts(pair: Numbers, chance: np.random.Generator) -> Numbers:
    """Cut the statements, sorted by pair, into documents; none holds two pairs."""
    lengths = 1 + np.minimum(chance.geometric(0.2, len(pair)), A_DOCUMENT - 1)
    cuts = np.cumsum(lengths)
    cuts = cuts[cuts < len(pair)]
    changes = np.flatnonzero(np.diff(pair)) + 1
    return np.unique(np.concatenate(([0], cuts, changes)))
