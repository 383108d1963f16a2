"""Every page names parties, categories, issues, offices and people in the reader's language."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from issues.desk.pledges import record_outcome
from issues.desk.reading import follow_issue
from issues.models import Pledge
from issues.vocabulary import Phase, PledgeOutcome, ReviewState
from tests.factories import (
    make_capture,
    make_category,
    make_issue,
    make_official,
    make_party,
    make_pledge,
    make_relationship,
    make_statement,
    make_status,
    make_tenure,
    make_user,
)
from tests.views.pages import HTMX, page_of

pytestmark = pytest.mark.django_db

ENGLISH = ("Norland", "Vesperia", "Air services", "Direct flights", "Ambassador", "Karel Aldren")
ADDRESSES = (
    "/",
    "/board/",
    "/board/?view=matrix&group=category",
    "/board/?group=party",
    "/relationships/xn-xv/",
    "/parties/xn/",
    "/issues/flights/",
    "/issues/flights/?peek={statement}",
    "/issues/flights/timeline.svg",
    "/issues/flights/citation.txt",
    "/issues/flights/positions/",
    "/issues/flights/status/",
    "/issues/flights/status/new/",
    "/statements/{statement}/",
    "/documents/{document}/review/",
    "/officials/",
    "/officials/?q=Олдрен",
    "/officials/aldren/",
    "/deadlines/?relationship=xn-xv",
    "/compare/?issue=flights",
    "/compare/?issue=flights&issue=visas",
    "/compare/?category=flights",
    "/changes/?issue=flights&from={yesterday}&to={today}",
    "/search/",
    "/search/?q=Олдрен",
    "/review/",
)
# What keeps its own name wherever it is read: codes, addresses, words that were said, texts of documents.
OWN_NAMES = re.compile(r'(?:href|value|id|for|action|hx-\w+|src|content)="[^"]*"')


@pytest.fixture
def places(client: Client) -> dict[str, object]:
    make_party("XN", "Norland", name_ru="Норландия")
    make_party("XV", "Vesperia", name_ru="Весперия")
    make_category("flights", name="Air services", name_ru="Авиасообщение")
    pair = make_relationship()
    issue = make_issue("Direct flights", title_ru="Прямые рейсы", slug="flights", relationship=pair)
    other = make_issue("Direct flights abroad", title_ru="Рейсы за рубеж", slug="visas", relationship=pair)
    reader, today = make_user(), timezone.localdate()
    official = make_official("Karel Aldren", aliases=["Карел Олдрен"], slug="aldren")
    tenure = make_tenure(official, "Ambassador", started_on=today - timedelta(900))
    tenure.office.title_ru = "Посол"
    tenure.office.save()
    said_on = (today - timedelta(9)).isoformat()
    capture = make_capture("We shall see. They shall see.")
    said = make_statement("We shall see.", issue=issue, official=official, stated_on=said_on, capture=capture)
    make_statement("They shall see.", issue=other, official=official, stated_on=said_on)
    make_statement("Who knows.", issue=issue, official=official, state=ReviewState.SUGGESTED)
    make_pledge(said, (today - timedelta(1)).isoformat())
    make_status(issue, evidence=[said])
    make_status(issue, perspective=pair.first, evidence=[said])
    make_status(issue, Phase.OPERATING, perspective=pair.second, evidence=[said])
    follow_issue(issue=issue, user=reader)
    client.force_login(reader)
    return {
        "statement": said.pk,
        "document": capture.document_id,
        "today": today.isoformat(),
        "yesterday": (today - timedelta(3)).isoformat(),
    }


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_russian_page_has_russian_names(client: Client, places: dict[str, object], address: str) -> None:
    page = page_of(client.get(address.format(**places), headers={"Accept-Language": "ru"}))
    shown = OWN_NAMES.sub("", page)
    assert [name for name in ENGLISH if name in shown] == []
    assert re.search("Норланди|Весперия|Прямые рейсы|Карел Олдрен", page)


@pytest.mark.parametrize("address", ["/issues/flights/?window=all", "/board/", "/search/?q=see"])
def test_russian_names_cost_no_query(client: Client, places: dict[str, object], address: str) -> None:
    counts = []
    for code in ("en", "ru"):
        with CaptureQueriesContext(connection) as asked:
            client.get(address, headers={"Accept-Language": code})
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_fragment_has_them_too(client: Client, places: dict[str, object]) -> None:
    headers = {"Accept-Language": "ru", **HTMX}
    page = page_of(client.get("/issues/flights/?window=all", headers=headers))
    assert "Норландия" in page
    assert "Norland" not in OWN_NAMES.sub("", page)


def test_people_are_listed_by_the_letters_of_the_reader(client: Client, places: dict[str, object]) -> None:
    page = page_of(client.get("/officials/", headers={"Accept-Language": "ru"}))
    assert 'href="/officials/?letter=%D0%BE"' in page
    assert "Карел Олдрен" in page_of(client.get("/officials/?letter=о", headers={"Accept-Language": "ru"}))
    assert 'href="/officials/?letter=a"' in page_of(client.get("/officials/"))


def test_names_that_have_no_other_stay_as_they_were_written(client: Client) -> None:
    make_issue("Fishing rights", slug="fishing", relationship=make_relationship("XA", "XB"))
    page = page_of(client.get("/board/", headers={"Accept-Language": "ru"}))
    assert "Fishing rights" in page
    assert "Party XA и Party XB" in page


def test_a_past_day_names_them_as_well(client: Client, places: dict[str, object]) -> None:
    """Of a view PostgreSQL does not know that a name follows from its key: queries group by all of it."""
    day = (timezone.now().date() - timedelta(days=1)).isoformat()
    for address in ("/board/", "/search/", "/officials/", "/deadlines/"):
        response = client.get(address, {"as_of": day}, headers={"Accept-Language": "ru"})
        assert response.status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/issues/flights/",
        "/issues/flights/citation.txt",
        "/deadlines/?outcome=met_late",
        "/board/?as_of={yesterday}",
    ],
)
def test_a_sentence_that_ends_with_a_year_has_one_full_stop(
    client: Client, places: dict[str, object], address: str
) -> None:
    today = timezone.localdate()
    met = PledgeOutcome.MET
    record_outcome(pledge=Pledge.objects.get(), outcome=met, editor=make_user(), met_on=today)
    page = page_of(client.get(address.format(**places), headers={"Accept-Language": "ru"}))
    assert "\u00a0г." in page
    assert "г.." not in page
