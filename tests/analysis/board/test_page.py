"""A board: of whom, which issues pass, under which headings, in which order, on which sources."""

from datetime import UTC, date, datetime, timedelta

import pytest

from issues.analysis.board import page as pages
from issues.analysis.board.asked import Asked
from issues.analysis.board.page import BoardPage, Scope, board_page, of_everything, of_party, of_relationship
from issues.desk.reading import follow_issue
from issues.models import Issue, PollRun, Source
from issues.vocabulary import Phase, PollOutcome, ReviewState, Trend
from tests.factories import (
    make_issue,
    make_link,
    make_party,
    make_pledge,
    make_relationship,
    make_source,
    make_statement,
    make_status,
    make_user,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def board(scope: Scope | None = None, *, reader: int | None = None, **asked: str) -> BoardPage:
    return view_of(asked, scope=scope, reader=reader)


def view_of(asked: dict[str, str], *, scope: Scope | None = None, reader: int | None = None) -> BoardPage:
    return board_page(scope or of_everything(), Asked.read(asked), reader=reader, today=TODAY)


def titles(page: BoardPage) -> list[tuple[str, list[str]]]:
    return [(group.name, [row.title for row in group.rows]) for group in page.groups]


@pytest.fixture
def flights() -> Issue:
    """Stalled of late, with a pledge overdue; beside it visas, and fishing of another pair."""
    flights = make_issue("Flights", category="flights")
    visas = make_issue("Visas", category="visas")
    make_issue("Fishing", relationship=make_relationship("XN", "XW"), category="other_bilateral")
    make_pledge(make_statement("Soon.", issue=flights, stated_on="2026-06-01"), "2026-08-31")
    make_pledge(make_statement("Later.", issue=visas, stated_on="2026-07-01"), "2027-01-31")
    make_status(flights, Phase.STALLED, effective_on="2026-10-01", trend=Trend.DETERIORATED)
    make_status(visas, Phase.PARTIAL, effective_on="2026-03-01", trend=Trend.IMPROVED)
    make_statement("Perhaps.", issue=visas, state=ReviewState.SUGGESTED)
    return flights


def test_everything_stands_under_its_relationship(flights: Issue) -> None:
    page = board()
    assert titles(page) == [
        ("Party XN and Party XV", ["Flights", "Visas"]),
        ("Party XN and Party XW", ["Fishing"]),
    ]
    assert page.groups[0].address == flights.relationship.get_absolute_url()
    assert page.heading == "3 issues"
    assert not page.is_cut


def test_a_relationship_has_its_own_and_no_headings(flights: Issue) -> None:
    assert titles(board(of_relationship(flights.relationship))) == [("", ["Flights", "Visas"])]


def test_a_party_has_those_of_each_of_its_relationships(flights: Issue) -> None:
    assert titles(board(of_party(make_party("XW")))) == [("Party XN and Party XW", ["Fishing"])]
    assert len(titles(board(of_party(make_party("XN"))))) == 2


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({"phase": "stalled"}, ["Flights"]),
        ({"phase": "not_assessed"}, ["Fishing"]),
        ({"category": "visas"}, ["Visas"]),
        ({"party": "xw"}, ["Fishing"]),
        ({"overdue": "1"}, ["Flights"]),
        ({"provisional": "1"}, ["Visas"]),
        ({"conflict": "1"}, []),
        ({"silent": "1"}, []),
        ({"overdue": "1", "phase": "partial"}, []),
    ],
)
def test_filters_choose(flights: Issue, asked: dict[str, str], shown: list[str]) -> None:
    page = view_of({"group": "none", **asked})
    assert [row.title for group in page.groups for row in group.rows] == shown
    assert page.heading == f"{len(shown)} of 3 issues"
    assert page.controls.clear == "/board/?group=none"


def test_what_one_follows(flights: Issue) -> None:
    reader = make_user("anna")
    follow_issue(issue=flights, user=reader)
    assert titles(board(reader=reader.pk, followed="1", group="none")) == [("", ["Flights"])]
    assert titles(board(followed="1")) == []


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("name", ["Fishing", "Flights", "Visas"]),
        ("since", ["Flights", "Visas", "Fishing"]),
        ("trend", ["Flights", "Visas", "Fishing"]),
        ("next", ["Flights", "Visas", "Fishing"]),
        ("said", ["Visas", "Flights", "Fishing"]),
        ("review", ["Visas", "Flights", "Fishing"]),
    ],
)
def test_rows_are_sorted(flights: Issue, sort: str, order: list[str]) -> None:
    assert titles(board(group="none", sort=sort)) == [("", order)]


def test_rows_are_grouped(flights: Issue) -> None:
    assert titles(board(group="phase")) == [
        ("Not assessed", ["Fishing"]),
        ("Stalled", ["Flights"]),
        ("Partly working", ["Visas"]),
    ]
    assert titles(board(group="category")) == [
        ("Flights", ["Flights"]),
        ("Other bilateral", ["Fishing"]),
        ("Visas", ["Visas"]),
    ]
    assert titles(board(group="party")) == [
        ("Party XN", ["Flights", "Visas", "Fishing"]),
        ("Party XV", ["Flights", "Visas"]),
        ("Party XW", ["Fishing"]),
    ]


def test_the_summary_counts_what_matters(flights: Issue) -> None:
    assert board(of_relationship(flights.relationship)).summary == (
        "Two issues. One has a pledge overdue. 1 suggestion awaits review."
    )


def test_a_pledge_on_none_of_the_issues_stands_under_the_whole_board(flights: Issue) -> None:
    pair = flights.relationship
    make_pledge(make_statement("We meet by August.", relationship=pair), due_on="2026-06-26/2026-08-31")
    make_pledge(
        make_statement("Not yet read.", relationship=pair, state=ReviewState.SUGGESTED), due_on="2026-08-02"
    )
    make_pledge(make_statement("Of others."), due_on="2026-08-03")
    (due,) = board(of_relationship(pair)).groups[0].at_large
    assert (due.is_overdue, due.text) == (True, "85 days overdue")
    assert board().groups[0].at_large == (due,)
    assert board(phase="stalled").groups[0].at_large == ()
    assert all(group.at_large == () for group in board(group="phase").groups)


def test_two_hundred_at_most_and_a_filter_reaches_the_others(
    flights: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "ROWS_AT_MOST", 2)
    assert board().is_cut
    assert titles(board()) == [("Party XN and Party XV", ["Flights", "Visas"])]
    narrowed = board(category="other_bilateral")
    assert titles(narrowed) == [("Party XN and Party XW", ["Fishing"])]
    assert not narrowed.is_cut


def test_nothing_at_all(db: None) -> None:
    page = board()
    assert page.is_empty
    assert page.groups == ()


def poll(source: Source, days: int, outcome: PollOutcome) -> None:
    at = datetime.combine(TODAY - timedelta(days=days), datetime.min.time(), UTC)
    PollRun.objects.create(source=source, started_at=at, finished_at=at, outcome=outcome)


def test_it_says_how_its_sources_do(flights: Issue) -> None:
    ministry = make_source("Ministry of XV", party=make_party("XV"))
    courier, other = make_source("Courier"), make_source("Ministry of XW", party=make_party("XW"))
    for source in (ministry, courier, other):
        poll(source, 30, PollOutcome.OK)
    poll(courier, 0, PollOutcome.NOT_MODIFIED)
    poll(ministry, 21, PollOutcome.FAILED)
    poll(ministry, 0, PollOutcome.FAILED)
    heard = board(of_relationship(flights.relationship)).coverage
    assert heard.text == "1 of 2 sources not heard:"
    assert [(one.name, one.text) for one in heard.failing] == [
        ("Ministry of XV", "does not answer since 3 Nov 2026")
    ]
    everything = board().coverage
    assert [(one.name, one.text) for one in everything.failing] == [
        ("Ministry of XV", "does not answer since 3 Nov 2026"),
        ("Ministry of XW", "not asked since 25 Oct 2026"),
    ]


def test_that_all_answer_is_said_in_a_sentence(flights: Issue) -> None:
    assert board().coverage.text == ""
    for name in ("Courier", "Herald"):
        poll(make_source(name), 0, PollOutcome.OK)
    make_source("New")  # has not been asked yet
    assert board().coverage.text == "All 2 sources answer."


def test_one_statement_counts_once_to_review_on_each_of_its_issues(flights: Issue) -> None:
    statement = make_statement("Both.", issue=flights, state=ReviewState.SUGGESTED)
    make_link(statement, make_issue("Property"), state=ReviewState.SUGGESTED)
    assert board(group="none", sort="review").groups[0].rows[0].to_review == 1
