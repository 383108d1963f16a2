"""Whose officials an article's people are; states and people are invented."""

import pytest

from issues.reading.gazetteer import Gazetteer
from tests.reading.reading_help import about, read


@pytest.mark.parametrize(
    "said",
    [
        "Foreign Minister Olga Brenn said Valdoria would resume flights to Nordmark in May.",
        "Foreign Minister Olga Brenn told us that Valdorian airlines would resume flights to Nordmark.",
    ],
)
def test_whom_a_minister_speaks_of_is_whom_she_speaks_for(said: str, gazetteer: Gazetteer) -> None:
    (found,) = read(said, gazetteer, "Flights are back")
    assert (found.speaker, found.party, found.relationship) == ("Olga Brenn", "XV", ("XN", "XV"))


def test_a_clause_before_tells_as_well(gazetteer: Gazetteer) -> None:
    text = "Korvast intends to reopen its consulate in Halvik by May, Foreign Minister Olga Brenn said."
    (found,) = read(text, gazetteer, "Consulates")
    assert (found.speaker, found.party) == ("Olga Brenn", "XV")


def test_what_another_must_do_tells_nothing(gazetteer: Gazetteer) -> None:
    text = "Minister Olga Brenn said Nordmark must return the embassy of Valdoria."
    found = read(text, gazetteer, "The quarrel of Nordmark and Valdoria over embassies")
    assert {one.party for one in found} <= {None}


def test_our_partners_are_not_we(gazetteer: Gazetteer) -> None:
    text = (
        "Minister Olga Brenn said Nordmark had closed the consulate. “Our Nordmarkian partners will not open "
        "the consulate,” Brenn said. Brenn said Valdoria would close the consulate of Nordmark."
    )
    found = about(read(text, gazetteer, "Consulates of Nordmark and Valdoria"), "would close")
    assert [(one.speaker, one.party) for one in found] == [("Olga Brenn", "XV")]


def test_an_unnamed_official_is_of_the_party_that_describes_him(gazetteer: Gazetteer) -> None:
    text = "There are no plans to reopen the consulate in Halvik, a Valdorian defence ministry official said."
    (found,) = read(text, gazetteer, "Consulate stays closed")
    assert (found.speaker, found.party) == (None, "XV")
    assert found.speaker_role == "a Valdorian defence ministry official"
