"""Two editors at the same moment: one decides, the other is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from issues.desk.errors import DeskError
from issues.desk.review import accept_statement, reject_statement
from issues.desk.status import change_status, status_version
from issues.models import StatusChange
from issues.vocabulary import Phase, ReviewState
from tests.factories import make_issue, make_statement, make_user

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*decisions: Callable[[], object]) -> list[str]:
    """Run the decisions at the same moment, each with a connection of its own; how each ended."""
    start = Barrier(len(decisions))

    def run(decision: Callable[[], object]) -> str:
        start.wait()
        try:
            decision()
        except DeskError as error:
            return str(error)
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(decisions)) as pool:
        return list(pool.map(run, decisions))


def test_one_decides_and_the_other_is_told() -> None:
    statement = make_statement(state=ReviewState.SUGGESTED, issue=make_issue())
    anna, boris = make_user("anna"), make_user("boris")
    ends = at_once(
        lambda: accept_statement(statement=statement, editor=anna, seen=None),
        lambda: reject_statement(statement=statement, editor=boris, seen=None),
        lambda: accept_statement(statement=statement, editor=boris, seen=None),
    )
    statement.refresh_from_db()
    assert "done" in ends
    assert any("meanwhile" in end for end in ends)
    states = {"accepted": "accepted", "rejected": "rejected"}
    live = statement.links.filter(withdrawn_at=None).values_list("state", flat=True)
    assert set(live) <= {states[statement.state]}


def test_a_double_click_is_one_decision() -> None:
    statement = make_statement(state=ReviewState.SUGGESTED, issue=make_issue())
    anna = make_user("anna")
    ends = at_once(*[lambda: accept_statement(statement=statement, editor=anna)] * 4)
    assert ends == ["done"] * 4
    assert statement.links.count() == 1


def test_a_status_sent_twice_is_one_and_two_are_never_blind() -> None:
    issue = make_issue()
    said = make_statement(issue=issue)
    seen = status_version(issue)
    anna, boris = make_user("anna"), make_user("boris")

    def stalled() -> object:
        return change_status(
            issue=issue, phase=Phase.STALLED, effective_on="2026", evidence=[said], editor=anna, seen=seen
        )

    def consulting() -> object:
        return change_status(
            issue=issue, phase=Phase.CONSULTING, effective_on="2026", evidence=[said], editor=boris, seen=seen
        )

    assert at_once(stalled, stalled) == ["done", "done"]
    assert StatusChange.objects.count() == 1
    assert ["entered “Stalled” meanwhile" in end for end in at_once(consulting)] == [True]


def test_evidence_rejected_at_the_same_moment_carries_no_status() -> None:
    issue = make_issue()
    said = make_statement(issue=issue)
    anna, boris = make_user("anna"), make_user("boris")
    ends = at_once(
        lambda: change_status(
            issue=issue, phase=Phase.STALLED, effective_on="2026", evidence=[said], editor=anna
        ),
        lambda: reject_statement(statement=said, editor=boris),
    )
    said.refresh_from_db()
    assert sorted(end == "done" for end in ends) == [False, True]
    assert StatusChange.objects.exists() == (said.state == "accepted")
