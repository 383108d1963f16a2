from datetime import date

import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.marks import Marks
from issues.reading.people import Mention, People, Sort

ON = date(2025, 6, 26)


def people(text: str, gazetteer: Gazetteer, on: date = ON) -> list[Mention]:
    language = "ru" if any("а" <= char <= "я" for char in text) else "en"
    marks = Marks(text, gazetteer=gazetteer, language=language)
    return [m for m in People(marks, gazetteer, on).mentions if m.sort is Sort.PERSON]


@pytest.mark.parametrize(
    ("text", "name", "party", "role"),
    [
        (
            "Valdorian Foreign Ministry spokesman Igor Beran spoke.",
            "Igor Beran",
            "XV",
            "Foreign Ministry spokesman",
        ),
        ("Foreign Minister Ida Holm of Nordmark spoke.", "Ida Holm", "XN", "Foreign Minister"),
        ("Nordmark's Prime Minister Ida Holm spoke.", "Ida Holm", "XN", "Prime Minister"),
        ("Ida Holm, the Nordmarkian foreign minister, spoke.", "Ida Holm", "XN", "foreign minister"),
        ("In Halvik, Deputy Foreign Minister Ida Holm spoke.", "Ida Holm", "XN", "Deputy Foreign Minister"),
        (
            "Министр иностранных дел Нордмарка Ида Холм выступила.",
            "Ида Холм",
            "XN",
            "Министр иностранных дел",
        ),
    ],
)
def test_an_unknown_person_is_introduced(
    text: str, name: str, party: str, role: str, gazetteer: Gazetteer
) -> None:
    (found,) = people(text, gazetteer)
    assert (found.name, found.party, found.role, found.key) == (name, party, role, None)


def test_a_known_official_has_the_office_of_that_day(gazetteer: Gazetteer) -> None:
    (now,) = people("Elena Varga spoke.", gazetteer)
    (then,) = people("Elena Varga spoke.", gazetteer, date(2021, 1, 1))
    assert (now.role, then.role) == ("Deputy Foreign Minister", "Ambassador to Nordmark")


def test_a_surname_means_the_person_introduced(gazetteer: Gazetteer) -> None:
    found = people("Foreign Minister Ida Holm of Nordmark came late. Holm apologised.", gazetteer)
    assert [(m.name, m.party) for m in found] == [("Ida Holm", "XN")] * 2


def test_namesakes_are_told(gazetteer: Gazetteer) -> None:
    (found,) = people("Minister Lind spoke.", gazetteer)
    assert found.name == "Tomas Lind"  # the one in office that day
    assert found.namesakes == ("Anna Lind",)


def test_people_without_an_office_hold_none(gazetteer: Gazetteer) -> None:
    found = people("The baker Jan Dub spoke to Ida Holm.", gazetteer)
    assert {m.role for m in found} == {""}
