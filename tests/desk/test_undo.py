"""Undoing the last decision on a statement, whatever it was."""

from dataclasses import replace

import pytest

from issues.desk.acting import version_of
from issues.desk.details import Details, details_of
from issues.desk.errors import DecidedMeanwhileError, DeskError
from issues.desk.links import link_statement
from issues.desk.pledges import record_outcome, set_pledge, withdraw_pledge
from issues.desk.review import accept_statement, reject_statement
from issues.desk.statements import add_passage, correct_statement
from issues.desk.undo import undo_decision
from issues.models import Capture, Issue, Link, Pledge, Statement, User
from issues.reading.edtf import ImpreciseDate
from issues.vocabulary import DateOrigin, PledgeOutcome, ReviewState, Signal
from tests.factories import make_official, make_party, make_status, relink

pytestmark = pytest.mark.django_db


def picture(statement: Statement) -> tuple[object, ...]:
    """What people see of a statement."""
    statement.refresh_from_db()
    links = statement.links.filter(withdrawn_at=None).order_by("issue_id")
    pledge = Pledge.objects.filter(statement=statement).values_list("due_on", "outcome").first()
    return (
        statement.state,
        statement.reviewed_by,
        details_of(statement),
        list(links.values_list("issue_id", "signal", "state")),
        pledge,
    )


def test_undoing_an_acceptance(suggested: Statement, second_link: Link, editor: User) -> None:
    before = picture(suggested)
    accept_statement(statement=suggested, editor=editor, issues=[second_link.issue_id])
    after = picture(suggested)
    assert undo_decision(statement=suggested, editor=editor) == "accept"
    assert picture(suggested) == before
    assert undo_decision(statement=suggested, editor=editor) == "undo"
    assert picture(suggested) == after


def test_undoing_a_rejection(suggested: Statement, second_link: Link, editor: User) -> None:
    before = picture(suggested)
    reject_statement(statement=suggested, editor=editor)
    assert undo_decision(statement=suggested, editor=editor) == "reject"
    assert picture(suggested) == before


def test_undoing_the_rejection_of_an_accepted_one(suggested: Statement, editor: User) -> None:
    accept_statement(statement=suggested, editor=editor)
    before = picture(suggested)
    reject_statement(statement=suggested, editor=editor)
    undo_decision(statement=suggested, editor=editor)
    assert picture(suggested) == before


@pytest.mark.parametrize("accepted_first", [False, True])
@pytest.mark.parametrize("accept", [False, True])
def test_undoing_a_correction(
    suggested: Statement, other_issue: Issue, editor: User, accepted_first: bool, accept: bool
) -> None:
    if accepted_first:
        accept_statement(statement=suggested, editor=editor)
    before = picture(suggested)
    details = replace(
        details_of(suggested),
        official=make_official("Mira Tarn", party="XV"),
        party=make_party("XV"),
        joint_parties=(make_party("XN"),),
        stated_on=ImpreciseDate.from_edtf("2025", origin=DateOrigin.EDITOR),
        question="Why?",
        links={other_issue.pk: Signal.THREAT},
    )
    correct_statement(statement=suggested, editor=editor, details=details, accept=accept)
    assert picture(suggested) != before
    assert undo_decision(statement=suggested, editor=editor) == "correct"
    assert picture(suggested) == before


def test_undoing_links_and_pledges(
    suggested: Statement, issue: Issue, other_issue: Issue, editor: User
) -> None:
    accept_statement(statement=suggested, editor=editor)
    due = ImpreciseDate.from_edtf("../2026-08-31", origin=DateOrigin.TEXT)
    set_pledge(statement=suggested, due=None, editor=editor)

    def link() -> None:
        link_statement(statement=suggested, issue=other_issue, signal=Signal.OFFER, editor=editor)

    def withdraw() -> None:
        relink(suggested, {}, editor=editor)

    def bound() -> None:
        set_pledge(statement=suggested, due=due, editor=editor)

    def decide() -> None:
        pledge = Pledge.objects.get(statement=suggested)
        record_outcome(pledge=pledge, outcome=PledgeOutcome.MISSED, editor=editor)

    def unpledge() -> None:
        withdraw_pledge(pledge=Pledge.objects.get(statement=suggested), editor=editor)

    for decision in (link, withdraw, bound, decide, unpledge):
        before = picture(suggested)
        decision()
        assert picture(suggested) != before
        undo_decision(statement=suggested, editor=editor)
        assert picture(suggested) == before


def test_nothing_decided_nothing_undone(suggested: Statement, editor: User) -> None:
    with pytest.raises(DeskError, match="nothing to undo"):
        undo_decision(statement=suggested, editor=editor)


def test_one_added_by_hand_is_taken_back_by_rejecting_it(
    capture: Capture, issue: Issue, editor: User
) -> None:
    details = Details(party=make_party(), speaker_label="Foreign Ministry", links={issue.pk: Signal.POSITION})
    row = add_passage(capture=capture, passage="Nothing   new", editor=editor, details=details)
    before = picture(row)
    assert undo_decision(statement=row, editor=editor) == "add"
    assert picture(row)[0] == ReviewState.REJECTED
    assert not row.links.filter(withdrawn_at=None).exists()
    assert undo_decision(statement=row, editor=editor) == "reject"
    assert picture(row) == before


def test_what_a_status_rests_on_is_not_undone(suggested: Statement, issue: Issue, editor: User) -> None:
    accept_statement(statement=suggested, editor=editor)
    make_status(issue, evidence=[suggested], editor=editor)
    with pytest.raises(DeskError, match="Retract that status first"):
        undo_decision(statement=suggested, editor=editor)


def test_a_link_that_a_status_rests_on_is_not_undone(
    suggested: Statement, other_issue: Issue, editor: User
) -> None:
    accept_statement(statement=suggested, editor=editor)
    link_statement(statement=suggested, issue=other_issue, signal=Signal.OFFER, editor=editor)
    make_status(other_issue, evidence=[suggested], editor=editor)
    with pytest.raises(DeskError, match="A status of Visas rests"):
        undo_decision(statement=suggested, editor=editor)
    assert suggested.links.filter(issue=other_issue, withdrawn_at=None).exists()


def test_another_editors_later_decision_is_not_undone_unseen(
    suggested: Statement, editor: User, colleague: User
) -> None:
    accept_statement(statement=suggested, editor=editor)
    seen = version_of(suggested)
    reject_statement(statement=suggested, editor=colleague)
    with pytest.raises(DecidedMeanwhileError, match="Boris Klem"):
        undo_decision(statement=suggested, editor=editor, seen=seen)
    assert suggested.state == ReviewState.SUGGESTED  # the row in hand is not touched by a refusal
