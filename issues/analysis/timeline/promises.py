"""Pledges as brackets from said to due, in as many rows as keep their labels apart. Pure geometry."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from issues.analysis.timeline.data import Promise
from issues.analysis.timeline.labels import Taken, fit_text, text_width
from issues.analysis.timeline.scale import Scale
from issues.analysis.timeline.shapes import Bracket, Canvas, Text, number
from issues.vocabulary import PledgeOutcome

ROW = 26.0
ROWS_AT_LEAST, ROWS_AT_MOST = 2, 6
CAP = 5.0
AIR = 7.0

_AWAY = (PledgeOutcome.OVERDUE, PledgeOutcome.MISSED)
_TOWARDS = (PledgeOutcome.MET, PledgeOutcome.MET_LATE)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where a pledge's bracket and label go; the label on the bracket's row, or `below` it."""

    start: float
    due: float
    run_to: float
    words: str
    x: float
    anchor: str
    below: int  # 0 or 1 rows
    label: tuple[float, float]

    @property
    def bracket(self) -> tuple[float, float]:
        return self.start, max(self.due, self.run_to)


def draw_promises(
    promises: Sequence[Promise], *, scale: Scale, canvas: Canvas, top: float, today: date
) -> tuple[list[Bracket], int, int]:
    """Draw pledges from `top` down; return the brackets, the rows used and how many found no row."""
    rows: list[Taken] = []
    drawn: list[Bracket] = []
    left_out = 0
    for promise in promises:
        plan = _plan(promise, scale, canvas, today)
        row = _row(rows, plan, ROWS_AT_MOST + (2 if canvas.names_above else 0))
        if row is None:
            left_out += 1
            continue
        y = top + row * ROW + ROW / 2
        text_y = y + 4 + plan.below * (ROW - 6)
        text = Text(number(plan.x), number(text_y), plan.words, "", plan.anchor)
        drawn.append(_bracket(promise, plan, y, text))
    return drawn, len(rows), left_out


def _reach(promise: Promise, scale: Scale, today: date) -> tuple[float, float, float]:
    """Where it was said, where it falls due, and where it runs on to (0 where it does not)."""
    start = scale.middle(promise.said) if promise.said else scale.x(promise.due)
    due = max(scale.x(promise.due + timedelta(days=1)), start)
    late = {PledgeOutcome.OVERDUE: today, PledgeOutcome.MET_LATE: promise.decided}
    run_to = late.get(PledgeOutcome(promise.outcome))
    return start, due, scale.x(run_to + timedelta(days=1)) if run_to and run_to > promise.due else 0.0


def _plan(promise: Promise, scale: Scale, canvas: Canvas, today: date) -> _Plan:
    """The label goes to the right of its bracket, else to the left, else below, wherever it fits whole."""
    start, due, run_to = _reach(promise, scale, today)
    end = max(due, run_to)
    width = text_width(promise.text, canvas.small, bold=True)
    if end + AIR + width <= canvas.right:
        x = end + AIR
        return _Plan(start, due, run_to, promise.text, x, "start", 0, (x, x + width))
    if start - AIR - width >= canvas.left:
        x = start - AIR
        return _Plan(start, due, run_to, promise.text, x, "end", 0, (x - width, x))
    words = fit_text(promise.text, canvas.right - canvas.left, canvas.small, bold=True)
    width = text_width(words, canvas.small, bold=True)
    x = max(min(start, canvas.right - width), canvas.left)
    return _Plan(start, due, run_to, words, x, "start", 1, (x, x + width))


def _row(rows: list[Taken], plan: _Plan, at_most: int) -> int | None:
    """The first row in which both bracket and label find room; new ones are added up to `at_most`."""
    for place in range(at_most - plan.below):
        while len(rows) <= place + plan.below:
            rows.append(Taken(gap=10.0))
        if plan.below:
            is_free = rows[place].is_free(*plan.bracket) and rows[place + 1].is_free(*plan.label)
        else:
            low, high = min(plan.start, plan.label[0]), max(plan.bracket[1], plan.label[1])
            is_free = rows[place].is_free(low, high)
        if is_free:
            rows[place].claim(*plan.bracket)
            rows[place + plan.below].stretches.append(plan.label)
            return place
    return None


def _bracket(promise: Promise, plan: _Plan, y: float, text: Text) -> Bracket:
    start, due, run_to = plan.start, plan.due, plan.run_to
    css = "away" if promise.outcome in _AWAY else "towards" if promise.outcome in _TOWARDS else "neither"
    caps = f"v{number(2 * CAP)}m0-{number(CAP)}"
    path = f"M{number(start)} {number(y - CAP)}{caps}H{number(due)}m0-{number(CAP)}v{number(2 * CAP)}"
    run_on = f"M{number(due)} {number(y)}H{number(run_to)}" if run_to > due else ""
    return Bracket(path, run_on, css, text, promise.address, promise.label)
