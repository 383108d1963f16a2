"""Bounds and outcomes of pledges."""

from datetime import date

import pytest

from issues.desk.errors import DecidedMeanwhileError, DeskError
from issues.desk.pledges import record_outcome, reopen_pledge, set_pledge, withdraw_pledge
from issues.desk.review import reject_statement
from issues.models import Pledge, Statement, User
from issues.reading.edtf import ImpreciseDate
from issues.vocabulary import DateOrigin, PledgeOutcome, ReviewState
from tests.factories import make_pledge, make_statement

pytestmark = pytest.mark.django_db

DUE = ImpreciseDate.from_edtf(
    "2026-06-26/2026-08-31", words="before the end of the summer", origin=DateOrigin.TEXT
)


@pytest.fixture
def promise() -> Statement:
    return make_statement("You will see talks before the end of the summer.")


@pytest.fixture
def pledge(promise: Statement) -> Pledge:
    return make_pledge(promise, DUE.edtf)


def test_bounds_are_set_and_corrected(promise: Statement, editor: User) -> None:
    pledge = set_pledge(statement=promise, due=DUE, editor=editor, calculation="summer ends on 31 August")
    assert pledge.due_on_upper == date(2026, 8, 31)
    assert pledge.due_on_words == "before the end of the summer"
    same = set_pledge(statement=promise, due=DUE, editor=editor, calculation="summer ends on 31 August")
    assert same.pk == pledge.pk
    undated = set_pledge(statement=promise, due=None, editor=editor)
    assert (undated.pk, undated.due_on, undated.due_on_upper) == (pledge.pk, "", None)
    withdraw_pledge(pledge=pledge, editor=editor)
    assert not Pledge.objects.exists()


def test_a_rejected_statement_promises_nothing(promise: Statement, editor: User) -> None:
    reject_statement(statement=promise, editor=editor)
    with pytest.raises(DeskError, match="was rejected"):
        set_pledge(statement=promise, due=DUE, editor=editor)


@pytest.mark.parametrize(
    ("met_on", "outcome"),
    [
        (date(2026, 8, 31), PledgeOutcome.MET),
        (date(2026, 9, 1), PledgeOutcome.MET_LATE),
    ],
)
def test_the_bounds_decide_what_is_late(
    pledge: Pledge, editor: User, met_on: date, outcome: PledgeOutcome
) -> None:
    shown = make_statement("We have met.")
    row = record_outcome(
        pledge=pledge,
        outcome=PledgeOutcome.MET,
        editor=editor,
        met_on=met_on,
        outcome_statement=shown,
        note="In Norport",
    )
    assert (row.outcome, row.decided_by, row.outcome_statement) == (outcome, editor, shown)


@pytest.mark.parametrize("outcome", [PledgeOutcome.OPEN, PledgeOutcome.OVERDUE])
def test_some_outcomes_are_not_decided(pledge: Pledge, editor: User, outcome: PledgeOutcome) -> None:
    with pytest.raises(DeskError, match="Choose met"):
        record_outcome(pledge=pledge, outcome=outcome, editor=editor)


def test_what_was_missed_has_no_day(pledge: Pledge, editor: User) -> None:
    with pytest.raises(DeskError, match="only for a pledge that was met"):
        record_outcome(pledge=pledge, outcome=PledgeOutcome.MISSED, editor=editor, met_on=date(2026, 8, 1))


def test_only_accepted_statements_show_an_outcome(pledge: Pledge, editor: User) -> None:
    shown = make_statement("We met.", state=ReviewState.SUGGESTED)
    with pytest.raises(DeskError, match="accepted statement"):
        record_outcome(pledge=pledge, outcome=PledgeOutcome.MET, editor=editor, outcome_statement=shown)


def test_the_pledge_itself_is_accepted_first(editor: User) -> None:
    pledge = make_pledge(make_statement("We promise.", state=ReviewState.SUGGESTED))
    with pytest.raises(DeskError, match="Accept the statement"):
        record_outcome(pledge=pledge, outcome=PledgeOutcome.MISSED, editor=editor)


def test_twice_is_once_and_a_colleague_is_not_overruled(
    pledge: Pledge, editor: User, colleague: User
) -> None:
    first = record_outcome(pledge=pledge, outcome=PledgeOutcome.MISSED, editor=editor)
    again = record_outcome(pledge=pledge, outcome=PledgeOutcome.MISSED, editor=editor)
    assert again.decided_at == first.decided_at
    with pytest.raises(DecidedMeanwhileError, match="Anna Berg recorded “missed” meanwhile"):
        record_outcome(pledge=pledge, outcome=PledgeOutcome.SUPERSEDED, editor=colleague)


def test_an_outcome_is_taken_back(pledge: Pledge, editor: User) -> None:
    record_outcome(pledge=pledge, outcome=PledgeOutcome.MISSED, editor=editor, note="Nothing happened.")
    for _ in range(2):
        row = reopen_pledge(pledge=pledge, editor=editor)
        assert (row.outcome, row.outcome_note, row.decided_at) == (PledgeOutcome.OPEN, "", None)
