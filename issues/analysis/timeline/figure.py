"""The whole timeline, row by row, for one canvas. Pure geometry."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from issues.analysis.standing import ASSESSED, conflict_stretches
from issues.analysis.timeline.bands import draw_bands, draw_conflicts
from issues.analysis.timeline.data import Timeline
from issues.analysis.timeline.labels import Taken, text_width
from issues.analysis.timeline.lanes import draw_lane
from issues.analysis.timeline.promises import ROW, draw_promises
from issues.analysis.timeline.scale import Scale, Tick, ticks
from issues.analysis.timeline.shapes import (
    Band,
    Bracket,
    Canvas,
    Cluster,
    Figure,
    Line,
    Mark,
    Text,
    number,
)

TOP = 24.0
NAME_ABOVE = 20.0
AHEAD_AT_MOST = 0.35  # of the window, for what falls due after today
AHEAD_AT_LEAST = 0.03


@dataclass(slots=True)
class Sheet:
    """A figure in the making; `y` is how far down it has come."""

    canvas: Canvas
    scale: Scale
    y: float = TOP
    names: list[Text] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)
    conflicts: list[Line] = field(default_factory=list)
    conflict_texts: list[Text] = field(default_factory=list)
    rails: list[Line] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    clusters: list[Cluster] = field(default_factory=list)
    brackets: list[Bracket] = field(default_factory=list)

    def name(self, words: str, *, height: float, css: str) -> None:
        """Name the row of this height that begins at `y`: on its left, or above it, which moves it down."""
        if self.canvas.names_above:
            self.names.append(Text("2", number(self.y + self.canvas.text), words, css))
            self.y += NAME_ABOVE
            return
        middle = self.y + height / 2 + self.canvas.text * 0.36
        self.names.append(Text(number(self.canvas.left - 12), number(middle), words, css, "end"))


def plot_end(timeline: Timeline) -> date:
    """The last day of the plot: past the window's only to show what falls due after today."""
    if timeline.end < timeline.today:
        return timeline.end
    span = (timeline.end - timeline.start).days
    due = [promise.due for promise in timeline.promises if promise.due > timeline.end]
    latest = max((day for day in due if (day - timeline.end).days <= span * AHEAD_AT_MOST), default=None)
    least = timeline.end + timedelta(days=max(round(span * AHEAD_AT_LEAST), 1))
    return max(latest + timedelta(days=1), least) if latest else least


def draw(timeline: Timeline, canvas: Canvas) -> Figure:
    """Draw a timeline for a canvas: bands, claims, lanes, pledges, the grid and today."""
    sheet = Sheet(canvas, Scale(timeline.start, plot_end(timeline), canvas.left, canvas.right))
    _draw_status(sheet, timeline)
    _draw_lanes(sheet, timeline)
    _draw_pledges(sheet, timeline)
    grid, tick_texts = _draw_grid(sheet)
    today, today_text = _draw_today(sheet, timeline)
    return Figure(
        name=canvas.name,
        width=number(canvas.width),
        height=number(sheet.y + 22),
        grid=tuple(grid),
        names=tuple(sheet.names),
        bands=tuple(sheet.bands),
        conflicts=tuple(sheet.conflicts),
        conflict_texts=tuple(sheet.conflict_texts),
        rails=tuple(sheet.rails),
        marks=tuple(sheet.marks),
        clusters=tuple(sheet.clusters),
        brackets=tuple(sheet.brackets),
        ticks=tuple(tick_texts),
        today=today,
        today_text=today_text,
    )


def _draw_status(sheet: Sheet, timeline: Timeline) -> None:
    canvas, spells = sheet.canvas, timeline.standing.spells
    until = min(timeline.today, timeline.end)
    rows = [(ASSESSED, "Assessed", canvas.band, "name")]
    rows += [
        (lane.code, f"{lane.name} claims", canvas.claim, "name-light")
        for lane in timeline.lanes
        if lane.code and spells.get(lane.code)
    ]
    for perspective, name, height, css in rows:
        sheet.name(name, height=height, css=css)
        held = spells.get(perspective, ())
        sheet.bands += draw_bands(
            held,
            scale=sheet.scale,
            canvas=canvas,
            top=sheet.y,
            height=height,
            until=until,
            base=timeline.base,
            prefix=name,
        )
        middle = number(sheet.y + height / 2)
        sheet.rails.append(
            Line(
                number(canvas.left),
                middle,
                number(sheet.scale.x(until + timedelta(days=1))),
                middle,
                "unknown",
            )
        )
        sheet.y += height + 7
    _draw_conflicts(sheet, timeline, until)


def _draw_conflicts(sheet: Sheet, timeline: Timeline, until: date) -> None:
    first, second = (timeline.standing.spells.get(lane.code, ()) for lane in timeline.lanes[:2])
    stretches = conflict_stretches(first, second, until=until + timedelta(days=1))
    visible = [(start, end) for start, end in stretches if end > timeline.start]
    if not visible:
        return
    sheet.y -= 3
    lines, texts = draw_conflicts(visible, scale=sheet.scale, canvas=sheet.canvas, top=sheet.y)
    sheet.conflicts, sheet.conflict_texts = lines, texts
    sheet.y += 26


def _draw_lanes(sheet: Sheet, timeline: Timeline) -> None:
    canvas = sheet.canvas
    until = number(sheet.scale.x(min(timeline.today, timeline.end) + timedelta(days=1)))
    for lane in timeline.lanes:
        sheet.name(lane.name, height=canvas.lane, css="name")
        y = sheet.y + canvas.lane / 2
        sheet.rails.append(Line(number(canvas.left), number(y), until, number(y), "rail"))
        said = [item for item in timeline.utterances if item.lane == lane.code]
        marks, clusters = draw_lane(said, scale=sheet.scale, y=y, lane_name=lane.name, base=timeline.base)
        sheet.marks += marks
        sheet.clusters += clusters
        sheet.y += canvas.lane


def _draw_pledges(sheet: Sheet, timeline: Timeline) -> None:
    if not timeline.promises:
        return
    sheet.name("Pledges", height=ROW, css="name")
    brackets, rows, left_out = draw_promises(
        timeline.promises, scale=sheet.scale, canvas=sheet.canvas, top=sheet.y, today=timeline.today
    )
    sheet.brackets = brackets
    sheet.y += rows * ROW
    if left_out:
        words = f"and {left_out} more: see Deadlines"
        sheet.names.append(
            Text(number(sheet.canvas.left), number(sheet.y + sheet.canvas.small), words, "name-light")
        )
        sheet.y += 18


def _draw_grid(sheet: Sheet) -> tuple[list[Line], list[Text]]:
    scale, canvas = sheet.scale, sheet.canvas
    found = ticks(scale.start, scale.end)
    bottom = sheet.y + 4
    lines = [
        Line(
            x := number(scale.x(tick.day)), number(TOP), x, number(bottom), "year" if tick.level == 0 else ""
        )
        for tick in found
    ]
    texts: list[Text] = []
    taken = Taken(gap=6.0)
    for level in sorted({tick.level for tick in found}):
        of_level = [tick for tick in found if tick.level == level and tick.label]
        written = _level_labels(of_level, level, taken, sheet)
        if of_level and not written:
            break
        texts += written
    sheet.y = bottom
    return lines, [text for text in texts if float(text.x) <= canvas.right]


def _level_labels(found: list[Tick], level: int, taken: Taken, sheet: Sheet) -> list[Text]:
    """The labels of one level, all or none: every second month would read as a mistake."""
    size, is_bold = sheet.canvas.small, level == 0
    places = []
    for tick in found:
        x = sheet.scale.x(tick.day) + 3
        width = text_width(tick.label, size, bold=is_bold)
        if x + width <= sheet.canvas.width:
            places.append((x, width, tick.label))
    trial = Taken(gap=taken.gap, stretches=list(taken.stretches))
    if not all(trial.claim(x, x + width) for x, width, _ in places):
        return []
    taken.stretches = trial.stretches
    y = number(sheet.y + 18)
    return [Text(number(x), y, label, "tick-year" if is_bold else "tick") for x, _, label in places]


def _draw_today(sheet: Sheet, timeline: Timeline) -> tuple[Line | None, Text | None]:
    if not sheet.scale.start <= timeline.today <= sheet.scale.end:
        return None, None
    x = sheet.scale.x(timeline.today + timedelta(days=1))
    half = text_width("today", sheet.canvas.small, bold=True) / 2
    middle = min(x, sheet.canvas.width - half)
    line = Line(number(x), number(TOP - 6), number(x), number(sheet.y), "today")
    return line, Text(number(middle), number(TOP - 11), "today", "today", "middle")
