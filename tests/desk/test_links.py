"""Linking statements to issues, and taking that back."""

import pytest

from issues.desk.errors import DeskError
from issues.desk.links import link_statement
from issues.desk.review import accept_statement, reject_statement
from issues.models import Issue, Link, Statement, User
from issues.vocabulary import ReviewState, Signal
from tests.factories import make_status, relink

pytestmark = pytest.mark.django_db


def live(statement: Statement) -> dict[int, tuple[str, str]]:
    rows = statement.links.filter(withdrawn_at=None).values_list("issue_id", "signal", "state")
    return {issue_id: (signal, state) for issue_id, signal, state in rows}


def test_a_link_is_as_accepted_as_its_statement(
    suggested: Statement, other_issue: Issue, editor: User
) -> None:
    link = link_statement(statement=suggested, issue=other_issue, signal=Signal.OFFER, editor=editor)
    assert link.state == ReviewState.SUGGESTED
    accept_statement(statement=suggested, editor=editor)
    relink(link.statement, {}, editor=editor)
    again = link_statement(statement=suggested, issue=other_issue, signal=Signal.OFFER, editor=editor)
    assert again.pk != link.pk
    assert (again.state, again.reviewed_by) == (ReviewState.ACCEPTED, editor)


def test_linking_twice_is_one_link_and_another_signal_is_a_correction(
    suggested: Statement, suggested_link: Link, issue: Issue, editor: User
) -> None:
    same = link_statement(statement=suggested, issue=issue, signal=Signal.CONSULTATION, editor=editor)
    assert same.pk == suggested_link.pk
    with pytest.raises(DeskError, match="Already linked to Direct flights as consultation"):
        link_statement(statement=suggested, issue=issue, signal=Signal.REFUSAL, editor=editor)


def test_a_rejected_statement_bears_on_nothing(suggested: Statement, issue: Issue, editor: User) -> None:
    reject_statement(statement=suggested, editor=editor)
    with pytest.raises(DeskError, match="was rejected"):
        link_statement(statement=suggested, issue=issue, signal=Signal.REFUSAL, editor=editor)


def test_a_link_moves_to_the_right_issue(
    suggested: Statement, suggested_link: Link, issue: Issue, other_issue: Issue, editor: User
) -> None:
    accept_statement(statement=suggested, editor=editor)
    relink(suggested, {other_issue.pk: Signal.CONSULTATION}, editor=editor)
    assert live(suggested) == {other_issue.pk: ("consultation", "accepted")}
    relink(suggested, {other_issue.pk: Signal.OFFER}, editor=editor)
    assert live(suggested) == {other_issue.pk: ("offer", "accepted")}
    suggested_link.refresh_from_db()
    assert suggested_link.withdrawn_at is not None
    assert Link.objects.filter(statement=suggested).count() == 3


def test_withdrawing_twice_is_harmless(suggested: Statement, suggested_link: Link, editor: User) -> None:
    accept_statement(statement=suggested, editor=editor)
    relink(suggested_link.statement, {}, editor=editor)
    suggested_link.refresh_from_db()
    first = suggested_link.withdrawn_at
    relink(suggested_link.statement, {}, editor=editor)
    suggested_link.refresh_from_db()
    assert suggested_link.withdrawn_at == first is not None


def test_a_suggested_link_withdrawn_is_rejected(suggested_link: Link, editor: User) -> None:
    relink(suggested_link.statement, {}, editor=editor)
    suggested_link.refresh_from_db()
    assert (suggested_link.state, suggested_link.withdrawn_at) == (ReviewState.REJECTED, None)


def test_a_status_holds_its_link(
    suggested: Statement, suggested_link: Link, issue: Issue, editor: User
) -> None:
    accept_statement(statement=suggested, editor=editor)
    make_status(issue, evidence=[suggested], editor=editor)
    with pytest.raises(DeskError, match="Retract that status first"):
        relink(suggested_link.statement, {}, editor=editor)
