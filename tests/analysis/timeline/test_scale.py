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
    assert len(found) <= 60


def labels(found: list[Tick], level: int) -> list[str]:
    return [tick.label for tick in found if tick.level == level]


def test_three_years_show_years_and_quarters() -> None:
    found = ticks(date(2023, 11, 24), date(2026, 11, 24))
    assert labels(found, 0) == ["2024", "2025", "2026"]
    assert labels(found, 1) == ["Jul", "Jul", "Jul"]
    assert labels(found, 2) == ["Apr", "Oct"] * 3


def test_a_season_has_its_weeks_and_below_them_the_months() -> None:
    found = ticks(date(2026, 8, 24), date(2026, 11, 24))
    assert labels(found, 0) == ["Aug 2026", "Sep 2026", "Oct 2026", "Nov 2026"]
    assert {tick.row for tick in found if tick.level == 0} == {1}
    assert labels(found, 1)[:3] == ["24", "31", "7"]
    assert not labels(found, 2)


def test_a_month_has_its_days_and_mondays_before_the_others() -> None:
    found = ticks(date(2026, 11, 2), date(2026, 11, 30))
    assert labels(found, 1) == ["2", "9", "16", "23", "30"]
    assert len(labels(found, 2)) == 24
    assert labels(found, 0) == ["Nov 2026"]


def test_months_without_a_january_say_their_year_below() -> None:
    found = ticks(date(2026, 2, 10), date(2026, 11, 24))
    assert [(tick.label, tick.row) for tick in found if tick.level == 0] == [("2026", 1)]


def test_a_year_shows_every_month() -> None:
    found = ticks(date(2025, 11, 24), date(2026, 11, 24))
    assert len(found) == 12
    assert labels(found, 0) == ["2026"]


@pytest.mark.parametrize(("years", "step"), [(10, 1), (20, 2), (60, 5)])
def test_many_years_are_labelled_at_a_round_step(years: int, step: int) -> None:
    named = [int(label) for label in labels(ticks(date(2026 - years, 1, 1), date(2026, 6, 1)), 0)]
    assert {after - before for before, after in itertools.pairwise(named)} == {step}
    assert all(year % step == 0 for year in named)
