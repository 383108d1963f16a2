"""What is stated between two parties where no word names a matter, and where a matter is only told."""

from issues.reading.gazetteer import Gazetteer
from issues.vocabulary import CATEGORY_OTHER_BILATERAL, Signal
from tests.reading.reading_help import about, read

READOUT = """Foreign Minister Tomas Lind met Deputy Foreign Minister Elena Varga of Valdoria in Halvik on Thursday.

Minister Lind affirmed that Nordmark would stand by the people of Valdoria after the floods. He praised the weather.
"""  # noqa: E501


def test_in_a_text_about_two_parties_what_one_states_on_the_other_is_between_them(
    gazetteer: Gazetteer,
) -> None:
    found = read(READOUT, gazetteer, title="Readout of Minister Lind's meeting with Valdoria's Elena Varga")
    (stands,) = about(found, "stand by the people")
    assert (stands.category, stands.relationship) == (CATEGORY_OTHER_BILATERAL, ("XN", "XV"))
    assert not about(found, "weather")


RELEASE = """For three years Valdoria held Karl Berg for nothing.

We urge Valdoria to let the two other men go as well.
"""


def test_the_one_matter_of_the_title_is_the_matter_of_what_names_the_other_party(
    gazetteer: Gazetteer,
) -> None:
    title = "Statement by Foreign Minister Tomas Lind on the Release of Nordmarkers Detained in Valdoria"
    found = read(RELEASE, gazetteer, title=title)
    (urged,) = about(found, "urge Valdoria")
    assert (urged.category, urged.signal) == ("prisoner_exchange", Signal.DEMAND)


REPORT = """Two Nordmarkian sailors were arrested in Valdoria on Monday.

The consul was refused consular access to the two detained sailors. The weather in Korvast is fine.
"""


def test_a_report_on_two_parties_tells_acts_nobody_is_quoted_on(gazetteer: Gazetteer) -> None:
    found = read(REPORT, gazetteer, title="Valdoria holds Nordmarkian sailors")
    assert {suggestion.category for suggestion in found} == {"prisoner_exchange"}
    assert {suggestion.relationship for suggestion in found} == {("XN", "XV")}
    (refused,) = about(found, "was refused consular access")
    assert (refused.speaker, refused.party) == (None, "XN+XV")  # the sentence names neither
    (held,) = about(found, "were arrested")
    assert (held.speaker, held.speaker_role, held.party) == (None, "Valdoria", "XV")
    assert not about(found, "weather")


def test_a_report_on_no_pair_tells_none(gazetteer: Gazetteer) -> None:
    text = "Two sailors have been held in custody since Monday. They were refused visas."
    assert read(text, gazetteer, title="Sailors in custody") == []


DWELLING = """Q: What next?

MS. VARGA: {first} Nordmark is a neighbour. Nordmark knows our mind. Nordmark has our letter.

Q: And Sarkand, Ostmark, Pelagia, the ISU?

MS. VARGA: We speak with Nordmark today. Nordmark was told. Nordmark will answer.

Q: And flights?

MS. VARGA: We have suspended all direct flights."""


def test_a_talk_that_dwells_on_one_party_is_about_that_pair(gazetteer: Gazetteer) -> None:
    found = read(
        DWELLING.format(first="Nordmark asked us, and Nordmark was answered."),
        gazetteer,
        title="Briefing by Deputy Foreign Minister Elena Varga",
    )
    (flights,) = about(found, "suspended all direct flights")
    assert (flights.category, flights.relationship) == ("flights", ("XN", "XV"))


STATEMENT = """Valdoria still holds two Nordmarkian teachers.

We are negotiating in good faith for their release.
"""


def test_a_faint_word_of_the_title_counts_where_the_text_bears_it_out(gazetteer: Gazetteer) -> None:
    title = "Statement by Foreign Minister Tomas Lind on the release of Karl Berg by Valdoria"
    text = (
        STATEMENT
        + "\nThe release of all detainees matters; the two detainees must come home to their families."
    )
    found = read(text, gazetteer, title=title)
    assert {suggestion.category for suggestion in found} == {"prisoner_exchange"}
    assert about(found, "in good faith")


def test_what_is_announced_of_persons_is_no_matter_between_parties(gazetteer: Gazetteer) -> None:
    text = "He served at the embassy of Nordmark in Korvast and at its consulate in Temurat."
    assert read(text, gazetteer, title="President Sergei Orlov Announces Key Nominees") == []
