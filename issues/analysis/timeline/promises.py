"""Pledges as brackets from said to due, in as many rows as keep their labels apart. Pure geometry."""

from collections.abc import Sequence
from datetime import date, timedelta

from issues.analysis.timeline.data import Promise
from issues.analysis.timeline.labels import Taken, fit_text, text_width
from issues.analysis.timeline.scale import Scale
from issues.analysis.timeline.shapes import Bracket, Canvas, Text, number
from issues.vocabulary import PledgeOutcome

ROW = 26.0
ROWS_AT_MOST = 6
CAP = 5.0
AIR = 7.0

_AWAY = (PledgeOutcome.OVERDUE, PledgeOutcome.MISSED)
_TOWARDS = (PledgeOutcome.MET, PledgeOutcome.MET_LATE)


def draw_promises(
    promises: Sequence[Promise], *, scale: Scale, canvas: Canvas, top: float, today: date
) -> tuple[list[Bracket], int, int]:
    """Draw pledges from `top` down; return the brackets, the rows used and how many found no row."""
    rows: list[Taken] = []
    drawn: list[Bracket] = []
    left_out = 0
    for promise in promises:
        start, due, run_to = _reach(promise, scale, today)
        text, x, anchor, low, high = _label(promise, start, max(due, run_to), canvas)
        row = _row(rows, low, high)
        if row is None:
            left_out += 1
            continue
        y = top + row * ROW + ROW / 2
        drawn.append(
            _bracket(promise, (start, due, run_to), y, Text(number(x), number(y + 4), text, "", anchor))
        )
    return drawn, len(rows), left_out


def _reach(promise: Promise, scale: Scale, today: date) -> tuple[float, float, float]:
    """Where it was said, where it falls due, and where it runs on to (0 where it does not)."""
    start = scale.middle(promise.said) if promise.said else scale.x(promise.due)
    due = max(scale.x(promise.due + timedelta(days=1)), start)
    late = {PledgeOutcome.OVERDUE: today, PledgeOutcome.MET_LATE: promise.decided}
    run_to = late.get(PledgeOutcome(promise.outcome))
    return start, due, scale.middle(run_to) if run_to and run_to > promise.due else 0.0


def _label(
    promise: Promise, start: float, end: float, canvas: Canvas
) -> tuple[str, float, str, float, float]:
    """Its text, where that stands and how it is anchored; then all the room that both take."""
    room_right = canvas.right - end - AIR
    room_left = start - canvas.left - AIR
    width = text_width(promise.text, canvas.small, bold=True)
    if width <= room_right or (width > room_left and room_right >= room_left):
        text = fit_text(promise.text, room_right, canvas.small, bold=True)
        high = end + AIR + text_width(text, canvas.small, bold=True) if text else end
        return text, end + AIR, "start", start, high
    text = fit_text(promise.text, room_left, canvas.small, bold=True)
    low = start - AIR - text_width(text, canvas.small, bold=True) if text else start
    return text, start - AIR, "end", low, end


def _row(rows: list[Taken], low: float, high: float) -> int | None:
    for number_of_row, row in enumerate(rows):
        if row.claim(low, high):
            return number_of_row
    if len(rows) == ROWS_AT_MOST:
        return None
    rows.append(Taken(gap=10.0))
    rows[-1].claim(low, high)
    return len(rows) - 1


def _bracket(promise: Promise, reach: tuple[float, float, float], y: float, text: Text) -> Bracket:
    start, due, run_to = reach
    css = "away" if promise.outcome in _AWAY else "towards" if promise.outcome in _TOWARDS else "neither"
    caps = f"v{number(2 * CAP)}m0-{number(CAP)}"
    path = f"M{number(start)} {number(y - CAP)}{caps}H{number(due)}m0-{number(CAP)}v{number(2 * CAP)}"
    run_on = f"M{number(due)} {number(y)}H{number(run_to)}" if run_to > due else ""
    return Bracket(path, run_on, css, text, promise.address, promise.label)
