"""The interview the project began with, where its text lies beside the repository."""

from pathlib import Path

import pytest

from issues.reading.suggestions import Suggestion
from issues.reference import load_gazetteer
from tests.reading.reading_help import about, read

SAMPLE = Path(__file__).parents[3] / "shared/samples/izvestia-ryabkov-2026-06-26.txt"
FIVE = {"flights", "diplomatic_property", "visas", "prisoner_exchange", "arms_control"}

pytestmark = pytest.mark.skipif(not SAMPLE.exists(), reason="the sample text is not beside this repository")


@pytest.fixture(scope="module")
def found() -> list[Suggestion]:
    return read(SAMPLE.read_text("utf-8"), load_gazetteer(), published="2026-06-26")


def test_every_issue_is_answered_for_by_the_interviewee(found: list[Suggestion]) -> None:
    bilateral = [s for s in found if s.relationship == ("RU", "US")]
    assert {s.category for s in bilateral} >= FIVE
    assert {s.speaker for s in found} == {"Sergey Ryabkov"}
    assert {s.party for s in found} == {"RU"}


def test_no_question_is_quoted(found: list[Suggestion]) -> None:
    text = SAMPLE.read_text("utf-8")
    questions = [line for line in text.splitlines() if line.startswith("—") and line.endswith(("?", "..."))]
    assert len(questions) >= 10
    for suggestion in found:
        assert not any(suggestion.quote in question for question in questions)
    assert not about(found, "officially expired")
    assert any("officially expired" in s.question for s in found if s.category == "arms_control")


def test_other_matters_are_not_linked_with_the_pair(found: list[Suggestion]) -> None:
    text = SAMPLE.read_text("utf-8")
    cars = text.index("Regardless of such statements"), text.index("Are talks between Russian")
    baltic = text.index("By the way, France"), len(text)
    for start, end in (cars, baltic):
        inside = [s for s in found if start <= s.start < end]
        assert not [s for s in inside if s.relationship == ("RU", "US") and s.category in FIVE]


def test_flights_and_property_have_not_moved(found: list[Suggestion]) -> None:
    assert about(found, "no progress throughout")[0].signal == "no_progress"
    assert about(found, "negativism")[0].signal == "no_progress"


def test_the_consultations_are_promised_by_the_end_of_august(found: list[Suggestion]) -> None:
    (pledge,) = about(found, "before the end of the summer")
    assert pledge.signal == "commitment"
    assert pledge.pledge_due is not None
    assert str(pledge.pledge_due.upper) == "2026-08-31"


def test_what_is_advocated_or_wished_for_is_no_progress(found: list[Suggestion]) -> None:
    for words in ("advocate the resumption", "advocate for the resumption", "We would like to proceed"):
        wished = about(found, words)
        assert wished
        assert not {s.signal for s in wished} & {"progress", "agreement", "commitment"}
    assert not [s for s in found if s.category == "flights" and s.signal in ("progress", "agreement")]
    property_ = [s for s in found if s.category == "diplomatic_property"]
    assert not [s for s in property_ if s.signal in ("progress", "agreement")]


def test_every_answer_on_the_five_matters_is_there(found: list[Suggestion]) -> None:
    for words, category in (
        ("illegally seized diplomatic real estate", "diplomatic_property"),
        ("no progress throughout", "flights"),
        ("lack of direct flights", "flights"),
        ("full normalization of the functioning of our diplomatic", "diplomatic_property"),
        ("Visas are issued", "visas"),
        ("topic is present in our dialogue", "prisoner_exchange"),
        ("hunt for Russians", "prisoner_exchange"),
        ("ballistic missile launches", "arms_control"),
        ("no bilateral dialogue with the Americans", "arms_control"),
    ):
        assert category in {s.category for s in about(found, words)}, words
        assert {s.relationship for s in about(found, words)} == {("RU", "US")}, words


def test_no_bargain_is_told_as_an_agreement(found: list[Suggestion]) -> None:
    assert {s.signal for s in about(found, "ballistic missile launches")} == {"in_force"}
    for words in ("agreements that suit", "Russian consensus", "Russian threat"):
        assert not [s for s in about(found, words) if s.signal == "agreement" or s.category == "flights"]
