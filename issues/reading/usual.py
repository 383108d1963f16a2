"""Which two parties a whole text is about, by how often it names them."""

from collections import Counter

from issues.reading.marks import Marks
from issues.reading.pairs import CLUBS, Pair, pair_of
from issues.reading.people import People, Sort

TITLE_WEIGHT = 4


def weigh_parties(
    marks: Marks, people: People, title: Marks | None, title_people: People | None
) -> Counter[str]:
    """Count the mentions of parties and of their people; one in the title counts for several."""
    counted = Counter(hit.code for hit in marks.parties if not hit.located)
    counted.update(m.party for m in people.mentions if m.sort is Sort.PERSON and m.party)
    titled = {hit.code for hit in title.parties} if title else set()
    if title_people is not None:  # "Call with Prime Minister Lee" is on Lee's country
        titled |= {m.party for m in title_people.mentions if m.sort is Sort.PERSON and m.party}
    for code in titled:
        counted[code] += TITLE_WEIGHT
    return counted


def usual_pair(counted: Counter[str], issuer: str | None, home: Pair | None) -> Pair | None:
    """The issuer's dominant counterpart, or the two parties an article names most."""
    others = [(code, times) for code, times in counted.most_common() if code != issuer and code not in CLUBS]
    if home and (issuer is None or issuer in home):
        other = home[1] if issuer == home[0] else home[0]
        if counted[other] and others and counted[other] * 3 >= others[0][1]:
            return home
    if home and issuer in home and not others:
        return home  # a source followed for this pair speaks of "our neighbour"
    total = sum(times for _, times in others)
    if issuer is not None:
        if others and others[0][1] * 5 >= total * 2 and (others[0][1] > 1 or total == 1):
            return pair_of(issuer, others[0][0])
        return None
    if len(others) > 1 and others[1][1] > 1 and (others[0][1] + others[1][1]) * 2 >= total:
        return pair_of(others[0][0], others[1][0])
    return None
