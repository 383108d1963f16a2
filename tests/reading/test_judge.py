import pytest

from issues.reading.gazetteer import Gazetteer
from issues.reading.judge import Judge
from issues.reading.reader import read_candidates
from tests.reading.reading_help import about, read

TEXT = """Foreign Minister Tomas Lind told reporters on Thursday:

“We have agreed with Valdoria to resume direct flights. The mountains of Valdoria are lovely in spring.”
"""
NAMED = "told by own, a named matter"


def judging(gazetteer: Gazetteer, judge: Judge) -> Gazetteer:
    return Gazetteer(
        parties=gazetteer.parties.values(),
        officials=gazetteer.officials.values(),
        packs=gazetteer.packs.values(),
        judge=judge,
    )


def test_the_weights_of_what_is_found_are_summed() -> None:
    judge = Judge({"a": 2.0, "b": -2.0}, 0.0, {"en": 0.5})
    assert judge.likely(["a", "b", "unknown"]) == pytest.approx(0.5)
    assert judge.likely(["a"]) > 0.85
    assert judge.likely(["b"]) < 0.15
    assert 0 < judge.likely(["a"] * 10_000) <= 1


def test_an_editor_is_told_what_spoke_for_it_and_against_it() -> None:
    judge = Judge({"numerals": 1.0, "a list": -1.0, "the word talks": 3.0}, 0.0, {})
    assert judge.told(["a list", "numerals", "the word talks"]) == "for it: numerals. Against it: a list"
    assert judge.told(["asks"]) == "nothing speaks for it"


def test_the_judge_decides_what_is_proposed(gazetteer: Gazetteer) -> None:
    judge = Judge({NAMED: 3.0}, -1.0, {"en": 0.6})
    (found,) = read(TEXT, judging(gazetteer, judge))
    assert "direct flights" in found.quote
    assert found.confidence == pytest.approx(0.88)
    assert [reason.note for reason in found.reasons if reason.about == "worth"] == [f"for it: {NAMED}"]


def test_a_text_in_which_all_is_doubtful_concerns_nobody(gazetteer: Gazetteer) -> None:
    lenient = Judge({NAMED: 1.0}, -1.0, {"en": 0.2}, {"en": 0.5})
    assert len(read(TEXT, judging(gazetteer, lenient))) > 1
    assert not read(TEXT, judging(gazetteer, Judge({NAMED: 1.0}, -1.0, {"en": 0.2}, {"en": 0.6})))


def test_a_text_with_a_dated_promise_concerns_somebody_sooner(gazetteer: Gazetteer) -> None:
    text = "“We will reopen the consulate in Valdoria by 1 September 2025,” Foreign Minister Tomas Lind said."
    doubtful = judging(gazetteer, Judge({}, -1.0, {"en": 0.2}, {"en": 0.6}))
    (found,) = read(text, doubtful)
    assert found.pledge_due is not None
    assert not read(text.replace("by 1 September 2025", "one fine day"), doubtful)


def test_a_promise_with_a_date_is_not_lost_for_want_of_evidence(gazetteer: Gazetteer) -> None:
    text = "“We will reopen the consulate in Valdoria by 1 September 2025,” Foreign Minister Tomas Lind said."
    doubtful = Judge({}, -1.5, {"en": 0.3})
    (found,) = read(text, judging(gazetteer, doubtful))
    assert found.pledge_due is not None
    assert str(found.pledge_due.upper) == "2025-09-01"


def test_a_dated_plan_between_the_two_of_the_title_is_not_lost_either(gazetteer: Gazetteer) -> None:
    text = "Envoys of Valdoria would meet those of Nordmark on Tuesday, Foreign Minister Tomas Lind said."
    doubtful = judging(gazetteer, Judge({}, -1.5, {"en": 0.3}))
    assert any(found.pledge_due for found in read(text, doubtful, "Valdoria and Nordmark to meet"))


def test_a_visit_that_nobody_announces_is_proposed_with_its_day(gazetteer: Gazetteer) -> None:
    text = "KORVAST, 26 June. Nordmark's prime minister is due in Korvast on 15 July for talks."
    lenient = judging(gazetteer, Judge({}, 0.0, {"en": 0.3}))
    found = about(read(text, lenient, "Valdoria and Nordmark: the prime minister comes"), "is due in")
    assert [str(one.pledge_due.upper) for one in found if one.pledge_due] == ["2025-07-15"]


def test_a_language_without_weights_is_left_to_the_rules(gazetteer: Gazetteer) -> None:
    judge = Judge({}, -9.0, {"ru": 0.9})
    assert about(read(TEXT, judging(gazetteer, judge)), "direct flights")
    world = judging(gazetteer, judge)
    assert not read_candidates(TEXT, gazetteer=world, title=None, language="en", published=None)


def test_the_wider_net_catches_what_the_rules_let_go(gazetteer: Gazetteer) -> None:
    anything = Judge({}, 0.0, {"en": 0.0})
    rules, wide = read(TEXT, gazetteer), read(TEXT, judging(gazetteer, anything))
    assert not about(rules, "lovely in spring")
    assert about(wide, "lovely in spring")
    assert {found.quote for found in rules} <= {found.quote for found in wide}


def test_each_candidate_comes_with_its_evidence(gazetteer: Gazetteer) -> None:
    anything = Judge({}, 0.0, {"en": 0.0})
    read_ = read_candidates(
        TEXT, gazetteer=judging(gazetteer, anything), title=None, language="en", published=None
    )
    names = {one.suggestion.category: set(names) for one, names in read_ if one.sure}
    assert NAMED in names["flights"]
    assert "speaker: an official we know" in names["flights"]
    assert "speaks for one of the pair" in names["flights"]
    assert "the word flights" in names["flights"]
    assert not any("valdoria" in name.casefold() or "lind" in name.casefold() for name in names["flights"])


def test_a_named_matter_goes_on_only_in_words_that_go_on(gazetteer: Gazetteer) -> None:
    text = (
        "Foreign Minister Tomas Lind told reporters: “We have agreed with Valdoria to resume direct flights. "
        "{} The rest is for later.”"
    )
    anything = judging(gazetteer, Judge({}, 0.0, {"en": 0.0}))
    (said,) = about(read(text.format("Valdoria has lovely mountains in the spring."), anything), "mountains")
    assert said.category == "other_bilateral"
    (more,) = about(
        read(text.format("That is what Valdoria has long wanted, as we all know."), anything), "long"
    )
    assert more.category == "flights"
