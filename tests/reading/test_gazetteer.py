from datetime import date

from issues.reading.gazetteer import Gazetteer
from issues.reading.marks import Marks
from tests.reading.conftest import OFFICIALS


def codes(text: str, gazetteer: Gazetteer, language: str = "en") -> list[str]:
    return [hit.code for hit in Marks(text, gazetteer=gazetteer, language=language).parties]


def test_parties_are_found_by_name_adjective_demonym_and_capital(gazetteer: Gazetteer) -> None:
    text = "The Kingdom of Nordmark and Korvast heard Sarkandi sailors and two Nordmarkers."
    assert codes(text, gazetteer) == ["XN", "XV", "XS", "XN"]


def test_russian_names_are_found_in_every_case(gazetteer: Gazetteer) -> None:
    text = "Переговоры вальдорско-нордмаркской комиссии о Сарканде прошли в Хальвике; вальдорцам выдали визы."
    assert codes(text, gazetteer, "ru") == ["XV", "XN", "XS", "XN", "XV"]


def test_firms_and_first_names_are_no_parties(gazetteer: Gazetteer) -> None:
    assert codes("Nordmarkian Airlines, the Halvik Times and Korvast Baker the cook", gazetteer) == []
    assert codes("Nordmark President Kant", gazetteer) == ["XN"]


def test_an_office_is_the_one_held_that_day() -> None:
    varga = OFFICIALS[0]
    held = varga.office_on(date(2021, 5, 5))
    assert held is not None
    assert held.office == "Ambassador to Nordmark"
    now = varga.office_on(date(2025, 5, 5))
    assert now is not None
    assert now.office == "Deputy Foreign Minister"
    assert varga.office_on(date(2010, 1, 1)) is None
    assert varga.office_on(None) is None


def test_a_language_without_a_pack_is_read_with_the_english_one(gazetteer: Gazetteer) -> None:
    assert gazetteer.pack("fr").language == "en"
    assert gazetteer.tree("fr") is gazetteer.tree("en")
    assert Gazetteer(parties=(), officials=(), packs=()).pack("en").phrases == ()
