from datetime import date

import numpy as np
import pytest

from issues.generator.plan import Plan
from issues.generator.schedule import ACCEPTED, NO_ISSUE, REJECTED, SUGGESTED, Schedule, make_schedule

PLAN = Plan.of(statements=20_000, largest=5_000, seed=7, today=date(2026, 11, 24))


@pytest.fixture(scope="module")
def schedule() -> Schedule:
    return make_schedule(PLAN, np.random.default_rng(PLAN.seed))


def test_every_statement_has_its_place(schedule: Schedule) -> None:
    assert len(schedule.issue) == len(schedule.state) == schedule.first[-1] == PLAN.statements
    lengths = np.diff(schedule.first)
    assert lengths.min() >= 1
    assert lengths.max() <= 12
    assert (schedule.state == SUGGESTED).sum() == PLAN.suggested
    assert (schedule.state == REJECTED).sum() == PLAN.rejected


def test_the_largest_issue_has_exactly_what_was_asked(schedule: Schedule) -> None:
    accepted = schedule.issue[schedule.state == ACCEPTED]
    assert (accepted == 0).sum() == PLAN.largest
    assert (accepted != NO_ISSUE).sum() == PLAN.linked


def test_documents_go_by_their_days_and_hold_one_pair(schedule: Schedule) -> None:
    assert (np.diff(schedule.time) >= 0).all()
    documents = np.repeat(np.arange(schedule.documents), np.diff(schedule.first))
    linked = schedule.issue != NO_ISSUE
    of_issue = np.array([PLAN.pair_of(issue) for issue in range(PLAN.issues)])[schedule.issue[linked]]
    assert (of_issue == schedule.pair[documents[linked]]).all()


def test_what_awaits_review_is_recent(schedule: Schedule) -> None:
    documents = np.repeat(np.arange(schedule.documents), np.diff(schedule.first))
    waiting = schedule.time[documents[schedule.state == SUGGESTED]]
    assert np.median(waiting) > 0.98


def test_the_same_seed_makes_the_same(schedule: Schedule) -> None:
    again = make_schedule(PLAN, np.random.default_rng(PLAN.seed))
    assert (again.issue == schedule.issue).all()
    other = make_schedule(PLAN, np.random.default_rng(8))
    assert (other.issue != schedule.issue).any()
