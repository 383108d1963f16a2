"""Entering a status on evidence, retracting and restoring it."""

from typing import Any

import pytest
from django.db import connection

from issues.desk.errors import DecidedMeanwhileError, DeskError
from issues.desk.review import reject_statement
from issues.desk.status import change_status, restore_status, retract_status, status_version
from issues.models import Issue, Statement, StatusChange, User
from issues.vocabulary import Phase, ReviewState, Trend
from tests.factories import make_party, make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(issue: Issue) -> Statement:
    return make_statement("There is no movement.", issue=issue)


@pytest.fixture
def given(issue: Issue, said: Statement, editor: User) -> dict[str, Any]:
    return {
        "issue": issue,
        "phase": Phase.STALLED,
        "trend": Trend.DETERIORATED,
        "effective_on": "2026-06",
        "effective_on_words": "since June",
        "rationale": " No movement. ",
        "evidence": [said],
        "editor": editor,
    }


def test_a_status_is_entered_on_its_evidence(given: dict[str, Any], said: Statement, editor: User) -> None:
    change = change_status(**given, perspective=make_party("XN"))
    assert (change.phase, change.trend, change.perspective_id) == ("stalled", "deteriorated", "XN")
    assert (change.effective_on, change.effective_on_words) == ("2026-06", "since June")
    assert str(change.effective_on_lower) == "2026-06-01"
    assert (change.rationale, change.recorded_by) == ("No movement.", editor)
    assert list(change.statements.all()) == [said]


def test_a_double_click_is_one_status(given: dict[str, Any], issue: Issue) -> None:
    seen = status_version(issue)
    assert change_status(**given, seen=seen).pk == change_status(**given, seen=seen).pk


@pytest.mark.parametrize(
    ("field", "changed", "message"),
    [
        ("evidence", {"evidence": []}, "no status stands without the words"),
        ("effective_on", {"effective_on": "June"}, "is not a date"),
        ("effective_on", {"effective_on": ""}, "is not a date"),
        ("effective_on", {"effective_on": "../2026"}, "from when"),
        ("phase", {"phase": Phase.NOT_ASSESSED}, "retract the status"),
    ],
)
def test_what_cannot_stand_names_its_field(
    given: dict[str, Any], field: str, changed: dict[str, Any], message: str
) -> None:
    with pytest.raises(DeskError, match=message) as caught:
        change_status(**{**given, **changed})
    assert caught.value.field == field
    assert not StatusChange.objects.exists()


def test_only_a_party_of_the_issue_claims(given: dict[str, Any]) -> None:
    with pytest.raises(DeskError, match="no party of this issue"):
        change_status(**given, perspective=make_party("XZ"))


def test_evidence_is_accepted_and_on_the_issue(
    given: dict[str, Any], other_issue: Issue, issue: Issue
) -> None:
    elsewhere = make_statement("Other words.", issue=other_issue)
    suggested = make_statement("More words.", issue=issue, state=ReviewState.SUGGESTED)
    for statement in (elsewhere, suggested):
        with pytest.raises(DeskError, match="not accepted on this issue") as caught:
            change_status(**{**given, "evidence": [*given["evidence"], statement]})
        assert caught.value.field == "evidence"


def test_another_status_entered_meanwhile_is_shown_first(
    given: dict[str, Any], issue: Issue, colleague: User
) -> None:
    seen = status_version(issue)
    change_status(**{**given, "phase": Phase.CONSULTING, "editor": colleague})
    with pytest.raises(DecidedMeanwhileError, match="Boris Klem entered “Consulting” meanwhile"):
        change_status(**given, seen=seen)


def test_a_retraction_is_seen_by_the_next(given: dict[str, Any], issue: Issue, colleague: User) -> None:
    first = change_status(**given)
    seen = status_version(issue)
    retract_status(change=first, editor=colleague, reason="Wrong.")
    with pytest.raises(DecidedMeanwhileError, match="retracted meanwhile"):
        change_status(**{**given, "phase": Phase.LAPSED}, seen=seen)


def test_a_retraction_says_why(given: dict[str, Any], editor: User, colleague: User) -> None:
    change = change_status(**given)
    with pytest.raises(DeskError, match="Say why"):
        retract_status(change=change, editor=editor, reason="  ")
    retracted = retract_status(change=change, editor=editor, reason=" Misread. ")
    assert (retracted.retracted_by, retracted.retraction_reason) == (editor, "Misread.")
    again = retract_status(change=change, editor=editor, reason="Another reason")
    assert again.retraction_reason == "Misread."
    with pytest.raises(DecidedMeanwhileError, match="Anna Berg retracted this status meanwhile: Misread"):
        retract_status(change=change, editor=colleague, reason="Mine")


def test_a_retracted_status_is_entered_again_as_a_new_row(
    given: dict[str, Any], said: Statement, editor: User
) -> None:
    change = change_status(**given)
    with pytest.raises(DeskError, match="was not retracted"):
        restore_status(change=change, editor=editor)
    retracted = retract_status(change=change, editor=editor, reason="Misread.")
    restored = restore_status(change=retracted, editor=editor)
    assert restored.pk != change.pk
    assert (restored.phase, restored.rationale, restored.effective_on) == (
        "stalled",
        "No movement.",
        "2026-06",
    )
    assert list(restored.statements.all()) == [said]
    connection.check_constraints()  # what is checked at the end of a transaction, now
    retract_status(change=restored, editor=editor, reason="Misread.")
    reject_statement(statement=said, editor=editor)
    with pytest.raises(DeskError, match="not accepted on this issue"):
        restore_status(change=retracted, editor=editor)
