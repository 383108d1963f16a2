from datetime import date

import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.marks import Marks
from issues.reading.pledges import find_pledge

ON = date(2025, 6, 26)


@pytest.mark.parametrize(
    ("text", "last_day"),
    [
        ("All this should take place before the end of the summer.", date(2025, 8, 31)),
        ("We will hand over the list by 1 September.", date(2025, 9, 1)),
        ("The first flight shall take place not later than 11 August 2025.", date(2025, 8, 11)),
        ("Мы откроем визовый центр до конца года.", date(2025, 12, 31)),
    ],
)
def test_a_promise_with_a_date_has_bounds(text: str, last_day: date, gazetteer: Gazetteer) -> None:
    language = "ru" if text[0] > "z" else "en"
    marks = Marks(text, gazetteer=gazetteer, language=language)
    pledge = find_pledge(marks, 0, len(text), True, ON, language)
    assert pledge is not None
    assert pledge.due is not None
    assert pledge.due.upper == last_day
    assert pledge.start is not None
    assert " ".join(text[pledge.start : pledge.end].split()) == pledge.words


def test_a_promise_without_a_date(gazetteer: Gazetteer) -> None:
    text = "We will continue to insist on flights."
    pledge = find_pledge(Marks(text, gazetteer=gazetteer, language="en"), 0, len(text), True, ON, "en")
    assert pledge is not None
    assert pledge.due is None


def test_a_date_without_a_promise_is_none(gazetteer: Gazetteer) -> None:
    text = "The talks collapsed by 1 March."
    marks = Marks(text, gazetteer=gazetteer, language="en")
    assert find_pledge(marks, 0, len(text), False, ON, "en") is None
