"""Parties named together: two make a pair, three or more make none."""

import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.listed import acting_together, chains_of, joined_pair, partners
from issues.reading.marks import Marks


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Talks between Nordmark and Valdoria went on.", ("XN", "XV")),
        ("The Nordmark-Valdoria talks went on.", ("XN", "XV")),
        ("Nordmark and the Republic of Valdoria signed.", ("XN", "XV")),
        ("Nordmark, Valdoria and Sarkand signed.", None),
        ("A drill of Nordmark and Valdoria and Sarkand.", None),
        ("Nordmark signed, and so did Valdoria.", None),
    ],
)
def test_two_are_joined_and_three_are_not(
    text: str, pair: tuple[str, str] | None, gazetteer: Gazetteer
) -> None:
    marks = Marks(text, gazetteer=gazetteer, language="en")
    assert joined_pair(marks, marks.parties, None) == pair


def test_those_who_act_beside_the_speaker(gazetteer: Gazetteer) -> None:
    marks = Marks("Nordmark, Valdoria and Sarkand call on Pelagia.", gazetteer=gazetteer, language="en")
    chains = chains_of(marks, marks.parties)
    assert chains == [{"XN", "XV", "XS"}]
    assert acting_together(chains, "XN") == {"XV", "XS"}
    assert acting_together(chains, "XP") == set()


def test_partners_stand_aside_where_another_is_named(gazetteer: Gazetteer) -> None:
    text = "With Nordmark, Valdoria and Sarkand we imposed costs on the Pelagian regime."
    marks = Marks(text, gazetteer=gazetteer, language="en")
    chains = chains_of(marks, marks.parties)
    assert partners(chains, {"XN", "XV", "XS", "XP"}, "XO") == {"XN", "XV", "XS"}
    assert partners(chains, {"XN", "XV", "XS", "XO"}, "XO") == set()
