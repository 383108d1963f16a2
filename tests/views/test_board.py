"""The boards as pages."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from issues.vocabulary import Phase, ReviewState
from tests.factories import make_issue, make_relationship, make_statement, make_status
from tests.views.pages import HTMX, page_of

pytestmark = pytest.mark.django_db


def test_an_empty_board_says_what_to_do(client: Client) -> None:
    page = page_of(client.get(reverse("home")))
    assert "Nothing is followed yet" in page


def test_home_has_every_relationship_and_a_way_to_each(client: Client) -> None:
    issue = make_issue("Direct flights")
    page = page_of(client.get(reverse("home")))
    assert reverse("relationship", args=(issue.relationship.slug,)) in page
    assert reverse("issue", args=(issue.slug,)) in page


def test_a_row_tells_its_phase_by_shape_word_colour_and_texture(client: Client) -> None:
    issue = make_issue("Direct flights")
    make_status(issue, Phase.STALLED)
    make_statement("Perhaps.", issue=issue, state=ReviewState.SUGGESTED)
    page = page_of(client.get(reverse("relationship", args=(issue.relationship.slug,))))
    badge = page[page.index('<span class="badge') :].split("</td>")[0]
    assert "phase-stalled texture-hatch" in badge
    assert "badge--provisional" in badge
    assert "<path d=" in badge
    assert "Stalled" in badge
    assert "provisional" in badge


def test_what_was_said_is_escaped(client: Client) -> None:
    issue = make_issue("Flights & <b>more</b>")
    make_statement("<script>alert(1)</script>", issue=issue)
    page = page_of(client.get(reverse("relationship", args=(issue.relationship.slug,))))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<b>more" not in page


def test_a_relationship_without_issues_says_so(client: Client) -> None:
    page = page_of(client.get(reverse("relationship", args=(make_relationship().slug,))))
    assert "No issue is followed in this relationship yet" in page


def test_an_unknown_relationship_is_a_page_not_found(client: Client) -> None:
    response = client.get("/relationships/nowhere/")
    assert response.status_code == 404
    assert "There is no page at this address" in page_of(response)


def test_reading_may_be_behind_sign_in(client: Client, settings: Settings) -> None:
    settings.DEMARCHE_READING_OPEN = False
    response = client.get(reverse("home"))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("login"))


def test_a_forms_address_becomes_the_views_own(client: Client) -> None:
    make_issue()
    response = client.get("/board/?phase=&category=&party=&group=&sort=name&overdue=1")
    assert response.status_code == 302
    assert response["Location"] == "/board/?overdue=1&sort=name"


def test_to_htmx_the_board_alone_with_its_address(client: Client) -> None:
    make_issue("Direct flights")
    headers = {**HTMX, "HX-Target": "board"}
    response = client.get("/board/?phase=&sort=name", headers=headers)
    page = page_of(response)
    assert response["HX-Push-Url"] == "/board/?sort=name"
    assert "HX-Target" in response["Vary"]
    assert "<html" not in page
    assert 'id="live" hx-swap-oob="innerHTML">1 issue<' in page
    whole = page_of(
        client.get("/board/?sort=name", headers={**headers, "HX-History-Restore-Request": "true"})
    )
    assert "</html>" in whole


def test_a_party_has_a_board_in_small_letters(client: Client) -> None:
    make_issue("Direct flights")
    assert "Direct flights" in page_of(client.get("/parties/xv/"))
    response = client.get("/parties/XV/")
    assert (response.status_code, response["Location"]) == (301, "/parties/xv/")
    assert client.get("/parties/xz/").status_code == 404


def test_a_board_by_months_is_a_table_whose_cells_lead_to_the_words(client: Client) -> None:
    issue = make_issue("Direct flights")
    change = make_status(issue, Phase.STALLED, effective_on="2026-06-26")
    page = page_of(client.get("/board/?view=matrix&months=12"))
    assert page.count('<th scope="col"') == 13
    assert f"/issues/{issue.slug}/?evidence={change.pk}#statements" in page
    assert "Partly working" in page  # the legend


def test_filters_that_let_nothing_pass_say_how_to_get_out(client: Client) -> None:
    make_issue()
    page = page_of(client.get("/board/?conflict=1"))
    assert "No issue passes these filters" in page
    assert 'href="/board/"' in page
