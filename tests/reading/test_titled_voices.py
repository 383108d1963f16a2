"""Whose a text is, as its title, its signature and its labels tell: not whoever else they name."""

import pytest

from issues.reading.gazetteer import Gazetteer
from tests.reading.reading_help import about, read

PLEDGE = "Valdoria has resumed the inspections, and the missiles of Valdoria are counted again."


def test_a_letter_is_its_writers(gazetteer: Gazetteer) -> None:
    text = f"Dear Mr. Speaker:\n\nI am pleased to tell you that {PLEDGE}\n\nSincerely,\n\nTOMAS LIND JR.\n"
    title = "Letter to the Speaker of the Parliament and the President of the Senate"
    (found,) = read(text, gazetteer, title, outlet_party="XN")
    assert (found.speaker, found.party) == ("Tomas Lind", "XN")


def test_a_letter_nobody_signs_is_its_states(gazetteer: Gazetteer) -> None:
    (found,) = read(f"I report that {PLEDGE}", gazetteer, "Letter to the Speaker", outlet_party="XN")
    assert (found.speaker, found.speaker_role, found.party) == (None, "", "XN")


CALL = (
    "MODERATOR: Good morning.\n\nSENIOR ADMINISTRATION OFFICIAL: Thanks. Let me begin.\n\n"
    f"Arms control: {PLEDGE}\n\nQ What of the visas?\n\n"
    "SENIOR ADMINISTRATION OFFICIAL: We will issue visas to Valdorians again.\n\nMODERATOR: Thank you."
)


@pytest.mark.parametrize(
    "title",
    [
        "Background Press Call on the Visit of President Sergei Orlov of Valdoria",
        "Background Press Call on the President's Meetings in Valdoria",
        "Background Press Call Previewing the President’s Agenda",
        "Background Press Call Previewing the Visit of President Sergei Orlov of Valdoria",
    ],
)
def test_an_unnamed_official_is_nobody_a_title_names(title: str, gazetteer: Gazetteer) -> None:
    found = read(CALL, gazetteer, title, outlet_party="XN")
    assert {(s.speaker, s.speaker_role, s.party) for s in found} == {
        (None, "Senior Administration Official", "XN")
    }
    assert len(found) > 1


def test_officials_told_apart_by_a_number_are_as_unnamed(gazetteer: Gazetteer) -> None:
    text = CALL.replace("SENIOR ADMINISTRATION OFFICIAL", "SAO ONE")
    found = read(text, gazetteer, "Background Press Call on the Visit to Valdoria", outlet_party="XN")
    assert {(s.speaker, s.speaker_role, s.party) for s in found} == {(None, "SAO ONE", "XN")}


def test_a_director_speaks_in_the_title_of_a_states_own_text(gazetteer: Gazetteer) -> None:
    text = f"THE DIRECTOR: Thank you all. {PLEDGE}"
    (found,) = read(text, gazetteer, "Remarks by Director Halloran on Arms", outlet_party="XN")
    assert (found.speaker, found.speaker_role, found.party) == ("Halloran", "Director", "XN")


@pytest.mark.parametrize(
    ("title", "party"),
    [
        ("Joint Statement from Nordmark, Sarkand, and Valdoria", "XN+XS+XV"),
        ("Inner Sea Union Leaders’ Statement on Valdoria's Missiles", "XU"),
        ("Inner Sea Union Statement on Sarkand, 11 October 2022", "XU"),
        ("Nordmark-Sarkand Leaders’ Declaration on Arms Control", "XN+XS"),
    ],
)
def test_a_group_speaks_in_its_text(title: str, party: str, gazetteer: Gazetteer) -> None:
    text = "We welcome that Valdoria has resumed the inspections. We demand an end to its missile tests."
    found = read(text, gazetteer, title, outlet_party="XN")
    assert found
    assert {(s.speaker, s.party) for s in found} == {(None, party)}


def test_a_readout_is_of_ones_own_official(gazetteer: Gazetteer) -> None:
    text = (
        "In Korvast Valdorian Trade Minister Rosa Bell welcomed the delegation. "
        "The two sides discussed the resumption of flights between Nordmark and Valdoria. "
        "Deputy Foreign Minister Inga Dahl of Nordmark called on Valdoria to release two prisoners."
    )
    found = read(text, gazetteer, "Readout of Senior Travel to Valdoria", outlet_party="XN")
    assert [(s.speaker, s.party) for s in about(found, "called on")] == [("Inga Dahl", "XN")]
    assert all(s.party != "XN" or s.speaker != "Rosa Bell" for s in found)


def test_the_points_of_a_fact_sheet_are_not_spoken(gazetteer: Gazetteer) -> None:
    text = (
        f"NEXT STEPS: {PLEDGE}\n\nNEXT STEPS: Nordmark will issue visas to Valdorians.\n\n"
        "NEXT STEPS: Nordmark and Valdoria will resume direct flights."
    )
    found = read(text, gazetteer, "FACT SHEET: Nordmark and Valdoria", outlet_party="XN")
    assert {s.speaker for s in found} == {None}
    assert "Next Steps" not in {s.speaker_role for s in found}


def test_the_vice_president_is_not_the_president_named_last(gazetteer: Gazetteer) -> None:
    text = (
        "Vice President Rosa Bell of Valdoria met Foreign Minister Tomas Lind of Nordmark. She thanked "
        "President Sergei Orlov for his work. The Vice President called on Nordmark to release two prisoners."
    )
    found = read(text, gazetteer, "Readout of Vice President Bell’s Meeting with Foreign Minister Lind")
    assert [s.speaker for s in about(found, "called on")] == ["Rosa Bell"]
