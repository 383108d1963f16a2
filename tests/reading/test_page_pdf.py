from datetime import date

import pytest

from issues.reading.page import UnreadablePage
from issues.reading.page_pdf import read_pdf
from issues.vocabulary import DateOrigin
from tests.reading.pdf_files import LOCKED, pdf_file

FIRST = "The ministry of Norland has the honour to inform the embassy that the negotia-"
SECOND = "tions on direct flights will go on in the third quarter of the year."


def test_lines_are_joined_into_paragraphs_and_divided_words_put_together() -> None:
    page = read_pdf(pdf_file([[FIRST, SECOND, "The embassy is asked to confirm this in writing."]]))
    paragraph = (
        "The ministry of Norland has the honour to inform the embassy that the negotiations on direct flights"
        " will go on in the third quarter of the year."
    )
    assert page.text.startswith(paragraph)
    assert page.text.endswith("The embassy is asked to confirm this in writing.")


def test_questions_answers_and_points_keep_their_own_lines() -> None:
    lines = [
        "Interview",
        "Question: Will direct flights between the two countries be resumed this year at all?",
        "Answer: No progress has been made.",
        "1. The first point of the plan is about visas.",
        "2. The second one is about property.",
    ]
    assert read_pdf(pdf_file([lines])).text.split("\n") == lines


def test_running_heads_and_page_numbers_are_left_out_and_paragraphs_cross_pages() -> None:
    numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    body = [f"the sentence that has number {number} fills its line up to the end" for number in numbers]
    pages = [
        ["MINISTRY OF NORLAND", *body[3 * number : 3 * number + 3], f"Page {number + 1} of 3"]
        for number in range(3)
    ]
    text = read_pdf(pdf_file(pages)).text
    assert "MINISTRY" not in text
    assert "Page" not in text
    assert text == " ".join(body)


def test_the_document_information_gives_title_and_day_of_creation() -> None:
    raw = pdf_file(
        [["Text of the note."]],
        information="/Title (Note verbale) /CreationDate (D:20260610120000Z) /ModDate (D:20270101000000Z)",
    )
    page = read_pdf(raw)
    assert page.title == "Note verbale"
    assert page.published is not None
    assert (page.published.day, page.published.origin) == (date(2026, 6, 10), DateOrigin.METADATA)


@pytest.mark.parametrize(
    "title", ["", "untitled", "Microsoft Word - note.doc", "note_final.pdf", "Document1"]
)
def test_titles_that_programs_put_in_are_none(title: str) -> None:
    page = read_pdf(pdf_file([["Text."]], information=f"/Title ({title}) /ModDate (D:20270101000000Z)"))
    assert (page.title, page.published) == (None, None)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (pdf_file([[]], text=False), "text recognition"),
        (pdf_file([["Secret."]], trailer=LOCKED), "password"),
        (b"%PDF-1.4\nnothing", "damaged"),
    ],
)
def test_a_pdf_without_text_is_refused_with_what_to_do(raw: bytes, said: str) -> None:
    with pytest.raises(UnreadablePage, match=said):
        read_pdf(raw)
