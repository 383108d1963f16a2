"""Whom a text credits with its words, and whom it only speaks of."""

from collections.abc import Sequence

import pytest

from issues import reference
from issues.reading.credits import Credits, Outlet

COURIER = Outlet("courier", "Korvast Courier")
WIRE = Outlet("wire", "Vesper Wire", ("Веспер",))
GAZETTE = Outlet("gazette", "Вестник пролива")
OUTLETS = (COURIER, WIRE, GAZETTE)


def credited(text: str, *, own: str = "", outlets: Sequence[Outlet] = OUTLETS) -> list[str]:
    return [outlet.key for outlet in Credits(outlets, reference.packs()).find(text, own=own)]


@pytest.mark.parametrize(
    "text",
    [
        "“We will talk,” Aldren told Vesper Wire.",
        "“We will talk,” Aldren told the state news agency Vesper Wire on Friday.",
        "The minister said so in an interview with Vesper Wire.",
        "According to Vesper Wire, no flights are planned.",
        "Vesper Wire reports that flights resume.",
        "The Vesper Wire agency reported on Friday that flights resume.",
        "KORVAST, 3 June (Vesper Wire) - Flights resume.",
        "Flights resume. – Vesper Wire",
        "Flights resume.\nSource: Vesper Wire\nMore news",
        "Flights resume.\nVesper Wire",
        "Об этом сообщает Веспер.",
        "Об этом министр заявил агентству «Веспер».",
        "Как передаёт «Веспер», рейсы возобновят.",
        "O wznowieniu lotów podała Vesper Wire.",
    ],
)
def test_a_word_of_passing_on_or_a_name_by_itself_is_a_credit(text: str) -> None:
    assert credited(text) == ["wire"]


@pytest.mark.parametrize(
    "text",
    [
        "Vesper Wire was fined by a court in Korvast last week for what it printed in May.",
        "The editor of Vesper Wire was received by the minister, and they spoke of the flights for an hour.",
        "“We will talk,” Aldren told reporters.",
        "Aldren told the Vesper Wireless Company nothing.",
        "Редактора «Веспера» принял министр, разговор о рейсах длился больше часа.",
    ],
)
def test_a_text_may_speak_of_an_outlet(text: str) -> None:
    assert credited(text) == []


def test_russian_names_are_found_in_every_case() -> None:
    assert credited("Как рассказал министр Вестнику пролива, рейсы возобновят.") == ["gazette"]
    assert credited("В интервью «Вестнику пролива» министр назвал срок.") == ["gazette"]


def test_an_outlets_own_name_is_no_credit_and_two_stand_in_their_order() -> None:
    text = "Vesper Wire reports, citing the Korvast Courier, that flights resume."
    assert credited(text) == ["wire", "courier"]
    assert credited(text, own="wire") == ["courier"]


def test_an_agency_is_known_by_its_names_in_several_languages() -> None:
    agencies = tuple(agency.outlet for agency in reference.agencies())
    assert credited("сообщает ТАСС", outlets=agencies) == ["tass"]
    assert credited("MOSCOW, June 3 /TASS/. Nothing.", outlets=agencies) == ["tass"]
    assert credited("(Reuters) - Nothing.", outlets=agencies) == ["reuters"]
    assert credited("据新华社报道", outlets=agencies) == ["xinhua"]


def test_without_outlets_or_words_of_passing_on_there_is_nothing_to_find() -> None:
    assert credited("told Vesper Wire", outlets=()) == []
    assert list(Credits(OUTLETS, ()).find("Aldren told Vesper Wire so.", own="")) == []
