"""The pages of officials and of deadlines."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_issue, make_official, make_pledge, make_statement
from tests.views.pages import page_of

pytestmark = pytest.mark.django_db


def test_empty_pages_say_what_fills_them(client: Client) -> None:
    assert "Nobody has said anything that counts yet" in page_of(client.get(reverse("officials")))
    assert "No pledge is recorded" in page_of(client.get(reverse("deadlines")))


def test_officials_lead_to_their_pages(client: Client) -> None:
    official = make_official("Karel <Aldren>", slug="karel-aldren")
    make_statement("We will talk.", official=official, issue=make_issue("Direct flights"))
    address = reverse("official", args=(official.slug,))
    assert address in page_of(client.get(reverse("officials")))
    page = page_of(client.get(address))
    assert "Karel &lt;Aldren&gt;" in page
    assert "Direct flights" in page
    assert "“We will talk.”" in page


def test_nobody_has_no_page(client: Client) -> None:
    assert client.get(reverse("official", args=("nobody",))).status_code == 404


def test_any_cursor_has_a_page(client: Client) -> None:
    official = make_official()
    address = reverse("official", args=(official.slug,))
    assert client.get(f"{address}?before=junk").status_code == 200


def test_an_overdue_pledge_says_how_late_and_editors_can_close_it(
    client: Client, editor_client: Client
) -> None:
    pledge = make_pledge(make_statement("Soon."), "2020-01-01")
    page = page_of(client.get(reverse("deadlines")))
    assert "Overdue" in page
    assert "days overdue" in page
    outcome = reverse("pledge_outcome", args=(pledge.pk,))
    assert outcome not in page
    assert f'href="{outcome}?next=/deadlines/"' in page_of(editor_client.get(reverse("deadlines")))
