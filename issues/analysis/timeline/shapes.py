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
    lane: float = 58
    text: float = 13
    small: float = 12


# One for each kind of screen, so that text is as large as text should be: a figure drawn for a desk
# and shrunk to a phone cannot be read.
WIDE = Canvas("wide", width=1080, left=132, right=1068, names_above=False)
MEDIUM = Canvas("medium", width=700, left=2, right=692, names_above=True)
NARROW = Canvas("narrow", width=344, left=2, right=340, names_above=True)
CANVASES = (WIDE, MEDIUM, NARROW)


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
    words_css: str  # "small" where only smaller letters fit
    text_x: str
    text_y: str
    vague: str  # a path over the days on which an imprecise date may lie, "" where it is a day
    address: str
    label: str
    label_id: str = ""  # as of a mark


@dataclass(frozen=True, slots=True)
class Mark:
    """A statement: the shape of its signal at a place. `span` is its imprecision, a path, or ""."""

    id: int
    x: str
    y: str
    signal: str  # names the shape
    css: str  # direction and kind
    extras: tuple[str, ...]  # shapes to add: a seal, a ring where the words left their page
    span: str
    address: str
    label: str
    label_id: str = ""  # of an element that says the same, "" where the mark says it itself


@dataclass(frozen=True, slots=True)
class Arc:
    """A share of a cluster's rim: how many of its statements point towards a settlement, or away."""

    path: str
    css: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """A counted circle that stands for statements too close to tell apart.

    Its address is the window of its own days; of a few days alone (`is_list`), the list of them.
    """

    x: str
    y: str
    count: str
    arcs: tuple[Arc, ...]
    is_list: bool
    address: str
    label: str
    label_id: str = ""  # as of a mark


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pledge: `path` from said to due, `run_on` dashed until met or today, "" where it does not."""

    path: str
    run_on: str
    css: str
    text: Text
    address: str
    label: str
    label_id: str = ""  # as of a mark


@dataclass(frozen=True, slots=True)
class Flag:
    """An event: a bar over its days, with a word where there is room."""

    path: str
    css: str
    text: Text | None
    address: str
    label: str
    label_id: str = ""  # as of a mark


@dataclass(frozen=True, slots=True)
class Quiet:
    """A dotted stretch of silence with its sentence beneath, in two lines where one is too short."""

    path: str
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """Where days are: what a brush needs to turn places into dates."""

    start: str  # ISO dates of the first and last day drawn
    end: str
    left: str
    right: str
    top: str
    bottom: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A whole timeline for one canvas, row by row."""

    name: str
    width: str
    height: str
    plot: Plot
    grid: tuple[Line, ...]
    names: tuple[Text, ...]
    bands: tuple[Band, ...]
    conflicts: tuple[Line, ...]
    conflict_texts: tuple[Text, ...]
    rails: tuple[Line, ...]
    ties: tuple[Line, ...]
    flags: tuple[Flag, ...]
    marks: tuple[Mark, ...]
    clusters: tuple[Cluster, ...]
    quiets: tuple[Quiet, ...]
    brackets: tuple[Bracket, ...]
    ticks: tuple[Text, ...]
    ring: tuple[str, str] | None  # round what holds the statement sought
    today: Line | None
    today_text: Text | None
