"""The boards as pages."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from issues.vocabulary import Phase, ReviewState
from tests.factories import make_issue, make_relationship, make_statement, make_status
from tests.views.pages import page_of

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
