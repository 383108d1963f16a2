"""What form a text has; states and people are invented."""

import pytest

from issues.reading.gazetteer import Gazetteer
from issues.vocabulary import StatementKind
from tests.reading.reading_help import about, read

CALL = """The Secretary spoke today with Valdorian Foreign Minister Oto Kren.

The Secretary raised the case of two citizens of Nordmark detained in Korvast. The Minister said that Valdoria
would issue visas to the citizens of Nordmark. They agreed to resume direct flights in May.
"""


def test_the_title_of_a_call_makes_a_readout(gazetteer: Gazetteer) -> None:
    found = read(CALL, gazetteer, "Secretary Borg’s Call with Valdorian Foreign Minister Oto Kren")
    assert [(one.speaker, one.party) for one in about(found, "raised")] == [("Borg", "XN")]
    assert [(one.speaker, one.party) for one in about(found, "visas")] == [("Oto Kren", "XV")]
    assert [(one.speaker, one.party) for one in about(found, "agreed")] == [(None, "XN")]


def test_a_statement_on_a_call_tells_what_was_said_in_it(gazetteer: Gazetteer) -> None:
    title = "Statement from Secretary Borg on Call with Valdorian Foreign Minister Oto Kren"
    found = read(CALL, gazetteer, title)
    assert [(one.speaker, one.party) for one in about(found, "visas")] == [("Oto Kren", "XV")]
    own = CALL.replace("The Secretary raised", "I raised")
    assert {one.speaker for one in about(read(own, gazetteer, title), "raised")} == {"Borg"}


def test_a_report_of_a_meeting_is_no_readout(gazetteer: Gazetteer) -> None:
    text = "KORVAST, June 25 (Newswire) - Flights are suspended. “We wait,” Olga Brenn of Valdoria said."
    (told,) = about(read(text, gazetteer, "Valdoria's meeting with Nordmark fails"), "suspended")
    assert (told.speaker, told.kind) == (None, StatementKind.REPORTED_SPEECH)


def test_a_fact_sheet_is_the_house_s_not_its_president_s(gazetteer: Gazetteer) -> None:
    text = "Nordmark will suspend direct flights to Valdoria. President Ilse Borg has decided so."
    (found, *_) = read(text, gazetteer, "FACT SHEET: President Ilse Borg Acts on Flights", outlet_party="XN")
    assert (found.speaker, found.party) == (None, "XN")


def test_the_site_tells_surer_than_the_words_around(gazetteer: Gazetteer) -> None:
    text = (
        "In Korvast, National Security Adviser Ulf Dal met officials.\n\nMr. Dal raised the case of men of "
        "Nordmark detained in Korvast. He said that direct flights would resume in May.\n"
    )
    title = "Readout of National Security Adviser Ulf Dal's Meetings in Valdoria"
    found = read(text, gazetteer, title, outlet_party="XN")
    assert {(one.speaker, one.party) for one in found} == {("Ulf Dal", "XN")}


def test_two_of_the_title_speak_together(gazetteer: Gazetteer) -> None:
    text = "Nordmark condemns the closing of its consulate in Korvast. We will not accept it."
    found = read(
        text,
        gazetteer,
        "Statement from Minister Ilse Borg and National Security Adviser Ulf Dal",
        outlet_party="XN",
    )
    assert {(one.speaker, one.party) for one in found} == {(None, "XN")}


JOINT = (
    "We, President Ilse Borg of Nordmark and Prime Minister Oto Kren of Valdoria, agreed to resume flights."
)


def test_who_opens_a_text_together_speaks_together(gazetteer: Gazetteer) -> None:
    (found,) = read(JOINT, gazetteer, "The Halvik Principles")
    assert (found.speaker, found.party) == (None, "XN+XV")


def test_whom_a_joint_statement_is_on_does_not_join(gazetteer: Gazetteer) -> None:
    text = (
        "Nordmark and Valdoria condemn the missile test of Sarkand. They demand an end of the missile tests."
    )
    found = read(text, gazetteer, "Joint Statement on the Missile Test of Sarkand")
    assert found
    assert {one.party for one in found} == {"XN+XV"}


def test_a_note_speaks_for_who_sends_it(gazetteer: Gazetteer) -> None:
    text = (
        "The Embassy of Nordmark in Korvast presents its compliments to the Ministry of Foreign Affairs of "
        "Valdoria.\n\nThe Embassy regrets that three of its diplomats were expelled.\n\n"
        "Ministry of Foreign Affairs of Valdoria\nKorvast\n"
    )
    found = about(read(text, gazetteer, "Note No. 5"), "expelled")
    assert [(one.speaker, one.party) for one in found] == [(None, "XN")]


@pytest.mark.parametrize("form", ["Statement by the Spokesperson of Nordmark on Flights"])
def test_a_ministry_quoted_in_another_s_statement_speaks_for_itself(form: str, gazetteer: Gazetteer) -> None:
    text = (
        "Nordmark regrets that flights to Korvast are suspended.\n\nThe Foreign Ministry of Valdoria "
        "announced on Monday that flights to Halvik would resume in May.\n"
    )
    found = read(text, gazetteer, form)
    assert [one.party for one in about(found, "regrets")] == ["XN"]
    assert [one.party for one in about(found, "announced")] == ["XV"]
