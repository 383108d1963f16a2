"""Officials: who speaks, in which office when, on what."""

from datetime import date

import pytest

from issues.analysis import officials as module
from issues.analysis.filters import Cursor
from issues.analysis.officials import official_page, officials_with_statements
from issues.vocabulary import ReviewState
from tests.factories import make_issue, make_official, make_statement, make_tenure

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def test_only_who_has_said_something_that_counts_is_listed_with_todays_office() -> None:
    official = make_official("Karel Aldren")
    make_tenure(official, "Ambassador", started_on=date(2020, 1, 1), ended_on=date(2025, 12, 31))
    make_tenure(official, "Minister", started_on=date(2026, 1, 1))
    make_statement("We will talk.", official=official)
    silent = make_official("Silent Person")
    make_statement("Perhaps.", official=silent, state=ReviewState.SUGGESTED)
    (name,) = officials_with_statements(today=TODAY)
    assert (name.name, name.party, name.office) == ("Karel Aldren", "Party XN", "Minister")


def test_a_page_has_offices_issues_and_the_newest_words() -> None:
    official = make_official("Karel Aldren", aliases=["K. Aldren"])
    make_tenure(official, "Ambassador", ended_on=date(2025, 12, 31))
    make_tenure(official, "Minister", started_on=date(2026, 1, 1))
    issue = make_issue("Direct flights")
    make_statement("One.", official=official, issue=issue, stated_on="2026-06-26")
    make_statement("Two.", official=official, issue=issue, stated_on="2026-07-01")
    make_statement("On nothing we follow.", official=official, stated_on="2026-01-01")
    page = official_page(official.slug, before=None, today=TODAY)
    assert page is not None
    assert [(tenure.office, tenure.period) for tenure in page.tenures] == [
        ("Minister", "since 1 Jan 2026"),
        ("Ambassador", "until 31 Dec 2025"),
    ]
    assert [(each.title, each.count, each.latest) for each in page.issues] == [
        ("Direct flights", "2", "1 Jul 2026")
    ]
    assert [row.words for row in page.rows] == ["“Two.”", "“One.”", "“On nothing we follow.”"]
    assert all(row.signal is None for row in page.rows)


def test_pages_follow_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAGE", 2)
    official = make_official()
    for number in range(5):
        make_statement(f"Point {number}.", official=official, stated_on="2026-06-26")
    seen, before = [], None
    for _ in range(3):
        page = official_page(official.slug, before=before, today=TODAY)
        assert page is not None
        seen += [row.words for row in page.rows]
        before = Cursor.read(page.older.split("before=")[1].split("#")[0]) if page.older else None
    assert before is None
    assert seen == [f"“Point {number}.”" for number in (4, 3, 2, 1, 0)]


def test_there_is_no_page_without_a_person() -> None:
    assert official_page("nobody", before=None, today=TODAY) is None
