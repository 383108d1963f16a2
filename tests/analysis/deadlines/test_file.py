"""Deadlines as a file for a calendar."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from issues.analysis.deadlines.asked import Asked
from issues.analysis.deadlines.file import calendar_file
from tests.factories import make_issue, make_pledge, make_statement

pytestmark = pytest.mark.django_db


def test_each_undecided_pledge_is_an_event_on_its_days() -> None:
    issue = make_issue("Direct flights")
    by = make_pledge(make_statement("Before it ends.", issue=issue), "2026-06-26/2026-08-31")
    make_pledge(make_statement("Around then."), "2026-12-01/2026-12-05")
    make_pledge(make_statement("Some day."), "")
    file = calendar_file(
        Asked(),
        today=date(2026, 11, 24),
        made_at=datetime(2026, 11, 24, tzinfo=UTC),
        site="https://t.example",
    )
    first, second = Calendar.from_ical(file).events
    assert (date(2026, 8, 31), date(2026, 9, 1)) == (first.DTSTART, first.DTEND)
    assert str(first["summary"]) == "Direct flights: Party XN, by 31 August 2026"
    assert str(first["uid"]) == f"pledge-{by.pk}@t.example"
    assert str(first["url"]) == f"https://t.example/statements/{by.statement_id}/"
    assert "“Before it ends.”" in str(first["description"])
    assert (date(2026, 12, 1), date(2026, 12, 6)) == (second.DTSTART, second.DTEND)
