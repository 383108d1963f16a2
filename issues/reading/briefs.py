"""Short news items: a few sentences in which each tells what somebody did or said on one matter.

A longer article mixes news with its own background, so only words of saying or plain acts count in it; in
an item this short every sentence is news, and its title, two parties and matter hold for all of them.
"""

from collections import defaultdict
from collections.abc import Sequence

from issues.reading.marks import Marks
from issues.reading.pairs import Pair, pair_of
from issues.reading.people import People, Sort
from issues.reading.turns import Role, Turn

MAX_BRIEF = 1_000  # characters
TITLED, FIRST = 3.0, 1.5  # what a party weighs in the title and in the first sentence
PLACE, ORGANISATION = 0.8, 0.6  # an act is told of where it is done; of an organisation, as whose post it is


def is_brief(marks: Marks, turns: Sequence[Turn]) -> bool:
    """Tell a short item of plain prose from an article, an interview or a list."""
    prose = [turn for turn in turns if turn.role is Role.PROSE]
    if not marks.pack.words("subject_heads"):
        return False  # who acts in each sentence is told by the language pack, or not at all
    return bool(prose) and sum(turn.end - turn.start for turn in turns) <= MAX_BRIEF


def pair_of_brief(
    marks: Marks, people: People, title: Marks | None, title_people: People | None
) -> Pair | None:
    """Return the two parties a short item names most, places and adjectives among them."""
    counted: defaultdict[str, float] = defaultdict(float)
    for source, named, weight in ((title, title_people, TITLED), (marks, people, 1.0)):
        if source is None or named is None:
            continue
        first = source.sentences[0].end if source.sentences and source is marks else 0
        for hit in source.parties:
            place = PLACE if hit.located else ORGANISATION if hit.organisation else 1.0
            counted[hit.code] += place * (FIRST if hit.start < first else weight)
        for mention in named.mentions:
            if mention.sort is Sort.PERSON and mention.party:
                counted[mention.party] += weight
    ranked = sorted(counted.items(), key=lambda item: -item[1])[:2]  # of equals the one named first
    if len(ranked) < 2:
        return None
    return pair_of(ranked[0][0], ranked[1][0])
