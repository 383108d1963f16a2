"""How much a party weighs in a passage: behind a conflict, spoken to, or the one it is on."""

import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.marks import Marks
from issues.reading.people import People
from issues.reading.standing import count_parties


def most(text: str, gazetteer: Gazetteer, language: str = "en") -> str:
    marks = Marks(text, gazetteer=gazetteer, language=language)
    people = People(marks, gazetteer, None)
    counted = count_parties(marks, people.mentions, 0, len(text))
    return max(counted, key=lambda code: counted[code])


@pytest.mark.parametrize(
    "text",
    [
        "We told Pelagia what its help will bring, after Sarkand's long war on Nordmark.",
        "We will communicate to Pelagia what comes of its support for Sarkandi firms.",
        "We stand with the people of Pelagia against Sarkand's brutal and unprovoked aggression.",
        "We stand with the people of Pelagia in the face of the invasion by Sarkand, a Sarkandi attack.",
        "At the ISU summit and after the ISU meeting we told nobody but Pelagia.",
        "Under our One Sarkand policy we deepen our ties with Pelagia.",
    ],
)
def test_a_party_behind_a_conflict_or_a_principle_weighs_less_than_whom_it_is_said_of(
    text: str, gazetteer: Gazetteer
) -> None:
    assert most(text, gazetteer) == "XP"


@pytest.mark.parametrize(
    "text",
    [
        "Президент призвал Нордмарк влиять на Вальдорию из-за войны в Сарканде.",
        "Министр провел переговоры с Нордмарком о ситуации в Сарканде, о Сарканде и речь.",
    ],
)
def test_whom_a_russian_text_calls_on_weighs_more(text: str, gazetteer: Gazetteer) -> None:
    assert most(text, gazetteer, "ru") == "XN"


def test_a_party_and_the_holder_of_its_office_are_named_once(gazetteer: Gazetteer) -> None:
    text = "The Valdorian President Sergei Orlov spoke."
    marks = Marks(text, gazetteer=gazetteer, language="en")
    people = People(marks, gazetteer, None)
    assert count_parties(marks, people.mentions, 0, len(text)) == {"XV": 1.0}
