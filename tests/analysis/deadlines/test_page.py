"""Deadlines as a list: outcomes, filters, pages."""

from datetime import date

import pytest
from django.utils import timezone

from issues.analysis.deadlines import matching, page
from issues.analysis.deadlines.asked import Asked
from issues.analysis.deadlines.page import DeadlinesPage, deadlines_page
from issues.analysis.filters import Cursor
from issues.models import Pledge
from issues.vocabulary import PledgeOutcome, ReviewState, StatementKind
from tests.factories import make_issue, make_party, make_pledge, make_relationship, make_statement, make_user

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def asked(**params: str) -> DeadlinesPage:
    return deadlines_page(Asked.read(params), today=TODAY)


def groups(**params: str) -> dict[str, list[str]]:
    listed = asked(**params).list
    assert listed is not None
    return {group.heading: [row.words for row in group.rows] for group in listed.groups}


def decided(words: str, outcome: PledgeOutcome, due: str, **fields: object) -> Pledge:
    return make_pledge(
        make_statement(words),
        due,
        outcome=outcome,
        decided_at=timezone.now(),
        decided_by=make_user(),
        **fields,
    )


def test_nothing_promised_nothing_due() -> None:
    assert groups() == {}


def test_open_pledges_by_their_dates_divided_by_today() -> None:
    make_pledge(make_statement("Later still."), "2026-10-31")
    make_pledge(make_statement("Late.", issue=make_issue("Direct flights")), "2026-08-31")
    make_pledge(make_statement("Today."), TODAY.isoformat())
    make_pledge(make_statement("Some day."), "")
    make_pledge(make_statement("Unreviewed.", state=ReviewState.SUGGESTED), "2026-08-31")
    assert groups() == {"Overdue": ["“Late.”", "“Later still.”"], "Still to come": ["“Today.”"]}
    assert groups(outcome="overdue") == {"Overdue": ["“Late.”", "“Later still.”"]}
    assert groups(outcome="open") == {"Open, not yet due": ["“Today.”"]}
    assert groups(outcome="undated") == {"Without a date": ["“Some day.”"]}
    listed = asked().list
    assert listed is not None
    late = listed.groups[0].rows[0]
    assert (late.state, late.is_overdue) == ("85 days overdue", True)
    assert [name.title for name in late.issues] == ["Direct flights"]


def test_a_joint_promise_is_that_of_both_and_a_report_is_marked() -> None:
    joint = make_statement("We shall.", kind=StatementKind.OFFICIAL_TEXT)
    joint.joint_parties.add(make_party("XV"))
    make_pledge(joint, "2026-06-26/2026-08-31", due_on_words="by the end of August")
    make_pledge(make_statement("He said they would.", kind=StatementKind.REPORTED_SPEECH), "2026-08-31")
    listed = asked().list
    assert listed is not None
    row, reported = listed.groups[0].rows
    assert (row.party, row.is_reported, row.due.text) == ("Party XN and Party XV", False, "by 31 Aug 2026")
    assert row.calculation == "said 26 June 2026: ‘by the end of August’ → by 31 August 2026"
    assert reported.is_reported


def test_what_became_of_it_with_the_words_that_show_it() -> None:
    shown = make_statement("The first flight has landed.", stated_on="2026-09-05")
    decided(
        "They will fly.",
        PledgeOutcome.MET_LATE,
        "2026-08-31",
        met_on=date(2026, 9, 5),
        outcome_statement=shown,
        outcome_note="Five days late.",
    )
    decided("Never.", PledgeOutcome.MISSED, "2026-08-01")
    decided("Not either.", PledgeOutcome.MISSED, "2026-08-31")
    assert groups(outcome="missed") == {"Missed": ["“Not either.”", "“Never.”"]}
    listed = asked(outcome="met_late").list
    assert listed is not None
    (row,) = listed.groups[0].rows
    assert row.became == "Met late on 5 Sep 2026. Five days late."
    assert row.shown_by is not None
    assert (row.shown_by.words, row.shown_by.when) == ("“The first flight has landed.”", "5 Sep 2026")
    counted = {choice.id: choice.count for choice in asked().outcomes}
    assert (counted["outcome-missed"], counted["outcome-met_late"], counted["outcome-met"]) == ("2", "1", "0")
    assert counted["outcome-undecided"] == ""


def test_filters_narrow_the_list_and_its_counts() -> None:
    pair, other = make_relationship(), make_relationship("XA", "XB")
    flights, visas = make_issue("Flights", relationship=pair), make_issue("Visas", relationship=other)
    make_pledge(make_statement("Of flights.", issue=flights), "2026-08-31")
    make_pledge(make_statement("Of visas.", issue=visas, party="XB"), "2026-08-31")
    make_pledge(make_statement("Of all.", relationship=pair, party="XV"), "2026-08-31")
    assert groups(issue=flights.slug) == {"Overdue": ["“Of flights.”"]}
    assert groups(relationship=other.slug) == {"Overdue": ["“Of visas.”"]}
    assert groups(relationship=pair.slug) == {"Overdue": ["“Of flights.”", "“Of all.”"]}
    assert groups(party="XV") == {"Overdue": ["“Of all.”"]}
    assert groups(party="nobody") == {}
    narrowed = asked(relationship=pair.slug)
    assert next(each for each in narrowed.outcomes if each.id == "outcome-overdue").count == "2"
    offered = {select.name: [option.label for option in select.options] for select in narrowed.selects}
    assert offered == {
        "relationship": ["Party XA – Party XB", "Party XN – Party XV"],
        "party": ["Party XA", "Party XB", "Party XN", "Party XV"],
        "issue": ["Flights"],
    }


def test_a_period_holds_what_falls_due_in_it() -> None:
    for day in ("2026-08-30", "2026-08-31", "2026-09-01"):
        make_pledge(make_statement(f"On {day}."), day)
    found = groups(outcome="all", **{"from": "2026-08-31", "to": "2026-08-31"})
    assert found == {"All with a date": ["“On 2026-08-31.”"]}


@pytest.mark.parametrize("outcome", ["undecided", "missed", "undated", "all"])
def test_pages_follow_one_another(outcome: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "PAGE", 2)
    for number in range(5):
        due = "" if outcome == "undated" else "2026-08-31"
        if outcome == "missed":
            decided(f"{number}.", PledgeOutcome.MISSED, due)
        else:
            make_pledge(make_statement(f"{number}."), due)
    seen: list[str] = []
    params = {"outcome": outcome}
    for pages in (1, 2, 3):
        listed = asked(**params).list
        assert listed is not None
        assert bool(listed.further) == (pages < 3)
        seen += [row.words for group in listed.groups for row in group.rows]
        if listed.further:
            params["after"] = listed.further.split("after=")[1]
    expected = [f"“{number}.”" for number in range(5)]
    assert seen == (expected[::-1] if outcome in ("missed", "undated") else expected)


def test_a_rare_partys_pledges_are_looked_for_in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "LOOKED_THROUGH", 3)
    for number in range(4):
        make_pledge(make_statement(f"{number}."), "2026-08-31")
    make_pledge(make_statement("Theirs.", party="XV"), "2026-08-31")
    first = asked(party="XV").list
    assert first is not None
    assert (first.groups, first.is_looking_on) == ((), True)
    cursor = Cursor.read(first.further.split("after=")[1])
    assert cursor is not None
    assert groups(party="XV", after=cursor.write()) == {"Overdue": ["“Theirs.”"]}
