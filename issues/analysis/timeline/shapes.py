"""What a drawn timeline consists of: strings and numbers ready for SVG attributes."""

from dataclasses import dataclass


def number(value: float) -> str:
    """A coordinate, to a tenth of a unit: "12", "12.5"."""
    return f"{value:.1f}".removesuffix(".0")


@dataclass(frozen=True, slots=True)
class Canvas:
    """A size to draw for, in units that are pixels on screen."""

    name: str  # also the prefix of ids and a class
    width: float
    left: float  # where the plot begins
    right: float  # where it ends
    names_above: bool  # lane names stand above their lanes, not to the left
    band: float = 30
    claim: float = 11
    lane: float = 50
    text: float = 13
    small: float = 12


# One for each kind of screen, so that text is as large as text should be: a figure drawn for a desk
# and shrunk to a phone cannot be read.
WIDE = Canvas("wide", width=1080, left=132, right=1068, names_above=False)
MEDIUM = Canvas("medium", width=700, left=2, right=692, names_above=True)
NARROW = Canvas("narrow", width=344, left=2, right=340, names_above=True)


@dataclass(frozen=True, slots=True)
class Text:
    x: str
    y: str
    words: str
    css: str
    anchor: str = "start"  # start | middle | end


@dataclass(frozen=True, slots=True)
class Line:
    x1: str
    y1: str
    x2: str
    y2: str
    css: str


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of one phase. `words` is what fits in it, "" where nothing does."""

    x: str
    y: str
    width: str
    height: str
    css: str
    texture: str
    words: str
    text_x: str
    text_y: str
    address: str
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A statement: a shape at a place; `span` is its imprecision, a path, "" where it is a day."""

    x: str
    y: str
    shape: str
    css: str
    span: str
    address: str
    label: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """A counted circle that stands for statements too close to tell apart."""

    x: str
    y: str
    radius: str
    count: str
    address: str
    label: str


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pledge: `path` from said to due, `run_on` dashed until met or today, "" where it does not."""

    path: str
    run_on: str
    css: str
    text: Text
    address: str
    label: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A whole timeline for one canvas, row by row."""

    name: str
    width: str
    height: str
    grid: tuple[Line, ...]
    names: tuple[Text, ...]
    bands: tuple[Band, ...]
    conflicts: tuple[Line, ...]
    conflict_texts: tuple[Text, ...]
    rails: tuple[Line, ...]
    marks: tuple[Mark, ...]
    clusters: tuple[Cluster, ...]
    brackets: tuple[Bracket, ...]
    ticks: tuple[Text, ...]
    today: Line | None
    today_text: Text | None
