"""The list of officials."""

from datetime import date

import pytest

from issues.analysis.officials import listing as module
from issues.analysis.officials.listing import Asked, Listing, officials_listing
from issues.models import Official
from issues.vocabulary import ReviewState
from tests.factories import make_official, make_statement, make_tenure

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def listed(**params: str) -> Listing:
    return officials_listing(Asked.read(params), today=TODAY)


def names(**params: str) -> list[str]:
    return [name.name for name in listed(**params).names]


def speaks(name: str, **fields: str) -> None:
    official = make_official(name, slug=f"official-{Official.objects.count()}", **fields)
    make_statement("We will talk.", official=official)


def test_only_who_has_said_something_that_counts_is_listed_with_todays_office() -> None:
    official = make_official("Karel Aldren")
    make_tenure(official, "Ambassador", started_on=date(2020, 1, 1), ended_on=date(2025, 12, 31))
    make_tenure(official, "Minister", started_on=date(2026, 1, 1))
    make_statement("We will talk.", official=official)
    silent = make_official("Silent Person")
    make_statement("Perhaps.", official=silent, state=ReviewState.SUGGESTED)
    (name,) = listed().names
    assert (name.name, name.party, name.office) == ("Karel Aldren", "Party XN", "Minister")


def test_by_family_name_letter_and_party() -> None:
    speaks("Zoe Aldren")
    speaks("Anna Veld", party="XV")
    speaks("Борис Жилин", party="XV")
    assert names() == ["Zoe Aldren", "Anna Veld", "Борис Жилин"]
    assert [letter.label for letter in listed().letters] == ["A", "V", "Z"]
    assert names(letter="Z") == ["Борис Жилин"]
    assert names(party="XV") == ["Anna Veld", "Борис Жилин"]
    assert [(each.label, each.is_current) for each in listed(party="XV").parties] == [
        ("Party XN", False),
        ("Party XV", True),
    ]
    assert names(party="XV", letter="a") == []


@pytest.mark.parametrize("spelling", ["zhilin", "Жилин", "Boris Jilin", "ZHIL", "Борис"])
def test_by_any_spelling_of_a_name(spelling: str) -> None:
    speaks("Борис Жилин")
    speaks("Zoe Aldren")
    assert names(q=spelling) == ["Борис Жилин"]


def test_a_percent_sign_is_no_pattern() -> None:
    speaks("Zoe Aldren")
    assert names(q="%") == []


def test_pages_follow_one_another_even_among_namesakes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAGE", 2)
    for first in ("A", "B", "C", "D", "E"):
        speaks(f"{first} Aldren")
    seen: list[str] = []
    params: dict[str, str] = {}
    for pages in (1, 2, 3):
        page = listed(**params)
        seen += [name.name for name in page.names]
        assert bool(page.further) == (pages < 3)
        if page.further:
            params = {"after": page.further.split("after=")[1]}
    assert seen == [f"{first} Aldren" for first in "ABCDE"]


@pytest.mark.parametrize("after", ["junk", ".", "a.x", "a.99999999999999999999"])
def test_any_cursor_gives_the_first_page(after: str) -> None:
    speaks("Zoe Aldren")
    assert names(after=after) == ["Zoe Aldren"]
