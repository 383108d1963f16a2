"""Dates of the demonstration: offsets, words, weekends."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.demo.days import day_at, day_in_words, day_of_edition, edition_of, fill_days

TUESDAY = date(2026, 11, 24)


def test_an_offset_counts_from_the_reference_day() -> None:
    assert day_at("d-5", today=TUESDAY) == date(2026, 11, 19)
    assert day_at("d+2", today=TUESDAY) == date(2026, 11, 26)


@pytest.mark.parametrize("offset", ["d-2", "d-3", "d-4"])
def test_a_weekend_moves_back_to_friday(offset: str) -> None:
    assert day_at(offset, today=TUESDAY) == date(2026, 11, 20)


def test_other_text_is_no_offset() -> None:
    with pytest.raises(ValueError, match="is not an offset"):
        day_at("yesterday", today=TUESDAY)


@pytest.mark.parametrize(
    ("form", "language", "words"),
    [
        ("date", "en", "24 November 2026"),
        ("date", "ru", "24 ноября 2026 года"),
        ("day", "en", "24 November"),
        ("weekday", "en", "Tuesday"),
        ("weekday", "ru", "вторник"),
        ("month", "ru", "ноября"),
        ("month_year", "en", "November 2026"),
        ("season", "en", "autumn"),
        ("season", "ru", "осени"),
    ],
)
def test_a_day_is_written_out_in_both_languages(form: str, language: str, words: str) -> None:
    assert day_in_words(TUESDAY, form=form, language=language) == words


def test_winter_has_december_and_february() -> None:
    assert [day_in_words(date(2026, month, 7), form="season") for month in (12, 2, 3)] == [
        "winter",
        "winter",
        "spring",
    ]


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match="no way to write"):
        day_in_words(TUESDAY, form="fortnight")


def test_placeholders_are_filled_and_other_braces_left() -> None:
    text = fill_days("On {{d-1|weekday}}, {{d-1}}; {{name}}.", today=TUESDAY)
    assert text == "On Monday, 23 November 2026; {{name}}."


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-1000, 1000))
def test_every_day_is_a_working_day_within_two_days(today: date, offset: int) -> None:
    day = day_at(f"d{offset:+d}", today=today)
    assert day.weekday() < 5
    assert timedelta(0) <= today + timedelta(days=offset) - day <= timedelta(days=2)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_an_edition_keeps_its_day(day: date) -> None:
    assert day_of_edition(edition_of(day)) == day
