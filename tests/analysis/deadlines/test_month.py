"""A month of deadlines."""

from datetime import date

import pytest

from issues.analysis.deadlines import month as module
from issues.analysis.deadlines.asked import Asked, Month
from issues.analysis.deadlines.month import MonthView, month_view
from tests.factories import make_issue, make_pledge, make_statement

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def view(year: int = 2026, number: int = 8, issue: str = "") -> MonthView:
    return month_view(Asked(month=Month(year, number), issue=issue), today=TODAY)


def by_day(month: MonthView) -> dict[str, list[str]]:
    return {
        cell.label: [row.words for row in cell.rows]
        for week in month.weeks
        for cell in week.days
        if cell.rows
    }


def test_weeks_run_from_monday_and_fill_the_month() -> None:
    month = view()
    assert month.title == "August 2026"
    assert [week.days[0].number for week in month.weeks] == ["27", "3", "10", "17", "24", "31"]
    assert all(len(week.days) == 7 for week in month.weeks)
    assert [cell.number for cell in month.weeks[0].days if cell.is_outside] == ["27", "28", "29", "30", "31"]
    assert month.is_empty
    assert (month.earlier, month.later) == ("/deadlines/?month=2026-07", "/deadlines/?month=2026-09")


def test_february_of_four_weeks_has_four() -> None:
    assert len(view(2027, 2).weeks) == 4


def test_today_is_marked_in_its_month() -> None:
    month = view(2026, 11)
    assert [cell.number for week in month.weeks for cell in week.days if cell.is_today] == ["24"]
    assert month.today == ""
    assert view().today == "/deadlines/?month=2026-11"


def test_days_and_deadlines_stand_on_their_last_day() -> None:
    make_pledge(make_statement("By the end."), "2026-06-26/2026-08-31")
    make_pledge(make_statement("That day."), "2026-08-12")
    make_pledge(make_statement("Next month."), "2026-09-30")
    assert by_day(view()) == {"12 August 2026": ["“That day.”"], "31 August 2026": ["“By the end.”"]}


def test_a_full_day_counts_the_rest() -> None:
    for number in range(5):
        make_pledge(make_statement(f"{number}."), "2026-08-12")
    cell = next(cell for week in view().weeks for cell in week.days if cell.rows)
    assert (len(cell.rows), cell.more) == (3, 2)
    assert cell.address == "/deadlines/?outcome=all&from=2026-08-12&to=2026-08-12"


def test_stretches_are_drawn_across_their_days() -> None:
    make_pledge(make_statement("In that week or the next."), "2026-08-13/2026-08-18")
    make_pledge(make_statement("At the same time."), "2026-08-14/2026-08-15")
    weeks = view().weeks
    spans = [[[(cell.width, bool(cell.row)) for cell in line] for line in week.spans] for week in weeks]
    assert spans[2] == [[(3, False), (4, True)], [(4, False), (2, True), (1, False)]]
    assert spans[3] == [[(2, True), (5, False)]]
    assert [cell.continues for cell in weeks[3].spans[0]] == [True, False]
    assert by_day(view()) == {}


def test_a_stretch_into_the_next_month_is_drawn_in_both() -> None:
    make_pledge(make_statement("Around then."), "2026-08-27/2026-09-09")
    assert view().weeks[-1].spans
    assert view(2026, 9).weeks[0].spans


def test_a_month_or_a_season_stands_at_the_head_of_its_last_month() -> None:
    make_pledge(make_statement("In August."), "2026-08")
    make_pledge(make_statement("In summer.", stated_on="2026-05-01"), "2026-22")
    make_pledge(make_statement("In September."), "2026-09")
    assert [row.words for row in view().at_head] == ["“In August.”", "“In summer.”"]
    assert [row.words for row in view(2026, 9).at_head] == ["“In September.”"]
    assert view(2026, 7).is_empty


def test_what_is_overdue_is_carried_into_this_month(monkeypatch: pytest.MonkeyPatch) -> None:
    make_pledge(make_statement("Long ago."), "2026-08-31")
    make_pledge(make_statement("This month."), "2026-11-02")
    assert [row.words for row in view(2026, 11).carried] == ["“Long ago.”"]
    assert view(2026, 11).carried_address == ""
    assert view().carried == ()
    monkeypatch.setattr(module, "CARRIED_AT_MOST", 1)
    assert view(2026, 11).carried_address == "/deadlines/?outcome=overdue"


def test_filters_narrow_a_month() -> None:
    issue = make_issue("Flights")
    make_pledge(make_statement("Of flights.", issue=issue), "2026-08-12")
    make_pledge(make_statement("Of nothing."), "2026-08-12")
    assert by_day(view(issue=issue.slug)) == {"12 August 2026": ["“Of flights.”"]}
    assert view(issue=issue.slug).later == f"/deadlines/?month=2026-09&issue={issue.slug}"
