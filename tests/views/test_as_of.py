"""Asking for a page as of an earlier day: what may be asked, what is refused, what carries the day along."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from issues.analysis.as_of import as_recorded_before
from issues.models import Official, Statement
from issues.models.as_of import REMEMBERED
from issues.views.as_of import carried, carry_day
from tests.factories import make_issue, make_official, make_statement
from tests.views.pages import page_of

DAY = date(2026, 3, 1)


def yesterday() -> str:
    return (timezone.now().date() - timedelta(days=1)).isoformat()


@pytest.mark.parametrize(
    ("address", "with_day"),
    [
        ("/issues/one/", "/issues/one/?as_of=2026-03-01"),
        ("/search/?q=a#found", "/search/?q=a&amp;as_of=2026-03-01#found"),
        ("?window=all", "?window=all&amp;as_of=2026-03-01"),
        ("/search/?q=a&amp;as_of=2025-01-01", "/search/?q=a&amp;as_of=2025-01-01"),
        ("/static/css/base.css", "/static/css/base.css"),
        ("/login/?next=/", "/login/?next=/"),
        ("/changes/?issue=one", "/changes/?issue=one"),
        ("/preferences/language/ru?next=/", "/preferences/language/ru?next=/"),
        ("//elsewhere.example/", "//elsewhere.example/"),
        ("https://elsewhere.example/", "https://elsewhere.example/"),
    ],
)
def test_addresses_of_the_archive_carry_the_day(address: str, with_day: str) -> None:
    assert carried(address, DAY) == with_day


def test_forms_that_ask_carry_it_and_those_that_write_do_not() -> None:
    asks, writes = '<form method="get" action="/search/">', '<form action="/logout/" method="post">'
    page = carry_day(f'{asks}{writes}<a data-own-day href="/">', DAY)
    assert (
        page
        == f'{asks}<input type="hidden" name="as_of" value="2026-03-01">{writes}<a data-own-day href="/">'
    )


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["x", "2026-13-40", "9999-01-01", "0001-01-01", "2026-02-30"])
def test_a_day_that_cannot_be_had_is_said_plainly(client: Client, asked: str) -> None:
    response = client.get("/", {"as_of": asked})
    assert response.status_code == 400
    assert "There is no page as of that day" in page_of(response)


@pytest.mark.django_db
def test_nothing_is_written_as_of_a_day(editor_client: Client) -> None:
    statement = make_statement()
    response = editor_client.post(f"{reverse('statement_reject', args=(statement.pk,))}?as_of=2026-03-01")
    assert response.status_code == 400
    assert Statement.objects.get(pk=statement.pk).state == "accepted"


@pytest.mark.django_db
def test_a_page_without_a_past_goes_on_as_it_is_now(editor_client: Client) -> None:
    response = editor_client.get("/review/?as_of=2026-03-01&source=x")
    assert (response.status_code, response["Location"]) == (302, "/review/?source=x")


@pytest.mark.django_db(transaction=True)
def test_a_late_addition_is_left_out_and_an_editor_only_reads(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue = make_issue()
    official = make_official()
    make_statement("Said and known.", issue=issue, official=official)
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        moment: datetime = cursor.fetchone()[0]
    monkeypatch.setattr("issues.views.as_of.end_of", lambda _day: moment)
    make_statement("Said then, known later.", issue=issue)
    Official.objects.update(name="Another Name")
    address = f"{issue.get_absolute_url()}?window=all"
    assert "Said then, known later." in page_of(editor_client.get(address))
    page = page_of(editor_client.get(f"{address}&as_of={yesterday()}"))
    assert "Said and known." in page
    assert "Said then, known later." not in page
    assert official.name in page
    assert "Another Name" not in page
    assert "Later additions are left out." in page
    assert "/review/" not in page
    assert "Another Name" in page_of(editor_client.get(address))


@pytest.mark.django_db
def test_every_view_shows_what_its_table_holds() -> None:
    """A migration that adds a column to a table has to make the views anew."""
    for each in REMEMBERED:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT table_schema, array_agg(column_name::text ORDER BY column_name)"
                " FROM information_schema.columns WHERE table_name = %s"
                " AND table_schema IN ('public', 'as_of') AND column_name <> 'known_from' GROUP BY 1",
                [each.table],
            )
            columns = dict(cursor.fetchall())
        assert columns["as_of"] == columns["public"], each.table


@pytest.mark.django_db
def test_a_day_is_planned_by_lookups_and_what_is_now_as_ever() -> None:
    """Without statistics of the views PostgreSQL would read the archive for each page."""

    names = ("enable_hashjoin", "enable_mergejoin", "enable_material", "jit")

    def planned() -> tuple[str, ...]:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {', '.join(f"current_setting('{name}')" for name in names)}")
            found: tuple[str, ...] = cursor.fetchone()
        return found

    before = planned()
    with as_recorded_before(timezone.now()):
        assert planned() == ("off",) * 4
    assert planned() == before
    assert before[:3] == ("on",) * 3
