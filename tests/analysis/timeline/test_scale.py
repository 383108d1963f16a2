"""Days to positions, and ticks that read naturally."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.analysis.timeline.scale import Scale, Tick, ticks

SPANS = st.tuples(st.dates(date(1990, 1, 1), date(2026, 1, 1)), st.integers(7, 9000))


@given(SPANS, st.data())
def test_later_days_stand_further_right_and_none_leaves_the_plot(
    span: tuple[date, int], data: st.DataObject
) -> None:
    start, length = span
    scale = Scale(start, start + timedelta(days=length), 100, 900)
    days = st.integers(-400, length + 400).map(lambda offset: start + timedelta(days=offset))
    one, other = sorted((data.draw(days), data.draw(days)))
    assert 100 <= scale.x(one) <= scale.middle(one) <= 900
    assert scale.x(one) <= scale.x(other)


def test_the_ends_of_the_plot() -> None:
    scale = Scale(date(2026, 1, 1), date(2026, 1, 10), 0, 100)
    assert scale.x(date(2026, 1, 1)) == 0
    assert scale.x(date(2026, 1, 11)) == 100
    assert scale.middle(date(2026, 1, 10)) == 95


@given(SPANS)
def test_ticks_are_in_order_within_the_days_and_few(span: tuple[date, int]) -> None:
    start, length = span
    end = start + timedelta(days=length)
    found = ticks(start, end)
    assert [tick.day for tick in found] == sorted(tick.day for tick in found)
    assert all(start <= tick.day <= end for tick in found)
    assert len(found) <= 40


def labels(found: list[Tick], level: int) -> list[str]:
    return [tick.label for tick in found if tick.level == level]


def test_three_years_show_years_and_quarters() -> None:
    found = ticks(date(2023, 11, 24), date(2026, 11, 24))
    assert labels(found, 0) == ["2024", "2025", "2026"]
    assert labels(found, 1) == ["Jul", "Jul", "Jul"]
    assert labels(found, 2) == ["Apr", "Oct"] * 3


def test_a_season_names_its_months_and_says_the_year_once() -> None:
    assert labels(ticks(date(2026, 8, 24), date(2026, 11, 24)), 0) == ["Sep 2026", "Oct", "Nov"]


def test_a_year_shows_every_month() -> None:
    found = ticks(date(2025, 11, 24), date(2026, 11, 24))
    assert len(found) == 12
    assert labels(found, 0) == ["2026"]


@pytest.mark.parametrize(("years", "step"), [(10, 1), (20, 2), (60, 5)])
def test_many_years_are_labelled_at_a_round_step(years: int, step: int) -> None:
    named = [int(label) for label in labels(ticks(date(2026 - years, 1, 1), date(2026, 6, 1)), 0)]
    assert {after - before for before, after in itertools.pairwise(named)} == {step}
    assert all(year % step == 0 for year in named)
