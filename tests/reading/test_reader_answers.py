"""What an answer signals, on what, between whom: one invented exchange a rule."""

import pytest

from issues.reading.gazetteer import Gazetteer
from issues.vocabulary import CATEGORY_OTHER_BILATERAL, Signal
from tests.reading.reading_help import about, read

TALK = "Question: {question}\n\nElena Varga: {answer}\n\nQuestion: And the harvest?\n\nElena Varga: Splendid."


@pytest.mark.parametrize(
    ("question", "answer", "category", "signal", "due"),
    [
        (
            "Will flights to Nordmark return?",
            "We continue to advocate the resumption of direct flights.",
            "flights",
            Signal.DEMAND,
            None,
        ),
        (
            "Will flights to Nordmark return?",
            "You will see our experts on direct flights at one table before the end of the summer.",
            "flights",
            Signal.COMMITMENT,
            "2025-08-31",
        ),
        (
            "What of visas for Nordmark?",
            "We said that we would resume the issue of visas by 29 August, and we have.",
            "visas",
            Signal.PROGRESS,
            None,
        ),
        (
            "Does Nordmark deploy missiles?",
            "If the other side deploys missiles, we shall do the same within a month.",
            "arms_control",
            Signal.THREAT,
            None,
        ),
        (
            "What binds you and Nordmark?",
            "There are clear agreements regarding ballistic missile launches.",
            "arms_control",
            Signal.IN_FORCE,
            None,
        ),
        (
            "What of the prisoners in Nordmark?",
            "The exchange of prisoners is on the table.",
            "prisoner_exchange",
            Signal.CONSULTATION,
            None,
        ),
        (
            "What of the Valdorian citizens held in Nordmark?",
            "We requested their transfer and expect an answer within sixty days.",
            "prisoner_exchange",
            Signal.DEMAND,
            "2025-08-25",
        ),
        (
            "Are the missions in Nordmark at work?",
            "We would like to proceed to the full normalization of the work of our diplomatic missions.",
            "diplomatic_property",
            Signal.POSITION,
            None,
        ),
        (
            "Will the treaty with Nordmark live?",
            "We consider it a violation of the assurance given when the missile treaty lapsed.",
            "arms_control",
            Signal.POSITION,
            None,
        ),
        (
            "Will Nordmark abolish visas?",
            "The visa waiver stands, and there are no plans to cancel it.",
            "visas",
            Signal.IN_FORCE,
            None,
        ),
    ],
)
def test_signals_of_answers(
    question: str, answer: str, category: str, signal: Signal, due: str | None, gazetteer: Gazetteer
) -> None:
    (found,) = read(TALK.format(question=question, answer=answer), gazetteer)
    assert (found.category, found.signal) == (category, signal)
    assert found.relationship == ("XN", "XV")
    assert (str(found.pledge_due.upper) if found.pledge_due else None) == due


def test_an_outlet_that_announces_an_interview_tells_nothing(gazetteer: Gazetteer) -> None:
    text = (
        "Elena Varga, Deputy Foreign Minister of Valdoria, has led the talks with Nordmark. She explains why "
        "direct flights have stopped.\n\n"
        + TALK.format(question="And?", answer="We advocate direct flights.")
    )
    assert not about(read(text, gazetteer), "explains why")


def test_a_general_matter_needs_words_of_its_own(gazetteer: Gazetteer) -> None:
    text = TALK.format(
        question="How are relations with Nordmark?",
        answer="Relations with Nordmark are deadlocked. This is a form of reminding everybody, on "
        "the part of "
        "the Nordmarkian press and of those who read it on the beach in summer with their friends "
        "and families, "
        "that a person may be the subject of certain agreements.",
    )
    found = [s for s in read(text, gazetteer) if s.category == CATEGORY_OTHER_BILATERAL]
    assert [s.signal for s in found] == [Signal.NO_PROGRESS]
    assert "beach" not in found[0].quote


def test_our_embassy_in_a_third_state(gazetteer: Gazetteer) -> None:
    text = (
        "Nordmark has suspended the issue of visas to citizens of Valdoria. Visas for relatives "
        "will be issued "
        "by our embassy in Temurat."
    )
    found = read(text, gazetteer, title="Statement by Spokesperson Inga Dahl on visas for Valdoria")
    assert {s.relationship for s in found} == {("XN", "XV")}


def test_who_answers_in_parliament_stands_below_the_word(gazetteer: Gazetteer) -> None:
    text = (
        "QUESTION NO. 5\n\n5. ULF DAL:\n\nWill the Minister be pleased to state whether visas are issued?\n\n"
        "ANSWER\n\nTHE MINISTER OF FOREIGN AFFAIRS OF NORDMARK\n(IDA HOLM)\n\n"
        "(a) Visas for citizens of Valdoria are suspended.\n"
    )
    (found,) = read(text, gazetteer, "Question 5")
    assert (found.speaker, found.party) == ("IDA HOLM", "XN")
