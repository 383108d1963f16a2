"""The days along the foot of a figure: how far they reach, their grid and labels, the line for today."""

from datetime import date, timedelta

from issues.analysis.timeline.data import Timeline
from issues.analysis.timeline.labels import Taken, text_width
from issues.analysis.timeline.scale import Scale, Tick, ticks
from issues.analysis.timeline.shapes import Canvas, Line, Text, number

TOP = 24.0
FOOT = 36.0  # for two rows of labels, whether or not the second has any
AHEAD_AT_MOST = 0.35  # of the window, for what falls due after today
AHEAD_AT_LEAST = 0.03


def plot_end(timeline: Timeline) -> date:
    """The last day of the plot: past the window's only to show what falls due after today."""
    if timeline.end < timeline.today:
        return timeline.end
    span = (timeline.end - timeline.start).days
    due = [promise.due for promise in timeline.promises if promise.due > timeline.end]
    latest = max((day for day in due if (day - timeline.end).days <= span * AHEAD_AT_MOST), default=None)
    least = timeline.end + timedelta(days=max(round(span * AHEAD_AT_LEAST), 1))
    return max(latest + timedelta(days=1), least) if latest else least


def draw_grid(scale: Scale, canvas: Canvas, bottom: float) -> tuple[list[Line], list[Text]]:
    """The lines down to `bottom` and the labels under it.

    Levels are tried from the coarsest; the first whose labels find no room ends it, lines and all.
    """
    found = ticks(scale.start, scale.end)
    lines: dict[date, Line] = {}
    texts: list[Text] = []
    rows = Taken(gap=6.0), Taken(gap=6.0)
    for level in sorted({tick.level for tick in found}):
        of_level = [tick for tick in found if tick.level == level]
        written = _labels([tick for tick in of_level if tick.label], rows, scale, canvas, bottom)
        if written is None:
            break
        texts += written
        for tick in of_level:
            if tick.day > scale.start:
                x = number(scale.x(tick.day))
                css = "year" if level == 0 else ""
                lines.setdefault(tick.day, Line(x, number(TOP), x, number(bottom), css))
    return list(lines.values()), texts


def _labels(
    found: list[Tick], rows: tuple[Taken, Taken], scale: Scale, canvas: Canvas, bottom: float
) -> list[Text] | None:
    """The labels of one level, all or none: every second month would read as a mistake.

    Of the second row, which gives months or years to those above, the first may be missing: it stands
    for a stretch that is cut off, and yields to the next.
    """
    texts = []
    trial = tuple(Taken(row.gap, list(row.stretches)) for row in rows)
    for tick in reversed(found):
        is_bold = tick.level == 0
        x = scale.x(tick.day) + (3 if tick.day > scale.start else 1)
        width = text_width(tick.label, canvas.small, bold=is_bold)
        if x + width > canvas.width:
            continue
        if not trial[tick.row].claim(x, x + width):
            if tick.row and tick.day == scale.start:
                continue
            return None
        y = bottom + 14 + 15 * tick.row
        texts.append(Text(number(x), number(y), tick.label, "tick-year" if is_bold else "tick"))
    for row, tried in zip(rows, trial, strict=True):
        row.stretches = tried.stretches
    return texts[::-1]


def draw_today(
    timeline: Timeline, scale: Scale, canvas: Canvas, bottom: float
) -> tuple[Line | None, Text | None]:
    """The line at the end of the day that the page takes for today, and its word."""
    if not scale.start <= timeline.today <= scale.end:
        return None, None
    x = scale.x(timeline.today + timedelta(days=1))
    half = text_width(timeline.today_words, canvas.small, bold=True) / 2
    middle = min(max(x, half), canvas.width - half)
    line = Line(number(x), number(TOP - 6), number(x), number(bottom), "today")
    return line, Text(number(middle), number(TOP - 11), timeline.today_words, "today", "middle")
