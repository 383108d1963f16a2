"""What a passage signals on its issue, with negation, wish and condition respected.

The phrases say what points where; the order below says which of several wins; a negation in front
turns a signal into another ("no talks are planned": no progress).
"""

from dataclasses import dataclass, replace

from issues.reading.marks import Marks
from issues.reading.matching import Match
from issues.vocabulary import Signal

# The first of these found wins, unless a later one has twice its phrases.
ORDER: tuple[Signal, ...] = (
    Signal.LAPSED,
    Signal.SUSPENDED,
    Signal.NO_PROGRESS,
    Signal.REFUSAL,
    Signal.SETBACK,
    Signal.COMMITMENT,
    Signal.AGREEMENT,
    Signal.THREAT,
    Signal.PROGRESS,
    Signal.CONSULTATION,
    Signal.OFFER,
    Signal.IN_FORCE,
    Signal.ACCUSATION,
    Signal.DEMAND,
    Signal.EVASION,
)
NEGATED: dict[Signal, Signal] = {
    Signal.PROGRESS: Signal.NO_PROGRESS,
    Signal.AGREEMENT: Signal.NO_PROGRESS,
    Signal.CONSULTATION: Signal.NO_PROGRESS,
    Signal.COMMITMENT: Signal.REFUSAL,
    Signal.OFFER: Signal.REFUSAL,
    Signal.IN_FORCE: Signal.SUSPENDED,
    Signal.SUSPENDED: Signal.IN_FORCE,
    Signal.LAPSED: Signal.IN_FORCE,
    Signal.SETBACK: Signal.POSITION,
    Signal.THREAT: Signal.POSITION,
    Signal.REFUSAL: Signal.POSITION,
    Signal.ACCUSATION: Signal.POSITION,
    Signal.DEMAND: Signal.POSITION,
}
# Signals that a wish, a condition or a question takes back: what is hoped for has not happened.
UNREAL = (Signal.PROGRESS, Signal.AGREEMENT, Signal.CONSULTATION, Signal.COMMITMENT, Signal.IN_FORCE)
# These keep their meaning behind a negation ("no progress" stays none).
_COMPLETE = (Signal.NO_PROGRESS, Signal.EVASION, Signal.REFUSAL)
NEGATION_REACH = 3
# What these govern is wanted or offered, not done: "we demand the release of", "ready to resume".
GOVERNING = (Signal.DEMAND, Signal.OFFER)
GOVERNED = (Signal.PROGRESS, Signal.AGREEMENT, Signal.IN_FORCE)
GOVERNED_REACH = 5
PAST = (Signal.LAPSED, Signal.SUSPENDED, Signal.SETBACK, Signal.AGREEMENT)
BACKGROUND_REACH = 5


@dataclass(frozen=True, slots=True)
class SignalFound:
    """A signal and the words that show it; no words: the default, a position.

    promises: somewhere in the passage somebody commits to something, whatever signal won. awaits:
    something is threatened or waited for, which may be dated as well.
    """

    signal: Signal
    start: int | None = None
    end: int | None = None
    words: str = ""
    note: str = ""
    promises: bool = False
    awaits: bool = False


def find_signal(marks: Marks, start: int, end: int) -> SignalFound:
    """Return the strongest signal of the passage [start, end)."""
    found: dict[Signal, SignalFound] = {}
    contingent = any(m.label.value == "contingent" for m in marks.within("unreal", start, end))
    asked = marks.text[start:end].rstrip("\"'”’») ").endswith("?")
    unreal = asked or bool(marks.within("unreal", start, end))
    matches = _outermost(marks.within("signal", start, end))
    for match in matches:
        read = _read(marks, match, start, unreal or _not_done(marks, match, matches))
        found.setdefault(read.signal, read)
    found.pop(Signal.POSITION, None)
    kept = marks.within("kept", start, end)
    if kept:  # a promise that is told as kept is none
        words = " ".join(marks.text[kept[0].start : kept[0].end].split())
        return SignalFound(Signal.PROGRESS, kept[0].start, kept[0].end, words, "a promise kept")
    promises = not contingent and _promises(marks, start, end)
    awaits = not contingent and (Signal.THREAT in found or bool(marks.within("awaited", start, end)))
    for signal in ORDER:
        if signal in found:
            return replace(found[signal], promises=promises, awaits=awaits)
    will = _says_will(marks, start, end)
    chosen = Signal.COMMITMENT if will and not unreal else Signal.POSITION
    return SignalFound(chosen, promises=promises, awaits=awaits)


def _not_done(marks: Marks, match: Match, matches: list[Match]) -> bool:
    """Tell what is only spoken of: "talks on resuming flights", "to reach a deal", "we demand a deal"."""
    norms, pack, signal = marks.tokens.norms, marks.pack, Signal(match.label.value)
    if match.first and _possible(marks, match):
        return True
    if signal not in GOVERNED:  # "ready to hold talks" is an offer
        return signal is Signal.CONSULTATION and _governed(match, matches)
    before = match.first - 1
    if before >= 0 and norms[before] in pack.words("articles"):
        before -= 1
    previous, first = norms[before] if before >= 0 else "", norms[match.first]
    aims = ["hypothetical", "topic_prepositions", "modals"]
    if signal is Signal.PROGRESS:
        aims.append("infinitives")
    if any(previous in pack.words(name) for name in aims):
        return True
    if first.endswith(tuple(pack.words("verbal_nouns"))) and previous in pack.words("prepositions"):
        return True
    return first.endswith(tuple(pack.words("infinitive_endings"))) or _governed(match, matches)


def _governed(match: Match, matches: list[Match]) -> bool:
    return any(
        Signal(other.label.value) in GOVERNING and 0 <= match.first - other.last <= GOVERNED_REACH
        for other in matches
    )


def _possible(marks: Marks, match: Match) -> bool:
    """ "Either party may suspend": what may be done is not done."""
    return marks.tokens.norms[match.first - 1] in marks.pack.words("possibility")


def _in_background(marks: Marks, match: Match) -> bool:
    """ "… since the treaty lapsed": a clause of time tells of what was before, not what is said now."""
    tokens, temporal = marks.tokens, marks.pack.words("temporal")
    for index in range(match.first - 1, max(-1, match.first - 1 - BACKGROUND_REACH), -1):
        if set(tokens.text[tokens.ends[index] : tokens.starts[index + 1]]) & set(",;:—.("):
            return False
        if tokens.norms[index] in temporal:
            lasts = tokens.norms[index] in marks.pack.words("ongoing")  # "since …" holds until now
            return not (lasts and match.label.value in (Signal.LAPSED, Signal.SUSPENDED))
    return False


def _promises(marks: Marks, start: int, end: int) -> bool:
    return _says_will(marks, start, end) or any(
        match.label.value == Signal.COMMITMENT and not _negated(marks, match, start)
        for match in marks.within("signal", start, end)
    )


def _says_will(marks: Marks, start: int, end: int) -> bool:
    """ "We will …", "Freedonia shall …", "the sides will …": the subject right before the auxiliary."""
    pack, norms = marks.pack, marks.tokens.norms
    named = marks.parties_within(start, end)
    subjects = {hit.last for hit in named if hit.sort == "name" and not hit.located}
    subjects |= {match.last for match in marks.within("group", start, end)}
    subjects |= {match.last for match in marks.within("institution", start, end)}
    for index in marks.words_in(start, end, pack.words("future_auxiliaries")):
        following = norms[index + 1] if index + 1 < len(norms) else ""
        subject = index in subjects or (index > 0 and norms[index - 1] in pack.words("promisers"))
        told = subject or norms[index] in pack.words("solemn") or _will_be_done(marks, index)
        if told and following not in pack.words("negations"):
            return True
    if any(index in subjects for index in marks.words_in(start, end, pack.words("reported_future"))):
        return bool(marks.within("speech", start, end))  # "X said that Y would …"
    return bool(marks.words_in(start, end, pack.words("contracted_promises")))


def _will_be_done(marks: Marks, index: int) -> bool:
    """ "… will be reviewed", "будет пересмотрено": what is done by somebody, not what happens."""
    norms, pack = marks.tokens.norms, marks.pack
    copulas = pack.words("copulas")
    if copulas:
        index += 1
        if index >= len(norms) or norms[index] not in copulas:
            return False
    following = norms[index + 1] if index + 1 < len(norms) else ""
    return following.endswith(tuple(pack.words("passive_endings"))) and len(following) > 4


def _outermost(matches: list[Match]) -> list[Match]:
    """Drop what lies inside a longer phrase of another signal, which says it better."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        if kept and match.end <= kept[-1].end and (match.start, match.end) != (kept[-1].start, kept[-1].end):
            continue
        kept.append(match)
    return kept


def _read(marks: Marks, match: Match, start: int, unreal: bool) -> SignalFound:
    signal, note = Signal(match.label.value), ""
    if signal not in _COMPLETE and not match.label.negated and _negated(marks, match, start):
        signal, note = NEGATED.get(signal, Signal.POSITION), "negated"
    elif signal in PAST and _in_background(marks, match):
        signal, note = Signal.POSITION, "told as the background"
    elif unreal and (signal in UNREAL or (signal in PAST and match.first and _possible(marks, match))):
        signal, note = Signal.POSITION, "wished for or conditional"
    words = " ".join(marks.text[match.start : match.end].split())
    return SignalFound(signal, match.start, match.end, words, note)


def _negated(marks: Marks, match: Match, start: int) -> bool:
    """A negation up to three words before, or inside the phrase's gap, within the passage."""
    tokens, negations = marks.tokens, marks.pack.words("negations")
    low = max(match.first - NEGATION_REACH, tokens.at_or_after(start))
    for index in range(match.first - 1, low - 1, -1):
        if tokens.norms[index] in negations:
            return True
        if tokens.text[tokens.ends[index] : tokens.ends[index] + 1] in (",", ";", ":", "—", "."):
            return False
    return any(tokens.norms[index] in negations for index in range(match.first + 1, match.last))
