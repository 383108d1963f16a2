"""A drawing with its title, legend and citation round it: what a downloaded picture consists of."""

from collections.abc import Iterable
from dataclasses import dataclass

from issues.analysis.marks import SignalMark
from issues.analysis.timeline.labels import text_width
from issues.analysis.timeline.shapes import Figure, number

HEAD = 64.0
MARGIN = 12.0
LINE = 18.0
SIZE = 12.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A signal of the legend at its place."""

    x: str
    y: str
    text_x: str
    text_y: str
    mark: SignalMark


@dataclass(frozen=True, slots=True)
class Foot:
    y: str
    words: str


@dataclass(frozen=True, slots=True)
class Poster:
    """Places below the drawing are those of the whole picture."""

    width: str
    height: str
    head: str
    legend: tuple[Entry, ...]
    feet: tuple[Foot, ...]


def poster(drawing: Figure, signals: Iterable[SignalMark], citation: str) -> Poster:
    """Lay out what stands round a drawing: its legend, and its citation in as many lines as it needs."""
    width = float(drawing.width)
    y = HEAD + float(drawing.height) + LINE
    x, legend = MARGIN, []
    for mark in signals:
        room = 22 + text_width(mark.label, SIZE) + 16
        if x + room > width:
            x, y = MARGIN, y + LINE
        legend.append(Entry(number(x + 8), number(y), number(x + 22), number(y + 4), mark))
        x += room
    y += LINE * 1.5
    feet = []
    for words in _lines(citation, width - 2 * MARGIN):
        feet.append(Foot(number(y), words))
        y += LINE
    return Poster(number(width), number(y), number(HEAD), tuple(legend), tuple(feet))


def _lines(text: str, room: float) -> Iterable[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".lstrip()
        if line and text_width(longer, SIZE) > room:
            yield line
            longer = word
        line = longer
    yield line
