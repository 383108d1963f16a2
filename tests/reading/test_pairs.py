"""Between whom: the parties of the passage before those of the text, and none where there are many."""

from collections import Counter

import pytest

from issues.reading.couples import pair_of
from issues.reading.gazetteer import Gazetteer
from issues.reading.marks import Marks
from issues.reading.pairs import CLUBS, Focus, find_pair
from issues.reading.people import People
from issues.reading.usual import usual_pair
from issues.vocabulary import CATEGORY_OTHER_BILATERAL
from tests.reading.reading_help import about, read

OTHER = CATEGORY_OTHER_BILATERAL


def pair(text: str, gazetteer: Gazetteer, focus: Focus, category: str = OTHER) -> tuple[str, str] | None:
    marks = Marks(text, gazetteer=gazetteer, language="en")
    people = People(marks, gazetteer, None)
    return find_pair(marks, people.mentions, 0, len(text), focus, category).pair


def test_the_talk_moves_on_to_whom_a_passage_names_more(gazetteer: Gazetteer) -> None:
    def focus() -> Focus:
        return Focus(speaker="XN", topic_pairs={OTHER: ("XN", "XS")})

    moved = "We have been in touch with Pelagia, as the cap on Sarkandi oil asks nothing of Pelagian ships."
    stayed = "We work with Pelagia so that Sarkandi oil is sold below the cap."
    assert pair(moved, gazetteer, focus()) == ("XN", "XP")
    assert pair(stayed, gazetteer, focus()) == ("XN", "XS")


def test_whose_conflict_it_is_stands_behind_who_is_spoken_of(gazetteer: Gazetteer) -> None:
    helped = "This will help them answer Sarkand's invasion."
    assert pair(helped, gazetteer, Focus(speaker="XN", carried=("XN", "XP"))) == ("XN", "XP")
    assert pair(helped, gazetteer, Focus(speaker="XN", asked={"XP": 1.0})) == ("XN", "XP")
    assert pair(helped, gazetteer, Focus(speaker="XN")) == ("XN", "XS")
    assert pair(helped, gazetteer, Focus(speaker="XN", carried=("XN", "XS"))) == ("XN", "XS")
    assert pair("We sanction Sarkand for its war.", gazetteer, Focus(speaker="XN", carried=("XN", "XP"))) == (
        "XN",
        "XS",
    )


def test_in_a_readout_the_two_stay_the_two(gazetteer: Gazetteer) -> None:
    focus = Focus(speaker="XN", usual=("XN", "XV"), firm=True, told=True, last=("XN", "XP"))
    focus.carried = ("XN", "XP")
    assert pair("Both leaders welcomed the meeting of their teams.", gazetteer, focus) == ("XN", "XV")
    urged = "Minister Lind joined President Orlov in urging Sarkand and Sarkandi forces to leave."
    assert pair(urged, gazetteer, focus) == ("XN", "XV")


@pytest.mark.parametrize(
    "text",
    [
        "Nordmark, Valdoria and Sarkand announced an initiative on open seas.",
        "We look forward to a trilateral exercise with Valdoria and Sarkand.",
        "The three countries remain steadfast in their support of the regime.",
        "The trilateral meeting between Nordmark and the Republic of Valdoria, held for Sarkand, ended.",
    ],
)
def test_a_matter_of_three_is_between_no_two(text: str, gazetteer: Gazetteer) -> None:
    assert pair(text, gazetteer, Focus(speaker="XN", last=("XN", "XP"))) is None


def test_what_three_demand_of_a_fourth_concerns_the_fourth(gazetteer: Gazetteer) -> None:
    text = "Nordmark, Valdoria and Sarkand call on Pelagia to end its tests."
    assert pair(text, gazetteer, Focus(speaker="XN")) == ("XN", "XP")


def test_partners_are_not_whom_a_measure_is_against(gazetteer: Gazetteer) -> None:
    text = "In coordination with Valdoria, Sarkand and Ostmark, we took actions against the Pelagian regime."
    assert pair(text, gazetteer, Focus(speaker="XN")) == ("XN", "XP")


def test_no_matter_is_with_a_club_of_states() -> None:
    club = next(iter(sorted(CLUBS)))
    assert usual_pair(Counter({club: 9, "XV": 5}), "XN", None) == ("XN", "XV")


def test_a_pair_of_others_is_not_taken_for_the_speakers_own(gazetteer: Gazetteer) -> None:
    focus = Focus(speaker="XN", topic_pairs={"visas": ("XP", "XS")}, usual=("XN", "XV"))
    assert pair("Visas will be issued again.", gazetteer, focus, "visas") == ("XN", "XV")


def test_of_three_who_speak_together_two_are_meant_unsurely(gazetteer: Gazetteer) -> None:
    marks = Marks("The leaders will deepen their cooperation.", gazetteer=gazetteer, language="en")
    focus = Focus(several=frozenset({"XN", "XS", "XV"}), told=True)
    link = find_pair(marks, [], 0, len(marks.text), focus, OTHER)
    assert link.pair == ("XN", "XS")
    assert link.sure < 0.6


def test_of_three_who_name_a_fourth_the_fourth_is_meant(gazetteer: Gazetteer) -> None:
    focus = Focus(several=frozenset({"XN", "XS", "XV"}), told=True)
    text = "Valdoria, they said, Valdorian aid above all, will help to free the sailors jailed in Pelagia."
    assert pair(text, gazetteer, focus, "prisoner_exchange") == ("XP", "XV")


def test_a_sentence_that_names_nobody_goes_on_about_whom_the_one_before_named(gazetteer: Gazetteer) -> None:
    focus = Focus(speaker="XN", usual=("XN", "XV"), firm=True, before={"XP": 1.0})
    assert pair("They must understand where this leads.", gazetteer, focus) == ("XN", "XP")
    focus.before = {"XP": 1.0, "XS": 1.0}
    assert pair("They must understand where this leads.", gazetteer, focus) == ("XN", "XV")


READOUT = """Foreign Minister Tomas Lind spoke this morning with President Orlov.

Minister Lind welcomed the decision to engage with Pelagian, Sarkandi and Ostmarkian mediators.

Both leaders welcomed the agreement to hold talks on July 15 between their teams.
"""


def test_a_call_with_a_president_is_on_his_country(gazetteer: Gazetteer) -> None:
    found = read(
        READOUT, gazetteer, title="Readout of Minister Tomas Lind's Call with President Sergei Orlov"
    )
    (both,) = about(found, "Both leaders")
    assert both.relationship == ("XN", "XV")


BRIEFING = """Q: How is the visa service at your posts?

SPOKESPERSON DAHL: Visas are scarce in many places. Our posts in Pelagia now open on Saturdays. \
We will add consular officers there and issue more visas by the end of the month.
"""


def test_a_briefing_goes_on_about_the_posts_it_named(gazetteer: Gazetteer) -> None:
    title = "Ministry of Foreign Affairs of Nordmark: Briefing by Spokesperson Inga Dahl on Valdoria"
    found = read(BRIEFING, gazetteer, title=title)
    assert {s.relationship for s in about(found, "consular officers")} == {("XN", "XP")}


def test_a_state_has_no_matter_with_its_own_territory() -> None:
    assert pair_of("US", "PR") is None
    assert pair_of("PR", "US") is None
    assert pair_of("XN", "XN") is None
    assert pair_of("PR", "DO") == ("DO", "PR")
