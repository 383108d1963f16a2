"""A window of an issue as files: picture, statements, citation."""

import csv
import re
from io import StringIO
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from issues.analysis.issue_files import safe
from issues.models import Issue, Statement
from issues.vocabulary import Phase, ReviewState, Signal
from tests.factories import make_issue, make_official, make_pledge, make_statement, make_status, make_tenure
from tests.views.pages import page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def issue(db: None) -> Issue:
    issue, official = make_issue("Direct flights", slug="flights"), make_official("Karel Aldren")
    make_tenure(official)
    make_status(issue, Phase.STALLED, evidence=[make_statement("Old.", issue=issue, stated_on="2025-01-02")])
    said = make_statement("=1+1", issue=issue, official=official, signal=Signal.REFUSAL)
    make_pledge(said, "2026-08-31")
    return issue


def get(client: Client, name: str, query: str = "") -> str:
    return page_of(client.get(reverse(name, args=("flights",)) + query))


def test_the_picture_stands_by_itself_with_its_looks_and_its_citation(client: Client, issue: Issue) -> None:
    response = client.get(reverse("timeline_svg", args=("flights",)) + "?from=2026-01-01&to=2026-11-01")
    assert response["Content-Type"] == "image/svg+xml"
    assert response["Content-Disposition"] == 'attachment; filename="flights-2026-01-01-2026-11-01.svg"'
    svg = page_of(response)
    ElementTree.fromstring(svg)  # noqa: S314  # our own
    assert "var(" not in svg
    assert "currentcolor" not in svg
    assert ".phase-stalled" in svg
    assert 'href="/' not in svg
    assert "http://testserver/issues/flights/?from=2026-01-01&amp;to=2026-11-01" in svg
    assert "Direct flights: 1 Jan – 1 Nov 2026" in svg


def test_the_same_picture_in_points(client: Client, issue: Issue) -> None:
    response = client.get(reverse("timeline_png", args=("flights",)))
    assert response["Content-Type"] == "image/png"
    assert response.content.startswith(b"\x89PNG\r\n")
    assert int.from_bytes(response.content[16:20]) == 2 * 1080


def test_the_statements_are_those_of_the_window_and_no_formula(client: Client, issue: Issue) -> None:
    text = get(client, "statements_csv", "?from=2026-01-01&to=2026-11-01").removeprefix("\ufeff")
    (row,) = csv.DictReader(StringIO(text))
    assert row["words"] == "'=1+1"
    assert (row["date"], row["party"], row["speaker"]) == ("2026-06-26", "XN", "Karel Aldren")
    assert (row["office"], row["signal"], row["pledge_due"]) == (
        "Deputy Foreign Minister",
        "refusal",
        "2026-08-31",
    )
    assert row["address"].startswith("http://testserver/statements/")
    both = get(client, "statements_csv", "?window=all")
    assert len(list(csv.DictReader(StringIO(both)))) == 2
    none = get(client, "statements_csv", "?window=all&signal=threat")
    assert not list(csv.DictReader(StringIO(none)))


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1"])
def test_what_a_spreadsheet_would_take_for_a_formula_is_text(text: str) -> None:
    assert safe(text) == f"'{text}"
    assert safe(None) == ""
    assert safe("We fly.") == "We fly."


def test_the_citation_says_what_when_whence_and_where(client: Client, issue: Issue) -> None:
    words = get(client, "citation", "?from=2026-01-01&to=2026-11-01")
    assert words.startswith("Direct flights, Party XN – Party XV: 1 Jan – 1 Nov 2026, as recorded by ")
    assert "Sources: Courier " in words
    assert "http://testserver/issues/flights/?from=2026-01-01&to=2026-11-01 (retrieved " in words


def test_files_as_of_a_day_say_so(client: Client, issue: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("issues.views.as_of.end_of", lambda _day: timezone.now())
    day = "?window=all&as_of=2026-11-02"
    assert "/issues/flights/?window=all&as_of=2026-11-02 (retrieved " in get(client, "citation", day)
    assert ">as of 2 Nov 2026</text>" in get(client, "timeline_svg", day)
    assert ">as of 2 Nov 2026</text>" in get(client, "issue", day)
    assert ">today</text>" in get(client, "issue", "?window=all")


def test_the_page_leads_to_its_files_in_the_same_window(client: Client, issue: Issue) -> None:
    page = get(client, "issue", "?window=all&party=XN")
    for name in ("timeline_svg", "timeline_png", "statements_csv", "citation"):
        assert f'href="{reverse(name, args=("flights",))}?window=all&amp;party=XN"' in page


def test_the_figure_is_cited_in_files_of_references(client: Client, issue: Issue) -> None:
    day = "?window=all"
    page = get(client, "issue", day)
    for form, media_type, said in (
        ("bib", "application/x-bibtex", "@misc{demarche-flights-"),
        ("ris", "application/x-research-info-systems", "TY  - FIGURE\r\nID  - demarche-flights-"),
    ):
        address = reverse("issue_reference", args=("flights", form))
        assert f'href="{address}{day}"' in page
        response = client.get(address + day)
        assert response["Content-Type"] == f"{media_type}; charset=utf-8"
        assert re.search(rf'filename="demarche-flights-[0-9-]+\.{form}"', response["Content-Disposition"])
        assert response.text.startswith(said)
        assert "Sources: Courier " in response.text
        assert "http://testserver/issues/flights/?window=all" in response.text
    assert client.get(reverse("issue_reference", args=("flights", "xml"))).status_code == 404


def test_a_statement_and_a_document_are_cited_with_the_archives_proof(client: Client, issue: Issue) -> None:
    statement = Statement.objects.get(official__name="Karel Aldren")
    capture = statement.appearances.get().capture
    for name, of in (("statement", statement.pk), ("document", capture.document_id)):
        page = client.get(reverse(name, args=(of,))).text
        for form in ("bib", "ris"):
            address = reverse(f"{name}_reference", args=(of, form))
            assert f'href="{address}' in page
            text = client.get(address).text
            assert f"SHA-256 {capture.sha256}" in text
            assert capture.document.address in text.replace("\\_", "_")
            assert f"http://testserver/{name}s/{of}/" in text


def test_what_nobody_accepted_cannot_be_cited(client: Client, issue: Issue) -> None:
    waiting = make_statement("We may talk.", state=ReviewState.SUGGESTED)
    assert client.get(reverse("statement_reference", args=(waiting.pk, "bib"))).status_code == 404


def test_a_citation_as_of_a_day_leads_there(
    client: Client, issue: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("issues.views.as_of.end_of", lambda _day: timezone.now())
    statement = Statement.objects.get(official__name="Karel Aldren")
    address = reverse("statement_reference", args=(statement.pk, "ris")) + "?as_of=2026-11-02"
    assert (
        f"UR  - http://testserver/statements/{statement.pk}/?as_of=2026-11-02\r\n" in client.get(address).text
    )
