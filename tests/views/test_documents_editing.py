"""Pasting and uploading documents, and correcting what is known of one."""

import hashlib
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from issues.ingest.documents import record_entries
from issues.models import Capture, Document, Source, Statement, User
from issues.reading.feeds import Entry
from issues.views import documents_editing
from tests.factories import (
    make_document,
    make_issue,
    make_official,
    make_party,
    make_relationship,
    make_source,
)
from tests.views.pages import page_of, said

pytestmark = pytest.mark.django_db

INTERVIEW = """Interview with Karel Aldren

Norport, 26 June 2026

– Mr Aldren, is there any movement on direct flights between Norland and Vesperia?

– There has been no progress on direct flights with Vesperia this year. Our letters remain unanswered.
"""


@pytest.fixture
def newsroom() -> None:
    """Two parties, one issue and one official whom the reader can know."""
    for code, name, adjective in (("XN", "Norland", "Norlandic"), ("XV", "Vesperia", "Vesperian")):
        forms = {"names": {"en": [name]}, "adjectives": {"en": [adjective]}, "demonyms": {"en": [adjective]}}
        make_party(code, name, forms=forms)
    make_issue("Direct flights", relationship=make_relationship())
    make_official("Karel Aldren", party="XN")


def paste(client: Client, text: str = INTERVIEW, **fields: object) -> object:
    return client.post(reverse("document_new"), {"text": text, **fields})


def test_a_pasted_text_is_archived_and_read_at_once(
    editor_client: Client, editor: User, newsroom: None
) -> None:
    response = editor_client.post(reverse("document_new"), {"text": INTERVIEW.replace("\n", "\r\n")})
    document = Document.objects.get()
    assert response["Location"] == reverse("review_document", args=(document.pk,))
    capture = Capture.objects.get()
    assert capture.text == INTERVIEW
    assert capture.raw.read() == INTERVIEW.encode()
    assert capture.brought_by == editor
    assert f"by hand: {editor}" in page_of(editor_client.get(document.get_absolute_url()))
    assert (document.added_by, document.source.kind, document.language) == (editor, "paste", "en")
    assert document.address == f"urn:sha256:{hashlib.sha256(INTERVIEW.encode()).hexdigest()}"
    assert (document.published_on, document.published_on_origin) == ("2026-06-26", "text")
    statement = Statement.objects.get()
    assert statement.quote.startswith("There has been no progress on direct flights")
    assert statement.official is not None
    assert statement.links.get().issue.title == "Direct flights"


def test_what_the_editor_knows_comes_before_what_the_reader_proposes(editor_client: Client) -> None:
    paste(
        editor_client,
        title="On flights",
        address="https://news.example/flights",
        published_on="early June 2026",
    )
    document = Document.objects.get()
    assert (document.title, document.address) == ("On flights", "https://news.example/flights")
    assert document.published_on.startswith("2026-06")
    assert (document.published_on_words, document.published_on_origin) == ("early June 2026", "editor")


def test_a_form_sent_twice_did_what_was_wanted(editor_client: Client) -> None:
    first = editor_client.post(reverse("document_new"), {"text": INTERVIEW})
    again = editor_client.post(reverse("document_new"), {"text": INTERVIEW})
    assert again["Location"] == first["Location"]
    assert said(again)[-1] == said(first)[-1] == "Archived and read. Check what the reader proposes."
    assert (Document.objects.count(), Capture.objects.count()) == (1, 1)


def test_what_somebody_is_still_reading_is_read_by_who_sends_it_again(
    editor_client: Client, newsroom: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as died:
        died.setattr(documents_editing, "record_suggestions", lambda **_: None)
        paste(editor_client)
    assert not Statement.objects.exists()
    paste(editor_client)
    assert Statement.objects.count() == 1


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here counts as sent twice."""
    monkeypatch.setattr(documents_editing, "SENT_TWICE_WITHIN", timedelta(0))


def test_the_same_text_twice_leads_to_the_document_that_is_there(editor_client: Client, later: None) -> None:
    paste(editor_client)
    document = Document.objects.get()
    again = editor_client.post(reverse("document_new"), {"text": INTERVIEW, "title": "Again"})
    assert again["Location"] == reverse("review_document", args=(document.pk,))
    assert "already in the archive" in said(again)[-1]
    assert (Document.objects.count(), Capture.objects.count()) == (1, 1)


def test_a_text_pasted_at_a_known_address_becomes_a_version_of_its_document(
    editor_client: Client, newsroom: None
) -> None:
    held = make_document(address="https://news.example/flights", title="", published_on="")
    form = {"text": INTERVIEW, "address": held.address, "title": "On flights", "published_on": "2026-06-26"}
    response = editor_client.post(reverse("document_new"), form)
    assert response["Location"] == reverse("review_document", args=(held.pk,))
    assert "archived as version 1" in said(response)[-1]
    capture = held.captures.get()
    assert (capture.text, capture.read_at is not None) == (INTERVIEW, True)
    assert Statement.objects.get().links.get().issue.title == "Direct flights"
    held.refresh_from_db()
    assert (held.title, held.published_on, held.published_on_origin) == ("On flights", "2026-06-26", "editor")


def test_what_is_known_of_a_document_stays_when_its_text_is_pasted(editor_client: Client) -> None:
    held = make_document(address="https://news.example/flights", title="A talk")
    paste(editor_client, address=held.address, title="Other", published_on="2020")
    held.refresh_from_db()
    assert (held.title, held.published_on, held.published_on_origin) == ("A talk", "2026-06-26", "feed")


def test_the_same_words_at_a_known_address_are_archived_once(editor_client: Client, later: None) -> None:
    address = "https://news.example/flights"
    paste(editor_client, address=address)
    again = editor_client.post(reverse("document_new"), {"text": INTERVIEW, "address": address})
    assert "already in the archive" in said(again)[-1]
    assert Capture.objects.get().document.address == address
    edited = INTERVIEW.replace("this year", "this month")
    changed = editor_client.post(reverse("document_new"), {"text": edited, "address": address})
    assert "archived as version 2" in said(changed)[-1]
    assert Document.objects.get().captures.count() == 2


def test_a_feed_and_a_paste_of_one_page_are_one_document(editor_client: Client) -> None:
    source = make_source()
    entry = Entry(id="1", url="https://news.example/flights", title="On flights", published=None, summary="")
    record_entries(source=source, entries=[entry])
    paste(editor_client, address="HTTPS://News.Example:443/flights?utm_source=letter#top")
    document = Document.objects.get()
    assert (document.address, document.source) == ("https://news.example/flights", source)
    assert document.captures.get().text == INTERVIEW


def test_an_uploaded_file_is_what_its_bytes_are(editor_client: Client) -> None:
    words = "We spoke long. " * 40
    html = f"<!doctype html><html lang=en><title>A talk</title><article><p>{words}</p></article></html>"
    upload = SimpleUploadedFile("notes.txt", html.encode(), content_type="text/plain")
    editor_client.post(reverse("document_new"), {"upload": upload})
    capture = Capture.objects.get()
    assert capture.media_type == "text/html"
    assert "<p>" not in capture.text
    assert capture.document.source == Source.objects.get(kind="upload")


@pytest.mark.parametrize(
    ("raw", "field"),
    [(b"\x89PNG\r\n\x1a\n" + bytes(200), "upload"), (b"%PDF-1.7 broken", "upload"), (b"", "upload")],
)
def test_a_file_that_holds_no_text_is_refused_and_nothing_is_kept_of_it(
    editor_client: Client, raw: bytes, field: str
) -> None:
    form = {"upload": SimpleUploadedFile("talk.pdf", raw), "title": "What I typed"}
    response = editor_client.post(reverse("document_new"), form)
    page = page_of(response)
    assert response.status_code == 200
    assert f'id="id_{field}_error"' in page
    assert 'value="What I typed"' in page
    assert not Document.objects.exists()


def test_a_file_that_is_too_large_is_refused(editor_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("issues.forms.documents.UPLOAD_LIMIT", 1000)
    form = {"upload": SimpleUploadedFile("talk.txt", b"a" * 1001)}
    assert "Paste the part that matters instead" in page_of(editor_client.post(reverse("document_new"), form))


def test_a_text_that_would_take_long_to_read_is_refused_and_stays_in_the_form(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents_editing, "LONGEST_TEXT", 100)
    page = page_of(editor_client.post(reverse("document_new"), {"text": INTERVIEW}))
    assert f"This text has {len(INTERVIEW)} characters; up to 100 can be read at once" in page
    assert "no progress on direct flights" in page
    assert not Document.objects.exists()


def test_what_is_wrong_with_a_text_is_said_once(editor_client: Client) -> None:
    page = page_of(editor_client.post(reverse("document_new"), {"text": "a\0b"}))
    assert "Null characters are not allowed." in page
    assert "Paste a text or choose a file." not in page


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"text": ""}, "Paste a text or choose a file."),
        ({"text": INTERVIEW, "upload": "both"}, "not both"),
        ({"text": INTERVIEW, "published_on": "some day"}, "is not a date"),
        ({"text": INTERVIEW, "address": "javascript:alert(1)"}, "Enter a valid URL"),
        ({"text": INTERVIEW, "address": "https://me:secret@news.example/"}, "must not carry a user name"),
    ],
)
def test_a_wrong_form_comes_back_with_everything_typed(
    editor_client: Client, fields: dict[str, object], message: str
) -> None:
    if "upload" in fields:
        fields = {**fields, "upload": SimpleUploadedFile("talk.txt", b"text")}
    page = page_of(editor_client.post(reverse("document_new"), {"title": "My title", **fields}))
    assert message in page
    assert 'value="My title"' in page
    if fields["text"]:
        assert "no progress on direct flights" in page
    assert page.count("autofocus") == 1
    assert 'aria-invalid="true"' in page
    assert not Document.objects.exists()


def test_a_document_is_corrected(editor_client: Client) -> None:
    document = make_document(title="Untitled")
    address = reverse("document_edit", args=(document.pk,))
    assert 'value="2026-06-26"' in page_of(editor_client.get(address))
    form = {"title": "A talk", "published_on": "2026-06-26", "language": "en"}
    assert editor_client.post(address, form)["Location"] == reverse("review_document", args=(document.pk,))
    document.refresh_from_db()
    assert (document.title, document.published_on_origin) == ("A talk", "feed")
    editor_client.post(address, {**form, "published_on": "2026-06"})
    document.refresh_from_db()
    assert (document.published_on, document.published_on_origin) == ("2026-06", "editor")
    page = page_of(editor_client.post(address, {**form, "title": "Kept", "published_on": "never"}))
    assert 'value="Kept"' in page
    assert "is not a date" in page
