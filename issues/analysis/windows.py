"""The window of an issue's page: which days its timeline draws and its list holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from issues.analysis.ribbon import first_day
from issues.analysis.words import days

PRESETS = {"1w": 0, "1m": 1, "3m": 3, "1y": 12, "3y": 36, "10y": 120, "20y": 240}  # months; a week is less
ALL = "all"
CUSTOM = "custom"
UNDATED = "undated"
SHORTEST_DAYS = 7
EARLIEST = date(1800, 1, 1)


@dataclass(frozen=True, slots=True)
class Window:
    """Days from `start` to `end`, both included. `name` is a preset, CUSTOM or UNDATED.

    An undated window lists what has no date; its days are those of the whole record.
    """

    name: str
    start: date
    end: date

    @property
    def is_undated(self) -> bool:
        return self.name == UNDATED

    @property
    def label(self) -> str:
        return _("no date") if self.is_undated else days(self.start, self.end)

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


def preset_labels() -> dict[str, str]:
    """The windows that have names, and how a button says them."""
    return {
        "1w": _("1 week"),
        "1m": _("1 month"),
        "3m": _("3 months"),
        "1y": _("1 year"),
        "3y": _("3 years"),
        "10y": _("10 years"),
        "20y": _("20 years"),
        ALL: _("All"),
    }


def read_window(params: Mapping[str, str], *, first: date | None, today: date) -> Window:
    """Read `window`, or `from` and `to`, of an address. What cannot be read gives the default.

    The default is the shortest of one and three years that holds the whole record, which begins on
    `first`, and three years where neither does.
    """
    custom = _custom(params, first=first, today=today)
    if custom is not None:
        return custom
    name = params.get("window", "")
    if name in (ALL, UNDATED):
        return _whole(name, first, today)
    if name not in PRESETS:
        held = [key for key in ("1y", "3y") if first is None or _start(key, today) <= first]
        name = held[0] if held else "3y"
    return Window(name, _start(name, today), today)


def _start(preset: str, today: date) -> date:
    months = PRESETS[preset]
    return first_day(today, months) if months else today - timedelta(days=SHORTEST_DAYS - 1)


def _whole(name: str, first: date | None, today: date) -> Window:
    start = min(first or today, today) - timedelta(days=SHORTEST_DAYS)
    return Window(name, start, today)


def _custom(params: Mapping[str, str], *, first: date | None, today: date) -> Window | None:
    start, end = _day(params.get("from", "")), _day(params.get("to", ""))
    if start is None and end is None:
        return None
    latest = today + timedelta(days=366 * 20)
    end = min(max(end or today, EARLIEST), latest)
    start = min(max(start or min(first or end, end), EARLIEST), latest)
    return Window(CUSTOM, min(start, end), max(start, end))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def shifted(window: Window, direction: int, first: date, today: date) -> Window:
    """Half a window earlier (-1) or later (1): not past today, nor wholly before the record."""
    by = timedelta(days=max(window.days // 2, 1) * direction)
    start, end = window.start + by, window.end + by
    if end > max(today, window.end):
        return _ending(max(today, window.end), window.days)
    if direction < 0 and end < first:
        return window
    return Window(CUSTOM, max(start, EARLIEST), max(end, EARLIEST))


def zoomed(window: Window, factor: float, first: date, today: date) -> Window:
    """The window `factor` times as long round its middle; one that ends today goes on doing so.

    A week at the least; at the most the whole record and what the window has beyond it.
    """
    longest = max((today - first).days + 1 + SHORTEST_DAYS, window.days)
    length = min(max(round(window.days * factor), min(SHORTEST_DAYS, window.days)), longest)
    if window.end == today:
        return _ending(today, length)
    start = window.start + timedelta(days=(window.days - length) // 2)
    end = start + timedelta(days=length - 1)
    return _ending(today, length) if window.end < today < end else Window(CUSTOM, start, end)


def first_window(window: Window, first: date) -> Window:
    """As many days from where the record begins."""
    start = first - timedelta(days=1)
    return Window(CUSTOM, start, start + timedelta(days=window.days - 1))


def last_window(window: Window, today: date) -> Window:
    """As many days, the last of them today."""
    return _ending(today, window.days)


def window_around(day: date, length: int, *, today: date) -> Window:
    """So many days with `day` in their middle, or, towards the end, the last ones to today."""
    length = max(length, SHORTEST_DAYS)
    end = day + timedelta(days=length // 2)
    return _ending(min(end, max(today, day)), length)


def _ending(end: date, length: int) -> Window:
    return Window(CUSTOM, max(end - timedelta(days=length - 1), EARLIEST), end)
