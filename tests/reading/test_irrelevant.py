"""Flights, visas, missiles, prisons and embassies without diplomacy: the reader keeps silent."""

from pathlib import Path

import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.reader import read_document
from tests.reading.reading_help import read

TEXTS = [
    text
    for language in ("en", "ru", "other")
    for text in (Path(__file__).parent / f"texts/irrelevant_{language}.txt").read_text("utf-8").split("\n\n")
]


def test_there_are_enough_of_them() -> None:
    assert len(TEXTS) >= 70


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_no_diplomacy_no_suggestion(text: str, gazetteer: Gazetteer) -> None:
    assert read_document(text, gazetteer=gazetteer).suggestions == ()


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_not_even_where_the_source_is_followed_for_two_parties(text: str, gazetteer: Gazetteer) -> None:
    reading = read_document(text, gazetteer=gazetteer, home=("XN", "XV"), outlet_party="XN")
    assert reading.suggestions == ()


def test_what_nominees_did_is_no_statement(gazetteer: Gazetteer) -> None:
    text = (
        "Today, President Sergei Orlov announced his intent to nominate Rosa Bell.\n\n"
        "Bell was Counselor at the Valdorian Embassy in Nordmark, where relations between Valdoria and "
        "Nordmark improved dramatically and direct flights to Nordmark were resumed."
    )
    assert not read(text, gazetteer, "President Orlov Announces Key Nominees", outlet_party="XV")
    longer = "President Orlov Announces 12 Key Climate and Infrastructure Administration Nominations"
    assert not read(text, gazetteer, longer, outlet_party="XV")
    assert read(text, gazetteer, "Statement from President Orlov on Relations", outlet_party="XV")
