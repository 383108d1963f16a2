"""What an act signals in each mood: the one table of what follows from what.

Read it as: an act that would be PROGRESS once done is a COMMITMENT where it is ahead, a DEMAND where
somebody is told to do it; the second column is for the same with a negation.
"""

from issues.reading.mood import Mood
from issues.vocabulary import Signal

_S = Signal
# The first of these found wins among signals of equal weight.
ORDER: tuple[Signal, ...] = (
    _S.LAPSED,
    _S.SUSPENDED,
    _S.NO_PROGRESS,
    _S.REFUSAL,
    _S.SETBACK,
    _S.COMMITMENT,
    _S.AGREEMENT,
    _S.THREAT,
    _S.PROGRESS,
    _S.EVASION,
    _S.CONSULTATION,
    _S.OFFER,
    _S.IN_FORCE,
    _S.ACCUSATION,
    _S.DEMAND,
)
# What a negation makes of a thing done or said.
NEGATED: dict[Signal, Signal] = {
    _S.PROGRESS: _S.NO_PROGRESS,
    _S.AGREEMENT: _S.NO_PROGRESS,
    _S.CONSULTATION: _S.NO_PROGRESS,
    _S.COMMITMENT: _S.REFUSAL,
    _S.OFFER: _S.REFUSAL,
    _S.IN_FORCE: _S.SUSPENDED,
    _S.SUSPENDED: _S.IN_FORCE,
    _S.LAPSED: _S.IN_FORCE,
    _S.SETBACK: _S.POSITION,
    _S.THREAT: _S.POSITION,
    _S.REFUSAL: _S.POSITION,
    _S.ACCUSATION: _S.POSITION,
    _S.DEMAND: _S.POSITION,
}
# Signals that a wish, a condition or a question takes back: what is hoped for has not happened.
UNREAL = (_S.PROGRESS, _S.AGREEMENT, _S.CONSULTATION, _S.COMMITMENT, _S.IN_FORCE)
_TOWARDS = (_S.PROGRESS, _S.AGREEMENT, _S.CONSULTATION, _S.IN_FORCE)
_AWAY = (_S.SETBACK, _S.SUSPENDED, _S.LAPSED)


def _row(towards: Signal, away: Signal, **special: Signal) -> dict[Signal, Signal]:
    row = dict.fromkeys(_TOWARDS, towards) | dict.fromkeys(_AWAY, away)
    return row | {Signal(name): signal for name, signal in special.items()}


_SAME = {signal: signal for signal in (*_TOWARDS, *_AWAY)}
_NOTHING = _row(_S.POSITION, _S.POSITION)
_AHEAD = _row(_S.COMMITMENT, _S.THREAT, suspended=_S.SUSPENDED, lapsed=_S.LAPSED)
_NOT_AHEAD = _row(_S.REFUSAL, _S.COMMITMENT, in_force=_S.SUSPENDED, suspended=_S.IN_FORCE, lapsed=_S.IN_FORCE)
_NOT_DONE = {signal: NEGATED[signal] for signal in _SAME}

OUTCOMES: dict[Mood, tuple[dict[Signal, Signal], dict[Signal, Signal]]] = {
    Mood.DONE: (_SAME, _NOT_DONE),
    Mood.WILL: (_AHEAD, _NOT_AHEAD),
    Mood.PLANS: (_AHEAD, _NOT_AHEAD),
    Mood.WISHES: (_NOTHING, _NOTHING),
    Mood.OBLIGES: (_row(_S.DEMAND, _S.SETBACK, suspended=_S.DEMAND), _row(_S.DEMAND, _S.DEMAND)),
    Mood.OFFERS: (_row(_S.OFFER, _S.THREAT), _row(_S.REFUSAL, _S.POSITION)),
    Mood.MAY: (_row(_S.POSITION, _S.POSITION, setback=_S.THREAT), _row(_S.REFUSAL, _S.POSITION)),
    Mood.REFUSES: (_row(_S.REFUSAL, _S.POSITION, suspended=_S.IN_FORCE), _NOTHING),
    Mood.FAILS: (_row(_S.NO_PROGRESS, _S.POSITION), _NOTHING),
    Mood.SPOKEN: (_NOTHING, _NOTHING),
    Mood.HAILS: (_SAME | _row(_S.PROGRESS, _S.SETBACK, suspended=_S.SUSPENDED), _NOTHING),
    Mood.BLAMES: (_row(_S.ACCUSATION, _S.SETBACK, lapsed=_S.LAPSED), _NOTHING),
    Mood.LASTS: (_SAME | _row(_S.IN_FORCE, _S.NO_PROGRESS), _row(_S.NO_PROGRESS, _S.POSITION)),
    Mood.IF: (_NOTHING, _NOTHING),
    Mood.NAMED: (_SAME | {_S.SETBACK: _S.POSITION}, _NOT_DONE),
    Mood.ATTRIBUTE: (_NOTHING, _NOTHING),
    Mood.BACKGROUND: (_NOTHING, _NOTHING),
}
NOTES: dict[Mood, str] = {
    Mood.WILL: "ahead",
    Mood.PLANS: "ahead",
    Mood.WISHES: "wished for",
    Mood.OBLIGES: "somebody is told to",
    Mood.OFFERS: "offered",
    Mood.MAY: "possible",
    Mood.REFUSES: "refused",
    Mood.FAILS: "not brought about",
    Mood.SPOKEN: "only spoken of",
    Mood.HAILS: "told as a fact",
    Mood.BLAMES: "blamed",
    Mood.LASTS: "goes on",
    Mood.IF: "conditional",
    Mood.BACKGROUND: "told as the background",
}
# How much a signal weighs beside another of the same passage: what is only named gives way.
MENTIONED, STATED, CONTRASTED = 1, 2, 3


def outcome(signal: Signal, mood: Mood, *, negated: bool) -> Signal:
    """What an act of this signal says in this mood."""
    return OUTCOMES[mood][negated].get(signal, signal)
