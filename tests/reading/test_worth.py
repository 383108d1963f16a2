"""What is no statement: sentences that ask, break off, hand the question on or say nothing."""

import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.marks import Marks
from issues.reading.signals import find_signal
from issues.reading.worth import is_hollow, says_more, states
from tests.reading.reading_help import about, read


def marks_of(text: str, gazetteer: Gazetteer) -> Marks:
    return Marks(text, gazetteer=gazetteer, language="ru" if any("а" <= c <= "я" for c in text) else "en")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("The embassy in Halvik reopens on Monday.", True),
        ("Will the embassy in Halvik reopen?", False),
        ("That is why, in the request for the embassy in Halvik —", False),
        ("We told the Nordmarkers that the visas --", False),
        ("Halvik Radio.", False),
        ("“Nordmark has returned the villa.”", True),
    ],
)
def test_a_statement_is_said_to_its_end(text: str, says: bool, gazetteer: Gazetteer) -> None:
    marks = marks_of(text, gazetteer)
    assert states(marks, marks.sentences[0]) is says


@pytest.mark.parametrize(
    ("text", "hollow"),
    [
        ("I don't have anything on that.", True),
        ("I would refer you to our colleagues in Halvik.", True),
        ("We'll get back to you on that.", True),
        ("That's a good question.", True),
        ("Nordmark has returned the villa.", False),
        ("I can't speak to that, but Nordmark has suspended all flights.", False),
    ],
)
def test_hollow_words(text: str, hollow: bool, gazetteer: Gazetteer) -> None:
    marks = marks_of(text, gazetteer)
    assert is_hollow(marks, marks.sentences[0], find_signal(marks, 0, len(text))) is hollow


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (
            "As we have said, we have shaped our sanctions so that they fall on Nordmark and nobody else.",
            True,
        ),
        (
            "I have nothing to announce, but both will be there, and then they will have time to sit down.",
            True,
        ),
        ("As I said, that is right.", False),
        ("I don't have anything on that, but that is fine.", False),
        ("I don't have anything to announce on the embassy in Halvik or on the flights to it.", False),
    ],
)
def test_what_begins_hollow_may_go_on_to_say_something(text: str, more: bool, gazetteer: Gazetteer) -> None:
    marks = marks_of(text, gazetteer)
    assert is_hollow(marks, marks.sentences[0], find_signal(marks, 0, len(text)))
    assert says_more(marks, marks.sentences[0]) is more


def test_a_sentence_with_two_links_is_no_list_of_links(gazetteer: Gazetteer) -> None:
    link = "[{}](https://news.example/1)"
    text = (
        f"The Treasury of Nordmark is also issuing its {link.format('largest round')} of sanctions so far "
        f"against persons of Valdoria under the order of June and the {link.format('order')} of August."
    )
    marks = marks_of(text, gazetteer)
    assert states(marks, marks.sentences[0])
    listed = f"{link.format('Flights')}, {link.format('visas')} and more."
    assert not states(marks_of(listed, gazetteer), marks_of(listed, gazetteer).sentences[0])


BRIEFING = """MS. VARGA: Good afternoon. Go ahead.

Q: On Nordmark, will direct flights resume? And on Sarkand, Ostmark, Pelagia and the ISU, any meetings?

MS. VARGA: I haven't seen those reports. I'd refer you to the ministry. That's a good question.

Q: But does Nordmark --

MS. VARGA: That is why, in our request to Nordmark on direct flights —

Q: And the visas for Nordmark?

MS. VARGA: We have resumed the issue of visas to citizens of Nordmark."""


def test_of_a_briefing_only_what_is_stated_is_proposed(gazetteer: Gazetteer) -> None:
    found = read(BRIEFING, gazetteer, title="Briefing by Deputy Foreign Minister Elena Varga")
    assert [suggestion.category for suggestion in found] == ["visas"]
    assert about(found, "resumed the issue of visas")


WORLD = """Question: {question}

Elena Varga: {answer}

Question: And what of Sarkand, Ostmark, Pelagia and the Inner Sea Union?

Elena Varga: We wish them well."""


@pytest.mark.parametrize("matter", ["the flights to Nordmark", "the prisoners in Nordmark"])
def test_in_a_talk_on_the_world_at_large_an_answer_must_say_what_it_is_about(
    matter: str, gazetteer: Gazetteer
) -> None:
    question = f"What do you expect of {matter}?"
    vague = WORLD.format(question=question, answer="These things take a long time, as everybody knows.")
    assert read(vague, gazetteer) == []
    plain = WORLD.format(question=question, answer="Nordmark has suspended direct flights to Valdoria.")
    assert [suggestion.category for suggestion in read(plain, gazetteer)] == ["flights"]
