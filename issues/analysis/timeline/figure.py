"""The whole timeline, row by row, for one canvas. Pure geometry."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from issues.analysis.standing import ASSESSED, conflict_stretches
from issues.analysis.timeline.axis import FOOT, TOP, draw_grid, draw_today, plot_end
from issues.analysis.timeline.bands import draw_bands, draw_conflicts
from issues.analysis.timeline.data import Timeline
from issues.analysis.timeline.events import ROW as EVENTS_ROW
from issues.analysis.timeline.events import draw_events, tie_lines
from issues.analysis.timeline.lanes import draw_lane
from issues.analysis.timeline.promises import ROW, ROWS_AT_LEAST, draw_promises
from issues.analysis.timeline.scale import Scale
from issues.analysis.timeline.shapes import (
    Band,
    Bracket,
    Canvas,
    Cluster,
    Figure,
    Flag,
    Line,
    Mark,
    Plot,
    Quiet,
    Text,
    number,
)
from issues.analysis.timeline.silences import LINE as SILENCE_LINE
from issues.analysis.timeline.silences import draw_silence, sentence_lines

NAME_ABOVE = 20.0


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
    ties: list[Line] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    clusters: list[Cluster] = field(default_factory=list)
    quiets: list[Quiet] = field(default_factory=list)
    brackets: list[Bracket] = field(default_factory=list)
    ring: tuple[str, str] | None = None

    def name(self, words: str, *, height: float, css: str) -> None:
        """Name the row of this height that begins at `y`: on its left, or above it, which moves it down."""
        if self.canvas.names_above:
            self.names.append(Text("2", number(self.y + self.canvas.text), words, css))
            self.y += NAME_ABOVE
            return
        middle = self.y + height / 2 + self.canvas.text * 0.36
        self.names.append(Text(number(self.canvas.left - 12), number(middle), words, css, "end"))


def draw(timeline: Timeline, canvas: Canvas, *, until: date | None = None) -> Figure:
    """Draw a timeline for a canvas: bands, claims, events, lanes, pledges, the grid and today.

    `until` is the last day of the plot, where others share its axis.
    """
    sheet = Sheet(canvas, Scale(timeline.start, until or plot_end(timeline), canvas.left, canvas.right))
    _draw_status(sheet, timeline)
    ties = _draw_events(sheet, timeline)
    lanes_top = sheet.y
    _draw_lanes(sheet, timeline)
    sheet.ties = tie_lines(ties, top=lanes_top - EVENTS_ROW / 2, bottom=sheet.y)
    _draw_pledges(sheet, timeline)
    bottom = sheet.y + 4
    grid, tick_texts = draw_grid(sheet.scale, canvas, bottom)
    today, today_text = draw_today(timeline, sheet.scale, canvas, bottom)
    return Figure(
        name=canvas.name,
        width=number(canvas.width),
        height=number(bottom + FOOT),
        plot=Plot(
            sheet.scale.start.isoformat(),
            sheet.scale.end.isoformat(),
            number(canvas.left),
            number(canvas.right),
            number(TOP),
            number(bottom),
        ),
        grid=tuple(grid),
        names=tuple(sheet.names),
        bands=tuple(sheet.bands),
        conflicts=tuple(sheet.conflicts),
        conflict_texts=tuple(sheet.conflict_texts),
        rails=tuple(sheet.rails),
        ties=tuple(sheet.ties),
        flags=tuple(sheet.flags),
        marks=tuple(sheet.marks),
        clusters=tuple(sheet.clusters),
        quiets=tuple(sheet.quiets),
        brackets=tuple(sheet.brackets),
        ticks=tuple(tick_texts),
        ring=sheet.ring,
        today=today,
        today_text=today_text,
    )


def _draw_status(sheet: Sheet, timeline: Timeline) -> None:
    canvas, spells = sheet.canvas, timeline.standing.spells
    until = min(timeline.today, timeline.end)
    rows = [(ASSESSED, _("Assessed"), canvas.band, "name")]
    rows += [
        (lane.code, _("%(party)s claims") % {"party": lane.name}, canvas.claim, "name-light")
        for lane in timeline.lanes
        if lane.code and spells.get(lane.code)
    ]
    for perspective, name, height, css in rows:
        sheet.name(name, height=height, css=css)
        sheet.bands += draw_bands(
            spells.get(perspective, ()),
            scale=sheet.scale,
            canvas=canvas,
            top=sheet.y,
            height=height,
            until=until,
            base=timeline.base,
            prefix=name,
        )
        middle = number(sheet.y + height / 2)
        right = number(sheet.scale.x(until + timedelta(days=1)))
        sheet.rails.append(Line(number(canvas.left), middle, right, middle, "unknown"))
        sheet.y += height + 7
    first, second = (spells.get(lane.code, ()) for lane in timeline.lanes[:2])
    stretches = conflict_stretches(first, second, until=until + timedelta(days=1))
    if stretches:  # in another window, perhaps: the rows below stay where they are
        visible = [(start, end) for start, end in stretches if end > timeline.start]
        lines, texts = draw_conflicts(visible, scale=sheet.scale, canvas=canvas, top=sheet.y - 3)
        sheet.conflicts, sheet.conflict_texts = lines, texts
        sheet.y += 23


def _draw_events(sheet: Sheet, timeline: Timeline) -> list[tuple[float, float]]:
    if not timeline.events:
        return []
    sheet.name(_("Events"), height=EVENTS_ROW, css="name")
    drawn = draw_events(timeline.events, scale=sheet.scale, canvas=sheet.canvas, top=sheet.y)
    sheet.flags = drawn.flags
    sheet.y += EVENTS_ROW
    return drawn.ties


def _draw_lanes(sheet: Sheet, timeline: Timeline) -> None:
    canvas = sheet.canvas
    until = number(sheet.scale.x(min(timeline.today, timeline.end) + timedelta(days=1)))
    for lane in timeline.lanes:
        sheet.name(lane.name, height=canvas.lane, css="name")
        y = sheet.y + canvas.lane / 2
        sheet.rails.append(Line(number(canvas.left), number(y), until, number(y), "rail"))
        drawn = draw_lane(
            [item for item in timeline.utterances if item.lane == lane.code],
            scale=sheet.scale,
            y=y,
            lane_name=lane.name,
            base=timeline.base,
        )
        sheet.marks += drawn.marks
        sheet.clusters += drawn.clusters
        sheet.ring = sheet.ring or drawn.ring
        sheet.y += canvas.lane
        silence = next((each for each in timeline.silences if each.lane == lane.code), None)
        if silence:
            text_y = sheet.y + SILENCE_LINE / 2
            quiet = draw_silence(silence, scale=sheet.scale, canvas=canvas, y=y, text_y=text_y)
            sheet.quiets += [quiet] if quiet else []
            sheet.y += SILENCE_LINE * len(sentence_lines(silence, canvas))


def _draw_pledges(sheet: Sheet, timeline: Timeline) -> None:
    if not (timeline.promises or timeline.has_pledges):
        return
    sheet.name(_("Pledges"), height=ROW, css="name")
    brackets, rows, left_out = draw_promises(
        timeline.promises, scale=sheet.scale, canvas=sheet.canvas, top=sheet.y, today=timeline.today
    )
    sheet.brackets = brackets
    sheet.y += max(rows, ROWS_AT_LEAST) * ROW
    if left_out:
        words = ngettext("and %(n)s more: see Deadlines", "and %(n)s more: see Deadlines", left_out)
        y = number(sheet.y + sheet.canvas.small)
        sheet.names.append(Text(number(sheet.canvas.left), y, words % {"n": left_out}, "name-light"))
        sheet.y += 18
