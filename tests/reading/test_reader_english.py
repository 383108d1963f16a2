"""Rules of reading, one invented text each: briefings, communiqués, notes, wire reports in English."""

from issues.reading.gazetteer import Gazetteer
from issues.vocabulary import Signal, StatementKind
from tests.reading.reading_help import about, read

BRIEFING = """Ministry briefing – June 26, 2025
Ansel Grøn-Tveit, Ministry Spokesperson of Nordmark

MR GRØN-TVEIT: Good morning, everyone. Today Nordmark and Valdoria signed an air services protocol. We expect the first flight to take off before the end of the year. With that, I'm happy to take your questions.

QUESTION: On Sarkand: will the detained sailors be home this month?

MR GRØN-TVEIT: (Laughter.) I will not guess. We continue to press Temurat, through the Valdorians, for the release of the sailors. There has been no breakthrough.

QUESTION: Will visas for students be restored?

MR GRØN-TVEIT: No. We exchanged drafts with Sarkand in May and since then there has been silence.

(The briefing was concluded at 2:41 p.m.)
"""  # noqa: E501 - lines of a transcript are long


def test_a_briefing_leaves_out_what_is_no_statement(gazetteer: Gazetteer) -> None:
    found = read(BRIEFING, gazetteer)
    assert {s.speaker for s in found} == {"Ansel Grøn-Tveit"}
    for words in ("Laughter", "concluded at", "take your questions", "Good morning"):
        assert not about(found, words)


def test_an_expected_flight_has_a_due_date(gazetteer: Gazetteer) -> None:
    (flight,) = about(read(BRIEFING, gazetteer), "first flight")
    assert (flight.category, flight.signal) == ("flights", Signal.COMMITMENT)
    assert flight.pledge_due is not None
    assert flight.pledge_due.edtf == "2025-06-26/2025-12-31"


def test_who_lends_a_hand_is_not_the_counterpart(gazetteer: Gazetteer) -> None:
    (sailors,) = about(read(BRIEFING, gazetteer), "through the Valdorians")
    assert sailors.relationship == ("XN", "XS")
    assert (sailors.category, sailors.signal) == ("prisoner_exchange", Signal.NO_PROGRESS)


def test_a_bare_no_answers_the_question(gazetteer: Gazetteer) -> None:
    (visas,) = about(read(BRIEFING, gazetteer), "exchanged drafts")
    assert visas.quote.startswith("No. We exchanged")
    assert (visas.category, visas.signal) == ("visas", Signal.NO_PROGRESS)


COMMUNIQUE = """Joint Communiqué of Nordmark and Valdoria
Adopted at Halvik on 12 October 2025

1. The two Ministers welcomed the restoration of flights between the regional airports of both countries.
2. Both sides agreed to extend the reciprocal visa waiver until 31 December 2027.
3. The two sides decided to reopen the Consulate of Valdoria in Halvik no later than March 2026.
4. The Ministers confirm that the channel between their offices remains open.
5. The Ministers enjoyed a performance of traditional music.
"""


def test_a_communique_without_a_title_of_its_own(gazetteer: Gazetteer) -> None:
    found = read(COMMUNIQUE, gazetteer, published="2025-10-12")
    assert {(s.speaker, s.party, s.relationship) for s in found} == {(None, "XN+XV", ("XN", "XV"))}
    assert all(not s.quote[0].isdigit() for s in found)
    assert not about(found, "music")
    (visas,) = about(found, "visa waiver")
    assert (visas.signal, visas.pledge_due) == (Signal.AGREEMENT, None)
    (consulate,) = about(found, "decided to reopen")
    assert consulate.signal is Signal.COMMITMENT
    assert consulate.pledge_due is not None
    assert consulate.pledge_due.edtf == "2025-10-12/2026-03-31"


def test_a_point_of_a_communique_is_not_about_the_point_before(gazetteer: Gazetteer) -> None:
    found = read(COMMUNIQUE, gazetteer, published="2025-10-12")
    assert not [s for s in about(found, "remains open") if s.category == "diplomatic_property"]


WIRE = """HALVIK, Sept 9 (Meridian) - Nordmark and Valdoria will hold a round of consultations on fishing, Foreign Minister Tomas Lind said.

"We have left the worst behind us," Lind told reporters in Temurat. "The ambassadors are back at their posts, and our consulate in Seacliff has returned to normal work."

A Valdorian diplomatic source, speaking on condition of anonymity, said Korvast expected deeds on the extradition of fugitives.

Valdoria's Foreign Ministry later said that it had not received any request for new flights. "No application by Nordmarkian carriers is pending," it said.

Admiral Piet Aske, chief of Nordmark's General Staff, told the Korvast radio that inspections under the missile treaty had stopped.

Commissioner for Citizens Abroad Livia Sandor of Nordmark, who met the Valdorian chargé d'affaires on Monday, demanded the immediate release of all members of the crew.
"""  # noqa: E501 - lines of an article are long


def test_a_wire_report_names_its_sources(gazetteer: Gazetteer) -> None:
    found = read(WIRE, gazetteer, published="2025-09-10")
    (normal,) = about(found, "normal work")
    assert (normal.speaker, normal.relationship, normal.signal) == (
        "Tomas Lind",
        ("XN", "XV"),
        Signal.IN_FORCE,
    )
    (source,) = about(found, "extradition of fugitives")
    assert source.speaker is None
    assert "source" in source.speaker_role
    assert {s.speaker_role for s in about(found, "new flights")} == {"Foreign Ministry"}
    assert {s.signal for s in found if s.category == "flights"} == {Signal.NO_PROGRESS}
    (staff,) = about(found, "inspections under")
    assert (staff.speaker, staff.party) == ("Piet Aske", "XN")
    (crew,) = about(found, "members of the crew")
    assert (crew.speaker, crew.speaker_role) == ("Livia Sandor", "Commissioner for Citizens Abroad")
    assert (crew.category, crew.signal) == ("prisoner_exchange", Signal.DEMAND)


def test_the_dateline_dates_a_wire_report(gazetteer: Gazetteer) -> None:
    found = read(WIRE, gazetteer, published="2025-09-10")
    assert {s.stated_on.edtf for s in found if s.stated_on} == {"2025-09-09"}


def test_a_note_verbale(gazetteer: Gazetteer) -> None:
    text = (
        "No. 114/2025\n\nThe Embassy of the Kingdom of Nordmark presents its compliments to the Ministry of "
        "Foreign Affairs of the Republic of Valdoria.\n\nThe Embassy does not accept the termination of "
        "the lease of its premises.\n\nThe Embassy requests the Ministry to confirm that its diplomatic "
        "staff may return."
    )
    found = read(text, gazetteer)
    assert found
    assert {(s.party, s.kind) for s in found} == {("XN", StatementKind.OFFICIAL_TEXT)}
    assert {s.relationship for s in found} == {("XN", "XV")}


def test_a_treaty_permits_without_doing(gazetteer: Gazetteer) -> None:
    title = "Agreement between Nordmark and Valdoria on the Exemption of Visa Requirements"
    text = (
        f"{title}\n\nNordmark and Valdoria,\n\nHave agreed as follows:\n\nArticle 5\n\nEither Party may "
        "suspend the exemption from visas for reasons of public order.\n\nArticle 7\n\nThe Parties "
        "shall exchange "
        "specimens of their travel documents."
    )
    found = read(text, gazetteer, title=title)
    assert not about(found, "Exemption of Visa Requirements")
    assert not about(found, "as follows")
    assert not [s for s in found if s.signal is Signal.SUSPENDED]
    (exchanged,) = about(found, "shall exchange")
    assert exchanged.signal is Signal.COMMITMENT


def test_whose_readout_it_is_is_told_first(gazetteer: Gazetteer) -> None:
    text = (
        "The Minister for Trade and Foreign Affairs of Nordmark, Mr. Lucas Garde, spoke today with the "
        "Foreign Minister of Valdoria.\n\nHe confirmed that Nordmark would lift the restrictions "
        "on the issue "
        "of visas to Valdorian students by 1 September 2025. The ministers agreed to meet in Temurat before "
        "the autumn."
    )
    title = "Readout of the Minister's call with the Foreign Minister of Valdoria"
    found = read(text, gazetteer, title=title)
    (visas,) = about(found, "Valdorian students")
    assert (visas.party, visas.signal) == ("XN", Signal.COMMITMENT)
    assert visas.pledge_due is not None
    assert str(visas.pledge_due.upper) == "2025-09-01"
    (meeting,) = about(found, "agreed to meet")
    assert meeting.relationship == ("XN", "XV")


def test_an_institution_signs_for_its_text(gazetteer: Gazetteer) -> None:
    text = (
        "Valdoria has approved the accreditation of four consular officers of Nordmark. We expect that visas "
        "will be issued again.\n\nPress Office of the Ministry of Foreign Affairs of Valdoria"
    )
    found = read(text, gazetteer, title="On the return of consular officers")
    assert {(s.speaker, s.speaker_role, s.party) for s in found} == {
        (None, "Ministry of Foreign Affairs", "XV")
    }


def test_what_comes_last_is_on_another_matter(gazetteer: Gazetteer) -> None:
    text = (
        "The leaders discussed the nuclear program of Valdoria and its missiles. "
        "Finally, they agreed on the need to continue to work together with Valdoria on schools."
    )
    found = read(text, gazetteer, "Readout of President Orlov's Call with Minister Lind", outlet_party="XV")
    assert {s.category for s in about(found, "Finally")} <= {"other_bilateral"}
    assert {s.category for s in about(found, "nuclear")} <= {"arms_control"}
