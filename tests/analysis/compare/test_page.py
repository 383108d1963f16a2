"""A comparison: issues on one axis, words in facing columns."""

from datetime import date, timedelta

import pytest

from issues.analysis.compare import columns
from issues.analysis.compare.asked import Asked
from issues.analysis.compare.page import ComparePage, compare_page
from issues.models import Issue
from tests.factories import (
    make_issue,
    make_party,
    make_pledge,
    make_relationship,
    make_statement,
    make_status,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def page(*slugs: str, **params: str) -> ComparePage:
    return compare_page(Asked.read(slugs, params), params, today=TODAY)


def words(compared: ComparePage) -> list[list[list[str]]]:
    return [[[said.words for said in cell.said] for cell in row.cells] for row in compared.columns.rows]


@pytest.fixture
def flights() -> Issue:
    return make_issue("Flights", slug="flights")


@pytest.fixture
def visas() -> Issue:
    pair = make_relationship("XA", "XB")
    return make_issue("Visas", slug="visas", relationship=pair, category="visas")


def test_nothing_chosen_says_so_and_offers_what_there_is(flights: Issue, visas: Issue) -> None:
    empty = page()
    assert (empty.figures, empty.columns.rows, empty.messages) == (None, (), ())
    assert [(offer.relationship, offer.issues) for offer in empty.offers] == [
        ("Party XA – Party XB", (("visas", "Visas"),)),
        ("Party XN – Party XV", (("flights", "Flights"),)),
    ]
    assert empty.categories == (("flights", "Flights"), ("visas", "Visas"))


def test_issues_share_one_axis_whatever_falls_due_on_one_of_them(flights: Issue, visas: Issue) -> None:
    due = (TODAY + timedelta(days=60)).isoformat()
    make_pledge(make_statement("By then.", issue=flights, stated_on="2026-06-26"), due)
    make_status(visas, evidence=[make_statement("Nothing.", issue=visas, party="XA", stated_on="2026-07-01")])
    drawn = page("flights", "visas").figures
    assert drawn is not None
    assert [part.title for part in drawn.parts] == ["Flights", "Visas"]
    for one, other in zip(*(part.drawings for part in drawn.parts), strict=True):
        assert (one.plot.start, one.plot.end) == (other.plot.start, other.plot.end)
        assert (one.plot.left, one.plot.right) == (other.plot.left, other.plot.right)
        assert one.ticks[0].x == other.ticks[0].x
    assert date.fromisoformat(drawn.parts[0].drawings[0].plot.end) > TODAY + timedelta(days=60)
    assert [len(part.drawings[0].marks) for part in drawn.parts] == [1, 1]
    assert drawn.parts[1].badge.label == "Stalled"


def test_words_stand_in_facing_columns_aligned_by_their_days(flights: Issue, visas: Issue) -> None:
    make_statement("Both, one.", issue=flights, stated_on="2026-06-26")
    make_statement("Both, other.", issue=visas, party="XA", stated_on="2026-06-26")
    make_statement("Later.", issue=visas, party="XB", stated_on="2026-07-01")
    make_statement("Undated.", issue=flights, stated_on="")
    compared = page("flights", "visas")
    assert [row.day for row in compared.columns.rows] == ["1 Jul 2026", "26 Jun 2026"]
    assert words(compared) == [[[], ["“Later.”"]], [["“Both, one.”"], ["“Both, other.”"]]]
    assert [head.title for head in compared.columns.heads] == ["Flights", "Visas"]


def test_a_single_issue_sets_its_sides_against_each_other(flights: Issue) -> None:
    make_statement("Ours.", issue=flights, party="XN", stated_on="2026-06-26")
    make_statement("Theirs.", issue=flights, party="XV", stated_on="2026-06-27")
    joint = make_statement("Of both.", issue=flights, party="XN", stated_on="2026-06-28")
    joint.joint_parties.add(make_party("XV"))
    compared = page("flights")
    assert compared.is_single
    assert [head.title for head in compared.columns.heads] == ["Party XN", "Party XV"]
    assert words(compared) == [[["“Of both.”"], ["“Of both.”"]], [[], ["“Theirs.”"]], [["“Ours.”"], []]]


def test_a_category_is_compared_across_relationships(flights: Issue, visas: Issue) -> None:
    make_issue("Other flights", slug="other", relationship=make_relationship("XA", "XB"))
    drawn = page(category="flights").figures
    assert drawn is not None
    assert [part.relationship for part in drawn.parts] == ["Party XA – Party XB", "Party XN – Party XV"]


def test_what_cannot_be_compared_is_said(flights: Issue) -> None:
    assert page("flights", "nothing").messages == ("There is no issue nothing.",)
    slugs = [make_issue(f"Issue {number}", slug=f"issue-{number}").slug for number in range(7)]
    full = page(*slugs)
    assert full.messages == ("Up to 6 issues are compared at a time; these are the first.",)
    assert full.figures is not None
    assert (len(full.figures.parts), full.is_full, full.offers) == (6, True, ())


def test_addresses_keep_the_issues_and_the_window(flights: Issue, visas: Issue) -> None:
    compared = page("flights", "visas", **{"from": "2026-01-01", "to": "2026-06-30"})
    assert compared.figures is not None
    assert compared.figures.parts[0].remove == "/compare/?issue=visas&from=2026-01-01&to=2026-06-30"
    assert compared.kept == (
        ("issue", "flights"),
        ("issue", "visas"),
        ("from", "2026-01-01"),
        ("to", "2026-06-30"),
    )
    assert compared.presets[0].address == "/compare/?issue=flights&issue=visas&window=1w"
    assert "move-closer" in {move.id for move in compared.moves}
    assert all(
        move.address.startswith("/compare/?issue=flights&issue=visas&from=") for move in compared.moves
    )


def test_a_long_column_says_that_it_is_the_newest(flights: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "A_COLUMN_AT_MOST", 2)
    for number in range(3):
        make_statement(f"{number}.", issue=flights, stated_on=f"2026-06-1{number}")
    compared = page("flights")
    assert [head.is_cut for head in compared.columns.heads] == [True, False]
    assert words(compared) == [[["“2.”"], []], [["“1.”"], []]]
