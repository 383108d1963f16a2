"""Talks and agreements as bars in a row of their own, tied to the lanes of those who speak of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from issues.analysis.timeline.data import Event
from issues.analysis.timeline.labels import Taken, text_width
from issues.analysis.timeline.scale import Scale
from issues.analysis.timeline.shapes import Canvas, Flag, Line, Text, number

ROW = 26.0
LEAST = 5.0  # the width of a day's bar, at the least
BAR = 9.0
AIR = 4.0
TIES_AT_MOST = 12  # more would be a curtain


@dataclass(slots=True)
class EventsDrawn:
    flags: list[Flag] = field(default_factory=list)
    ties: list[tuple[float, float]] = field(default_factory=list)  # from x to x; none where there are many


def draw_events(events: Sequence[Event], *, scale: Scale, canvas: Canvas, top: float) -> EventsDrawn:
    """Draw each as a bar, and say what it is where there is room.

    Words go to the later ones first: what is recent is looked for most.
    """
    drawn = EventsDrawn()
    places = [_place(event, scale) for event in events]
    taken = Taken(gap=6.0, stretches=[(low - 2, high + 2) for low, high in places])
    texts: dict[int, Text] = {}
    for index in reversed(range(len(events))):
        width = text_width(events[index].words, canvas.small)
        x = places[index][1] + AIR
        own = Taken(gap=3.0, stretches=[each for i, each in enumerate(taken.stretches) if i != index])
        if x + width <= canvas.right and own.claim(x, x + width):
            taken.stretches.append((x, x + width))
            texts[index] = Text(number(x), number(top + ROW / 2 + 4), events[index].words, "event")
    y = top + ROW / 2
    for index, (event, (low, high)) in enumerate(zip(events, places, strict=True)):
        path = f"M{number(low)} {number(y - BAR / 2)}H{number(high)}v{number(BAR)}H{number(low)}z"
        css = "agreement" if event.is_agreement else "talks"
        drawn.flags.append(Flag(path, css, texts.get(index), event.address, event.label))
    if len(places) <= TIES_AT_MOST:
        drawn.ties = places
    return drawn


def tie_lines(ties: Sequence[tuple[float, float]], *, top: float, bottom: float) -> list[Line]:
    """Thin lines down from the events through the lanes of those who speak of them."""
    return [Line(x := number((low + high) / 2), number(top), x, number(bottom), "tie") for low, high in ties]


def _place(event: Event, scale: Scale) -> tuple[float, float]:
    low, high = (
        scale.x(event.first),
        scale.middle(event.last) + (scale.middle(event.last) - scale.x(event.last)),
    )
    if high - low < LEAST:
        middle = min(max((low + high) / 2, scale.left + LEAST / 2), scale.right - LEAST / 2)
        return middle - LEAST / 2, middle + LEAST / 2
    return low, high
