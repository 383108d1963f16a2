"""The page of a search."""

import re

import pytest
from django.test import Client

from issues.vocabulary import ReviewState, Signal
from tests.factories import (
    make_capture,
    make_document,
    make_issue,
    make_official,
    make_source,
    make_statement,
)
from tests.views.pages import HTMX, page_of

pytestmark = pytest.mark.django_db

SWAP = {**HTMX, "HX-Target": "found"}


def heading(body: str) -> str:
    match = re.search(r'id="statements-heading"[^>]*>([^<]+)<', body)
    assert match
    return match.group(1)


def test_statements_are_found_with_their_words_marked_and_their_issues(client: Client) -> None:
    issue = make_issue("Direct flights")
    make_statement("The visas <b> are issued.", issue=issue, signal=Signal.PROGRESS, language="en")
    body = page_of(client.get("/search/?q=visa"))
    assert heading(body) == "1 statement"
    assert "The <mark>visas</mark> &lt;b&gt; are issued.”" in body
    assert issue.get_absolute_url() in body
    assert 'value="visa"' in body


def test_facets_narrow_and_let_go(client: Client) -> None:
    make_statement(
        "visas here", party="XN", official=make_official("Karel Aldren", slug="aldren"), language="en"
    )
    make_statement("visas there", party="XV", language="en")
    body = page_of(client.get("/search/?q=visas"))
    assert "/search/?q=visas&amp;party=XN" in body
    narrowed = page_of(client.get("/search/?q=visas&party=XN"))
    assert heading(narrowed) == "1 statement"
    assert 'href="/search/?q=visas" aria-current="true"' in narrowed
    nothing = page_of(client.get("/search/?q=visas&party=XN&official=nobody"))
    assert "Clear the filters" in nothing


@pytest.mark.parametrize(
    "facet",
    [
        *("relationship=xn-xv", "category=flights", "party=XN", "official=aldren", "signal=offer"),
        *("kind=direct_quote", "source=herald", "language=en", "year=2026"),
    ],
)
def test_every_facet_finds_its_own(client: Client, facet: str) -> None:
    document = make_document(source=make_source("Herald", slug="herald"))
    quote = "We offer visas."
    make_statement(
        quote,
        capture=make_capture(quote, document=document),
        official=make_official("Karel Aldren", slug="aldren"),
        issue=make_issue("Flights"),
        signal=Signal.OFFER,
        language="en",
    )
    assert heading(page_of(client.get(f"/search/?q=visas&{facet}"))) == "1 statement"
    name = facet.split("=", maxsplit=1)[0]
    other = {"signal": "refusal", "kind": "official_text", "year": "1999"}.get(name, "other")
    assert heading(page_of(client.get(f"/search/?q=visas&{name}={other}"))) == "No statements found"


def test_an_issue_narrows(client: Client) -> None:
    issue = make_issue("Flights")
    make_statement("visas one", issue=issue, language="en")
    make_statement("visas two", language="en")
    assert heading(page_of(client.get(f"/search/?q=visas&issue={issue.slug}"))) == "1 statement"


def test_documents_are_found_with_a_stretch_of_their_text(client: Client) -> None:
    document = make_document(title="A note on consuls", language="en")
    make_capture("The embassy will issue visas & passes again.", document=document)
    body = page_of(client.get("/search/?q=visa&of=documents"))
    assert heading(body) == "1 document"
    assert "A note on consuls" in body
    assert "<mark>visas</mark> &amp; passes" in body


@pytest.mark.parametrize("sort", ["", "&sort=relevance"])
def test_pages_follow_each_other_without_gap_or_repeat(client: Client, sort: str) -> None:
    for number in range(45):
        day = f"2026-01-{number % 28 + 1:02}" if number % 5 else ""
        make_statement(f"visas number {number}", stated_on=day, language="en")
    seen: list[str] = []
    address = f"/search/?q=visas{sort}"
    for _ in range(3):
        body = page_of(client.get(address))
        assert heading(body) == "45 statements"
        seen += re.findall(r"number (\d+)”", body)
        following = re.search(r'id="older" class="button" href="([^"]+)"', body)
        address = following.group(1).replace("&amp;", "&") if following else ""
    assert address == ""
    assert len(seen) == 45
    assert len(set(seen)) == 45


def test_only_what_editors_accepted_is_found(client: Client) -> None:
    make_statement("visas", state=ReviewState.SUGGESTED, language="en")
    body = page_of(client.get("/search/?q=visas"))
    assert heading(body) == "No statements found"
    assert "only accepted statements are searched" in body


def test_a_misspelt_name_leads_to_the_person(client: Client) -> None:
    official = make_official("Karel Aldren", slug="aldren")
    make_statement("We talk about visas.", official=official, language="en")
    body = page_of(client.get("/search/?q=visas+Aldrin"))
    assert "/search/?q=visas&amp;official=aldren" in body


def test_htmx_gets_what_was_found_alone_and_is_told(client: Client) -> None:
    make_statement("visas", language="en")
    response = client.get("/search/?q=visas", headers=SWAP)
    body = page_of(response)
    assert "<html" not in body
    assert 'hx-swap-oob="innerHTML">1 statement<' in body
    assert "HX-Target" in response["Vary"]


@pytest.mark.parametrize(
    "address",
    [
        "/search/",
        "/search/?q=%00",
        "/search/?after=9999-99-99.1&q=x",
        "/search/?after=.999999999999999999&q=visas",
        "/search/?year=0000",
        "/search/?q=the",
        "/search/?q=-",
        "/search/?q=%22%22&of=documents&party=XN",
        "/search/?relationship=';drop",
    ],
)
def test_every_address_answers(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


def test_words_that_say_nothing_are_told_so(client: Client) -> None:
    make_statement("visas", language="en")
    assert "too common" in page_of(client.get("/search/?q=-"))
