"""How phases and signals look: a shape each, so that no one has to tell colours apart.

Shapes are SVG path data around the origin, in a box of 16 × 16 (−8 to 8). Colours and textures are
classes; the style sheets hold them.
"""

from dataclasses import dataclass

from issues.vocabulary import SIGNAL_DIRECTION, Direction, Phase, Signal, Trend

_RING = "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0zM-4 0a4 4 0 1 1 8 0a4 4 0 1 1-8 0z"
_DISC = "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z"
_DIAMOND = "M0-7 7 0 0 7-7 0z"
_CROSS = "M-6-3.5-3.5-6 0-2.5 3.5-6 6-3.5 2.5 0 6 3.5 3.5 6 0 2.5-3.5 6-6 3.5-2.5 0z"
_PAUSE = "M-5.5-6H-1.5V6H-5.5zM1.5-6H5.5V6H1.5z"

PHASE_SHAPES: dict[Phase, str] = {
    Phase.NOT_ASSESSED: _RING,
    Phase.NO_CONTACT: "M-7-1.5h5v3h-5zM2-1.5h5v3h-5z",
    Phase.STALLED: "M-7-2H7V2H-7z",
    Phase.CONSULTING: "M0-7 7 0 0 7-7 0zM0-4.2-4.2 0 0 4.2 4.2 0z",
    Phase.AGREED_PENDING: "M0-7 7 0 0 7-7 0zM0-4.2V4.2L4.2 0z",
    Phase.PARTIAL: "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0zM0-4.3a4.3 4.3 0 0 1 0 8.6z",
    Phase.OPERATING: _DISC,
    Phase.SUSPENDED: _PAUSE,
    Phase.LAPSED: _CROSS,
    Phase.RESOLVED: "M-7 .5-5-1.5-2 1.5 5-5.5 7-3.5-2 5.5z",
    Phase.CONTESTED: "M-7-3.6H2V-6.5L7-2.6H-7zM7 3.6H-2V6.5L-7 2.6H7z",
}

# Halted is hatched, partly is dotted, contested is split, everything else is solid.
PHASE_TEXTURES: dict[Phase, str] = {
    Phase.STALLED: "hatch",
    Phase.SUSPENDED: "hatch",
    Phase.PARTIAL: "dots",
    Phase.CONTESTED: "split",
}

SIGNAL_SHAPES: dict[Signal, str] = {
    Signal.AGREEMENT: _DISC,
    Signal.PROGRESS: "M0-6 6.5 5.5H-6.5z",
    Signal.CONSULTATION: _DIAMOND,
    Signal.COMMITMENT: "M-5-7h1.8v1H6L3-2.5 6 1H-3.2V7H-5z",
    Signal.OFFER: "M-2-6.5H2V-2H6.5V2H2V6.5H-2V2H-6.5V-2H-2z",
    Signal.IN_FORCE: "M-5.5-5.5h11v11h-11z",
    Signal.POSITION: "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",
    Signal.DEMAND: "M-6-5H1.5L7 0 1.5 5H-6z",
    Signal.NO_PROGRESS: "M-6.5-1.9h13v3.8h-13z",
    Signal.EVASION: _RING,
    Signal.SETBACK: "M0 6 6.5-5.5H-6.5z",
    Signal.REFUSAL: _CROSS,
    Signal.ACCUSATION: "M-2-7H2L1.2 2H-1.2zM-2 3.5H2V7H-2z",
    Signal.THREAT: "M2-7.5-5 1H-.5L-2 7.5 5-1H.5z",
    Signal.SUSPENDED: _PAUSE,
    Signal.LAPSED: "M-6-6.5H6L0 0l6 6.5H-6L0 0z",
}

TREND_ARROWS: dict[Trend, str] = {Trend.DETERIORATED: "↘", Trend.UNCHANGED: "→", Trend.IMPROVED: "↗"}


@dataclass(frozen=True, slots=True)
class PhaseBadge:
    """A phase as a badge or a band draws it."""

    phase: str
    label: str
    shape: str
    css: str  # classes: colour and texture
    texture: str  # "hatch" | "dots" | "split" | "": the id of an SVG pattern
    is_provisional: bool


@dataclass(frozen=True, slots=True)
class SignalMark:
    """A signal as a mark: shape for the signal, colour class for its direction.

    The marks are made once, for readers of every language: what they say is looked up when it is asked.
    """

    signal: str
    shape: str
    direction: str  # also the colour class

    @property
    def label(self) -> str:
        return Signal(self.signal).label

    @property
    def direction_label(self) -> str:
        return Direction(self.direction).label


def phase_badge(phase: str, *, provisional: bool = False) -> PhaseBadge:
    term = Phase(phase)
    texture = PHASE_TEXTURES.get(term, "")
    css = f"phase-{term.value}" + (f" texture-{texture}" if texture else "")
    return PhaseBadge(term.value, term.label, PHASE_SHAPES[term], css, texture, provisional)


def signal_mark(signal: str) -> SignalMark:
    term = Signal(signal)
    return SignalMark(term.value, SIGNAL_SHAPES[term], SIGNAL_DIRECTION[term].value)


SIGNAL_MARKS: dict[str, SignalMark] = {signal.value: signal_mark(signal) for signal in Signal}
