"""The demonstration opens once, and opens again without doubling anything."""

from datetime import date, timedelta

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.test import RequestFactory
from django.utils import timezone
from pytest_django import Settings

from issues.demo.newsroom import PASSWORD, ProductionError, open_newsroom, reference_day_of_sources
from issues.models import Issue, Office, Official, Party, Relationship, Source, Tenure, User
from issues.permissions import Capability, capabilities_of
from issues.vocabulary import PartyKind, SourceKind

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
SITE = "http://127.0.0.1:8765"


def counts() -> list[int]:
    tables = (Party, Relationship, Issue, Official, Office, Tenure, Source, User)
    return [table._default_manager.count() for table in tables]


def test_it_opens_two_states_five_issues_and_their_press() -> None:
    newsroom = open_newsroom(site_url=SITE, today=TODAY)
    relationship = Relationship.objects.get(slug=newsroom.relationship)
    assert relationship.codes == ("XN", "XV")
    assert relationship.first.kind == PartyKind.DEMO
    assert "Norlandic" in relationship.first.forms["adjectives"]["en"]
    assert relationship.issues.count() == 5
    sources = Source.objects.filter(kind=SourceKind.FEED)
    assert sources.count() == newsroom.sources == 6
    assert all(source.address.startswith(f"{SITE}/edition/20781/") for source in sources)
    assert all(source.next_poll_at and source.next_poll_at <= timezone.now() for source in sources)


def test_an_office_changes_hands() -> None:
    open_newsroom(site_url=SITE, today=TODAY)
    held = Tenure.objects.filter(office__title="Minister of Foreign Affairs", office__party="XN")
    before, after = held.order_by("started_on")
    assert before.ended_on is not None
    assert after.started_on == before.ended_on + timedelta(days=1)
    assert before.official != after.official


def test_opening_twice_doubles_nothing() -> None:
    open_newsroom(site_url=SITE, today=TODAY)
    before = counts()
    open_newsroom(site_url=f"{SITE}/", today=TODAY)
    assert counts() == before


def test_the_reference_day_stays_when_it_opens_again_later() -> None:
    assert reference_day_of_sources() is None
    open_newsroom(site_url=SITE, today=TODAY)
    again = open_newsroom(site_url=SITE, today=date(2027, 2, 1))
    assert again.today == TODAY == reference_day_of_sources()


def test_a_site_on_another_port_is_polled_there_at_once() -> None:
    open_newsroom(site_url=SITE, today=TODAY)
    Source.objects.update(next_poll_at=timezone.now() + timedelta(hours=1))
    open_newsroom(site_url="http://127.0.0.1:9000")
    for source in Source.objects.all():
        assert source.address.startswith("http://127.0.0.1:9000/edition/20781/")
        assert source.next_poll_at is not None
        assert source.next_poll_at <= timezone.now()


def test_its_accounts_sign_in_with_what_each_role_may_do() -> None:
    newsroom = open_newsroom(site_url=SITE, today=TODAY)
    request = RequestFactory().get("/")
    for name, password in newsroom.accounts.items():
        assert password == PASSWORD
        user = authenticate(request, username=name, password=password)
        assert isinstance(user, User)
        assert (Capability.REVIEW in capabilities_of(user)) == (name != "demo-analyst")
        assert (Capability.ADMINISTER in capabilities_of(user)) == (name == "demo-admin")


def test_a_changed_password_is_neither_reset_nor_shown() -> None:
    open_newsroom(site_url=SITE, today=TODAY)
    editor = User.objects.get(username="demo-editor")
    editor.set_password("one of my own")
    editor.save()
    assert open_newsroom(site_url=SITE).accounts["demo-editor"] == ""
    editor.refresh_from_db()
    assert editor.check_password("one of my own")


def test_production_refuses_unless_forced(settings: Settings) -> None:
    settings.PRODUCTION = True
    with pytest.raises(ProductionError):
        open_newsroom(site_url=SITE, today=TODAY)
    assert not Source.objects.exists()
    forced = open_newsroom(site_url=SITE, today=TODAY, force=True)
    assert PASSWORD not in forced.accounts.values()


def test_the_command_says_who_may_sign_in(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("demo", "--site-url", SITE, "--today", "2026-11-24")
    said = capsys.readouterr().out
    assert "6 feeds, dated 2026-11-24" in said
    assert f"demo-editor with {PASSWORD}" in said


def test_the_command_refuses_in_production_and_without_a_task(settings: Settings) -> None:
    with pytest.raises(CommandError, match="Say what to do"):
        call_command("demo")
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="--force"):
        call_command("demo", "--site-url", SITE)
