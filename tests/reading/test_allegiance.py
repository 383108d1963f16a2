"""Whose side is meant where no words say it; states and people are invented."""

import pytest

from issues.reading.allegiance import party_of_place_line
from issues.reading.gazetteer import Gazetteer, PartyEntry
from issues.reading.marks import Marks
from issues.reading.people import People
from tests.reading.reading_help import about, read

READOUT = """President Ilse Borg met today in Halvik with Prime Minister Oto Kren of Valdoria.

The President raised the delay in reopening Nordmark's consulate in Korvast. She pressed for the release of
the detained sailors.

The leaders agreed to resume direct flights by the end of the year.
"""


def test_a_readout_names_the_other_side_and_means_its_own(gazetteer: Gazetteer) -> None:
    found = read(
        READOUT,
        gazetteer,
        "Readout of President Ilse Borg's Meeting with Prime Minister Oto Kren of Valdoria",
    )
    assert {one.relationship for one in found} == {("XN", "XV")}
    (raised,) = about(found, "raised")
    (pressed,) = about(found, "pressed")
    assert (raised.speaker, raised.party) == (pressed.speaker, pressed.party) == ("Ilse Borg", "XN")


SPEECH = """Dear colleagues,

Our quarrel with Valdoria is not over. Valdoria has closed our consulate in Korvast.

Nordmark stays in the treaty, and we will go on telling Korvast of every missile launch.
"""


def test_who_is_we_tells_whose_speech_it_is(gazetteer: Gazetteer) -> None:
    found = read(SPEECH, gazetteer, "Remarks by President Ilse Borg")
    assert found
    assert {(one.party, one.relationship) for one in found} == {("XN", ("XN", "XV"))}


def test_a_letterhead_tells_whose_press_room_it_is(gazetteer: Gazetteer) -> None:
    text = (
        "PRESS ROOM\nHalvik, Nordmark\n\nMS. HOLM: Valdoria has closed our embassy in Korvast.\n\nQ Why?\n\n"
    )
    text += "MS. HOLM: Ask the Valdorians. We demand that the embassy be reopened.\n"
    found = read(text, gazetteer, "Daily briefing by Deputy Spokesperson Ida Holm")
    assert found
    assert {(one.speaker, one.party) for one in found} == {("Ida Holm", "XN")}


def test_a_minister_speaks_for_the_place_of_the_dateline(gazetteer: Gazetteer) -> None:
    text = "KORVAST, Aug. 10 (Newswire) - “Flights to Nordmark are suspended,” Minister Olga Brenn said."
    (found,) = read(text, gazetteer, "No more flights")
    assert (found.speaker, found.party) == ("Olga Brenn", "XV")


@pytest.mark.parametrize(
    ("title", "party"),
    [
        ("Briefing by the spokesperson of the Ministry of Foreign Affairs", "XN"),
        ("Briefing by the spokesperson of the Ministry of Foreign Affairs of Valdoria", None),
        ("Three days on the coast", None),
    ],
)
@pytest.mark.parametrize("line", ["Halvik, 12 June 2026", "  Halvik, June 12, 2026 \n"])
def test_the_place_a_ministry_dates_its_text_in(
    line: str, title: str, party: str | None, gazetteer: Gazetteer
) -> None:
    text = Marks(f"{line}\nThe talks went on.", gazetteer=gazetteer, language="en")
    people = People(Marks(title, gazetteer=gazetteer, language="en"), gazetteer, None)
    assert party_of_place_line(text, people) == party


def test_a_government_speaks_for_its_state(gazetteer: Gazetteer) -> None:
    text = "The Valdorian Government regrets the decision of the Government of Nordmark to cancel its visas."
    (found,) = read(text, gazetteer, "Press note")
    assert (found.party, found.relationship, found.category) == ("XV", ("XN", "XV"), "visas")


@pytest.mark.parametrize(
    "title",
    ["Statement by the Ministry of Foreign Affairs of Nordmark", "Note of the Foreign Ministry of Nordmark"],
)
def test_the_institution_of_the_title_speaks(title: str, gazetteer: Gazetteer) -> None:
    text = "The Ministry summoned the Valdorian ambassador and handed him a note of protest."
    (found,) = read(text, gazetteer, title)
    assert (found.speaker, found.party, found.relationship) == (None, "XN", ("XN", "XV"))


def test_where_nothing_tells_the_side_the_statement_is_kept_without_one(gazetteer: Gazetteer) -> None:
    text = "“Valdoria and Nordmark agreed to resume direct flights,” Transport Minister Olga Brenn told us."
    (found,) = read(text, gazetteer)
    assert (found.speaker, found.party, found.relationship) == ("Olga Brenn", None, ("XN", "XV"))


BRIEFING = """MS HOLM: Good afternoon. The Foreign Minister is back from his visit.

QUESTION: Has the consulate been reopened?

MS HOLM: Not yet. {words}

QUESTION: And the visas?

MS HOLM: We have asked for them, and we will publish the answer.
"""


@pytest.mark.parametrize(
    "words",
    [
        "Our Valdorian friends closed the consulate. Halvik demands that the consulate be reopened.",
        "The Valdorian authorities closed our consulate in Korvast, and Halvik will answer in kind.",
        "Valdoria closed our consulate in Korvast. Halvik stands ready to send consuls to the consulate.",
    ],
)
def test_the_other_side_of_an_answer_is_not_ones_own(words: str, gazetteer: Gazetteer) -> None:
    found = read(BRIEFING.format(words=words), gazetteer, "Weekly briefing by Spokesperson Ida Holm")
    assert found
    assert {(one.speaker, one.party) for one in found} == {("Ida Holm", "XN")}


def test_a_closing_line_tells_where_a_text_was_written(gazetteer: Gazetteer) -> None:
    text = BRIEFING.format(words="Valdoria has closed the consulate.") + "\n(Halvik, 26 June 2025)\n"
    found = read(text, gazetteer, "Weekly briefing by Spokesperson Ida Holm")
    assert {(one.speaker, one.party) for one in found} == {("Ida Holm", "XN")}


def test_what_many_are_set_beside_is_ones_own(gazetteer: Gazetteer) -> None:
    text = (
        "MS HOLM: Let me begin with visas. The talks of Nordmark and Valdoria on visas were held on Monday. "
        "The talks of Sarkand and Nordmark on flights will be held on Friday. The exchange of Nordmark and "
        "Vestria is over.\n\nQUESTION: And the consulate?\n\nMS HOLM: The consulate remains closed.\n"
    )
    known = Gazetteer(
        parties=[*gazetteer.parties.values(), PartyEntry("XZ", "demo", {"en": ("Vestria",)})],
        officials=gazetteer.officials.values(),
        packs=gazetteer.packs.values(),
    )
    found = read(text, known, "Weekly briefing by Spokesperson Ida Holm")
    assert {(one.speaker, one.party) for one in found} == {("Ida Holm", "XN")}


def test_a_house_that_one_state_has_tells_the_side(gazetteer: Gazetteer) -> None:
    lands = PartyEntry("IN", "state", {"en": ("India",)}, {"en": ("Indian",)})
    known = Gazetteer(
        parties=[*gazetteer.parties.values(), lands], officials=(), packs=gazetteer.packs.values()
    )
    text = (
        "LOK SABHA\n\nMS RAO: Flights to Valdoria remain suspended.\n\nQ Until when?\n\n"
        "MS RAO: We have proposed talks on flights to Valdoria.\n"
    )
    found = read(text, known, "Briefing by Minister Ila Rao")
    assert found
    assert {(one.speaker, one.party) for one in found} == {("Ila Rao", "IN")}
