"""Language and zone: by the browser, by choice, and kept."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import timezone

from issues.analysis.words import moment, moment_shown
from issues.forms.preferences import PreferencesForm
from issues.views.reader import ReadersZone, zones
from tests.views.pages import page_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("languages", "html"),
    [("ru-RU,ru;q=0.9", '<html lang="ru">'), ("de", '<html lang="en">'), ("", '<html lang="en">')],
)
def test_a_page_is_written_in_the_browsers_language_where_we_have_it(
    client: Client, languages: str, html: str
) -> None:
    response = client.get("/search/", headers={"Accept-Language": languages})
    assert html in response.content.decode()
    assert "Accept-Language" in response["Vary"]


def test_a_link_at_the_foot_of_a_page_leads_to_the_same_page_in_another_language(client: Client) -> None:
    page = client.get("/search/?q=visas").content.decode()
    link = "/preferences/language/ru/?next=/search/%3Fq%3Dvisas"
    assert f'href="{link}"' in page
    answer = client.get(link)
    assert answer["Location"] == "/search/?q=visas"
    assert '<html lang="ru">' in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("code", ["en", "ru"])
def test_each_language_is_called_as_its_speakers_call_it(client: Client, code: str) -> None:
    page = page_of(client.get("/search/", headers={"Accept-Language": code}))
    foot = page.partition('class="colophon__choices"')[2]
    assert re.search(r'<li lang="en">.*>English<', foot)
    assert re.search(r'<li lang="ru">.*>Русский<', foot)


def test_only_languages_that_pages_are_written_in_can_be_chosen(client: Client) -> None:
    assert client.get("/preferences/language/de/").status_code == 404


def test_nobody_is_sent_elsewhere_with_a_language(client: Client) -> None:
    answer = client.get("/preferences/language/ru/", {"next": "https://elsewhere.example/"})
    assert answer["Location"] == "/"


def test_language_and_zone_are_chosen_on_a_page(client: Client) -> None:
    sent = {"language": "ru", "zone": "Asia/Tokyo", "next": "/search/"}
    answer = client.post("/preferences/", sent)
    assert answer["Location"] == "/search/"
    assert (client.cookies["language"].value, client.cookies["zone"].value) == ("ru", "Asia/Tokyo")
    page = client.get("/preferences/").content.decode()
    assert '<option value="Asia/Tokyo" selected>Tokyo</option>' in page


@pytest.mark.parametrize("name", ["Mars/Olympus", "../../etc/passwd", ""])
def test_a_zone_that_is_none_is_utc(client: Client, name: str) -> None:
    client.cookies["zone"] = name
    assert "UTC" in client.get("/search/").content.decode()


def test_all_zones_to_choose_from_are_zones() -> None:
    form = PreferencesForm(zones=zones())
    groups = form.fields["zone"].choices  # type: ignore[attr-defined]
    offered = {name for _region, places in groups[1:] for name, _place in places}
    assert {"Europe/Oslo", "Asia/Kolkata", "America/Argentina/Buenos_Aires"} <= offered <= zones()


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("UTC", "8 Sep 2026, 23:02 UTC"),
        ("Europe/Moscow", "9 Sep 2026, 02:02 UTC+3"),
        ("Asia/Kolkata", "9 Sep 2026, 04:32 UTC+5:30"),
        ("America/New_York", "8 Sep 2026, 19:02 UTC−4"),
    ],
)
def test_times_are_in_the_readers_zone_and_name_it(zone: str, shown: str) -> None:
    with timezone.override(zone):
        assert moment(datetime(2026, 9, 8, 23, 2, tzinfo=UTC)) == shown


def test_machines_and_whoever_points_at_a_time_get_it_in_utc() -> None:
    at = datetime(2026, 9, 8, 23, 2, tzinfo=UTC)
    with timezone.override("Europe/Moscow"):
        shown = moment_shown(at)
    assert (shown.machine, shown.provenance) == ("2026-09-08T23:02:00+00:00", "8 Sep 2026, 23:02 UTC")
    assert moment_shown(at).provenance == ""


def test_the_zone_is_the_readers_for_one_request_only(rf: object) -> None:
    seen: list[str] = []

    def page(_request: object) -> object:
        seen.append(timezone.get_current_timezone_name())
        return object()

    request = type("Request", (), {"COOKIES": {"zone": "Asia/Tokyo"}})()
    ReadersZone(page)(request)  # type: ignore[arg-type]
    assert (seen, timezone.get_current_timezone_name()) == (["Asia/Tokyo"], "UTC")
