"""Many quotations, each with a name in front."""

from issues.reading.gazetteer import Gazetteer
from issues.reading.layout import find_paragraphs
from issues.reading.packs import LanguagePack
from issues.reading.turns import Role, find_turns
from tests.reading.reading_help import about, read

ROUND = """The agreement with Valdoria was met with praise.

**Here is what they are saying:**

[Sen. Ann
Lee](https://news.example/lee/1): “The nuclear talks with Valdoria must
go on until its missiles are gone.”

[Foreign Minister Tomas Lind](https://news.example/lind/2): “Valdoria has resumed the inspections.

“We thank it for that.”

Nobody else has answered so far.

**Northern Air CEO Rosa Bell:** “We shall fly to Valdoria every day.”
"""


def test_a_label_goes_as_far_as_its_quotation(packs: dict[str, LanguagePack]) -> None:
    turns = find_turns(ROUND, find_paragraphs(ROUND), packs["en"])
    told = [(turn.label, " ".join(ROUND[turn.start : turn.end].split())) for turn in turns if turn.quoted]
    assert told == [
        ("Sen. Ann Lee", "The nuclear talks with Valdoria must go on until its missiles are gone."),
        ("Foreign Minister Tomas Lind", "Valdoria has resumed the inspections."),
        ("Foreign Minister Tomas Lind", "We thank it for that."),
        ("Northern Air CEO Rosa Bell", "We shall fly to Valdoria every day."),
    ]
    rest = [turn for turn in turns if not turn.quoted]
    assert {turn.role for turn in rest} == {Role.PROSE}


def test_two_quotations_are_no_round_up(packs: dict[str, LanguagePack]) -> None:
    text = "Ann Lee: “We are ready.”\n\nTomas Lind: “So are we, as we said.”\n\nNothing more was said."
    assert not any(turn.quoted for turn in find_turns(text, find_paragraphs(text), packs["en"]))


def test_a_question_makes_an_interview_of_it(packs: dict[str, LanguagePack]) -> None:
    text = "Q: “Why?”\n\nAnn Lee: “So.”\n\nTomas Lind: “Yes.”\n\nQ: “When?”\n\nRosa Bell: “Now.”"
    assert not any(turn.quoted for turn in find_turns(text, find_paragraphs(text), packs["en"]))


def test_officials_speak_in_a_round_up_and_others_do_not(gazetteer: Gazetteer) -> None:
    found = read(ROUND, gazetteer, "What they are saying: the agreement of Nordmark with Valdoria")
    assert [s.speaker for s in about(found, "inspections")] == ["Tomas Lind"]
    assert [s.speaker for s in about(found, "missiles")] == ["Ann Lee"]
    assert not about(found, "every day")
