from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.reading.cases import Cases, read_cases
from benchmarks.reading.figures import Figures, figures, figures_by
from benchmarks.reading.run import Found
from tests.benchmarks.reading_cases import TEXT, label, write_cases

RESUME = "Valdoria and Nordmark agreed to resume direct flights"
VILLA = "We refuse to return the villa"
VISAS = "Talks on visas\nwill be held by 20 April."


def said(quote: str, number: int = 0, text: str = TEXT, **fields: Any) -> Found:
    start = text.index(quote)
    right = Found(
        number=number,
        doc="a",
        quote=quote,
        start=start,
        end=start + len(quote),
        speaker="Karel Aldren",
        party=("XV",),
        date="2026-03-01",
        relationship=("XN", "XV"),
        category="flights",
        signal="agreement",
        pledge_due=None,
        confidence=0.9,
        holds=True,
    )
    return replace(right, **fields)


@pytest.fixture
def cases(tmp_path: Path) -> Cases:
    villa = label(VILLA, category="diplomatic_property", signal="setback", alt_signal=["none"])
    visas = label(VISAS, category="visas", signal="pledge", pledge_due="../2026-04-20")
    texts = {"a": TEXT, "b": "Cheap flights to the sea."}
    return read_cases(write_cases(tmp_path, [label(RESUME), villa, visas], texts=texts))


def right(figure: Figures, aspect: str) -> float | None:
    return figure.aspects[aspect].value


def test_a_perfect_reading(cases: Cases) -> None:
    found = [
        said(RESUME, 0),
        said(VILLA, 1, category="diplomatic_property", signal="setback"),
        said(VISAS, 2, category="visas", signal="pledge", pledge_due="../2026-04-20"),
    ]
    result = figures(cases, found)
    assert result.recall.value == result.one_to_one.value == result.on_labelled.value == 1
    assert {each.value for each in result.aspects.values()} == {1, None}
    assert result.pledges.f1 == result.relevance.f1 == result.categories.f1 == result.dated_pledges.value == 1
    assert (result.alarmed.part, result.alarmed.whole, result.false_alarms) == (0, 1, 0)
    assert not [one for one in result.judged if one.wrong or one.answer is None]


def test_nothing_found(cases: Cases) -> None:
    result = figures(cases, [])
    assert (result.recall.value, right(result, "speaker"), result.relevance.f1) == (0, None, 0)
    assert result.pledges.misses == 1
    assert all(one.answer is None for one in result.judged)


def test_half_of_the_words_are_enough_and_less_is_not(cases: Cases) -> None:
    half, little = "agreed to resume direct flights", "direct flights"
    assert figures(cases, [said(half)]).recall.part == 1
    missed = figures(cases, [said(little)])
    assert (missed.recall.part, missed.on_labelled.part) == (0, 1)


def test_a_whole_page_is_no_answer(tmp_path: Path) -> None:
    text = "We agreed. " + "Then it rained. " * 90
    cases = read_cases(write_cases(tmp_path, [label("We agreed.", text)], texts={"a": text}))
    assert figures(cases, [said(text.strip(), text=text)]).recall.part == 0
    assert figures(cases, [said("We agreed. Then it rained.", text=text)]).recall.part == 1


def test_one_passage_may_answer_two_labels_but_not_one_to_one(tmp_path: Path) -> None:
    twice = [label(RESUME), label(RESUME, category="visas")]
    result = figures(read_cases(write_cases(tmp_path, twice)), [said(RESUME)])
    assert (result.recall.part, result.one_to_one.part) == (2, 1)
    assert right(result, "category_strict") == 0.5


def test_of_two_suggestions_on_a_passage_the_fitting_one_answers(cases: Cases) -> None:
    found = [said(VILLA, 0, category="visas"), said(VILLA, 1, category="diplomatic_property")]
    result = figures(cases, found)
    assert right(result, "category_strict") == 1
    assert result.on_labelled.whole == 1


def test_lenient_takes_what_the_labeller_takes(cases: Cases) -> None:
    result = figures(cases, [said(VILLA, category=None, signal="none")])
    assert (right(result, "signal_strict"), right(result, "signal_lenient")) == (0, 1)
    assert right(result, "category_lenient") == 0
    assert result.signals.of("setback", "none") == 1


def test_no_category_will_do_for_other_matters(tmp_path: Path) -> None:
    other = read_cases(write_cases(tmp_path, [label(VILLA, category="other_bilateral")]))
    result = figures(other, [said(VILLA, category=None)])
    assert (right(result, "category_strict"), right(result, "category_lenient")) == (0, 1)


def test_a_pledge_that_none_was_is_a_false_alarm(cases: Cases) -> None:
    result = figures(cases, [said(VILLA, signal="pledge")])
    assert (result.pledges.false_alarms, result.pledges.misses) == (1, 1)


def test_alarms_in_an_irrelevant_document_are_counted(cases: Cases) -> None:
    text = "Cheap flights to the sea."
    found = [said("Cheap flights", n, text, doc="b") for n in range(2)]
    result = figures(cases, found)
    assert (result.alarmed.part, result.false_alarms, result.relevance.false_alarms) == (1, 2, 1)


def test_figures_by_language_are_of_those_documents_alone(cases: Cases) -> None:
    french = replace(cases.documents[1], language="fr")
    two = replace(cases, documents=(cases.documents[0], french))
    by = figures_by("language", two, [said(RESUME)])
    assert (by["en"].recall.whole, by["fr"].recall.whole) == (3, 0)
    assert by["en"].suggestions == 1
