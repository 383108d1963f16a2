"""The page of a comparison."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_issue, make_statement
from tests.views.pages import HTMX, page_of

pytestmark = pytest.mark.django_db

COMPARE = reverse("compare")


def test_an_empty_page_says_how_to_choose(client: Client) -> None:
    make_issue("Flights", slug="flights")
    page = page_of(client.get(COMPARE))
    assert "Choose two or more issues above" in page
    assert '<option value="flights">Flights</option>' in page


def test_two_issues_one_beneath_the_other_with_ids_of_their_own(client: Client) -> None:
    for slug in ("flights", "visas"):
        make_statement(f"On {slug}.", issue=make_issue(slug.capitalize(), slug=slug))
    page = page_of(client.get(f"{COMPARE}?issue=flights&issue=visas&window=all"))
    assert page.count('class="compared__part"') == 2
    assert 'id="compared-0-wide-title"' in page
    assert 'id="compared-1-wide-title"' in page
    assert "“On flights.”" in page
    assert page.index("“On flights.”", page.index("facing")) < page.index("</table>")


def test_unknown_issues_are_named(client: Client) -> None:
    page = page_of(client.get(f"{COMPARE}?issue=<b>no</b>"))
    assert "There is no issue &lt;b&gt;no&lt;/b&gt;." in page


def test_htmx_gets_the_comparison_alone(client: Client) -> None:
    make_issue("Flights", slug="flights")
    page = page_of(client.get(f"{COMPARE}?issue=flights", headers={**HTMX, "HX-Target": "comparison"}))
    assert page.lstrip().startswith('<div id="comparison"')
    assert '<p id="live" hx-swap-oob="innerHTML">Flights, ' in page


def test_an_issue_leads_to_its_comparison(client: Client) -> None:
    make_issue("Flights", slug="flights")
    assert f'href="{COMPARE}?issue=flights"' in page_of(client.get("/issues/flights/"))
