"""The pages of deadlines."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_issue, make_pledge, make_statement
from tests.views.pages import HTMX, page_of

pytestmark = pytest.mark.django_db

DEADLINES = reverse("deadlines")


def test_an_empty_list_says_what_fills_it_and_an_empty_month_that_it_is(client: Client) -> None:
    assert "No pledge is undecided" in page_of(client.get(DEADLINES))
    assert "No pledge has come to this" in page_of(client.get(f"{DEADLINES}?outcome=met"))
    assert "No pledge passes these filters" in page_of(client.get(f"{DEADLINES}?party=XN"))
    assert "Nothing falls due in this month" in page_of(client.get(f"{DEADLINES}?month=2026-08"))


def test_an_overdue_pledge_says_how_late_and_editors_can_close_it(
    client: Client, editor_client: Client
) -> None:
    pledge = make_pledge(make_statement("Soon <b>.", issue=make_issue("Flights")), "2020-01-01")
    page = page_of(client.get(DEADLINES))
    assert "days overdue" in page
    assert "Soon &lt;b&gt;." in page
    assert "said 26 June 2026 → on 1 January 2020" in page
    outcome = reverse("pledge_outcome", args=(pledge.pk,))
    assert outcome not in page
    assert f'href="{outcome}?next=/deadlines/"' in page_of(editor_client.get(DEADLINES))


def test_a_month_is_a_table_of_weeks(client: Client) -> None:
    make_pledge(make_statement("That day.", issue=make_issue("Flights")), "2026-08-12")
    make_pledge(make_statement("Then.", issue=make_issue("Visas")), "2026-08-18/2026-08-20")
    page = page_of(client.get(f"{DEADLINES}?month=2026-08"))
    assert page.count('<th scope="col">') == 7
    assert page.count('class="calendar__days"') == 6
    assert '<td colspan="3"><a class="span outcome-overdue"' in page
    assert 'href="/deadlines/?month=2026-07"' in page


def test_htmx_gets_the_list_alone_and_is_told_what_changed(client: Client) -> None:
    make_pledge(make_statement("Soon."), "2020-01-01")
    response = client.get(DEADLINES, headers={**HTMX, "HX-Target": "pledges"})
    page = page_of(response)
    assert page.lstrip().startswith('<div id="pledges">')
    assert "Undecided, 1 pledge</p>" in page
    assert "HX-Target" in response["Vary"]


def test_the_file_is_for_calendars(client: Client) -> None:
    make_pledge(make_statement("Soon."), "2020-01-01")
    response = client.get(reverse("deadlines_file"))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert "BEGIN:VEVENT" in page_of(response)
