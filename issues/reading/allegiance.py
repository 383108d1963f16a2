"""Whose side a text and its people are on, where no words say it outright.

"President Ilse Brandt met the Prime Minister of Freedonia" names one party, and it is not hers. What
stands at the head of the text, who "we" are, and who is spoken of as the other side tell the rest.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from issues.reading.layout import find_dateline
from issues.reading.marks import Marks, PartyHit
from issues.reading.people import Mention, People, Sort
from issues.reading.turns import Role, Turn

HEAD, SPOKEN, OTHER_SIDE = 3.0, 1.0, -1.0  # what a trace of a side weighs
ENOUGH = 1.0
HEAD_LINES = 4
MOST_HITS = 400  # mentions of parties that are weighed in a long text
NEAR = 3  # words between "our" or "with" and the party it makes the other side


def party_of_dateline(marks: Marks) -> str | None:
    """Return the party in whose place a report was written: "KORVAST, Aug. 10 (Newswire) -"."""
    place = find_dateline(marks.text)
    hits = marks.parties_within(*place) if place else []
    return hits[0].code if hits else None


def titled_institution(title_people: People | None) -> str | None:
    """Return the party of the institution a text is titled after: "Statement by the Ministry of … of X"."""
    for mention in title_people.mentions if title_people else ():
        if mention.sort in (Sort.INSTITUTION, Sort.TITLE):
            return mention.party
        if mention.sort is Sort.PERSON:
            return None
    return None


def own_party(
    marks: Marks, turns: Sequence[Turn], others: Iterable[str], title: Marks | None, people: People
) -> str | None:
    """Return the party that a text without a named issuer speaks for, None where it is not plain.

    others are the parties of those the text meets, receives or answers: never its own.
    """
    excluded = set(others)
    weights: defaultdict[str, float] = defaultdict(float)
    for turn in [turn for turn in turns if turn.role is Role.HEADING][:HEAD_LINES]:
        for hit in _letterhead(marks, turn):
            weights[hit.code] += HEAD
    for hit in marks.parties[:MOST_HITS]:
        weights[hit.code] += _trace(marks, people, hit)
    ranked = sorted(
        ((code, w) for code, w in weights.items() if code not in excluded), key=lambda item: -item[1]
    )
    if ranked and ranked[0][1] >= ENOUGH and (len(ranked) < 2 or ranked[1][1] < ranked[0][1]):
        return ranked[0][0]
    named = Counter(
        hit.code for hit in [*marks.parties, *(title.parties if title else [])] if not hit.organisation
    )
    if not excluded & set(named):
        return None
    left = [
        (code, times) for code, times in named.most_common() if code not in excluded and weights[code] >= 0
    ]
    return left[0][0] if left and (len(left) < 2 or left[1][1] * 2 <= left[0][1]) else None


def _letterhead(marks: Marks, turn: Turn) -> list[PartyHit]:
    """Return the parties of a line that says no more than a place: "Halvik, Nordmark"."""
    hits = marks.parties_within(turn.start, turn.end)
    words = len(marks.tokens_within(turn.start, turn.end))
    return hits if sum(hit.last - hit.first for hit in hits) * 2 >= words else []


def _trace(marks: Marks, people: People, hit: PartyHit) -> float:
    """Weigh one mention: "our embassy in X" is about the other side, "X will …, and we …" about one's own."""
    norms, pack = marks.tokens.norms, marks.pack
    before = norms[max(0, hit.first - NEAR) : hit.first]
    if set(before) & (pack.words("own_side") | pack.words("between")) or (
        before and before[-1] in pack.words("facing")
    ):
        return OTHER_SIDE
    if hit.sort != "name" or hit.organisation:
        return 0.0
    if hit.located or not hit.base:
        return 0.0
    after = norms[hit.last : hit.last + 1]
    committed = set(after) & (pack.words("future_auxiliaries") | pack.words("own_verbs"))
    if not committed or (before and before[-1] in pack.words("prepositions")):
        return 0.0
    sentence = marks.sentences[marks.sentence_at(hit.start)]
    own = marks.words_in(sentence.start, sentence.end, pack.words("first_person"))
    told = any(
        mention.sort in (Sort.PERSON, Sort.TITLE)
        for mention in people.mentions_within(sentence.start, hit.start)
    )
    return SPOKEN if own or not told else 0.0


def counterparts(title_people: People | None, people: People, principal: Mention | None) -> set[str]:
    """Return the parties of those whom the title or the first words set beside its speaker."""
    named = [*(title_people.mentions if title_people else []), *people.mentions[:6]]
    return {
        mention.party
        for mention in named
        if mention.sort is Sort.PERSON
        and mention.party
        and (principal is None or mention.name != principal.name)
    }


def institution_of(framed: Mention | None, title_people: People | None, issuer: str | None) -> str:
    """Return the institution a text is signed by or titled after, in its own words."""
    told = [framed] if framed else []
    told += title_people.mentions if title_people else []
    named = [m for m in told if m.sort in (Sort.INSTITUTION, Sort.TITLE) and m.party in (None, issuer)]
    role = named[0].role if named else ""
    return role.title().replace(" Of ", " of ") if role.isupper() and " " in role else role


def speaking_state(marks: Marks) -> str | None:
    """Return the party that "welcomes", "remains committed", "will suspend" in its own text."""
    counted: Counter[str] = Counter()
    for match in marks.all("speech"):
        if match.label.value == "performs":
            for hit in marks.parties_within(max(0, match.start - 45), match.start):
                if hit.sort == "name" and not hit.organisation and 0 <= match.first - hit.last <= 1:
                    counted[hit.code] += 1
    return counted.most_common(1)[0][0] if counted else None


def framing(people: People, turns: Sequence[Turn]) -> Mention | None:
    """Return who signs a text or stands at its head: an official or an institution of a party.

    Only lines by themselves count: a letterhead before the first paragraph, a signature after the last.
    """
    prose = [index for index, turn in enumerate(turns) if turn.role is not Role.HEADING]
    if not prose:
        return None
    lines = [*turns[prose[-1] + 1 :][-3:], *turns[: prose[0]][:4]]
    named = [m for line in lines for m in people.mentions_within(line.start, line.end)]
    officials = [m for m in named if is_official(m) and m.party]
    institutions = [m for m in named if m.sort in (Sort.INSTITUTION, Sort.TITLE) and m.party]
    return next(iter([*officials, *institutions]), None)


def is_official(mention: Mention) -> bool:
    return mention.sort is Sort.PERSON and bool(mention.key or mention.role)
