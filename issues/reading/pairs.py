"""Between whom: the pair of parties a passage concerns, and how surely it can be told.

Own words weigh most ("between A and B"), then the sentences before, the question, the pair that
the document already linked with the matter, at last the pair the whole document is about.
"""

from dataclasses import dataclass, field

from issues.reading.couples import Pair, pair_of
from issues.reading.listed import acting_together, chains_of, joined_pair, partners
from issues.reading.marks import Marks, PartyHit
from issues.reading.people import Mention, Sort
from issues.reading.standing import BEHIND, LOCATED, NAMED, count_parties
from issues.vocabulary import (
    CATEGORY_DIPLOMATIC_PROPERTY,
    CATEGORY_FLIGHTS,
    CATEGORY_OTHER_BILATERAL,
    CATEGORY_VISAS,
)

__all__ = ["Focus", "Link", "Pair", "find_pair", "pair_of"]

# Organisations in which states meet and by whose rules they measure each other.
FORUMS = frozenset(
    {
        *("UN", "IAEA", "OPCW", "OSCE", "G7", "G20", "WTO", "IMF", "ICAO", "ICRC", "APEC", "OPEC", "ICC"),
        *("WORLDBANK", "OECD", "WHO", "UNESCO", "UNHCR", "IOM", "ICJ", "INTERPOL", "CTBTO"),
    }
)
CLUBS = frozenset({"G7", "G20", "APEC"})  # forums without a seat: nobody has a matter with them
BYSTANDER_REACH = 3  # words between "embassy" and the place it stands in
ALL_TOGETHER = 0.5  # how surely two are meant of three or more that speak as one
OUTWEIGHED = 0.5  # by how much another must be named more for the talk to have moved on to it


@dataclass(slots=True)
class Focus:
    """What the talk is about around a passage; filled as the reader goes on.

    speaker: the speaker's party. asked: parties of the question. carried: the pair of the passage
    before in the same answer. title and usual: the pair of the title and of the whole document.
    """

    speaker: str | None = None
    asked: dict[str, float] = field(default_factory=dict)
    asked_elsewhere: bool = False
    carried: Pair | None = None
    carried_sure: float = 0.7
    topic_pairs: dict[str, Pair] = field(default_factory=dict)
    usual: Pair | None = None
    usual_sure: float = 0.25  # of the usual pair where neither title nor lead name it
    firm: bool = False  # the title or the lead names the usual pair
    loose: bool = False  # a talk on many matters: what was asked or said before tells little
    told: bool = False  # a readout or a joint text: all of it is on the two
    issued: bool = False  # a statement: what moves in it moves between the two
    joint: Pair | None = None  # the two parties that speak together
    several: frozenset[str] = frozenset()  # the three or more that do
    last: Pair | None = None  # the pair of the last passage of the same turn
    before: dict[str, float] = field(default_factory=dict)  # parties of the sentence before


@dataclass(frozen=True, slots=True)
class Link:
    """A pair of parties, how it was told (own words weigh more than context) and the words."""

    pair: Pair | None
    sure: float
    note: str
    hits: tuple[PartyHit, ...] = ()


def find_pair(
    marks: Marks, mentions: list[Mention], start: int, end: int, focus: Focus, category: str | None
) -> Link:
    """Return the pair of parties that [start, end) concerns; no pair where it cannot be told."""
    hits = marks.parties_within(start, end)
    told = _told_pair(marks, hits, start, end, focus)
    if told is not None:
        return told
    counted = count_parties(marks, mentions, start, end)
    own = (
        focus.speaker in counted
        or bool(marks.words_in(start, end, marks.pack.words("own_side")))
        or any(mention.sort is Sort.GROUP for mention in mentions)
    )
    chains = chains_of(marks, hits)
    beside = partners(chains, set(counted), focus.speaker)
    counted = {code: weight for code, weight in counted.items() if code not in beside}
    if not beside and acting_together(chains, focus.speaker):
        return Link(None, 0.0, "several act together, on nobody else")
    others = _others(marks, hits, counted, focus, category)
    if focus.several and not set(others) - focus.several:
        return _pair_of_several(focus.several, hits)
    if not focus.several and len(others) != 1 and marks.within("several", start, end):
        return Link(None, 0.0, "a matter of three or more")
    if not others:
        bare = not set(counted) - {focus.speaker}
        return _pair_from_context(marks, start, end, focus, category, bare)
    return _pair_of_others(others, own, hits, focus, category)


def _others(
    marks: Marks, hits: list[PartyHit], counted: dict[str, float], focus: Focus, category: str | None
) -> dict[str, float]:
    """Return the weights of those beside the speaker with whom there may be a matter."""
    others = {code: weight for code, weight in counted.items() if code != focus.speaker}
    if others and max(others.values()) <= BEHIND and _spoken_of_another(set(others), focus):
        return {}
    hosts = _bystanders(marks, hits, focus, category)
    if hosts and (set(others) - hosts or _context_tells(focus, category)):
        others = {code: weight for code, weight in others.items() if code not in hosts}
    return _without_forums(others, hits, focus)


def _spoken_of_another(behind: set[str], focus: Focus) -> bool:
    """ "We help them against Nordmark's invasion": whose conflict it is stands behind who is spoken of."""
    spoken_of = focus.carried or _asked_pair(focus)
    return bool(spoken_of) and not behind & set(spoken_of or ())


def _pair_of_others(
    others: dict[str, float], own: bool, hits: list[PartyHit], focus: Focus, category: str | None
) -> Link:
    """Return the pair of the speaker with one of those named, or of two of them."""
    established = focus.usual if focus.told else focus.topic_pairs.get(category or "")
    if established is not None and _goes_on_about(established, others, own, focus):
        return Link(established, 0.8, "goes on about the same two parties", tuple(hits))
    near = focus.carried or focus.last or ()
    ranked = sorted(others, key=lambda code: (-others[code], code not in focus.asked, code not in near))
    if focus.speaker is None:
        outside = [code for code in ranked if code not in focus.several]
        if focus.several and len(outside) == 1:  # "A, B and C call on D": D, and whom they name most
            ranked = [*outside, *(code for code in ranked if code != outside[0])]
        return _pair_of_named(ranked, focus, hits)
    if len(ranked) > 1 and not own and category not in (None, CATEGORY_OTHER_BILATERAL):
        return Link(pair_of(ranked[0], ranked[1]), 0.7, "the passage names two other parties", tuple(hits))
    return _pair_with_speaker(focus.speaker, ranked, others, focus, hits)


def _bystanders(marks: Marks, hits: list[PartyHit], focus: Focus, category: str | None) -> set[str]:
    """Return who only lends a place or a hand: "our embassy in X", "met in X", "through Y"."""
    if category == CATEGORY_DIPLOMATIC_PROPERTY and not focus.firm:
        return set()
    norms, pack = marks.tokens.norms, marks.pack
    venues, mediators = pack.words("venues"), pack.words("mediation")
    placed = focus.firm and category not in (CATEGORY_FLIGHTS, CATEGORY_VISAS)
    found: set[str] = set()
    for hit in hits:
        before = set(norms[max(0, hit.first - BYSTANDER_REACH) : hit.first])
        if before & mediators or (hit.located and (placed or before & venues)):
            found.add(hit.code)
        else:
            found.discard(hit.code)
    return found - set(focus.usual or ()) - set(focus.asked) - set(focus.carried or ())


def _without_forums(others: dict[str, float], hits: list[PartyHit], focus: Focus) -> dict[str, float]:
    """ "In violation of UN resolutions": a forum is a side only where nobody else is."""
    forums = {hit.code for hit in hits if hit.code in FORUMS} - set(focus.usual or ()) - set(focus.asked)
    forums |= CLUBS & set(others)
    states = {code: weight for code, weight in others.items() if code not in forums}
    around = focus.carried or focus.last or (focus.usual if focus.firm else None)
    if states or around:
        return states
    return {code: weight for code, weight in others.items() if code not in CLUBS}


def _context_tells(focus: Focus, category: str | None) -> bool:
    established = focus.topic_pairs.get(category or "")
    return bool(focus.carried or _asked_pair(focus) or established or (focus.usual and focus.firm))


def _told_pair(marks: Marks, hits: list[PartyHit], start: int, end: int, focus: Focus) -> Link | None:
    """The passage itself says between whom: "between A and B", "our two countries"."""
    if focus.joint is not None:
        return Link(focus.joint, 0.9, "the parties of the joint text", tuple(hits))
    both = joined_pair(marks, hits, focus.speaker)
    among = marks.within("several", start, end)
    if both is not None and not among:
        return Link(pair_of(*both), 1.0, "the passage names both parties", tuple(hits))
    ours = focus.carried or _asked_pair(focus) or focus.last or (focus.usual if focus.firm else None)
    if ours is not None and marks.within("mutual", start, end):
        return Link(ours, 0.8, "the two parties spoken of", tuple(hits))
    return None


def _goes_on_about(established: Pair, others: dict[str, float], own: bool, focus: Focus) -> bool:
    """The pair already linked with this matter holds while the passage stays within it."""
    if focus.speaker not in established:
        return not own and set(others) <= set(established)
    same = max((others[code] for code in established if code in others), default=0.0)
    outweighed = max(others.values()) - same > OUTWEIGHED and not focus.told
    return len(others) > 1 and same > 0 and not outweighed


def _pair_with_speaker(
    speaker: str, ranked: list[str], others: dict[str, float], focus: Focus, hits: list[PartyHit]
) -> Link:
    usual = [code for code in ranked if code in (focus.usual or ()) and others[code] >= LOCATED]
    if usual and others[ranked[0]] - others[usual[0]] < NAMED:
        ranked = usual
    sure = 0.9 if len(others) == 1 else 0.6
    note = "the speaker's party and the party named"
    return Link(pair_of(speaker, ranked[0]), sure, note, tuple(hits))


def _pair_of_named(ranked: list[str], focus: Focus, hits: list[PartyHit]) -> Link:
    """Nobody speaks for a party: both must be named here or be the text's own two."""
    usual = focus.usual if focus.firm else None
    if usual is not None and (len(ranked) == 1 or set(ranked[:2]) & set(usual)):
        return Link(usual, 0.8, "the two parties of the text", tuple(hits))
    if len(ranked) > 1:
        return Link(pair_of(ranked[0], ranked[1]), 0.7, "the passage names two parties", tuple(hits))
    for pair in (focus.carried, focus.usual, focus.last):
        if pair and ranked[0] in pair:
            return Link(pair, 0.6, "one party named, the other from the text around", tuple(hits))
    return Link(None, 0.0, "only one party is named")


def _pair_from_context(
    marks: Marks, start: int, end: int, focus: Focus, category: str | None, bare: bool
) -> Link:
    elsewhere = bool(marks.words_in(start, end, marks.pack.words("regions")))
    spoken_of = _pair_spoken_of(focus, category, bare, elsewhere)
    if spoken_of is not None:
        return spoken_of
    if (elsewhere or focus.asked_elsewhere) and not focus.firm:
        return Link(None, 0.0, "about a region, not about a party")
    established = focus.topic_pairs.get(category or "")
    ours = focus.speaker is None or focus.speaker in (established or ())
    if established is not None and category != CATEGORY_OTHER_BILATERAL and (ours or focus.firm):
        return Link(established, 0.6, "the pair this document links with the matter")
    if focus.usual is not None and (focus.firm or category != CATEGORY_OTHER_BILATERAL):
        return Link(focus.usual, 0.7 if focus.firm else focus.usual_sure, "the pair this document is about")
    return Link(focus.last, 0.4 if focus.last else 0.0, "the pair spoken of before")


def _pair_spoken_of(focus: Focus, category: str | None, bare: bool, elsewhere: bool) -> Link | None:
    """Return the pair of the sentence before or of the question; bare: the passage names nobody else."""
    if focus.told and focus.usual is not None and not focus.several:
        return Link(focus.usual, 0.7, "the two parties of the text")
    if focus.carried is not None:
        loose = elsewhere or (category == CATEGORY_OTHER_BILATERAL and not focus.firm)
        sure = min(focus.carried_sure, 0.5 if loose else 0.7)
        return Link(focus.carried, sure, "carried from the sentences before")
    asked = _asked_pair(focus)
    before = [code for code in focus.before if code != focus.speaker and code not in CLUBS]
    if bare and focus.speaker and len(before) == 1 and before[0] not in (asked or ()):
        return Link(pair_of(focus.speaker, before[0]), 0.6, "the party of the sentence before")
    return Link(asked, 0.7, "the party asked about") if asked is not None else None


def _asked_pair(focus: Focus) -> Pair | None:
    asked = [code for code in focus.asked if code != focus.speaker and code not in CLUBS]
    if not focus.speaker or not asked:
        return None
    if focus.firm and focus.usual and len(asked) > 1 and not set(asked) & set(focus.usual):
        return None  # "as for A and B": others named for comparison
    asked.sort(key=lambda code: (-focus.asked[code], code not in (focus.usual or ())))
    return pair_of(focus.speaker, asked[0])


def _pair_of_several(several: frozenset[str], hits: list[PartyHit]) -> Link:
    """Three or more speak on what they do together: any two of them, and that unsurely."""
    named = [code for code in dict.fromkeys(hit.code for hit in hits) if code in several]
    chosen = (named if len(named) > 1 else sorted(several))[:2]
    return Link(pair_of(*chosen), ALL_TOGETHER, "two of those who speak together", tuple(hits))
