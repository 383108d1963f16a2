"""A text in a language without a pack waits in the inbox whole, until an editor has dealt with it."""

import pytest
from django.test import Client
from django.urls import reverse

from issues.analysis.navigation import review_backlog
from issues.analysis.queue import QueueFilter, review_queue
from issues.ingest.suggest import record_suggestions
from issues.models import Capture
from tests.factories import make_capture, make_document, make_issue, make_statement
from tests.views.pages import page_of, said

pytestmark = pytest.mark.django_db

# Hungarian: "The foreign ministry of Nordmark announced that direct flights with Valdoria resume in August."
TEXT = (
    "Nordmark külügyminisztériuma bejelentette, hogy augusztusban újraindulnak a közvetlen légi járatok "
    "Valdoriával. A szóvivő szerint a tárgyalások a vízumokról is folytatódnak a két ország között."
)


@pytest.fixture
def capture() -> Capture:
    make_issue("Direct flights")
    document = make_document(title="Újraindulnak a járatok", language="hu")
    capture = make_capture(TEXT, document=document)
    record_suggestions(capture_id=capture.pk)
    capture.refresh_from_db()
    return capture


def test_the_reader_leaves_it_unread_and_says_so(capture: Capture) -> None:
    assert capture.read_at is not None
    assert capture.read_summary["no_pack"] == "hu"
    assert "error" not in capture.read_summary


def test_it_waits_in_the_inbox_whole(capture: Capture, editor_client: Client) -> None:
    (row,) = review_queue(QueueFilter()).rows
    assert (row.document_id, row.note) == (
        capture.document_id,
        "No pack for Hungarian: read it yourself.",
    )
    assert TEXT.startswith(row.first_words)
    assert review_backlog() == "1"
    assert review_queue(QueueFilter(issue="direct-flights")).rows == ()
    page = page_of(editor_client.get(reverse("review")))
    assert "No pack for Hungarian: read it yourself." in page
    page = page_of(editor_client.get(reverse("review_document", args=(capture.document_id,))))
    assert "No pack for Hungarian" in page
    assert "külügyminisztériuma" in page


def test_a_statement_added_by_hand_may_not_be_the_only_one(capture: Capture) -> None:
    make_statement("augusztusban újraindulnak a közvetlen légi járatok", capture=capture)
    assert [row.note[:7] for row in review_queue(QueueFilter()).rows] == ["No pack"]


def test_it_can_be_set_aside(capture: Capture, editor_client: Client) -> None:
    for _ in range(2):  # pressing twice is harmless
        response = editor_client.post(reverse("document_set_aside", args=(capture.document_id,)))
        assert response["Location"] == reverse("review")
    assert set(said(response)) == {"Set aside."}
    assert review_queue(QueueFilter()).rows == ()
    page = page_of(editor_client.get(reverse("review_document", args=(capture.document_id,))))
    assert "No pack for Hungarian" not in page


def test_a_later_version_waits_again(capture: Capture, editor_client: Client) -> None:
    editor_client.post(reverse("document_set_aside", args=(capture.document_id,)))
    later = make_capture(f"{TEXT} Frissítve.", document=capture.document)
    record_suggestions(capture_id=later.pk)
    assert [row.document_id for row in review_queue(QueueFilter()).rows] == [capture.document_id]


def test_a_text_that_a_pack_reads_does_not_wait_when_nothing_was_found(editor_client: Client) -> None:
    capture = make_capture("The gardens of Halvik are open again from Sunday.", document=make_document())
    record_suggestions(capture_id=capture.pk)
    assert review_queue(QueueFilter()).rows == ()
