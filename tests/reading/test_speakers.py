from datetime import date

import pytest

from issues.reading.gazetteer import Gazetteer
from tests.reading.reading_help import about, read


def briefing(label: str) -> str:
    return (
        f"{label}:  Valdoria welcomes the decision of Nordmark to reopen its embassy.\n\nQ  And visas?\n\n"
        f"{label}:  We are ready to issue visas to Nordmarkers.\n"
    )


@pytest.mark.parametrize(
    ("label", "speaker", "party"),
    [
        ("MS. VARGA", "Elena Varga", "XV"),
        ("Elena Varga", "Elena Varga", "XV"),
        ("THE PRESIDENT", "Sergei Orlov", "XV"),
        ("MR. KANT", "Kant", "XV"),
    ],
)
def test_labels_name_the_speaker(label: str, speaker: str, party: str, gazetteer: Gazetteer) -> None:
    found = read(briefing(label), gazetteer)
    (visas,) = about(found, "issue visas")
    assert (visas.speaker, visas.party) == (speaker, party)


def test_the_title_names_the_president(gazetteer: Gazetteer) -> None:
    found = read(briefing("THE PRESIDENT"), gazetteer, title="Remarks by President Sergei Orlov")
    assert {(s.speaker, s.official_key) for s in found} == {("Sergei Orlov", "sergei-orlov")}


def test_an_unnamed_official_is_kept_as_described(gazetteer: Gazetteer) -> None:
    text = (
        "A senior Nordmarkian official said that talks between Nordmark and Valdoria on direct flights had "
        "failed. Jan Dub, a baker, said that flights between Nordmark and Valdoria are dear."
    )
    (found,) = read(text, gazetteer)
    assert found.speaker is None
    assert "senior Nordmarkian official" in found.speaker_role
    assert found.official_key is None


def test_institutions_and_capitals_speak(gazetteer: Gazetteer) -> None:
    text = (
        "The Foreign Ministry of Nordmark said that visas for Valdorians had been suspended. Korvast said "
        "that the consulate in Halvik would be closed."
    )
    ministry, capital = read(text, gazetteer)
    assert (ministry.speaker, ministry.party) == (None, "XN")
    assert ministry.speaker_role == "Foreign Ministry"
    assert (capital.speaker, capital.party) == (None, "XV")


def test_both_sides_speak_together(gazetteer: Gazetteer) -> None:
    text = "Nordmark and Valdoria held talks on visas. The two sides agreed to resume direct flights in May."
    (flights,) = about(read(text, gazetteer, title="Nordmark and Valdoria meet"), "direct flights")
    assert (flights.speaker, flights.party) == (None, "XN+XV")


def test_the_office_is_the_one_of_the_day(gazetteer: Gazetteer) -> None:
    text = "“We will not close our embassy in Halvik,” Elena Varga said."
    (now,) = read(text, gazetteer)
    (then,) = read(text, gazetteer, published=date(2021, 3, 1).isoformat())
    assert (now.speaker_role, then.speaker_role) == ("Deputy Foreign Minister", "Ambassador to Nordmark")


def test_he_after_an_inserted_clause_is_whom_the_sentence_begins_with(gazetteer: Gazetteer) -> None:
    text = (
        "HALVIK, June 2 - Nordmark will send Valdoria a draft of a treaty on missiles, Foreign Minister "
        "Tomas Lind said.\n\nDefence Minister Oto Kren of Valdoria, asked to comment, said he would not "
        "sign the missile treaty.\n"
    )
    (found,) = about(read(text, gazetteer, "Nordmark offers Valdoria a missile treaty"), "sign")
    assert (found.speaker, found.party) == ("Oto Kren", "XV")


def test_a_heading_with_a_colon_is_no_speaker(gazetteer: Gazetteer) -> None:
    text = (
        "MODERATOR:  Tomas Lind will speak first.\n\n"
        "FOREIGN MINISTER LIND:  Thank you. We met many partners.\n\n"
        "**Valdoria:** We are ready to issue visas to Valdorians.\n\n"
        "**In the Inner Sea:** We agreed with Valdoria to resume direct flights.\n"
    )
    found = read(text, gazetteer, title="Press Call by Foreign Minister Tomas Lind")
    assert {one.speaker for one in found} == {"Tomas Lind"}


def test_whom_a_letter_goes_to_does_not_write_it(gazetteer: Gazetteer) -> None:
    text = (
        "Dear Mr. Minister:\n\nI have approved the agreement with Valdoria to resume direct flights. "
        "We will reopen the consulate in Korvast.\n"
    )
    title = "Letter to Foreign Minister Tomas Lind on the Agreement Between Nordmark and Valdoria"
    found = read(text, gazetteer, title=title)
    assert "Tomas Lind" not in {one.speaker for one in found}
    assert not {one.party for one in found} & {"XN+XV"}
