"""Rules of reading in Polish, one invented text each:
a wire report, an interview, a statement, a treaty."""

import pytest

from tests.reading.abroad import Expected, expect, read_abroad

WIRE = """HALWIK, 12 czerwca (Kurier) — Nordmark zawiesił bezpośrednie loty do Waldorii, ogłosił w czwartek minister transportu Nordmarku Erik Solvang.

„Wznowimy loty do końca sierpnia” – powiedział Solvang.

Rzeczniczka MSZ Waldorii Klara Widal oświadczyła, że Korwast odpowie na ten krok. „Nie ma żadnego postępu w sprawie wydawania wiz” – dodała rzeczniczka.

Ministerstwo Spraw Zagranicznych Waldorii poinformowało, że dwaj dyplomaci nordmarscy muszą opuścić kraj do 30 czerwca.
"""  # noqa: E501 - lines of an article are long

INTERVIEW = """Wywiad z ambasadorem Waldorii w Nordmarku Pawłem Kupcem

Pytanie: Jak przebiegają rozmowy w sprawie konsulatów?

Odpowiedź: Nasze konsulaty w Halwiku pozostają zamknięte. Zaproponowaliśmy Nordmarkowi otwarcie konsulatów do 1 września 2026 roku.

Pytanie: A wymiana więźniów?

Odpowiedź: Rozmowy o wymianie więźniów trwają. Nie uzgodniono żadnej listy.

Pytanie: Jakie jest pana ulubione danie?

Odpowiedź: Zupa.
"""  # noqa: E501 - lines of an article are long

STATEMENT = """Oświadczenie Ministerstwa Spraw Zagranicznych Waldorii

Ministerstwo Spraw Zagranicznych Waldorii potępia zamknięcie konsulatu Waldorii w Halwiku. Decyzja ta narusza konwencję wiedeńską.

Waldoria żąda od Nordmarku ponownego otwarcia konsulatu. Waldoria zastrzega sobie prawo do podjęcia kroków.
"""  # noqa: E501 - lines of an article are long

TREATY = """KORWAST, 3 czerwca (Kurier) — Traktat o rakietach między Waldorią a Sarkandem wygasa 31 grudnia, przypomniał we wtorek wiceminister spraw zagranicznych Waldorii Marek Dębski.

„Inspekcje są zawieszone, a konsultacje z Sarkandem nie zostały wznowione” – dodał Dębski.

Według ambasador Sarkandu Leili Amrani jej kraj jest gotowy do rozmów o przedłużeniu traktatu.
"""  # noqa: E501 - lines of an article are long

IRRELEVANT = (
    "Najlepsze promocje na tanie loty na lato: Rzym, Paryż i Ateny już od 150 złotych. Podróżni powinni sprawdzić paszport i wizę przed wyjazdem. Zarezerwuj hotel blisko plaży.",  # noqa: E501
    "Film „Rakieta” opowiada historię zbiegłego więźnia. Reżyser pokazał go na festiwalu, a ambasadorka marki wręczyła nagrodę najlepszemu aktorowi.",  # noqa: E501
)

EXPECTED = [
    Expected(WIRE, "zawiesił", "Erik Solvang", "XN", "flights", "suspended", None),
    Expected(WIRE, "Wznowimy", "Erik Solvang", "XN", "flights", "commitment", "2026-08-31"),
    Expected(WIRE, "żadnego postępu", "Klara Widal", "XV", "visas", "no_progress", None),
    Expected(WIRE, "muszą opuścić", None, "XV", "diplomatic_property", "setback", None),
    Expected(INTERVIEW, "pozostają zamknięte", ..., "XV", "diplomatic_property", "no_progress", None),
    Expected(INTERVIEW, "Zaproponowaliśmy", ..., "XV", "diplomatic_property", "offer", None),
    Expected(INTERVIEW, "żadnej listy", ..., "XV", "prisoner_exchange", "no_progress", None),
    Expected(STATEMENT, "wiedeńską", None, "XV", "diplomatic_property", "setback", None),
    Expected(STATEMENT, "zastrzega sobie", None, "XV", "diplomatic_property", "threat", None),
    Expected(TREATY, "wygasa", "Marek Dębski", "XV", "arms_control", "lapsed", None),
    Expected(TREATY, "Inspekcje", "Marek Dębski", "XV", "arms_control", "suspended", None),
    Expected(TREATY, "przedłużeniu", ..., "XS", "arms_control", "offer", None),
]


@pytest.mark.parametrize("expected", EXPECTED, ids=[each.words for each in EXPECTED])
def test_what_is_stated(expected: Expected) -> None:
    expect(expected, "pl")


def test_what_is_asked_and_what_is_no_matter_between_states_is_not_proposed() -> None:
    found = read_abroad(INTERVIEW, "pl")
    assert all(each.question for each in found)
    assert not any("ulubione danie" in each.quote for each in found)


@pytest.mark.parametrize("text", IRRELEVANT, ids=("holidays", "cinema"))
def test_no_diplomacy_no_suggestion(text: str) -> None:
    assert read_abroad(text, "pl") == []
    assert read_abroad(text, "pl", home=("XN", "XV"), outlet_party="XN") == []
