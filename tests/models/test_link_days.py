"""A link carries the day of its statement, whoever writes either."""

from datetime import date

import pytest

from issues.models import Link, Statement
from issues.vocabulary import DateOrigin
from tests.factories import make_issue, make_statement

pytestmark = pytest.mark.django_db


def day_of(statement: Statement) -> date | None:
    return Link.objects.get(statement=statement).stated_day


def test_a_link_takes_the_first_day_its_statement_may_have() -> None:
    issue = make_issue()
    assert day_of(make_statement("One.", issue=issue, stated_on="2026-06-26")) == date(2026, 6, 26)
    assert day_of(make_statement("Two.", issue=issue, stated_on="2026-02")) == date(2026, 2, 1)
    assert day_of(make_statement("Three.", issue=issue, stated_on="../2026-03-31")) == date(2026, 3, 31)


def test_an_unknown_date_stays_unknown() -> None:
    assert day_of(make_statement("No date.", issue=make_issue(), stated_on="")) is None


def test_correcting_the_statement_moves_the_link() -> None:
    statement = make_statement("One.", issue=make_issue(), stated_on="2026-06-26")
    statement.stated_on = "2025"
    statement.stated_on_origin = DateOrigin.EDITOR
    statement.save()
    assert day_of(statement) == date(2025, 1, 1)


def test_a_bulk_write_cannot_set_another_day() -> None:
    statement = make_statement("One.", issue=make_issue(), stated_on="2026-06-26")
    Link.objects.filter(statement=statement).update(stated_day=date(1999, 1, 1))
    assert day_of(statement) == date(2026, 6, 26)
