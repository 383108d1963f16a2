from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.reading.edtf import ImpreciseDate, InvalidDate, bounds, edtf_of
from issues.vocabulary import DateOrigin


@pytest.mark.parametrize(
    ("edtf", "lower", "upper"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026~", date(2026, 1, 1), date(2026, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-06-26", date(2026, 6, 26), date(2026, 6, 26)),
        ("2026-06-26?", date(2026, 6, 26), date(2026, 6, 26)),
        ("2026-21", date(2026, 3, 1), date(2026, 5, 31)),
        ("2026-22", date(2026, 6, 1), date(2026, 8, 31)),
        ("2026-23", date(2026, 9, 1), date(2026, 11, 30)),
        ("2027-24", date(2027, 12, 1), date(2028, 2, 29)),
        ("2026-06-26/2026-08-31", date(2026, 6, 26), date(2026, 8, 31)),
        ("2026-04/2026-06", date(2026, 4, 1), date(2026, 6, 30)),
        ("../2026-08-31", None, date(2026, 8, 31)),
        ("2026-02/..", date(2026, 2, 1), None),
    ],
)
def test_bounds_are_the_first_and_last_day_allowed(edtf: str, lower: date | None, upper: date | None) -> None:
    assert bounds(edtf) == (lower, upper)


@pytest.mark.parametrize(
    "wrong",
    ["", "today", "26", "2026-13", "2026-00", "2026-01-00", "2026-02-30", "2026-22-01",
     "2026-08-31/2026-06-01", "../..", "0000", "2026/2027/2028",
     "2026-6-1", "2026-06-26T10:00", "9999-24", " 2026", "2026/"],
)  # fmt: skip
def test_text_outside_the_subset_is_refused_with_its_value_in_the_message(wrong: str) -> None:
    with pytest.raises(InvalidDate) as refused:
        ImpreciseDate.from_edtf(wrong, origin=DateOrigin.EDITOR)
    assert wrong.split("/", maxsplit=1)[0] in str(refused.value)


@pytest.mark.parametrize(
    "edtf",
    ["2026", "2026-06", "2026-06-26", "2026-22", "2026-24", "2026-04/2026-06", "2026-06-26/2026-08-31"],
)
def test_bounds_are_written_as_the_shortest_text(edtf: str) -> None:
    assert edtf_of(*bounds(edtf)) == edtf


def test_a_day_knows_itself_and_a_month_does_not() -> None:
    day = ImpreciseDate.from_edtf("2026-06-26", words="yesterday", origin=DateOrigin.TEXT)
    assert (day.day, day.words) == (date(2026, 6, 26), "yesterday")
    assert ImpreciseDate.from_edtf("2026-06", origin=DateOrigin.FEED).day is None
    assert ImpreciseDate.from_edtf("../2026-06-26", origin=DateOrigin.FEED).day is None


def test_unknown_at_both_ends_is_not_a_date() -> None:
    with pytest.raises(InvalidDate):
        edtf_of(None, None)
    with pytest.raises(InvalidDate):
        edtf_of(date(2026, 2, 1), date(2026, 1, 1))


@given(st.dates(), st.integers(0, 800), st.booleans(), st.booleans())
def test_any_bounds_survive_being_written_and_read(
    first: date, length: int, lower_open: bool, upper_open: bool
) -> None:
    last = first + timedelta(days=min(length, (date.max - first).days))
    pair = (None if lower_open else first, None if upper_open and not lower_open else last)
    assert bounds(edtf_of(*pair)) == pair


@given(st.text(max_size=25) | st.from_regex(r"[0-9./~-]{1,21}", fullmatch=True))
def test_any_text_is_a_date_in_order_or_refused(text: str) -> None:
    try:
        lower, upper = bounds(text)
    except InvalidDate:
        return
    assert lower is None or upper is None or lower <= upper
