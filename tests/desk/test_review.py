"""Accepting and rejecting what the reader proposed."""

import pytest
from django.apps import apps

from issues.desk.acting import version_of
from issues.desk.errors import DecidedMeanwhileError, DeskError
from issues.desk.review import accept_statement, reject_statement
from issues.models import Issue, Link, Statement, User
from issues.vocabulary import ReviewState
from tests.factories import make_link, make_status

pytestmark = pytest.mark.django_db


def states(statement: Statement) -> dict[int, str]:
    return dict(statement.links.filter(withdrawn_at=None).values_list("issue_id", "state"))


def test_accepting_says_who_and_when_and_takes_the_links_along(
    suggested: Statement, suggested_link: Link, second_link: Link, editor: User
) -> None:
    accepted = accept_statement(statement=suggested, editor=editor)
    assert (accepted.state, accepted.reviewed_by) == (ReviewState.ACCEPTED, editor)
    assert accepted.accepted_at is not None
    for link in (suggested_link, second_link):
        link.refresh_from_db()
        assert (link.state, link.reviewed_by, link.accepted_at) == ("accepted", editor, accepted.accepted_at)


def test_a_link_left_out_is_rejected(
    suggested: Statement, suggested_link: Link, second_link: Link, editor: User
) -> None:
    accept_statement(statement=suggested, editor=editor, issues=[second_link.issue_id])
    assert states(suggested) == {suggested_link.issue_id: "rejected", second_link.issue_id: "accepted"}


def test_accepting_twice_changes_nothing_the_second_time(suggested: Statement, editor: User) -> None:
    seen = version_of(suggested)
    first = accept_statement(statement=suggested, editor=editor, seen=seen)
    again = accept_statement(statement=suggested, editor=editor, seen=seen)
    assert again.accepted_at == first.accepted_at
    assert suggested.links.count() == 1


def test_a_colleague_was_faster(suggested: Statement, editor: User, colleague: User) -> None:
    seen = version_of(suggested)
    reject_statement(statement=suggested, editor=colleague, seen=seen)
    with pytest.raises(DecidedMeanwhileError, match="Boris Klem rejected this statement meanwhile"):
        accept_statement(statement=suggested, editor=editor, seen=seen)
    with pytest.raises(DecidedMeanwhileError, match="Boris Klem rejected"):
        reject_statement(statement=suggested, editor=editor)


def test_a_correction_by_a_colleague_is_not_accepted_unseen(
    suggested: Statement, suggested_link: Link, editor: User
) -> None:
    seen = version_of(suggested)
    Statement.objects.filter(pk=suggested.pk).update(speaker_label="Somebody else")
    with pytest.raises(DecidedMeanwhileError, match="changed this suggestion meanwhile"):
        accept_statement(statement=suggested, editor=editor, seen=seen)
    suggested.refresh_from_db()
    assert suggested.state == ReviewState.SUGGESTED


def test_rejecting_drops_the_links(suggested: Statement, issue: Issue, editor: User) -> None:
    reject_statement(statement=suggested, editor=editor)
    suggested.refresh_from_db()
    assert suggested.state == ReviewState.REJECTED
    assert states(suggested) == {issue.pk: "rejected"}


def test_an_accepted_statement_can_still_be_rejected(
    suggested: Statement, issue: Issue, editor: User, colleague: User
) -> None:
    accept_statement(statement=suggested, editor=editor)
    reject_statement(statement=suggested, editor=colleague)
    link = suggested.links.get()
    assert link.state == ReviewState.ACCEPTED
    assert link.withdrawn_at is not None


def test_evidence_is_not_rejected(suggested: Statement, issue: Issue, editor: User) -> None:
    accept_statement(statement=suggested, editor=editor)
    make_status(issue, evidence=[suggested], editor=editor)
    with pytest.raises(DeskError, match="A status of Direct flights rests on this statement"):
        reject_statement(statement=suggested, editor=editor)


def test_suggestions_that_come_later_are_no_conflict_between_editors(
    suggested: Statement, other_issue: Issue, editor: User
) -> None:
    accepted = accept_statement(statement=suggested, editor=editor)
    late = make_link(accepted, other_issue, state=ReviewState.SUGGESTED)
    accept_statement(statement=suggested, editor=editor)
    late.refresh_from_db()
    assert late.state == ReviewState.SUGGESTED


def test_the_history_says_who_decided_what(suggested: Statement, editor: User) -> None:
    accept_statement(statement=suggested, editor=editor)
    events = apps.get_model("issues", "StatementEvent").objects.filter(pgh_obj_id=suggested.pk)
    first, last = events.order_by("pgh_id")
    assert (first.state, last.state) == ("suggested", "accepted")
    made = last.pgh_context.metadata
    assert (made["user"], made["decision"]) == (editor.pk, "accept")
