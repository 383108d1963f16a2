"""Dates, counts and quotes in words."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.analysis import words
from issues.vocabulary import DateOrigin, StatementKind


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("", "date unknown"),
        ("2026", "2026"),
        ("2026-02", "Feb 2026"),
        ("2026-06-26", "26 Jun 2026"),
        ("2026-22", "summer 2026"),
        ("2026~", "about 2026"),
        ("2026-02?", "perhaps Feb 2026"),
        ("2026-02%", "perhaps about Feb 2026"),
        ("../2026-08-31", "by 31 Aug 2026"),
        ("2026-06/..", "from Jun 2026"),
        ("2026-06-26/2026-08-31", "26 Jun – 31 Aug 2026"),
        ("2026-06-03/2026-06-09", "3 – 9 Jun 2026"),
        ("2025-12-30/2026-01-02", "30 Dec 2025 – 2 Jan 2026"),
        ("2026-06/2026-08", "Jun – Aug 2026"),
        ("2025/2026", "2025 – 2026"),
        ("2026/2026", "2026"),
    ],
)
def test_imprecise_dates_in_words(edtf: str, said: str) -> None:
    assert words.edtf(edtf) == said


def test_months_can_be_written_out() -> None:
    assert words.edtf("2026-06-26/2026-08-31", long=True) == "26 June – 31 August 2026"


def test_a_date_says_where_it_comes_from_and_the_words_it_was_given_in() -> None:
    shown = words.date_shown("2026-06-26", words="on Friday", origin=DateOrigin.TEXT)
    assert (shown.machine, shown.provenance) == ("2026-06-26", "“on Friday”, from the text")


@pytest.mark.parametrize("edtf", ["2026-22", "2026~", "../2026-08-31", "2026-06-26/2026-08-31", ""])
def test_only_what_html_can_read_is_given_to_machines(edtf: str) -> None:
    assert words.date_shown(edtf, origin=DateOrigin.EDITOR if edtf else "").machine == ""


def test_a_missing_date_is_unknown_and_comes_from_nowhere() -> None:
    assert words.date_shown("") == words.DateShown("date unknown", "", "")


def test_times_say_their_zone() -> None:
    assert words.moment(datetime(2026, 9, 8, 14, 2, tzinfo=UTC)) == "8 Sep 2026, 14:02 UTC"


def test_counts() -> None:
    assert [
        words.counted("%(count)s statement", "%(count)s statements", count) for count in (0, 1, 1200)
    ] == [
        "0 statements",
        "1 statement",
        "1,200 statements",
    ]
    assert [words.number_word(count) for count in (0, 5, 11)] == ["No", "Five", "11"]


def test_overdue_counts_whole_days_after_the_last_one() -> None:
    assert words.overdue(date(2026, 8, 31), date(2026, 8, 31)) == ""
    assert words.overdue(date(2026, 8, 31), date(2026, 9, 1)) == "1 day overdue"
    assert words.overdue(date(2026, 8, 31), date(2026, 11, 24)) == "85 days overdue"


def test_a_paraphrase_is_never_in_quotation_marks() -> None:
    assert words.quoted("They met.", StatementKind.REPORTED_SPEECH) == "They met."
    assert words.quoted("We met.", StatementKind.DIRECT_QUOTE) == "“We met.”"
    assert words.quoted("«Мы встретились»", StatementKind.DIRECT_QUOTE) == "«Мы встретились»"


@given(st.text(max_size=300), st.integers(5, 80))
def test_shortened_text_is_never_longer_than_asked(text: str, limit: int) -> None:
    short = words.shorten(text, limit)
    assert len(short) <= limit
    assert "\n" not in short


def test_text_is_cut_at_a_word() -> None:
    assert words.shorten("We will talk about this, later.", 26) == "We will talk about this…"
    assert words.shorten("Short.", 26) == "Short."


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("before the end of the summer", "before the end of the summer"),
        ("on Friday", "on Friday"),
        ("26 June 2026", "26 June 2026"),
        ("2026-10-02T10:00:00Z", ""),
        ("2026-10-02", ""),
        ("D:20261124122334+00'00'", ""),
        ("Fri, 02 Oct 2026 10:00:00 GMT", ""),
    ],
)
def test_timestamps_are_not_what_somebody_said(given: str, said: str) -> None:
    assert words.said_words(given) == said


def test_a_timestamp_is_never_shown_in_quotation_marks() -> None:
    shown = words.date_shown("2026-10-02", words="2026-10-02T10:00:00Z", origin=DateOrigin.PUBLICATION)
    assert shown.provenance == "from the publication date"


def test_a_calculation_does_not_repeat_the_words_beside_it() -> None:
    calculation = "by the summer, said 2026-03-01 → until 2026-05-31"
    assert words.calculation_shown(calculation, "by the summer") == "said 2026-03-01 → until 2026-05-31"
    assert words.calculation_shown(calculation, "") == calculation


@pytest.mark.parametrize(
    ("joint", "named"),
    [((), "Norland"), (("Vesperia",), "Norland and Vesperia"), (("A", "B"), "Norland, A and B")],
)
def test_a_joint_text_is_said_by_all_its_parties(joint: tuple[str, ...], named: str) -> None:
    assert words.voices("Norland", joint) == named
