"""What the marks mean, for the page of help: the same shapes that boards and timelines draw.

The English explanations are those of docs/methodology.md; a test holds the two together.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from issues.analysis.marks import SIGNAL_MARKS, PhaseBadge, SignalMark, phase_badge
from issues.vocabulary import SIGNAL_PLOVER, Direction, Phase, Signal


@dataclass(frozen=True, slots=True)
class PhaseExplained:
    badge: PhaseBadge
    meaning: str


@dataclass(frozen=True, slots=True)
class SignalExplained:
    mark: SignalMark
    meaning: str
    plover: str  # the PLOVER event class; "–" for none


def phase_meanings() -> dict[Phase, str]:
    """What each phase says of an issue."""
    return {
        Phase.NOT_ASSESSED: _("nobody has reviewed the issue yet"),
        Phase.NO_CONTACT: _("the parties do not talk about it"),
        Phase.STALLED: _("they talk, nothing moves"),
        Phase.CONSULTING: _("talks are held or have a date"),
        Phase.AGREED_PENDING: _("agreed, not yet carried out"),
        Phase.PARTIAL: _("some elements work"),
        Phase.OPERATING: _("it works"),
        Phase.SUSPENDED: _("halted, can be restored"),
        Phase.LAPSED: _("its legal term has ended"),
        Phase.RESOLVED: _("no longer a matter between the parties"),
        Phase.CONTESTED: _("the parties' accounts conflict"),
    }


def signal_meanings() -> dict[Signal, str]:
    """What each signal says of a statement."""
    return {
        Signal.AGREEMENT: _("something was agreed, or reaffirmed together"),
        Signal.PROGRESS: _("a step forward was made"),
        Signal.CONSULTATION: _("talks are held, planned or dated"),
        Signal.COMMITMENT: _("the speaker's side will do something"),
        Signal.OFFER: _("the speaker's side would do something"),
        Signal.IN_FORCE: _("an arrangement holds"),
        Signal.POSITION: _("a stance is restated (the default)"),
        Signal.DEMAND: _("the other side should do something"),
        Signal.NO_PROGRESS: _("nothing moved"),
        Signal.EVASION: _("a question was asked and not answered"),
        Signal.SETBACK: _("a step back was made"),
        Signal.REFUSAL: _("a proposal is turned down"),
        Signal.ACCUSATION: _("the other side did wrong"),
        Signal.THREAT: _("something will be done against the other side"),
        Signal.SUSPENDED: _("an arrangement was halted"),
        Signal.LAPSED: _("an arrangement's term ended"),
    }


def phases_explained() -> tuple[PhaseExplained, ...]:
    return tuple(PhaseExplained(phase_badge(phase), text) for phase, text in phase_meanings().items())


def signals_explained() -> dict[Direction, list[SignalExplained]]:
    """The signals by the direction in which they point."""
    explained: dict[Direction, list[SignalExplained]] = {direction: [] for direction in Direction}
    for signal, text in signal_meanings().items():
        mark = SIGNAL_MARKS[signal]
        explained[Direction(mark.direction)].append(SignalExplained(mark, text, SIGNAL_PLOVER[signal] or "–"))
    return explained
