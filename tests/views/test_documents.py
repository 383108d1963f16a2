"""A document's page, and its archived bytes."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from issues.vocabulary import ReviewState, Role
from tests.factories import make_capture, make_document, make_statement, make_user
from tests.views.conftest import signed_in
from tests.views.pages import page_of

pytestmark = pytest.mark.django_db

EVIL = "<script>alert(1)</script> “We will talk.” <b>bold</b>"


def address(pk: int) -> str:
    return reverse("document", args=(pk,))


def test_each_mark_leads_to_its_statement(client: Client) -> None:
    capture = make_capture(EVIL)
    statement = make_statement("We will talk.", capture=capture)
    page = page_of(client.get(address(capture.document_id)))
    link = reverse("statement", args=(statement.pk,))
    assert f'<mark id="statement-{statement.pk}"><a href="{link}">We will talk.</a></mark>' in page


def test_archived_text_is_escaped(client: Client) -> None:
    capture = make_capture(EVIL, document=make_document(title="<b>Title</b>"))
    page = page_of(client.get(address(capture.document_id)))
    assert "<script>alert" not in page
    assert "<b>bold" not in page
    assert "<b>Title" not in page


def test_what_changed_is_marked(client: Client) -> None:
    document = make_document()
    make_capture("We will not talk <soon>.", document=document)
    make_capture("We will talk <soon>.", document=document)
    page = page_of(client.get(address(document.pk), {"compare": "2"}))
    assert "What changed from version 1 to 2" in page
    assert re.search(r"<del>\s*not\s*</del>", page)
    assert "talk &lt;soon&gt;." in page


@pytest.mark.parametrize("query", ["version=x", "version=99999999999", "compare=1", "compare=-1"])
def test_any_query_has_a_page(client: Client, query: str) -> None:
    capture = make_capture("Words.")
    assert client.get(f"{address(capture.document_id)}?{query}").status_code == 200


def test_suggestions_are_shown_to_editors_alone(client: Client, editor_client: Client) -> None:
    capture = make_capture("Perhaps.")
    make_statement("Perhaps.", capture=capture, state=ReviewState.SUGGESTED)
    assert "<mark" not in page_of(client.get(address(capture.document_id)))
    assert 'class="unreviewed"' in page_of(editor_client.get(address(capture.document_id)))


def test_an_address_with_a_foreign_scheme_is_no_link(client: Client) -> None:
    document = make_document(address="javascript:alert(1)")
    assert 'href="javascript' not in page_of(client.get(address(document.pk)))


def test_a_document_never_fetched_says_so(client: Client) -> None:
    assert "Nothing is archived of it yet" in page_of(client.get(address(make_document().pk)))


def test_there_is_no_page_without_a_document(client: Client) -> None:
    assert client.get(address(99)).status_code == 404


class TestRawBytes:
    """The archived bytes came from elsewhere: they are downloaded, never shown as a page of ours."""

    def raw(self, number: int = 1, text: str = EVIL) -> str:
        capture = make_capture(text)
        return reverse("capture_raw", args=(capture.document_id, number))

    def test_they_are_a_download_that_no_browser_takes_for_a_page(self, analyst_client: Client) -> None:
        response = analyst_client.get(self.raw())
        assert b"".join(response.streaming_content) == EVIL.encode()  # type: ignore[attr-defined]  # a stream
        assert response["Content-Type"] == "application/octet-stream"
        assert response["Content-Disposition"].startswith("attachment;")
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in response["Content-Security-Policy"]

    def test_visitors_sign_in_first(self, client: Client) -> None:
        assert client.get(self.raw()).status_code == 302

    def test_an_account_without_a_role_may_not_read_what_is_behind_sign_in(self, settings: Settings) -> None:
        settings.DEMARCHE_READING_OPEN = False
        assert signed_in(make_user(role=None)).get(self.raw()).status_code == 403
        assert signed_in(make_user(role=Role.ANALYST)).get(self.raw()).status_code == 200

    def test_a_version_that_is_not_there(self, analyst_client: Client) -> None:
        assert analyst_client.get(self.raw(number=9)).status_code == 404

    def test_bytes_that_are_missing_are_not_an_error_of_ours(self, analyst_client: Client) -> None:
        capture = make_capture("Gone.")
        capture.raw.storage.delete(str(capture.raw.name))
        address = reverse("capture_raw", args=(capture.document_id, 1))
        assert analyst_client.get(address).status_code == 404
