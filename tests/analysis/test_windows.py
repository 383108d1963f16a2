"""The window of an issue's page."""

from datetime import date, timedelta

import pytest

from issues.analysis.windows import ALL, CUSTOM, UNDATED, read_window

TODAY = date(2026, 11, 24)
LONG_AGO = date(2001, 2, 3)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("1w", date(2026, 11, 18)),
        ("3m", date(2026, 8, 24)),
        ("1y", date(2025, 11, 24)),
        ("3y", date(2023, 11, 24)),
        ("20y", date(2006, 11, 24)),
    ],
)
def test_presets_reach_back_a_week_or_whole_months(name: str, start: date) -> None:
    window = read_window({"window": name}, first=LONG_AGO, today=TODAY)
    assert (window.name, window.start, window.end) == (name, start, TODAY)


def test_all_begins_a_little_before_the_first_record() -> None:
    window = read_window({"window": ALL}, first=LONG_AGO, today=TODAY)
    assert window.start == LONG_AGO - timedelta(days=7)


@pytest.mark.parametrize(
    ("first", "name"), [(None, "1y"), (date(2026, 3, 1), "1y"), (date(2024, 3, 1), "3y"), (LONG_AGO, "3y")]
)
def test_the_default_is_the_shortest_that_holds_everything(first: date | None, name: str) -> None:
    assert read_window({}, first=first, today=TODAY).name == name


def test_days_of_ones_own_in_either_order() -> None:
    window = read_window({"from": "2026-05-01", "to": "2026-02-01"}, first=None, today=TODAY)
    assert (window.name, window.start, window.end) == (CUSTOM, date(2026, 2, 1), date(2026, 5, 1))


def test_one_day_alone_is_enough() -> None:
    since = read_window({"from": "2026-05-01"}, first=LONG_AGO, today=TODAY)
    assert (since.start, since.end) == (date(2026, 5, 1), TODAY)
    until = read_window({"to": "2026-05-01"}, first=LONG_AGO, today=TODAY)
    assert (until.start, until.end) == (LONG_AGO, date(2026, 5, 1))


@pytest.mark.parametrize("junk", ["", "yesterday", "2026-02-30", "9999999", "2026-W01"])
def test_what_cannot_be_read_changes_nothing(junk: str) -> None:
    default = read_window({}, first=LONG_AGO, today=TODAY)
    assert read_window({"window": junk}, first=LONG_AGO, today=TODAY) == default
    if junk != "2026-W01":
        assert read_window({"from": junk, "to": junk}, first=LONG_AGO, today=TODAY) == default


def test_what_has_no_date_has_a_window_too() -> None:
    window = read_window({"window": UNDATED}, first=None, today=TODAY)
    assert window.is_undated
    assert window.label == "no date"


def test_days_beyond_what_a_figure_can_draw_are_brought_back() -> None:
    window = read_window({"from": "0001-01-01", "to": "9999-12-31"}, first=None, today=TODAY)
    assert window.start == date(1800, 1, 1)
    assert window.end < TODAY + timedelta(days=366 * 21)
