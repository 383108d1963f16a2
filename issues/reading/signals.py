"""What a passage signals on its issue: its acts in their moods, and the phrases that say it outright.

An act (`acts`) is read in its mood and polarity (`moods`); `outcomes` says what follows. Phrases say
the rest ("no progress", "red line"). Of several signals the weightier wins, then the order of `ORDER`.
"""

from collections.abc import Iterator
from dataclasses import replace

from issues.reading.acts import Act, find_acts
from issues.reading.agents import Agents
from issues.reading.found import SignalFound, strongest, words_of
from issues.reading.marks import Marks
from issues.reading.matching import Match
from issues.reading.mood import Mood, Situation
from issues.reading.moods import MoodReader
from issues.reading.outcomes import CONTRASTED, MENTIONED, NEGATED, NOTES, ORDER, STATED, UNREAL, outcome
from issues.reading.plans import looks_ahead
from issues.reading.sayings import consents, find_sayings, is_asked, is_negated, is_unreal
from issues.vocabulary import Signal

__all__ = ["NEGATED", "ORDER", "SignalFound", "find_candidates", "find_signal", "strongest"]


def find_signal(marks: Marks, start: int, end: int, speaker: str | None = None) -> SignalFound:
    """Return the strongest signal of the sentence [start, end); speaker is the code of who says it."""
    kept = [match for match in marks.within("kept", start, end) if _closes_clause(marks, match)]
    if kept:  # a promise that is told as kept is none
        words = words_of(marks, kept[0].start, kept[0].end)
        return SignalFound(Signal.PROGRESS, kept[0].start, kept[0].end, words, "a promise kept")
    agents = Agents(marks, start, end, speaker)
    moods = MoodReader(marks, start, end)
    found = _candidates(marks, moods, agents, start, end)
    contingent = bool(marks.within("contingent", start, end)) or any(
        m.label.value == "contingent" for m in marks.within("unreal", start, end)
    )
    told = [match for match in marks.within("signal", start, end) if match.label.value == Signal.POSITION]
    plans = [plan for plan in moods.plans() if agents.own(plan.first - 1) and not _inside(plan, told)]
    firm = [plan for plan in plans if not is_negated(marks, plan, start)]
    says_will = agents.says_will(moods.wanted)
    will = says_will or bool(firm)
    commits = any(item.signal is Signal.COMMITMENT or item.promises for item in found) or will
    promises = not contingent and commits
    unowed = bool(marks.within("unowed", start, end))  # an anniversary, a forecast: nobody promises it
    awaits = not contingent and (_threatens(found) or bool(marks.within("awaited", start, end)))
    best = strongest(found)
    thought = bool(marks.within("opinion", start, end))  # what is thought likely is not promised
    if best.signal is Signal.POSITION and not (thought or unowed) and not is_unreal(marks, start, end):
        refuses = not will and (bool(plans) or agents.says_will_not())
        agreed = bool(firm) and not says_will and all(consents(marks, plan.first, start) for plan in firm)
        willing = Signal.AGREEMENT if agreed else Signal.COMMITMENT
        best = SignalFound(willing if will else Signal.REFUSAL if refuses else Signal.POSITION)
    promises = promises and not unowed
    ahead = (start, end) if not (promises or unowed) and looks_ahead(marks, moods, start, end) else None
    return replace(best, promises=promises, awaits=awaits, ahead=ahead)


def find_candidates(marks: Marks, start: int, end: int, speaker: str | None = None) -> list[SignalFound]:
    """Return every signal that something in [start, end) speaks for, whichever is the strongest."""
    return _candidates(marks, MoodReader(marks, start, end), Agents(marks, start, end, speaker), start, end)


def _candidates(marks: Marks, moods: MoodReader, agents: Agents, start: int, end: int) -> list[SignalFound]:
    found = [*_from_acts(marks, moods, agents, start, end), *find_sayings(marks, moods, agents, start, end)]
    return [_contrasted(marks, item, start) for item in found]


def _threatens(found: list[SignalFound]) -> bool:
    """What is only possible is threatened for no day."""
    return any(item.signal is Signal.THREAT and item.note != NOTES[Mood.MAY] for item in found)


def _inside(match: Match, others: list[Match]) -> bool:
    return any(other.first <= match.first and match.last <= other.last for other in others)


def _closes_clause(marks: Marks, match: Match) -> bool:
    """ "…, and we have.": of words that say so barely, nothing may follow."""
    return match.label.value != "bare" or marks.text[match.end : match.end + 1] in tuple(".,;!")


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
    asked = is_asked(marks, start, end)
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
        governor = situation.governor
        agreed = (
            signal is Signal.COMMITMENT and governor is not None and consents(marks, governor.first, start)
        )
        if agreed:
            signal, note = Signal.AGREEMENT, "agreed on"
        first, last = _extent(act, situation)
        weight = MENTIONED if situation.mood is Mood.NAMED else STATED
        due = agreed or (situation.present and signal in UNREAL)
        yield SignalFound(signal, first, last, words_of(marks, first, last), note, due, weight=weight)


def _denies(phrase: Match, act: Act) -> bool:
    """ "Did not grant the visas": a refusal that holds the act and its negation, not a standstill."""
    hard = phrase.label.value in (Signal.SETBACK, Signal.REFUSAL)
    return hard and phrase.label.negated and phrase.first < act.head < phrase.last


def _said_outright(phrases: list[Match], act: Act, situation: Situation) -> bool:
    """A phrase that holds both the act and what governs or negates it says it better: "agreed to extend"."""
    if situation.negated and any(_denies(phrase, act) for phrase in phrases):
        return True
    governor = situation.governor
    return governor is not None and any(
        phrase.first <= governor.first and phrase.last > act.head for phrase in phrases
    )


def _extent(act: Act, situation: Situation) -> tuple[int, int]:
    """The words that show it: the act with what governs it."""
    governor = situation.governor
    return (min(governor.start, act.start) if governor else act.start), act.end
