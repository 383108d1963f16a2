"""What phrases say outright ("no progress", "red line"), with negation, wish and background respected."""

from collections.abc import Iterator
from dataclasses import replace

from issues.reading.agents import Agents
from issues.reading.found import SignalFound, words_of
from issues.reading.marks import Marks
from issues.reading.matching import Match, outermost
from issues.reading.mood import Mood
from issues.reading.moods import MoodReader
from issues.reading.outcomes import NEGATED, NOTES, UNREAL
from issues.vocabulary import Signal

# These keep their meaning behind a negation ("no progress" stays none).
_COMPLETE = (Signal.NO_PROGRESS, Signal.EVASION, Signal.REFUSAL)
NEGATION_REACH = 3
PAST = (Signal.LAPSED, Signal.SUSPENDED, Signal.SETBACK, Signal.AGREEMENT)
BACKGROUND_REACH = 5


def find_sayings(
    marks: Marks, moods: MoodReader, agents: Agents, start: int, end: int
) -> Iterator[SignalFound]:
    unreal = is_unreal(marks, start, end)
    matches = outermost(marks.within("signal", start, end))
    for match in matches:
        if moods.supposed(match.first):
            continue
        if match.label.value == Signal.COMMITMENT and not agents.own(match.first - 1):
            continue
        read = _under(moods, match, _read(marks, match, start, unreal or _not_done(marks, match)))
        if read.signal is Signal.COMMITMENT and consents(marks, match.first, start):
            read = replace(read, signal=Signal.AGREEMENT, note="agreed on", promises=True)
        if read.signal is not Signal.POSITION:
            yield read


def consents(marks: Marks, index: int, start: int) -> bool:
    """ "The two agreed to …", "both sides decided to …": a common undertaking, not one side's promise."""
    word, words = marks.tokens.norms[index], marks.pack.words
    if word in words("agreeing"):
        return True
    return word in words("deciding") and bool(marks.within("group", start, marks.tokens.starts[index]))


def _under(moods: MoodReader, match: Match, read: SignalFound) -> SignalFound:
    """ "They should show that they are ready to …": what somebody is told to say is a demand."""
    hoped = moods.hoped_for(match.first) or moods.governed_by(match.first, Mood.WISHES)
    if read.signal in UNREAL and hoped:
        return replace(read, signal=Signal.POSITION, note=NOTES[Mood.WISHES])
    spoken = (Signal.OFFER, Signal.COMMITMENT, Signal.THREAT)
    told_to = moods.governed_by(match.first, Mood.OBLIGES) or moods.wanted(match.first)
    if read.signal in spoken and told_to:
        return replace(read, signal=Signal.DEMAND, note=NOTES[Mood.OBLIGES])
    return read


def _not_done(marks: Marks, match: Match) -> bool:
    """Tell what is only spoken of: "to reach a deal", "a possible deal"."""
    norms, pack, signal = marks.tokens.norms, marks.pack, Signal(match.label.value)
    if match.first and _possible(marks, match):
        return True
    if signal not in (Signal.PROGRESS, Signal.AGREEMENT, Signal.IN_FORCE):
        return False
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
    return first.endswith(tuple(pack.words("infinitive_endings")))


def _possible(marks: Marks, match: Match) -> bool:
    """ "Either party may suspend": what may be done is not done."""
    return marks.tokens.norms[match.first - 1] in marks.pack.words("possibility")


def _in_background(marks: Marks, match: Match) -> bool:
    """ "… since the treaty lapsed": a clause of time tells of what was before, not what is said now."""
    tokens, temporal = marks.tokens, marks.pack.words("temporal")
    for index in range(match.first - 1, max(-1, match.first - 1 - BACKGROUND_REACH), -1):
        if set(tokens.text[tokens.ends[index] : tokens.starts[index + 1]]) & set(",;:—.(，；：。،؛（"):
            return False
        if tokens.norms[index] in temporal:
            lasts = tokens.norms[index] in marks.pack.words("ongoing")  # "since …" holds until now
            return not (lasts and match.label.value in (Signal.LAPSED, Signal.SUSPENDED))
    return False


def _read(marks: Marks, match: Match, start: int, unreal: bool) -> SignalFound:
    signal, note = Signal(match.label.value), ""
    if signal not in _COMPLETE and not match.label.negated and is_negated(marks, match, start):
        signal, note = NEGATED.get(signal, Signal.POSITION), "negated"
    elif signal in PAST and _in_background(marks, match):
        signal, note = Signal.POSITION, "told as the background"
    elif unreal and (signal in UNREAL or (signal in PAST and match.first and _possible(marks, match))):
        signal, note = Signal.POSITION, "wished for or conditional"
    return SignalFound(signal, match.start, match.end, words_of(marks, match.start, match.end), note)


def is_negated(marks: Marks, match: Match, start: int) -> bool:
    """A negation up to three words before, or inside the phrase's gap, within the passage."""
    tokens, negations = marks.tokens, marks.pack.words("negations")
    low = max(match.first - NEGATION_REACH, tokens.at_or_after(start))
    for index in range(match.first - 1, low - 1, -1):
        if tokens.norms[index] in negations:
            return True
        if tokens.text[tokens.ends[index] : tokens.ends[index] + 1] in tuple(",;:—.，；：。،؛"):
            return False
    return any(tokens.norms[index] in negations for index in range(match.first + 1, match.last))


def is_unreal(marks: Marks, start: int, end: int) -> bool:
    return is_asked(marks, start, end) or bool(marks.within("unreal", start, end))


def is_asked(marks: Marks, start: int, end: int) -> bool:
    return marks.text[start:end].rstrip("\"'”’»」』) ").endswith(("?", "？", "؟"))
