"""The window of an issue's page: which days its timeline draws and its list holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from issues.analysis.ribbon import first_day
from issues.analysis.words import days

PRESETS = {"3m": ("3 months", 3), "1y": ("1 year", 12), "3y": ("3 years", 36)}
ALL = "all"
CUSTOM = "custom"
UNDATED = "undated"
SHORTEST_DAYS = 7


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
        return "no date" if self.is_undated else days(self.start, self.end)


def read_window(params: Mapping[str, str], *, first: date | None, today: date) -> Window:
    """Read `window`, or `from` and `to`, of an address. What cannot be read gives the default.

    The default is the shortest preset that holds the whole record, which begins on `first`, and
    three years where none does.
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
    return first_day(today, PRESETS[preset][1])


def _whole(name: str, first: date | None, today: date) -> Window:
    start = min(first or today, today) - timedelta(days=SHORTEST_DAYS)
    return Window(name, start, today)


def _custom(params: Mapping[str, str], *, first: date | None, today: date) -> Window | None:
    start, end = _day(params.get("from", "")), _day(params.get("to", ""))
    if start is None and end is None:
        return None
    earliest, latest = date(1800, 1, 1), today + timedelta(days=366 * 20)
    end = min(max(end or today, earliest), latest)
    start = min(max(start or min(first or end, end), earliest), latest)
    return Window(CUSTOM, min(start, end), max(start, end))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
