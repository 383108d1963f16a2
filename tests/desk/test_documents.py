"""What editors decide about a document."""

import pytest

from issues.desk.documents import add_document, correct_document, name_document
from issues.models import Document, Source, User
from issues.reading.edtf import ImpreciseDate
from issues.vocabulary import DateOrigin, SourceKind
from tests.factories import make_capture, make_document, make_user

pytestmark = pytest.mark.django_db


def test_title_language_and_date_are_corrected() -> None:
    editor: User = make_user()
    document = make_document(title="Untitled", published_on="")
    date = ImpreciseDate.from_edtf("2026-06", words="June", origin=DateOrigin.EDITOR)
    row = correct_document(
        document=document, editor=editor, title=" A talk ", language="ru", published_on=date
    )
    assert (row.title, row.language, row.published_on) == ("A talk", "ru", "2026-06")
    assert (row.published_on_words, row.published_on_origin) == ("June", "editor")
    unknown = correct_document(
        document=document, editor=editor, title="A talk", language="", published_on=None
    )
    assert (unknown.published_on, unknown.published_on_origin, unknown.published_on_lower) == ("", "", None)


DIGEST = "ab" * 32


def test_a_text_becomes_a_document_of_a_hand_made_source() -> None:
    editor = make_user()
    first = add_document(editor=editor, digest=DIGEST, kind=SourceKind.PASTE, title=" A talk ")
    assert first.is_new
    assert (first.document.title, first.document.added_by) == ("A talk", editor)
    assert first.document.address == f"urn:sha256:{DIGEST}"
    assert first.document.published_on == ""  # a missing date is unknown, never today
    upload = add_document(
        editor=editor, digest="cd" * 32, kind=SourceKind.UPLOAD, address="https://a.example/"
    )
    assert upload.document.address == "https://a.example/"
    add_document(editor=editor, digest="ef" * 32, kind=SourceKind.PASTE)
    assert sorted(Source.objects.values_list("kind", flat=True)) == ["paste", "upload"]


def test_the_same_text_or_address_is_the_same_document() -> None:
    editor = make_user()
    capture = make_capture("We will talk.")
    same = add_document(editor=editor, digest=capture.sha256, kind=SourceKind.PASTE)
    assert (same.document, same.is_new) == (capture.document, False)
    address = capture.document.address
    known = add_document(editor=editor, digest=DIGEST, kind=SourceKind.PASTE, address=address)
    assert (known.document, known.is_new) == (capture.document, False)
    again = [add_document(editor=editor, digest=DIGEST, kind=SourceKind.PASTE) for _ in range(2)]
    assert [added.is_new for added in again] == [True, False]
    assert Document.objects.count() == 2


def test_a_document_without_a_title_is_called_by_its_first_line() -> None:
    nameless, named = make_document(title=""), make_document(title="A talk")
    for document in (nameless, named):
        name_document(document=document, text="\n  " + "Words " * 60 + "\nMore.")
        document.refresh_from_db()
    assert nameless.title.startswith("Words Words")
    assert len(nameless.title) <= 120
    assert named.title == "A talk"
