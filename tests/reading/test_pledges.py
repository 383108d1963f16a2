from datetime import date

import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.marks import Marks
from issues.reading.pledges import find_pledge, signal_with
from issues.reading.signals import find_signal
from issues.vocabulary import Signal

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


@pytest.mark.parametrize(
    ("text", "signal", "last_day"),
    [
        # an agreement that is dated keeps its date, and is owed
        (
            "The ministers agreed to hold consultations in the fourth quarter of this year.",
            Signal.COMMITMENT,
            date(2025, 12, 31),
        ),
        ("We will hand over the list within 48 hours.", Signal.COMMITMENT, date(2025, 6, 28)),
        ("Visa fees will be abolished from 1 September.", Signal.COMMITMENT, date(2025, 9, 1)),
        ("Flights resume on 1 July.", Signal.COMMITMENT, date(2025, 7, 1)),
        ("Korvast intends to reopen its consulate before year-end.", Signal.COMMITMENT, date(2025, 12, 31)),
        # a promise without a bound stays one
        ("The talks will be resumed in the coming weeks.", Signal.COMMITMENT, None),
        # what steps back stays what it is
        ("We will impose sanctions on 1 July.", Signal.THREAT, date(2025, 7, 1)),
        # no promise: a demand, a date that is past, a condition
        ("Valdoria must release the crew by 1 July.", Signal.DEMAND, None),
        ("Flights resumed on 2 February.", Signal.PROGRESS, None),
        ("If the visas are issued by 1 July, we will lift the ban.", Signal.POSITION, None),
        # Russian
        ("С 1 сентября визы будут выдаваться бесплатно.", Signal.COMMITMENT, date(2025, 9, 1)),
        ("Министры договорились провести консультации до конца года.", Signal.COMMITMENT, date(2025, 12, 31)),
        ("Консультации пройдут в ближайшие недели.", Signal.COMMITMENT, None),
        ("Вальдория должна освободить экипаж до 1 июля.", Signal.DEMAND, None),
    ],
)
def test_what_is_owed_and_by_when(
    text: str, signal: Signal, last_day: date | None, gazetteer: Gazetteer
) -> None:
    language = "ru" if "а" <= text[1].lower() <= "я" or text.startswith("С ") else "en"
    marks = Marks(text, gazetteer=gazetteer, language=language)
    found = find_signal(marks, 0, len(text))
    pledge = find_pledge(marks, 0, len(text), found.promises or found.awaits, ON, language)
    assert signal_with(pledge, found.signal, promises=found.promises) is signal
    due = pledge.due.upper if pledge and pledge.due else None
    assert due == last_day


def test_a_doubt_beside_a_dated_promise_does_not_undo_it(gazetteer: Gazetteer) -> None:
    told = "You will see our experts in Halvik before the end of the summer."
    text = f"{told} There is no date yet, but there is an understanding."
    marks = Marks(text, gazetteer=gazetteer, language="en")
    pledge = find_pledge(marks, 0, len(text), True, ON, "en")
    assert pledge is not None
    assert pledge.due is not None
    assert pledge.due.upper == date(2025, 8, 31)
    doubted = Marks("There is no date before the end of the summer.", gazetteer=gazetteer, language="en")
    doubt = find_pledge(doubted, 0, len(doubted.text), True, ON, "en")
    assert doubt is not None
    assert doubt.due is None
