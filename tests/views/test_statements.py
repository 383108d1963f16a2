"""A statement's permanent page."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from issues.vocabulary import ReviewState, StatementKind
from tests.factories import make_capture, make_issue, make_official, make_pledge, make_statement
from tests.views.pages import page_of

pytestmark = pytest.mark.django_db


def address(pk: int) -> str:
    return reverse("statement", args=(pk,))


def test_the_words_are_the_title_and_stand_in_their_context(client: Client) -> None:
    capture = make_capture("Where do the talks stand?\n\n“We will talk.”\n\nHe did not elaborate.")
    statement = make_statement("We will talk.", capture=capture, question="Where do the talks stand?")
    page = page_of(client.get(address(statement.pk)))
    assert ">“We will talk.”</h1>" in page
    assert "<mark>We will talk.</mark>" in page
    assert "He did not elaborate." in page
    assert '<span class="label">Asked</span> Where do the talks stand?' in page
    assert capture.sha256 in page


def test_a_paraphrase_is_never_in_quotation_marks(client: Client) -> None:
    statement = make_statement("He said no.", kind=StatementKind.REPORTED_SPEECH)
    page = page_of(client.get(address(statement.pk)))
    assert "“He said no.”" not in page
    assert "A report of what was said" in page


def test_links_out_are_followed_by_nobody_unasked(client: Client) -> None:
    statement = make_statement()
    page = page_of(client.get(address(statement.pk)))
    (link,) = [part for part in page.split("<a ") if part.startswith('class="external"')]
    assert 'rel="noopener nofollow external"' in link


def test_words_from_elsewhere_are_escaped(client: Client) -> None:
    capture = make_capture("<img src=x onerror=alert(1)> <i>We will talk.</i> </mark><script>")
    statement = make_statement("<i>We will talk.</i>", capture=capture, speaker_label="<b>Somebody</b>")
    page = page_of(client.get(address(statement.pk)))
    assert "<img src=x" not in page
    assert "<i>We" not in page
    assert "<b>Somebody" not in page


def test_what_nobody_accepted_is_hidden_from_readers(client: Client, editor_client: Client) -> None:
    statement = make_statement("Perhaps.", state=ReviewState.SUGGESTED)
    assert client.get(address(statement.pk)).status_code == 404
    page = page_of(editor_client.get(address(statement.pk)))
    assert "it counts nowhere until an editor accepts it" in page


def test_editors_can_go_on_from_here(client: Client, editor_client: Client) -> None:
    statement = make_statement("Soon.", issue=make_issue())
    pledge = make_pledge(statement)
    edit, outcome = (
        reverse("statement_edit", args=(statement.pk,)),
        reverse("pledge_outcome", args=(pledge.pk,)),
    )
    page = page_of(editor_client.get(address(statement.pk)))
    assert edit in page
    assert outcome in page
    page = page_of(client.get(address(statement.pk)))
    assert edit not in page
    assert outcome not in page


def test_there_is_no_page_without_a_statement(client: Client) -> None:
    assert client.get(address(99)).status_code == 404


def test_htmx_gets_a_look_at_the_words_and_no_page(client: Client) -> None:
    issue, official = make_issue("Direct flights"), make_official("Karel Aldren")
    statement = make_statement("We refuse.", issue=issue, official=official, question="And flights?")
    headers = {"HX-Request": "true", "HX-Target": "peek"}
    with CaptureQueriesContext(connection) as asked:
        response = client.get(statement.get_absolute_url(), headers=headers)
    look = page_of(response)
    assert len(asked) <= 8
    assert "<html" not in look
    assert "“We refuse.”" in look
    assert "And flights?" in look
    assert {"HX-Request", "HX-Target"} <= set(response["Vary"].split(", "))
    hidden = make_statement("Perhaps.", issue=issue, state=ReviewState.SUGGESTED)
    assert client.get(hidden.get_absolute_url(), headers=headers).status_code == 404
