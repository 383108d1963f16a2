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
