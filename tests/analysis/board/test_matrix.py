"""Issues by months: the phase at each month's end, arrows where it changed, each cell to its evidence."""

from datetime import date
from itertools import pairwise

import pytest

from issues.analysis.board.asked import Asked
from issues.analysis.board.matrix import Cell, month_columns
from issues.analysis.board.page import board_page, of_everything
from issues.models import Issue
from issues.vocabulary import Phase, Trend
from tests.factories import make_issue, make_statement, make_status

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def cells(months: int = 12) -> dict[str, Cell]:
    """The months of the only issue."""
    page = board_page(
        of_everything(), Asked(is_matrix=True, months=months, group="none"), reader=None, today=TODAY
    )
    (row,) = page.groups[0].months
    return {month.first.isoformat()[:7]: cell for month, cell in zip(page.columns, row.cells, strict=True)}


@pytest.fixture
def issue() -> Issue:
    return make_issue("Flights")


@pytest.mark.parametrize("months", [12, 24, 36])
def test_months_end_with_the_one_that_runs(months: int) -> None:
    columns = month_columns(months, today=TODAY)
    assert len(columns) == months
    assert (columns[-1].first, columns[-1].last) == (date(2026, 11, 1), TODAY)
    assert [month.year for month in columns if month.is_year_start] == [
        str(year) for year in range(2026 - months // 12 + 1, 2027)
    ]
    assert columns[0].year
    assert all((later.first - earlier.last).days == 1 for earlier, later in pairwise(columns))


def test_the_phase_at_the_end_of_each_month(issue: Issue) -> None:
    make_status(issue, Phase.CONSULTING, effective_on="2026-03-10", trend=Trend.IMPROVED)
    last = make_status(issue, Phase.STALLED, effective_on="2026-06-30", trend=Trend.DETERIORATED)
    found = cells()
    assert [
        found[month].css.split()[0] for month in ("2026-02", "2026-03", "2026-05", "2026-06", "2026-11")
    ] == [
        "said-0",
        "phase-consulting",
        "phase-consulting",
        "phase-stalled",
        "phase-stalled",
    ]
    assert [month for month, cell in found.items() if cell.arrow] == ["2026-03", "2026-06"]
    assert (found["2026-03"].arrow, found["2026-06"].arrow) == ("↗", "↘")
    assert "Stalled, new this month, deteriorated" in found["2026-06"].label
    assert "texture-hatch" in found["2026-11"].css
    assert found["2026-11"].address == f"/issues/{issue.slug}/?evidence={last.pk}#statements"


def test_of_two_changes_in_a_month_the_later_holds(issue: Issue) -> None:
    make_status(issue, Phase.CONSULTING, effective_on="2026-03-10")
    make_status(issue, Phase.LAPSED, effective_on="2026-03-20", trend=Trend.DETERIORATED)
    found = cells()["2026-03"]
    assert (found.css.split()[0], found.arrow) == ("phase-lapsed", "↘")


def test_what_was_said_is_counted_and_led_to(issue: Issue) -> None:
    for number in range(4):
        make_statement(f"Point {number}.", issue=issue, stated_on=f"2026-02-0{number + 1}")
    found = cells()["2026-02"]
    assert found.label == "Feb 2026: not assessed; 4 statements"
    assert "said-2" in found.css
    assert found.address == f"/issues/{issue.slug}/?from=2026-02-01&to=2026-02-28#statements"


def test_more_than_ten_are_not_counted_out(issue: Issue) -> None:
    for number in range(12):
        make_statement(f"Point {number}.", issue=issue, stated_on="2026-02-03")
    assert cells()["2026-02"].label == "Feb 2026: not assessed; 10 statements or more"


def test_a_month_of_which_nothing_is_known_leads_nowhere(issue: Issue) -> None:
    found = cells()["2026-02"]
    assert (found.address, found.label) == ("", "Feb 2026: not assessed")


def test_a_change_that_is_still_to_come_is_not_drawn(issue: Issue) -> None:
    make_status(issue, Phase.OPERATING, effective_on="2026-11-30")
    assert cells()["2026-11"].css == "said-0"
