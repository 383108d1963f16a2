import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.label_kinds import is_heading_alone, is_private, official_of
from issues.reading.packs import LanguagePack


@pytest.mark.parametrize(
    ("label", "heading"),
    [
        ("Valdoria", True),
        ("The Kingdom of Nordmark", True),
        ("In the Gulf", True),
        ("On Trade", True),
        ("VALDORIA", False),
        ("Valdorian Minister", False),
        ("Minister of Valdoria", False),
        ("Ann Lee", False),
        ("", False),
    ],
)
def test_a_heading_is_told_from_a_speaker(
    label: str, heading: bool, gazetteer: Gazetteer, packs: dict[str, LanguagePack]
) -> None:
    assert is_heading_alone(label, packs["en"], gazetteer) is heading


def test_who_leads_a_company_holds_no_office(packs: dict[str, LanguagePack]) -> None:
    assert is_private("Northern Air CEO Ann Lee", packs["en"])
    assert is_private("Ann Lee, Founder", packs["en"])
    assert not is_private("Foreign Minister Ann Lee", packs["en"])
    assert is_private("Northern Air President and Chief Investment Officer Ann Lee", packs["en"])
    assert not is_private("Chief Negotiator Ann Lee", packs["en"])


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Sen. Ann Lee", "Ann Lee"),
        ("Senate Majority Leader Ann Lee", "Ann Lee"),
        ("Foreign Minister Tomas Lind of Nordmark", "Tomas Lind"),
        ("Ann Lee", None),
        ("Harbour Cranes", None),
    ],
)
def test_only_who_has_an_office_counts_in_a_round_up(
    label: str, name: str | None, gazetteer: Gazetteer, packs: dict[str, LanguagePack]
) -> None:
    found = official_of(label, packs["en"], gazetteer, None)
    assert (found.name if found else None) == name
