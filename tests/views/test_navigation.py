"""The header shows only what one may do."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

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
