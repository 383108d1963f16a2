"""Who may do what, from the one table."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries, Settings

from issues.models import User
from issues.permissions import ROLE_CAPABILITIES, Capability, capabilities_of, may, requires, sync_groups
from issues.vocabulary import Role
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@requires(Capability.REVIEW)
def desk(request: HttpRequest) -> HttpResponse:
    return HttpResponse("the desk")


def ask(user: User | AnonymousUser) -> HttpRequest:
    request = RequestFactory().get("/review/?order=oldest")
    request.user = user
    return request


@pytest.mark.parametrize("role", Role)
def test_a_role_may_what_the_table_says(role: Role) -> None:
    granted = capabilities_of(make_user(role=role))
    assert granted - {Capability.ANYONE, Capability.SIGN_IN} == ROLE_CAPABILITIES[role]


def test_each_role_may_more_than_the_one_before() -> None:
    analyst, editor, admin = (ROLE_CAPABILITIES[role] for role in Role)
    assert analyst < editor < admin


def test_reading_is_open_or_behind_login(settings: Settings) -> None:
    settings.DEMARCHE_READING_OPEN = True
    assert capabilities_of(AnonymousUser()) == {Capability.ANYONE, Capability.READ}
    settings.DEMARCHE_READING_OPEN = False
    assert capabilities_of(AnonymousUser()) == {Capability.ANYONE}
    assert capabilities_of(make_user(role=None)) == {Capability.ANYONE, Capability.SIGN_IN}


def test_a_superuser_may_everything_and_a_closed_account_nothing(settings: Settings) -> None:
    settings.DEMARCHE_READING_OPEN = False
    user = make_user(role=Role.ADMIN, is_superuser=True)
    assert capabilities_of(user) == set(Capability)
    user.is_active = False
    assert capabilities_of(user) == {Capability.ANYONE}


def test_groups_that_are_no_role_grant_nothing() -> None:
    user = make_user(role=None)
    user.groups.add(Group.objects.create(name="choir"))
    assert not may(user, Capability.REVIEW)


def test_groups_are_asked_for_once_a_request(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    user = make_user()
    with django_assert_num_queries(1):
        assert may(user, Capability.REVIEW)
        assert not may(user, Capability.ADMINISTER)


def test_a_view_runs_for_those_who_may_and_says_no_to_the_rest() -> None:
    assert desk(ask(make_user(role=Role.EDITOR))).status_code == 200
    sent = desk(ask(AnonymousUser()))
    assert isinstance(sent, HttpResponse)
    assert sent["Location"] == "/login/?next=/review/%3Forder%3Doldest"
    with pytest.raises(PermissionDenied, match="the right to review"):
        desk(ask(make_user(role=Role.ANALYST)))


@pytest.mark.parametrize(
    ("page", "back"),
    [
        ("http://testserver/documents/7/review/?capture=2", "/documents/7/review/%3Fcapture%3D2"),
        ("https://elsewhere.example/review/", "/statements/7/accept/"),
        ("", "/statements/7/accept/"),
    ],
)
def test_a_lost_session_leads_back_to_the_page_one_was_on(page: str, back: str) -> None:
    visitors = RequestFactory()
    form = visitors.post("/statements/7/accept/", headers={"Referer": page} if page else {})
    script = visitors.post(
        "/statements/7/accept/",
        headers={"HX-Request": "true", "HX-Current-URL": page, "Referer": "http://testserver/other/"},
    )
    for request in (form, script):
        request.user = AnonymousUser()
    sent, told = desk(form), desk(script)
    assert isinstance(sent, HttpResponse)
    assert isinstance(told, HttpResponse)
    assert (sent.status_code, sent["Location"]) == (302, f"/login/?next={back}")
    assert (told.status_code, told["HX-Redirect"]) == (200, f"/login/?next={back}")


def test_groups_are_made_from_the_table_and_again(capsys: pytest.CaptureFixture[str]) -> None:
    sync_groups()
    call_command("sync_groups")
    assert sorted(Group.objects.values_list("name", flat=True)) == ["admin", "analyst", "editor"]
    assert "analyst, editor, admin" in capsys.readouterr().out
