"""What the desk made of a generated archive: statuses on their evidence, and what became of pledges."""

from collections import defaultdict, deque
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from random import Random

import numpy as np

from issues.generator.cast import Cast
from issues.generator.plan import Numbers, Plan
from issues.generator.schedule import NO_ISSUE
from issues.generator.tables import Row, Rows, next_id
from issues.generator.utterances import Promise
from issues.models import Evidence, Pledge, StatusChange
from issues.vocabulary import Phase, PledgeOutcome, Trend

CHANGES = (4, 14)  # of an issue, where it has statements enough
CITED = 3
RATIONALE = "As the last words on the matter have it."
STAYS_OPEN = 0.05  # of the pledges that are past their day
# From bad to good, for the trend.
PHASES = (
    *(Phase.NO_CONTACT, Phase.SUSPENDED, Phase.STALLED, Phase.CONTESTED, Phase.CONSULTING),
    *(Phase.AGREED_PENDING, Phase.PARTIAL, Phase.OPERATING, Phase.RESOLVED),
)
OUTCOMES = (PledgeOutcome.MET, PledgeOutcome.MET_LATE, PledgeOutcome.MISSED, PledgeOutcome.SUPERSEDED)
OUTCOME_WEIGHTS = (35, 15, 35, 15)


@dataclass(frozen=True, slots=True)
class Said:
    """An accepted statement, in the order in which they are made."""

    statement: int
    issue: int
    day: date | None
    accepted: datetime
    promise: Promise | None


class Desk:
    """Hears the accepted statements; `rows` are the decisions that were made on them."""

    def __init__(self, plan: Plan, cast: Cast, sizes: Numbers, chance: np.random.Generator) -> None:
        self._plan, self._cast = plan, cast
        self._last = datetime(plan.today.year, plan.today.month, plan.today.day, tzinfo=UTC)
        self._moments = [self._changes_of(int(size), chance) for size in sizes]
        self._heard = [0] * plan.issues
        self._recent: list[deque[Said]] = [deque(maxlen=CITED) for _ in range(plan.issues)]
        self._phases: dict[tuple[int, str | None], int] = defaultdict(lambda: 4)
        self._ids = count(next_id(StatusChange))
        self._waiting: dict[int, list[Said]] = defaultdict(list)  # promises by issue
        self._rows: Rows = {Pledge: [], StatusChange: [], Evidence: []}

    @staticmethod
    def _changes_of(size: int, chance: np.random.Generator) -> frozenset[int]:
        """Which statements of the issue bring a change, by their order."""
        many = min(int(chance.integers(*CHANGES)), size)
        return frozenset(int(place) for place in chance.choice(size, many, replace=False))

    def hear(self, said: Said, chance: Random) -> None:
        if said.promise and said.issue == NO_ISSUE:
            self._rows[Pledge].append(self._pledge(said, None, chance))
        elif said.promise:
            self._waiting[said.issue].append(said)
        if said.issue == NO_ISSUE:
            return
        self._settle(said, chance)
        place = self._heard[said.issue]
        self._heard[said.issue] += 1
        self._recent[said.issue].append(said)
        if place in self._moments[said.issue] and said.day:
            self._change(said, said.day, chance)

    def rows(self, chance: Random) -> Rows:
        """All decisions; pledges that nothing settled are decided without a statement, or stay open."""
        for waiting in self._waiting.values():
            self._rows[Pledge] += [self._pledge(said, None, chance) for said in waiting]
        self._waiting.clear()
        return self._rows

    def _settle(self, said: Said, chance: Random) -> None:
        """The first statement on the issue after the day that something was due shows what became of it."""
        waiting = self._waiting.get(said.issue)
        if not waiting or said.day is None:
            return
        due = [each for each in waiting if each.promise and each.promise.last <= said.day]
        for each in due:
            waiting.remove(each)
            self._rows[Pledge].append(self._pledge(each, said, chance))

    def _pledge(self, said: Said, shown_by: Said | None, chance: Random) -> Row:
        promise = said.promise
        assert promise is not None  # noqa: S101  # only promises come here
        open_one = (said.statement, promise.due, promise.words, "text", "", PledgeOutcome.OPEN.value,
            None, None, "", None, None, said.accepted, None)  # fmt: skip
        if promise.last >= self._plan.today or chance.random() < STAYS_OPEN:
            return open_one
        outcome = chance.choices(OUTCOMES, OUTCOME_WEIGHTS)[0]
        met = promise.last if outcome == PledgeOutcome.MET else None
        if outcome == PledgeOutcome.MET_LATE:
            met = min(promise.last + timedelta(days=chance.randint(1, 90)), self._plan.today)
        decided = shown_by.accepted if shown_by else said.accepted + (promise.last - said.accepted.date())
        decided = max(decided, said.accepted)
        return (*open_one[:5], outcome.value, met, shown_by.statement if shown_by else None,
            "Decided by the generator.", decided, self._cast.editor, said.accepted, decided)  # fmt: skip

    def _change(self, said: Said, day: date, chance: Random) -> None:
        _, first, second = self._cast.pairs[self._plan.pair_of(said.issue)]
        perspective = chance.choices((None, first, second), (60, 20, 20))[0]
        before = self._phases[said.issue, perspective]
        step = chance.choice((-3, -2, -1, 1, 1, 2, 3))
        phase = min(max(before + step, 0), len(PHASES) - 1)
        self._phases[said.issue, perspective] = phase
        trend = (
            Trend.IMPROVED if phase > before else Trend.DETERIORATED if phase < before else Trend.UNCHANGED
        )
        number = next(self._ids)
        recorded = min(said.accepted + timedelta(minutes=chance.randint(1, 600)), self._last)
        is_retracted = chance.random() < 0.04
        retracted = min(recorded + timedelta(days=1), self._last) if is_retracted else None
        self._rows[StatusChange].append((
            number, self._cast.issues[said.issue], perspective, PHASES[phase].value, trend.value,
            day.isoformat(), "", "editor", RATIONALE, recorded, self._cast.editor,
            retracted, self._cast.editor if is_retracted else None,
            "It rested on a misreading." if is_retracted else "", retracted,
        ))  # fmt: skip
        # What came to us later can have been no evidence then.
        cited = (each for each in self._recent[said.issue] if each.accepted <= said.accepted)
        self._rows[Evidence] += [(number, each.statement, recorded) for each in cited]
