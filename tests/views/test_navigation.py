"""The header shows only what one may do."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from issues.analysis.words import day
from issues.vocabulary import Role
from tests.factories import make_user
from tests.views.conftest import signed_in
from tests.views.pages import page_of

pytestmark = pytest.mark.django_db

READING = {reverse("deadlines"), reverse("officials"), reverse("sources")}
DESK = {reverse("review"), reverse("document_new")}
ADMIN = {reverse("admin:index")}


def links(client: Client, page_name: str) -> set[str]:
    page = page_of(client.get(reverse(page_name)))
    header = page[page.index('<header class="masthead"') : page.index("</header>")]
    return {part.split('"')[0] for part in header.split('href="')[1:]}


@pytest.mark.parametrize(
    ("role", "shown", "hidden"),
    [
        (Role.ANALYST, READING, DESK | ADMIN),
        (Role.EDITOR, READING | DESK, ADMIN),
        (Role.ADMIN, READING | DESK | ADMIN, set()),
    ],
)
def test_each_role_sees_its_own_entries(role: Role, shown: set[str], hidden: set[str]) -> None:
    seen = links(signed_in(make_user(role=role)), "password")
    assert shown <= seen
    assert not hidden & seen
    assert reverse("password") in seen


def test_visitors_see_what_is_open_and_where_to_sign_in(client: Client, settings: Settings) -> None:
    settings.DEMARCHE_READING_OPEN = True
    seen = links(client, "login")
    assert reverse("deadlines") in seen
    assert not (DESK | ADMIN) & seen
    settings.DEMARCHE_READING_OPEN = False
    assert reverse("deadlines") not in links(client, "login")


def test_a_page_ends_on_paper_with_its_address_and_the_day_it_was_seen(client: Client) -> None:
    page = page_of(client.get("/board/?sort=name&view=<b>"))
    paper = page[page.index('<p class="on-paper">') :].partition("</p>")[0]
    assert "http://testserver/board/?sort=name" in paper
    assert "<b>" not in paper
    assert f"(seen on {day(timezone.now().date())})" in paper


def test_a_page_of_a_past_day_says_that_day_alone(client: Client) -> None:
    page = page_of(client.get("/board/", {"as_of": "2026-03-01"}))
    paper = page[page.index('<p class="on-paper">') :].partition("</p>")[0]
    assert "as_of=2026-03-01" in paper
    assert "seen on" not in paper


def test_a_page_about_a_wrong_host_is_still_a_page(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["tracker.example"]
    assert client.get("/board/").status_code == 400
