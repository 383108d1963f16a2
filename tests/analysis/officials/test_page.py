"""An official's page: offices, what they said on what, the words."""

from datetime import date

import pytest

from issues.analysis.officials import page as module
from issues.analysis.officials.page import Asked, OfficialPage, official_page
from issues.models import Official
from tests.factories import make_issue, make_official, make_statement, make_tenure

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def page_of(official: Official, **params: str) -> OfficialPage:
    page = official_page(official.slug, Asked.read(params), today=TODAY)
    assert page is not None
    return page


def test_offices_with_the_present_one_marked() -> None:
    official = make_official("Karel Aldren", aliases=["K. Aldren"])
    make_tenure(official, "Ambassador", ended_on=date(2025, 12, 31))
    make_tenure(official, "Minister", started_on=date(2026, 1, 1))
    page = page_of(official)
    assert [(tenure.office, tenure.period, tenure.is_current) for tenure in page.tenures] == [
        ("Minister", "since 1 Jan 2026", True),
        ("Ambassador", "until 31 Dec 2025", False),
    ]
    assert (page.aliases, page.year, page.matrix, page.rows) == ("K. Aldren", None, None, ())


def test_a_year_is_a_matrix_of_issues_and_months() -> None:
    official = make_official("Karel Aldren", slug="aldren")
    flights, visas = make_issue("Flights", slug="flights"), make_issue("Visas", slug="visas")
    for day in ("2026-06-02", "2026-06-26", "2026-07-01"):
        make_statement(f"Flights, {day}.", official=official, issue=flights, stated_on=day)
    make_statement("Visas.", official=official, issue=visas, stated_on="2026-06-03")
    make_statement("Last year.", official=official, issue=visas, stated_on="2025-02-03")
    make_statement("Somebody else.", issue=visas, stated_on="2026-06-03")
    page = page_of(official)
    assert page.year == 2026
    assert [(each.year, each.is_current) for each in page.years] == [(2026, True), (2025, False)]
    matrix = page.matrix
    assert matrix is not None
    assert [(row.title, row.total) for row in matrix.rows] == [("Flights", "3"), ("Visas", "1")]
    june = matrix.rows[0].cells[5]
    assert (june.count, june.level, june.label) == ("2", 1, "Flights, June 2026: 2")
    assert june.address == "/issues/flights/?from=2026-06-01&to=2026-06-30&official=aldren#statements"
    assert matrix.rows[0].cells[0].address == ""
    assert (matrix.totals[5], matrix.totals[6], matrix.totals[0], matrix.total) == ("3", "1", "", "4")
    assert [row.words for row in page_of(official, year="2025").rows] == ["“Last year.”"]


def test_the_words_of_a_year_follow_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAGE", 2)
    official = make_official()
    for number in range(5):
        make_statement(f"Point {number}.", official=official, stated_on="2026-06-26")
    make_statement("Before.", official=official, stated_on="2025-06-26")
    seen: list[str] = []
    params = {"year": "2026"}
    for pages in (1, 2, 3):
        page = page_of(official, **params)
        seen += [row.words for row in page.rows]
        assert bool(page.older) == (pages < 3)
        if page.older:
            params["before"] = page.older.split("before=")[1].split("#")[0]
    assert seen == [f"“Point {number}.”" for number in (4, 3, 2, 1, 0)]


@pytest.mark.parametrize("year", ["", "0000", "20x6", "99999"])
def test_what_is_no_year_is_the_latest(year: str) -> None:
    official = make_official()
    make_statement("Then.", official=official, stated_on="2024-06-26")
    assert page_of(official, year=year).year == 2024


def test_there_is_no_page_without_a_person() -> None:
    assert official_page("nobody", Asked(), today=TODAY) is None
