"""Deadlines: pledges by what became of them."""

from datetime import date

import pytest
from django.utils import timezone

from issues.analysis import deadlines as module
from issues.analysis.deadlines import PledgeGroup, deadlines
from issues.vocabulary import PledgeOutcome, ReviewState, StatementKind
from tests.factories import make_issue, make_party, make_pledge, make_statement, make_user

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def groups() -> dict[str, PledgeGroup]:
    return {group.name: group for group in deadlines(today=TODAY)}


def test_nothing_promised_nothing_due() -> None:
    assert deadlines(today=TODAY) == ()


def test_open_pledges_by_their_dates() -> None:
    issue = make_issue("Direct flights")
    make_pledge(make_statement("Late.", issue=issue), "2026-08-31", calculation="the last day of summer")
    make_pledge(make_statement("Later still."), "2026-10-31")
    make_pledge(make_statement("Today."), TODAY.isoformat())
    make_pledge(make_statement("Some day."), "")
    make_pledge(make_statement("Unreviewed.", state=ReviewState.SUGGESTED), "2026-08-31")
    found = groups()
    assert [row.words for row in found["Overdue"].rows] == ["“Late.”", "“Later still.”"]
    assert [row.words for row in found["Open"].rows] == ["“Today.”"]
    assert [row.words for row in found["Without a date"].rows] == ["“Some day.”"]
    late = found["Overdue"].rows[0]
    assert (late.state, late.calculation) == ("85 days overdue", "the last day of summer")
    assert [name.title for name in late.issues] == ["Direct flights"]


def test_a_joint_promise_is_that_of_both_and_a_report_is_marked() -> None:
    joint = make_statement("We shall.", kind=StatementKind.OFFICIAL_TEXT)
    joint.joint_parties.add(make_party("XV"))
    words = "by the end of August"
    make_pledge(
        joint, "2026-08-31", due_on_words=words, calculation=f"{words}, said 2026-06-26 → until 2026-08-31"
    )
    make_pledge(make_statement("He said they would.", kind=StatementKind.REPORTED_SPEECH), "2026-08-31")
    row, reported = groups()["Overdue"].rows
    assert (row.party, row.is_reported) == ("Party XN and Party XV", False)
    assert row.due.provenance == f"“{words}”, from the text"
    assert row.calculation == "said 2026-06-26 → until 2026-08-31"
    assert reported.is_reported


def test_decided_pledges_by_their_outcome() -> None:
    editor = make_user()
    for outcome in (PledgeOutcome.MISSED, PledgeOutcome.MET_LATE, PledgeOutcome.MET):
        make_pledge(
            make_statement(f"{outcome.label}."),
            outcome=outcome,
            decided_at=timezone.now(),
            decided_by=editor,
        )
    assert list(groups()) == ["Missed", "Met late", "Met"]
    assert groups()["Missed"].rows[0].state == "missed"


def test_a_long_list_says_that_it_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "OPEN_AT_MOST", 2)
    for number in range(3):
        make_pledge(make_statement(f"Late {number}."), "2026-08-31")
    assert groups()["Overdue"].is_cut
