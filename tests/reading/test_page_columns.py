from itertools import chain

import pytest

from issues.reading.page_columns import Box, in_columns
from issues.reading.page_pdf import read_pdf
from tests.reading.pdf_files import Placed, pdf_file

HEAD = "JOINT BULLETIN OF THE TWO MINISTRIES ON THE STATE OF THEIR RELATIONS"
FOOT = "This bulletin is issued by both ministries and runs over the whole width of the page."
LEFT = [
    "The ministry of Norland said on",
    "Monday that direct flights to",
    "Valdoria would be resumed by",
    "the end of June. The two sides",
    "will hold consultations on the",
    "return of the seized villas.",
]
RIGHT = [
    "Valdoria answered that it had",
    "no such plans. Its embassy in",
    "Norland works with half of its",
    "staff, and visas are issued",
    "only to relatives. No date",
    "for talks has been set.",
]


def row_by_row(left: list[str], right: list[str], *, top: int = 740) -> list[Placed]:
    rows = enumerate(zip(left, right, strict=True))
    return [
        placed
        for number, (one, other) in rows
        for placed in ((64, top - 14 * number, one), (310, top - 14 * number, other))
    ]


def test_columns_that_were_drawn_row_by_row_are_read_one_after_the_other() -> None:
    placed = [(64, 780, HEAD), *row_by_row(LEFT, RIGHT), (64, 600, FOOT)]
    text = read_pdf(pdf_file([[]], placed=placed)).text
    assert text == f"{HEAD}\n" + " ".join([*LEFT, *RIGHT, FOOT])


def test_a_line_over_the_whole_page_parts_two_pairs_of_columns() -> None:
    placed = [*row_by_row(LEFT, RIGHT), (64, 640, FOOT), *row_by_row(RIGHT, LEFT, top=620)]
    text = read_pdf(pdf_file([[]], placed=placed)).text
    assert text == " ".join([*LEFT, *RIGHT, FOOT, *RIGHT, *LEFT])


def test_columns_that_were_drawn_whole_stay_as_they_were_drawn() -> None:
    columns = [(64, LEFT), (310, RIGHT)]
    placed = [(x, 740 - 14 * number, words) for x, lines in columns for number, words in enumerate(lines)]
    assert read_pdf(pdf_file([[]], placed=placed)).text == " ".join([*LEFT, *RIGHT])


def test_a_table_is_read_by_its_rows() -> None:
    names = ["Flights", "Visas", "The villas in the capital", "Prisoners", "Missions", "Arms"]
    text = read_pdf(pdf_file([[]], placed=row_by_row(names, RIGHT))).text
    first = [text.index(words) for words in chain.from_iterable(zip(names, RIGHT, strict=True))]
    assert first == sorted(first)


@pytest.mark.parametrize("lines", [0, 1, 3])
def test_few_lines_are_no_columns(lines: int) -> None:
    boxes = [Box(x, 700 - 14 * n, x + 130, 710 - 14 * n) for n in range(lines) for x in (64, 310)]
    assert in_columns(boxes) is None


def test_a_page_of_one_column_has_no_gutter() -> None:
    assert in_columns([Box(64, 700 - 14 * n, 530, 710 - 14 * n) for n in range(30)]) is None
