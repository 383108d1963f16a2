"""The pages of officials."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_issue, make_official, make_source, make_statement
from tests.views.pages import HTMX, page_of

pytestmark = pytest.mark.django_db


def test_an_empty_page_says_what_fills_it(client: Client) -> None:
    assert "Nobody has said anything that counts yet" in page_of(client.get(reverse("officials")))


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


def test_htmx_gets_the_names_or_the_year_alone(client: Client) -> None:
    official = make_official("Karel Aldren", slug="karel-aldren")
    make_statement("We will talk.", official=official, issue=make_issue("Direct flights"))
    names = client.get(reverse("officials") + "?q=aldren", headers={**HTMX, "HX-Target": "names"})
    assert page_of(names).lstrip().startswith('<section id="names"')
    assert "1 person</p>" in page_of(names)
    said = client.get(reverse("official", args=("karel-aldren",)), headers={**HTMX, "HX-Target": "said"})
    assert page_of(said).lstrip().startswith('<section id="said"')
    assert 'aria-label="Direct flights, June 2026: 1"' in page_of(said)


def test_a_name_that_nobody_has_is_said(client: Client) -> None:
    assert "Nobody of this name" in page_of(client.get(reverse("officials") + "?q=xyz"))


def test_any_cursor_has_a_page(client: Client) -> None:
    official = make_official()
    address = reverse("official", args=(official.slug,))
    assert client.get(f"{address}?before=junk").status_code == 200


def test_a_party_is_led_to_wherever_it_is_named(client: Client) -> None:
    official = make_official("Karel Aldren")
    statement = make_statement("We will talk.", official=official)
    party = reverse("party", args=("xn",))
    for address in (reverse("officials"), official.get_absolute_url(), statement.get_absolute_url()):
        assert f'<a href="{party}">Party XN</a>' in page_of(client.get(address))
    source = make_source(party=official.party)
    for address in (reverse("sources"), source.get_absolute_url()):
        assert f'<a href="{party}">Party XN</a>' in page_of(client.get(address))
    issue = make_issue("Direct flights")
    assert f'<a href="{party}">Party XN</a>' in page_of(client.get(issue.relationship.get_absolute_url()))
    assert client.get(party).status_code == 200
