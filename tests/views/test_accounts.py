"""Signing in and out, the rest after too many wrong passwords, changing a password."""

import pytest
from django.test import Client
from django.urls import reverse

from issues.models import User
from tests.factories import make_user
from tests.views.pages import page_of, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return make_user("eva")


def test_signing_in_leads_to_the_page_that_was_asked_for(client: Client, user: User) -> None:
    asked = client.get("/review/?order=oldest")
    assert asked["Location"] == "/login/?next=/review/%3Forder%3Doldest"
    assert "needs an account" in page_of(client.get(asked["Location"]))
    sent = {"username": "eva", "password": "correct horse", "next": "/review/?order=oldest"}
    assert client.post("/login/", sent)["Location"] == "/review/?order=oldest"


def test_a_wrong_password_keeps_the_name_and_tells_nothing_else(client: Client, user: User) -> None:
    for name in ("eva", "nobody"):
        page = page_of(client.post("/login/", {"username": name, "password": "wrong"}))
        assert "Please enter a correct username and password" in page
        assert f'value="{name}"' in page


def test_signing_out(editor_client: Client) -> None:
    assert editor_client.get("/logout/").status_code == 405
    assert editor_client.post("/logout/")["Location"] == "/"
    assert editor_client.get("/review/").status_code == 302


def test_after_five_wrong_passwords_there_is_a_rest_and_it_says_until_when(
    client: Client, user: User
) -> None:
    for _ in range(4):
        assert client.post("/login/", {"username": "eva", "password": "wrong"}).status_code == 200
    response = client.post("/login/", {"username": "eva", "password": "wrong"})
    assert response.status_code == 429
    page = page_of(response)
    assert "rests for 15 minutes" in page
    assert "Try again after" in page
    right = client.post("/login/", {"username": "eva", "password": "correct horse"})
    assert right.status_code == 429
    make_user("otto")
    other = client.post("/login/", {"username": "otto", "password": "correct horse"})
    assert other.status_code == 302


def test_a_password_is_changed_and_this_session_stays(client: Client, user: User) -> None:
    assert client.get(reverse("password"))["Location"].startswith("/login/")
    client.force_login(user, backend="issues.permissions.AccountBackend")
    elsewhere = Client()
    elsewhere.force_login(user, backend="issues.permissions.AccountBackend")
    sent = {"old_password": "correct horse", "new_password1": "battery staple 9", "new_password2": "nonsense"}
    assert "errorlist" in page_of(client.post(reverse("password"), sent))
    sent["new_password2"] = "battery staple 9"
    assert "Your password is changed" in said(client.post(reverse("password"), sent))[0]
    user.refresh_from_db()
    assert user.check_password("battery staple 9")
    assert client.get(reverse("password")).status_code == 200
    assert elsewhere.get(reverse("password")).status_code == 302
