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


@pytest.mark.parametrize(
    ("text", "name", "party", "role"),
    [
        ("EPA Administrator Ida Holm spoke in Nordmark's capital.", "Ida Holm", None, "EPA Administrator"),
        ("Nordmark's Director Ida Holm spoke.", "Ida Holm", "XN", "Director"),
        ("Director Ida Holm spoke of the film.", "Ida Holm", None, ""),
        (
            "Iven, Minister for Foreign Affairs, Senator Ida Holm",
            "Ida Holm",
            None,
            "Minister for Foreign Affairs",
        ),
    ],
)
def test_a_style_is_no_part_of_a_name(
    text: str, name: str, party: str | None, role: str, gazetteer: Gazetteer
) -> None:
    found = people(text, gazetteer)[-1]
    assert (found.name, found.party, found.role) == (name, party, role)


def test_an_ambassador_to_a_state_is_not_of_it(gazetteer: Gazetteer) -> None:
    sent, of, own = (
        people(text, gazetteer)[-1]
        for text in (
            "Ambassador to Nordmark Ida Holm spoke.",
            "Ambassador of Valdoria to Nordmark Ida Holm spoke.",
            "Nordmark's Ambassador Ida Holm spoke.",
        )
    )
    assert (sent.party, sent.posted) == (None, "XN")
    assert (of.party, of.posted) == ("XV", "XN")
    assert (own.party, own.posted) == ("XN", None)


def test_two_captions_are_two_people(gazetteer: Gazetteer) -> None:
    found = people("Ida Holm\nUlf Dal", gazetteer)
    assert [m.name for m in found] == ["Ida Holm", "Ulf Dal"]


def test_a_word_that_only_sounds_like_a_surname_is_nobody(gazetteer: Gazetteer) -> None:
    assert people("En Linde Korvast", gazetteer) == []


def test_the_clock_is_nobody(gazetteer: Gazetteer) -> None:
    assert people("Halvik\n\n5:00 P.M. PST\n\nTHE PRESIDENT: Thank you.", gazetteer) == []


def test_the_party_of_another_s_office_is_not_one_s_own(gazetteer: Gazetteer) -> None:
    found = people("After meeting the Prime Minister of Valdoria, Minister Ida Holm spoke.", gazetteer)
    assert [(m.name, m.party) for m in found] == [("Ida Holm", None)]


def test_russian_captions_offices_and_representatives(gazetteer: Gazetteer) -> None:
    found = people(
        "Представитель Вальдории Ида Холм ответила. Представитель фирмы Пётр Даль молчал. "
        "Официальный представитель нашего министерства иностранных дел Ульф Рен согласился.",
        gazetteer,
    )
    assert [(m.name, m.party, bool(m.role)) for m in found] == [
        ("Ида Холм", "XV", True),
        ("Пётр Даль", None, False),
        ("Ульф Рен", None, True),
    ]


def test_a_seat_in_parliament_is_not_held_by_a_minister_of_that_surname(gazetteer: Gazetteer) -> None:
    (speaker,) = people("Speaker Varga wants Valdoria to pay first.", gazetteer)
    assert (speaker.name, speaker.key, speaker.party) == ("Varga", None, None)
    (minister,) = people("Deputy Foreign Minister Varga wants Nordmark to pay first.", gazetteer)
    assert minister.key == "elena-varga"
