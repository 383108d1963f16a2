"""Every address × every role: what each may, and that no address was forgotten.

An address that is added to urls.py has to be added to ADDRESSES: the first test fails until it is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django import Settings

from issues.desk.accounts import align_staff
from issues.desk.reading import save_view
from issues.models import (
    Capture,
    Issue,
    Official,
    Pledge,
    Relationship,
    SavedView,
    Source,
    Statement,
    StatusChange,
    SuggesterVersion,
    User,
)
from issues.permissions import Capability
from issues.vocabulary import ReviewState, Role
from tests.factories import (
    make_capture,
    make_issue,
    make_official,
    make_pledge,
    make_source,
    make_statement,
    make_status,
    make_suggester_version,
    make_user,
)

LOGIN = 302, "/login/"
FORBIDDEN = 403, ""
OK = 200, ""

# Who gets what from an address that needs a capability; None: the address's own answer.
VISITORS = ("anonymous, reading open", "anonymous, reading closed", "analyst", "editor", "admin")
MATRIX: dict[Capability, tuple[tuple[int, str] | None, ...]] = {
    Capability.ANYONE: (None, None, None, None, None),
    Capability.READ: (None, LOGIN, None, None, None),
    Capability.SIGN_IN: (LOGIN, LOGIN, None, None, None),
    Capability.REVIEW: (LOGIN, LOGIN, FORBIDDEN, None, None),
    Capability.ADMINISTER: (LOGIN, LOGIN, FORBIDDEN, FORBIDDEN, None),
}


@dataclass(frozen=True)
class World:
    """One row of everything that an address may name."""

    relationship: Relationship
    issue: Issue
    official: Official
    source: Source
    capture: Capture
    statement: Statement
    accepted: Statement
    status: StatusChange
    pledge: Pledge
    version: SuggesterVersion
    view: SavedView


@dataclass(frozen=True)
class Address:
    """What an address needs, how it is asked, and what it answers to whoever may."""

    needs: Capability
    args: Callable[[World], tuple[object, ...]] = lambda _: ()
    method: str = "get"
    answer: tuple[int, str] = OK


READ, REVIEW, ADMINISTER = Capability.READ, Capability.REVIEW, Capability.ADMINISTER


def of_issue(world: World) -> tuple[object, ...]:
    return (world.issue.slug,)


def of_document(world: World) -> tuple[object, ...]:
    return (world.capture.document_id,)


def of_suggestion(world: World) -> tuple[object, ...]:
    return (world.statement.pk,)


def of_status(world: World) -> tuple[object, ...]:
    return (world.issue.slug, world.status.pk)


def of_view(world: World) -> tuple[object, ...]:
    """Somebody else's: nobody's but theirs."""
    return (world.view.pk,)


def of_source(world: World) -> tuple[object, ...]:
    return (world.source.slug,)


ADDRESSES: dict[str, Address] = {
    "home": Address(READ),
    "board": Address(READ),
    "party": Address(READ, lambda world: (world.relationship.first_id.lower(),)),
    "follow": Address(Capability.SIGN_IN, of_issue, "post", (302, "/issues/")),
    "unfollow": Address(Capability.SIGN_IN, of_issue, "post", (302, "/issues/")),
    "view_save": Address(Capability.SIGN_IN, method="post", answer=(302, "/")),
    "view_rename": Address(Capability.SIGN_IN, of_view, "post", (404, "")),
    "view_delete": Address(Capability.SIGN_IN, of_view, "post", (404, "")),
    "document_set_aside": Address(REVIEW, of_document, "post", (302, "/review/")),
    "relationship": Address(READ, lambda world: (world.relationship.slug,)),
    "issue": Address(READ, of_issue),
    "timeline_svg": Address(READ, of_issue),
    "timeline_png": Address(READ, of_issue),
    "statements_csv": Address(READ, of_issue),
    "citation": Address(READ, of_issue),
    "issue_reference": Address(READ, lambda world: (world.issue.slug, "bib")),
    "statement_reference": Address(READ, lambda world: (world.accepted.pk, "ris")),
    "document_reference": Address(READ, lambda world: (world.capture.document_id, "bib")),
    "positions": Address(READ, of_issue),
    "shift_set": Address(REVIEW, of_issue, "post", (404, "")),
    "statement": Address(READ, lambda world: (world.accepted.pk,)),
    "document": Address(READ, of_document),
    "capture_raw": Address(Capability.SIGN_IN, lambda world: (world.capture.document_id, 1)),
    "officials": Address(READ),
    "official": Address(READ, lambda world: (world.official.slug,)),
    "deadlines": Address(READ),
    "deadlines_file": Address(READ),
    "changes": Address(READ),
    "compare": Address(READ),
    "search": Address(Capability.READ),
    "sources": Address(READ),
    "source_new": Address(ADMINISTER),
    "source": Address(READ, of_source),
    "source_edit": Address(ADMINISTER, of_source),
    "source_pause": Address(ADMINISTER, of_source, "post", (302, "/sources/")),
    "source_resume": Address(ADMINISTER, of_source, "post", (302, "/sources/")),
    "source_poll": Address(ADMINISTER, of_source, "post", (302, "/sources/")),
    "suggesters": Address(ADMINISTER),
    "suggester_train": Address(ADMINISTER, method="post", answer=(302, "/suggesters/")),
    "suggester_stop": Address(ADMINISTER, method="post", answer=(302, "/suggesters/")),
    "suggester_use": Address(ADMINISTER, lambda world: (world.version.pk,), "post", (302, "/suggesters/")),
    "help": Address(Capability.ANYONE),
    "methodology": Address(Capability.ANYONE),
    "style": Address(Capability.ANYONE),
    "preferences": Address(Capability.ANYONE),
    "language": Address(Capability.ANYONE, lambda _: ("ru",), answer=(302, "/")),
    "login": Address(Capability.ANYONE),
    "logout": Address(Capability.ANYONE, method="post", answer=(302, "/")),
    "password": Address(Capability.SIGN_IN),
    "review": Address(REVIEW),
    "document_new": Address(REVIEW),
    "document_edit": Address(REVIEW, of_document),
    "review_document": Address(REVIEW, of_document),
    "statement_new": Address(REVIEW, of_document),
    "suggestion": Address(REVIEW, of_suggestion, answer=(302, "/documents/")),
    "statement_accept": Address(REVIEW, of_suggestion, "post", (302, "/documents/")),
    "statement_reject": Address(REVIEW, of_suggestion, "post", (302, "/documents/")),
    "statement_undo": Address(REVIEW, of_suggestion, "post", (302, "/documents/")),
    "statement_edit": Address(REVIEW, of_suggestion),
    "official_options": Address(REVIEW),
    "status": Address(READ, of_issue),
    "status_new": Address(REVIEW, of_issue),
    "status_retract": Address(REVIEW, of_status),
    "status_restore": Address(REVIEW, of_status, "post", (302, "/issues/")),
    "pledge_outcome": Address(REVIEW, lambda world: (world.pledge.pk,)),
}
# Django's own and the monitors': whole groups, tested below.
GROUPS = {"admin/", "healthz"}


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for entry in resolver.url_patterns:
        if str(entry.pattern) in GROUPS:
            continue
        if isinstance(entry, URLResolver):
            yield from patterns(entry)
        else:
            yield entry


def test_every_address_stands_in_the_table_and_needs_what_it_says() -> None:
    needs = {
        pattern.name: getattr(pattern.callback, "capability", None) for pattern in patterns(get_resolver())
    }
    assert None not in needs.values(), "a view lacks @requires"
    assert needs == {name: address.needs for name, address in ADDRESSES.items()}


def test_the_groups_are_there() -> None:
    assert {str(entry.pattern) for entry in get_resolver().url_patterns} >= GROUPS


@pytest.fixture
def world(db: None) -> World:
    issue, official = make_issue(), make_official()
    capture = make_capture("We will talk. We will fly.")
    statement = make_statement(
        "We will talk.", capture=capture, state=ReviewState.SUGGESTED, official=official, issue=issue
    )
    accepted = make_statement("We will fly.", capture=capture, official=official, issue=issue)
    return World(
        relationship=issue.relationship,
        issue=issue,
        official=official,
        source=make_source(),
        capture=capture,
        statement=statement,
        accepted=accepted,
        status=make_status(issue, evidence=[accepted]),
        pledge=make_pledge(accepted),
        version=make_suggester_version(),
        view=save_view(user=make_user(), name="Overdue", address="/board/?overdue=1"),
    )


def visitor(name: str) -> Client:
    client = Client()
    if name in list(Role):
        user = User.objects.filter(username=name).first() or make_user(name, role=Role(name))
        align_staff(user=user)
        client.force_login(user, backend="issues.permissions.AccountBackend")
    return client


@pytest.mark.parametrize("name", ADDRESSES)
def test_each_role_gets_what_the_matrix_says(name: str, world: World, settings: Settings) -> None:
    address = ADDRESSES[name]
    path = reverse(name, args=address.args(world))
    got, expected = {}, {}
    for who, refusal in zip(VISITORS, MATRIX[address.needs], strict=True):
        settings.DEMARCHE_READING_OPEN = who != "anonymous, reading closed"
        response: Any = getattr(visitor(who), address.method)(path)
        status, place = refusal or address.answer
        # The sign-in page itself sends on who has an account.
        if name == "login" and who in list(Role):
            status, place = 302, "/"
        expected[who] = status, place
        got[who] = response.status_code, response.get("Location", "")[: len(place)]
    assert got == expected


ADMIN_PAGES = [
    f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
    for model in admin.site._registry
    if model._meta.app_label == "issues"
]


@pytest.mark.parametrize("page", ["admin:index", *ADMIN_PAGES])
def test_the_admin_site_is_for_admins(page: str, world: World) -> None:
    for who in VISITORS:
        response = visitor(who).get(reverse(page))
        assert response.status_code == (200 if who == "admin" else 302), who
        if who != "admin":
            assert response["Location"].startswith("/admin/login/")


def test_monitors_need_no_account(client: Client, db: None) -> None:
    assert client.get("/healthz?parts=database").status_code == 200
