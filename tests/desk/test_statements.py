"""Correcting a statement and adding one by hand."""

from dataclasses import replace

import pytest

from issues.desk.acting import version_of
from issues.desk.details import Details, details_of
from issues.desk.errors import DecidedMeanwhileError, DeskError, PassageNotFoundError
from issues.desk.review import accept_statement, reject_statement
from issues.desk.statements import add_passage, add_statement, correct_statement
from issues.models import Capture, Issue, Link, Official, Statement, User
from issues.reading.edtf import ImpreciseDate
from issues.vocabulary import DateOrigin, Proposer, ReviewState, Signal, StatementKind
from tests.desk.conftest import QUOTE, TEXT
from tests.factories import make_capture, make_official, make_party, make_statement, make_status

pytestmark = pytest.mark.django_db


@pytest.fixture
def official() -> Official:
    return make_official("Karel Aldren", party="XN")


@pytest.fixture
def said(official: Official, issue: Issue) -> Details:
    return Details(
        party=official.party,
        official=official,
        stated_on=ImpreciseDate.from_edtf("2026-06", origin=DateOrigin.EDITOR, words="in June"),
        kind=StatementKind.REPORTED_SPEECH,
        question="When?",
        links={issue.pk: Signal.COMMITMENT},
    )


def live(statement: Statement) -> dict[int, tuple[str, str]]:
    rows = statement.links.filter(withdrawn_at=None).values_list("issue_id", "signal", "state")
    return {issue_id: (signal, state) for issue_id, signal, state in rows}


def test_everything_but_the_words_is_corrected(suggested: Statement, said: Details, editor: User) -> None:
    correct_statement(statement=suggested, editor=editor, details=said)
    suggested.refresh_from_db()
    assert suggested.state == ReviewState.SUGGESTED
    assert details_of(suggested) == said
    assert suggested.quote == QUOTE


def test_correct_and_accept_in_one_step(
    suggested: Statement, said: Details, other_issue: Issue, editor: User
) -> None:
    details = replace(said, links={other_issue.pk: Signal.OFFER})
    correct_statement(statement=suggested, editor=editor, details=details, accept=True)
    suggested.refresh_from_db()
    assert suggested.state == ReviewState.ACCEPTED
    assert {pk: kind for pk, kind in live(suggested).items() if kind[1] == "accepted"} == {
        other_issue.pk: ("offer", "accepted")
    }
    link = suggested.links.get(issue=other_issue)
    assert link.proposed_by == Proposer.EDITOR


def test_correcting_an_accepted_link_withdraws_it_and_makes_another(
    suggested: Statement, suggested_link: Link, issue: Issue, editor: User
) -> None:
    accepted = accept_statement(statement=suggested, editor=editor)
    details = replace(details_of(accepted), links={issue.pk: Signal.REFUSAL})
    correct_statement(statement=accepted, editor=editor, details=details)
    suggested_link.refresh_from_db()
    assert suggested_link.withdrawn_at is not None
    assert suggested_link.signal == Signal.CONSULTATION
    assert live(accepted) == {issue.pk: ("refusal", "accepted")}


def test_sent_twice_it_is_one_correction(suggested: Statement, said: Details, editor: User) -> None:
    seen = version_of(suggested)
    for _ in range(2):
        correct_statement(statement=suggested, editor=editor, details=said, accept=True, seen=seen)
    assert suggested.links.count() == 1


def test_a_page_that_is_out_of_date_overwrites_nothing(
    suggested: Statement, said: Details, editor: User, colleague: User
) -> None:
    seen = version_of(suggested)
    accept_statement(statement=suggested, editor=colleague)
    with pytest.raises(DecidedMeanwhileError, match="Boris Klem accepted"):
        correct_statement(statement=suggested, editor=editor, details=said, seen=seen)


def test_a_rejected_statement_is_not_corrected(suggested: Statement, said: Details, editor: User) -> None:
    reject_statement(statement=suggested, editor=editor)
    with pytest.raises(DeskError, match="was rejected"):
        correct_statement(statement=suggested, editor=editor, details=said)


def test_somebody_must_speak(suggested: Statement, editor: User) -> None:
    details = replace(details_of(suggested), speaker_label=" ")
    with pytest.raises(DeskError, match="Say who speaks") as caught:
        correct_statement(statement=suggested, editor=editor, details=details)
    assert caught.value.field == "speaker"


def test_a_correction_into_another_statement_is_refused(
    suggested: Statement, said: Details, official: Official, editor: User
) -> None:
    make_statement(QUOTE, official=official, stated_on="2026-06", stated_on_origin=DateOrigin.EDITOR)
    with pytest.raises(DeskError, match="already recorded as another statement"):
        correct_statement(statement=suggested, editor=editor, details=said)


def test_an_issue_whose_status_rests_on_it_stays_linked(
    suggested: Statement, issue: Issue, editor: User
) -> None:
    accepted = accept_statement(statement=suggested, editor=editor)
    make_status(issue, evidence=[accepted], editor=editor)
    with pytest.raises(DeskError, match="Retract that status first"):
        correct_statement(statement=accepted, editor=editor, details=replace(details_of(accepted), links={}))
    relinked = replace(details_of(accepted), links={issue.pk: Signal.SETBACK})
    correct_statement(statement=accepted, editor=editor, details=relinked)
    assert live(accepted)[issue.pk] == ("setback", "accepted")


def test_a_passage_becomes_a_statement(capture: Capture, said: Details, issue: Issue, editor: User) -> None:
    start = TEXT.index("Nothing")
    row = add_statement(
        capture=capture, start=start, end=start + len("Nothing   new"), editor=editor, details=said
    )
    row.refresh_from_db()
    assert row.quote == "Nothing   new"
    assert (row.state, row.proposed_by, row.reviewed_by) == ("accepted", "editor", editor)
    assert row.appearances.get().start == start
    assert live(row) == {issue.pk: ("commitment", "accepted")}
    assert row.stated_on_words == "in June"


def test_a_pasted_passage_is_found_despite_its_typography(
    capture: Capture, said: Details, editor: User
) -> None:
    row = add_passage(capture=capture, passage="Nothing new", editor=editor, details=said)
    assert row.quote == "Nothing   new"
    with pytest.raises(PassageNotFoundError):
        add_passage(capture=capture, passage="Everything new", editor=editor, details=said)


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (5, 5), (0, 10_000), (9, 4)])
def test_offsets_outside_the_text_are_refused(
    capture: Capture, said: Details, editor: User, start: int, end: int
) -> None:
    with pytest.raises(DeskError, match="Select a passage"):
        add_statement(capture=capture, start=start, end=end, editor=editor, details=said)


def test_the_same_words_again_are_another_appearance(
    capture: Capture, said: Details, other_issue: Issue, issue: Issue, editor: User
) -> None:
    first = add_passage(capture=capture, passage="Nothing   new", editor=editor, details=said)
    reprint = make_capture("They wrote: «Nothing new».")
    details = replace(said, links={other_issue.pk: Signal.POSITION})
    again = add_passage(capture=reprint, passage="Nothing new", editor=editor, details=details)
    assert again.pk == first.pk
    assert again.appearances.count() == 2
    assert set(live(again)) == {issue.pk, other_issue.pk}


def test_adding_what_was_rejected_accepts_it(capture: Capture, said: Details, editor: User) -> None:
    first = add_passage(capture=capture, passage="Nothing   new", editor=editor, details=said)
    reject_statement(statement=first, editor=editor)
    again = add_passage(capture=capture, passage="Nothing   new", editor=editor, details=said)
    assert (again.pk, again.state) == (first.pk, "accepted")
    assert [state for _, state in live(again).values()] == ["accepted"]


def test_joint_parties_speak_with_one_voice(capture: Capture, said: Details, editor: User) -> None:
    details = replace(said, joint_parties=(make_party("XV"),))
    row = add_passage(capture=capture, passage="Nothing   new", editor=editor, details=details)
    assert details_of(row).joint_parties == (make_party("XV"),)
