"""How a due date follows from what was said."""

from datetime import date

import pytest

from issues.analysis.deadlines.calculation import Due, calculation_sentence, note_of

SAID = date(2026, 6, 26)
SUMMER = Due("2026-06-26/2026-08-31", SAID, date(2026, 8, 31), SAID)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (SUMMER, "by 31 August 2026"),
        (Due("../2026-08-31", None, date(2026, 8, 31), None), "by 31 August 2026"),
        (Due("2026-08-31", date(2026, 8, 31), date(2026, 8, 31), SAID), "on 31 August 2026"),
        (Due("2026-09", date(2026, 9, 1), date(2026, 9, 30), SAID), "in September 2026"),
        (Due("2026-09-01/2026-09-09", date(2026, 9, 1), date(2026, 9, 9), SAID), "1 – 9 September 2026"),
        (Due("", None, None, SAID), "at no stated time"),
    ],
)
def test_when_it_falls_due(due: Due, words: str) -> None:
    assert due.words == words


def test_the_calculation_is_a_sentence() -> None:
    words = "before the end of the summer"
    calculation = f"{words}, said 2026-06-26 → until 2026-08-31"
    sentence = calculation_sentence(SUMMER, said="2026-06-26", words=words, calculation=calculation)
    assert sentence == "said 26 June 2026: ‘before the end of the summer’ → by 31 August 2026"


def test_a_note_follows_and_a_reason_stands_where_there_is_no_date() -> None:
    noted = "within weeks, said 2026-06-26 → about 8 weeks, until 2026-08-31"
    assert calculation_sentence(SUMMER, said="", words="within weeks", calculation=noted) == (
        "‘within weeks’ → by 31 August 2026 (about 8 weeks)"
    )
    unknown = "soon, said 2026-06-26 → unknown: nobody said how many"
    assert calculation_sentence(
        Due("", None, None, SAID), said="2026-06-26", words="soon", calculation=unknown
    ) == ("said 26 June 2026: ‘soon’ → unknown: nobody said how many")


def test_without_words_the_dates_are_left() -> None:
    assert calculation_sentence(SUMMER, said="2026-06-26", words="", calculation="") == (
        "said 26 June 2026 → by 31 August 2026"
    )
    assert calculation_sentence(SUMMER, said="", words="", calculation="") == "by 31 August 2026"


def test_an_editors_own_calculation_is_a_note() -> None:
    assert note_of("the last day of summer") == "the last day of summer"
    assert note_of("soon, said 2026-06-26 → on 2026-08-31") == ""
