"""A document's page: its text with statements marked, its versions, what changed."""

import pytest
from django.urls import reverse

from issues.analysis.document_page import DocumentPage, document_page
from issues.models import Appearance, Document
from issues.vocabulary import ReviewState
from tests.factories import make_capture, make_document, make_statement

pytestmark = pytest.mark.django_db

TEXT = "“We will talk,” he said.\n\n“But not today.”"


def page_of(document: Document, **asked: object) -> DocumentPage:
    options: dict[str, object] = {"version": None, "compared": None, "with_unreviewed": False, **asked}
    page = document_page(document.pk, **options)  # type: ignore[arg-type]  # ints and a flag by name
    assert page is not None
    return page


def test_there_is_no_page_without_a_document() -> None:
    assert document_page(1, version=None, compared=None, with_unreviewed=True) is None


def test_statements_are_marked_in_the_text_which_stays_whole() -> None:
    capture = make_capture(TEXT)
    first = make_statement("We will talk", capture=capture)
    make_statement("But not today.", capture=capture, state=ReviewState.SUGGESTED)
    page = page_of(capture.document)
    assert "".join(stretch.text for stretch in page.stretches) == TEXT
    marked = [stretch for stretch in page.stretches if stretch.address]
    assert [(stretch.text, stretch.address, stretch.anchor) for stretch in marked] == [
        ("We will talk", reverse("statement", args=(first.pk,)), f"statement-{first.pk}")
    ]
    assert page.statements == 1


def test_editors_see_what_waits_too() -> None:
    capture = make_capture(TEXT)
    make_statement("But not today.", capture=capture, state=ReviewState.SUGGESTED)
    make_statement("he said", capture=capture, state=ReviewState.REJECTED)
    page = page_of(capture.document, with_unreviewed=True)
    marked = [(stretch.text, stretch.is_accepted) for stretch in page.stretches if stretch.address]
    assert marked == [("But not today.", False)]


def test_overlapping_statements_are_each_reached() -> None:
    capture = make_capture(TEXT)
    whole, inner = make_statement(TEXT, capture=capture), make_statement("But not today.", capture=capture)
    page = page_of(capture.document)
    assert "".join(stretch.text for stretch in page.stretches) == TEXT
    inside = next(stretch for stretch in page.stretches if stretch.text == "But not today.")
    assert {inside.address, *inside.others} == {
        reverse("statement", args=(each.pk,)) for each in (whole, inner)
    }


def test_each_version_can_be_shown_and_compared_with_the_one_before() -> None:
    document = make_document()
    make_capture("We will not talk.", document=document)
    second = make_capture("We will talk.", document=document)
    latest = page_of(document)
    assert (latest.shown, latest.comparison) == (2, None)
    assert [row.compare_address for row in latest.captures] == [
        "",
        f"/documents/{document.pk}/?compare=2#changes",
    ]
    assert latest.captures[1].raw_address == reverse("capture_raw", args=(document.pk, second.number))
    earlier = page_of(document, version=1, compared=2)
    assert "".join(stretch.text for stretch in earlier.stretches) == "We will not talk."
    assert earlier.comparison is not None
    assert [
        piece.text.strip() for piece in earlier.comparison.blocks[0].pieces if piece.kind == "removed"
    ] == ["not"]


@pytest.mark.parametrize("number", [0, 1, 99])
def test_a_comparison_needs_a_version_before(number: int) -> None:
    capture = make_capture(TEXT)
    page = page_of(capture.document, version=number, compared=number)
    assert (page.shown, page.comparison) == (1, None)


def test_marks_are_those_of_the_version_shown() -> None:
    document = make_document()
    first = make_capture("Hello. We will talk.", document=document)
    second = make_capture("We will talk.", document=document)
    statement = make_statement("We will talk.", capture=first)
    Appearance.objects.create(statement=statement, capture=second, start=0, end=13, quote="We will talk.")
    assert page_of(document).stretches[0].address
    assert not page_of(document, version=1).stretches[0].address


def test_what_was_never_fetched_has_no_text() -> None:
    page = page_of(make_document())
    assert (page.shown, page.stretches, page.captures) == (None, (), ())
