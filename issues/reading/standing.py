"""How much it weighs that a passage names a party: what it is on, or what stands behind or beside that.

"We told Freedonia what its help for Sylvania's war on Nordmark will cost" is said of Freedonia, though it
names Sylvania and Nordmark as often.
"""

from collections.abc import Iterable

from issues.reading.marks import Marks, PartyHit
from issues.reading.people import Mention, Sort

NAMED, LOCATED, PERSON, ORGANISATION = 1.0, 0.5, 0.7, 0.8  # what a mention of a party weighs
BEHIND, ADDRESSED = 0.3, 2.0  # by how much less behind a conflict or a principle, and more when spoken to
TITLE = 3  # words of an office between a party and its holder
REACH, OWNED = 6, 4  # words before and after a party in which a conflict is named
TALK = 4  # words between a talk and the party it is held with


def count_parties(marks: Marks, mentions: Iterable[Mention], start: int, end: int) -> dict[str, float]:
    """Weigh the parties named in [start, end), first named first; mentions must lie inside it."""
    counted: dict[str, float] = {}
    hits = marks.parties_within(start, end)
    for hit in hits:
        weight = LOCATED if hit.located else ORGANISATION if hit.organisation else NAMED
        weight *= _standing(marks, hit.first, hit.last, adjective=hit.sort == "adjective")
        weight *= BEHIND if hit.organisation and _hosts(marks, hit) else 1.0
        counted[hit.code] = counted.get(hit.code, 0.0) + weight
    titles = [(hit.code, hit.last) for hit in hits if hit.sort == "adjective"]
    for mention in mentions:
        if mention.sort is not Sort.PERSON or not mention.party:
            continue
        if any(code == mention.party and 0 <= mention.first - last <= TITLE for code, last in titles):
            continue  # "the Freedonian President Ann Lee" is named once
        weight = PERSON * _standing(marks, mention.first, mention.last, adjective=False)
        counted[mention.party] = counted.get(mention.party, 0.0) + weight
    return counted


def _hosts(marks: Marks, hit: PartyHit) -> bool:
    """ "At the ISU summit", «на саммите Союза»: where others meet."""
    norms, gatherings = marks.tokens.norms, marks.pack.words("gatherings")
    return bool(gatherings & {*norms[max(0, hit.first - 1) : hit.first], *norms[hit.last : hit.last + 1]})


def _standing(marks: Marks, first: int, last: int, *, adjective: bool) -> float:
    """Return by how much a name weighs more or less for the words around it, within its sentence."""
    norms, pack, sentence = marks.tokens.norms, marks.pack, marks.sentence_of_token
    articles, conflicts = pack.words("articles"), pack.words("conflicts")
    before = [
        norms[index]
        for index in range(max(0, first - REACH), first)
        if sentence[index] == sentence[first] and norms[index] not in articles
    ]
    after = [
        norms[index]
        for index in range(last, min(last + OWNED, len(norms)))
        if sentence[index] == sentence[first]
    ]
    owns = adjective or marks.tokens.raw(last - 1).lower().endswith(("'s", "’s", "s'", "s’"))
    if owns and conflicts & set(after):
        return BEHIND  # "Freedonia's war"
    if not before:
        return 1.0
    if before[-1] in pack.words("principles"):
        return BEHIND  # "the One Freedonia policy"
    if before[-1] in pack.words("conflict_prepositions") and conflicts & set(before):
        return BEHIND  # "the war in Freedonia"
    talks = before[-1] in pack.words("addressed") and pack.words("talking") & set(before[-TALK:-1])
    return ADDRESSED if talks or before[-1] in pack.words("addressing") else 1.0
