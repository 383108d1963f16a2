"""The admin site: reference data and accounts are edited there, what the desk wrote only shown."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from issues.admin.roles import Shown
from issues.desk.accounts import align_staff
from issues.models import Issue, Official, Relationship, Statement, StatusChange, User
from issues.permissions import sync_groups
from issues.vocabulary import Role
from tests.factories import (
    make_capture,
    make_category,
    make_issue,
    make_official,
    make_party,
    make_relationship,
    make_statement,
    make_status,
    make_tenure,
    make_user,
)

pytestmark = pytest.mark.django_db

SHOWN = {
    "Appearance",
    "Capture",
    "Document",
    "Evidence",
    "Link",
    "ModelCall",
    "Pledge",
    "PollRun",
    "Source",
    "Shift",
    "Statement",
    "StatusChange",
    "SuggesterVersion",
}


@pytest.fixture
def admin_client(db: None) -> Client:
    user = make_user("root", role=Role.ADMIN)
    align_staff(user=user)
    client = Client()
    client.force_login(user, backend="issues.permissions.AccountBackend")
    return client


def test_the_archive_and_the_desk_are_shown_only() -> None:
    shown = {model.__name__ for model, page in admin.site._registry.items() if isinstance(page, Shown)}
    assert shown == SHOWN
    assert Group not in admin.site._registry


def test_what_is_shown_is_not_edited(admin_client: Client) -> None:
    statement = make_statement()
    address = reverse("admin:issues_statement_change", args=(statement.pk,))
    assert admin_client.get(address).status_code == 200
    assert admin_client.post(address, {"quote": "Other words"}).status_code == 403
    assert admin_client.get(reverse("admin:issues_statement_add")).status_code == 403
    assert (
        admin_client.post(reverse("admin:issues_statement_delete", args=(statement.pk,))).status_code == 403
    )
    assert Statement.objects.get().quote == statement.quote


@pytest.mark.parametrize("model", ["statuschange", "capture", "evidence", "appearance"])
def test_each_shown_row_has_a_page(admin_client: Client, model: str) -> None:
    status = make_status(make_issue())
    rows = {
        "statuschange": status.pk,
        "capture": make_capture().pk,
        "evidence": status.evidence.get().pk,
        "appearance": status.statements.get().appearances.get().pk,
    }
    page = admin_client.get(reverse(f"admin:issues_{model}_change", args=(rows[model],)))
    assert page.status_code == 200
    assert StatusChange.objects.count() == 1


def test_a_relationship_is_typed_in_either_order_with_its_issues(admin_client: Client) -> None:
    make_party("XN"), make_party("XV"), make_category("flights")
    sent = {
        "first": "XV",
        "second": "XN",
        "slug": "xn-xv",
        "issues-TOTAL_FORMS": "1",
        "issues-INITIAL_FORMS": "0",
        "issues-0-title": "Direct flights",
        "issues-0-slug": "xn-xv-flights",
        "issues-0-category": "flights",
        "issues-0-position": "1",
    }
    assert admin_client.post(reverse("admin:issues_relationship_add"), sent).status_code == 302
    assert Relationship.objects.get().codes == ("XN", "XV")
    assert Issue.objects.get().title == "Direct flights"


def test_an_official_is_added_with_an_office(admin_client: Client) -> None:
    office = make_tenure(make_official("Mira Tarn")).office
    sent = {
        "name": "Karel Aldren",
        "slug": "karel-aldren",
        "aliases": "K. Aldren, Aldren",
        "party": office.party_id,
        "tenures-TOTAL_FORMS": "1",
        "tenures-INITIAL_FORMS": "0",
        "tenures-0-office": str(office.pk),
        "tenures-0-started_on": "2024-01-01",
        "tenures-0-fact_source": "invented for tests",
    }
    assert admin_client.post(reverse("admin:issues_official_add"), sent).status_code == 302
    official = Official.objects.get(slug="karel-aldren")
    assert (official.aliases, official.tenures.count()) == (["K. Aldren", "Aldren"], 1)
    search = admin_client.get(reverse("admin:issues_official_changelist"), {"q": "aldren"})
    assert search.status_code == 200


def test_an_accounts_role_decides_whether_it_may_enter(admin_client: Client) -> None:
    sync_groups()
    password = "a long passphrase 9"
    sent = {"username": "eva", "password1": password, "password2": password, "usable_password": "true"}
    assert admin_client.post(reverse("admin:issues_user_add"), sent).status_code == 302
    user = User.objects.get(username="eva")
    groups = {group.name: str(group.pk) for group in Group.objects.all()}
    address = reverse("admin:issues_user_change", args=(user.pk,))
    for role, may_enter in (("admin", True), ("editor", False)):
        sent = {"username": "eva", "first_name": "", "last_name": "", "email": "", "is_active": "on"}
        assert admin_client.post(address, {**sent, "groups": groups[role]}).status_code == 302
        user.refresh_from_db()
        assert user.is_staff is may_enter
        assert not user.is_superuser


def test_every_list_can_be_searched(admin_client: Client) -> None:
    make_relationship(), make_statement(issue=make_issue())
    for model, page in admin.site._registry.items():
        if page.search_fields and model._meta.app_label == "issues":
            address = reverse(f"admin:issues_{model._meta.model_name}_changelist")
            assert admin_client.get(address, {"q": "talk"}).status_code == 200
