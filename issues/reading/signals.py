"""What a passage signals on its issue: its acts in their moods, and the phrases that say it outright.

An act (`acts`) is read in its mood and polarity (`moods`); `outcomes` says what follows. Phrases say
the rest ("no progress", "red line"). Of several signals the weightier wins, then the order of `ORDER`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from issues.reading.acts import Act, find_acts
from issues.reading.agents import Agents
from issues.reading.marks import Marks
from issues.reading.matching import Match
from issues.reading.mood import Mood, Situation
from issues.reading.moods import MoodReader
from issues.reading.outcomes import CONTRASTED, MENTIONED, NEGATED, NOTES, ORDER, STATED, outcome
from issues.vocabulary import Signal

__all__ = ["NEGATED", "ORDER", "SignalFound", "find_signal", "strongest"]

# Signals that a wish, a condition or a question takes back: what is hoped for has not happened.
UNREAL = (Signal.PROGRESS, Signal.AGREEMENT, Signal.CONSULTATION, Signal.COMMITMENT, Signal.IN_FORCE)
# These keep their meaning behind a negation ("no progress" stays none).
_COMPLETE = (Signal.NO_PROGRESS, Signal.EVASION, Signal.REFUSAL)
NEGATION_REACH = 3
PAST = (Signal.LAPSED, Signal.SUSPENDED, Signal.SETBACK, Signal.AGREEMENT)
BACKGROUND_REACH = 5


@dataclass(frozen=True, slots=True)
class SignalFound:
    """A signal and the words that show it; no words: the default, a position.

    weight: how much it counts beside others of the passage. promises: somewhere in the passage the own
    side, or both, commit to something, whatever signal won. awaits: something is threatened or waited
    for, which may be dated as well.
    """

    signal: Signal
    start: int | None = None
    end: int | None = None
    words: str = ""
    note: str = ""
    promises: bool = False
    awaits: bool = False
    weight: int = STATED


def strongest(found: Iterable[SignalFound]) -> SignalFound:
    """The signal that counts: the weightiest, then the first of ORDER, then the first in place."""
    ranked = [item for item in found if item.signal in ORDER]
    return min(ranked, key=_rank, default=SignalFound(Signal.POSITION))


def _rank(found: SignalFound) -> tuple[int, int]:
    return -found.weight, ORDER.index(found.signal)


def find_signal(marks: Marks, start: int, end: int, speaker: str | None = None) -> SignalFound:
    """Return the strongest signal of the sentence [start, end); speaker is the code of who says it."""
    kept = [match for match in marks.within("kept", start, end) if _closes_clause(marks, match)]
    if kept:  # a promise that is told as kept is none
        words = _words(marks, kept[0].start, kept[0].end)
        return SignalFound(Signal.PROGRESS, kept[0].start, kept[0].end, words, "a promise kept")
    agents = Agents(marks, start, end, speaker)
    moods = MoodReader(marks, start, end)
    found = _candidates(marks, moods, agents, start, end)
    contingent = bool(marks.within("contingent", start, end)) or any(
        m.label.value == "contingent" for m in marks.within("unreal", start, end)
    )
    told = [match for match in marks.within("signal", start, end) if match.label.value == Signal.POSITION]
    plans = [plan for plan in moods.plans() if agents.own(plan.first - 1) and not _inside(plan, told)]
    will = agents.says_will() or any(not _negated(marks, plan, start) for plan in plans)
    commits = any(item.signal is Signal.COMMITMENT or item.promises for item in found) or will
    promises = not contingent and commits
    awaits = not contingent and (
        any(item.signal is Signal.THREAT for item in found) or bool(marks.within("awaited", start, end))
    )
    best = strongest(found)
    if best.signal is Signal.POSITION and not _unreal(marks, start, end):
        refuses = not will and (bool(plans) or agents.says_will_not())
        best = SignalFound(Signal.COMMITMENT if will else Signal.REFUSAL if refuses else Signal.POSITION)
    return replace(best, promises=promises, awaits=awaits)


def find_candidates(marks: Marks, start: int, end: int, speaker: str | None = None) -> list[SignalFound]:
    """Return every signal that something in [start, end) speaks for, whichever is the strongest."""
    return _candidates(marks, MoodReader(marks, start, end), Agents(marks, start, end, speaker), start, end)


def _candidates(marks: Marks, moods: MoodReader, agents: Agents, start: int, end: int) -> list[SignalFound]:
    found = [*_from_acts(marks, moods, agents, start, end), *_from_phrases(marks, moods, agents, start, end)]
    return [_contrasted(marks, item, start) for item in found]


def _inside(match: Match, others: list[Match]) -> bool:
    return any(other.first <= match.first and match.last <= other.last for other in others)


def _closes_clause(marks: Marks, match: Match) -> bool:
    """ "…, and we have.": of words that say so barely, nothing may follow."""
    return match.label.value != "bare" or marks.text[match.end : match.end + 1] in tuple(".,;!")


def _words(marks: Marks, start: int, end: int) -> str:
    return " ".join(marks.text[start:end].split())


def _unreal(marks: Marks, start: int, end: int) -> bool:
    asked = marks.text[start:end].rstrip("\"'”’») ").endswith("?")
    return asked or bool(marks.within("unreal", start, end))


def _contrasted(marks: Marks, found: SignalFound, start: int) -> SignalFound:
    """ "It works, but …": what comes behind the "but" is what is said."""
    if found.start is None or found.weight < STATED:
        return found
    turned = marks.words_in(start, found.start, marks.pack.words("contrasts"))
    inside = [index for index in turned if marks.tokens.starts[index] > start]
    return replace(found, weight=CONTRASTED) if inside else found


def _from_acts(
    marks: Marks, moods: MoodReader, agents: Agents, start: int, end: int
) -> Iterator[SignalFound]:
    asked = marks.text[start:end].rstrip("\"'”’») ").endswith("?")
    phrases = marks.within("signal", start, end)
    for act in find_acts(marks, start, end):
        if moods.supposed(act.head):
            continue
        situation = moods.situation(act)
        if _said_outright(phrases, act, situation):
            continue
        signal = outcome(act.signal, situation.mood, negated=situation.negated)
        note = "negated" if situation.negated else NOTES.get(situation.mood, "")
        if signal in UNREAL and (asked or (moods.conditional and situation.mood is not Mood.DONE)):
            signal, note = Signal.POSITION, "wished for or conditional"
        elif signal is Signal.COMMITMENT and not agents.own(situation.subject):
            signal, note = Signal.POSITION, "another side's doing"
        elif signal is Signal.COMMITMENT and act.deed == "improves" and agents.inanimate(situation.subject):
            signal, note = Signal.PROGRESS, "what comes of it"
        if signal is Signal.POSITION:
            continue
        first, last = _extent(act, situation)
        weight = MENTIONED if situation.mood is Mood.NAMED else STATED
        due = situation.present and signal in UNREAL
        yield SignalFound(signal, first, last, _words(marks, first, last), note, due, weight=weight)


def _said_outright(phrases: list[Match], act: Act, situation: Situation) -> bool:
    """A phrase that holds both the act and what governs it says it better: "agreed to extend"."""
    governor = situation.governor
    return governor is not None and any(
        phrase.first <= governor.first and phrase.last > act.head for phrase in phrases
    )


def _extent(act: Act, situation: Situation) -> tuple[int, int]:
    """The words that show it: the act with what governs it."""
    governor = situation.governor
    return (min(governor.start, act.start) if governor else act.start), act.end


def _from_phrases(
    marks: Marks, moods: MoodReader, agents: Agents, start: int, end: int
) -> Iterator[SignalFound]:
    unreal = _unreal(marks, start, end)
    matches = _outermost(marks.within("signal", start, end))
    for match in matches:
        if moods.supposed(match.first):
            continue
        if match.label.value == Signal.COMMITMENT and not agents.own(match.first - 1):
            continue
        read = _under(moods, match, _read(marks, match, start, unreal or _not_done(marks, match)))
        if read.signal is not Signal.POSITION:
            yield read


def _under(moods: MoodReader, match: Match, read: SignalFound) -> SignalFound:
    """ "They should show that they are ready to …": what somebody is told to say is a demand."""
    spoken = (Signal.OFFER, Signal.COMMITMENT, Signal.THREAT)
    if read.signal in spoken and moods.governed_by(match.first, Mood.OBLIGES):
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
        if set(tokens.text[tokens.ends[index] : tokens.starts[index + 1]]) & set(",;:—.("):
            return False
        if tokens.norms[index] in temporal:
            lasts = tokens.norms[index] in marks.pack.words("ongoing")  # "since …" holds until now
            return not (lasts and match.label.value in (Signal.LAPSED, Signal.SUSPENDED))
    return False


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
    return SignalFound(signal, match.start, match.end, _words(marks, match.start, match.end), note)


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
