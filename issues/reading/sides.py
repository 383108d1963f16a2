"""Which party "we" are: the traces of its own side in a text that does not say whose it is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from issues.reading.marks import Marks, PartyHit
from issues.reading.people import People, Sort
from issues.reading.turns import Role, Turn

HEAD, VENUE, NATIONAL, SPOKEN, IN_COMMON, OTHER_SIDE = 3.0, 1.5, 2.0, 1.0, 1.0, -1.0  # what a trace weighs
HINT = -0.5  # "Freedonia closed … our consulate": most often the other side, not always
ENOUGH = 1.0
SHORT = 5_000  # characters of a text about little but two parties
HEAD_LINES, LAST_LINES = 6, 3
MOST_HITS = 400  # mentions of parties that are weighed in a long text
NEAR = 3  # words between "our" or "with" and the party it makes the other side
PARTNERS = 3  # others a party stands beside in as many sentences, where it is what they have in common


def own_party(
    marks: Marks, turns: Sequence[Turn], others: Iterable[str], title: Marks | None, people: People
) -> str | None:
    """Return the party that a text without a named issuer speaks for, None where it is not plain.

    others are the parties of those the text meets, receives or answers: never its own.
    """
    excluded = set(others)
    weights: defaultdict[str, float] = defaultdict(float)
    for turn in _outer_lines(turns):
        for hit in _letterhead(marks, turn):
            weights[hit.code] += HEAD if _names_house(marks, turn) else VENUE
    for code in national_parties(marks, title):
        weights[code] += NATIONAL
    for code in _in_common(marks):
        weights[code] += IN_COMMON
    for hit in marks.parties[:MOST_HITS]:
        weights[hit.code] += _trace(marks, people, hit)
    ranked = sorted(
        ((code, w) for code, w in weights.items() if code not in excluded), key=lambda item: -item[1]
    )
    if ranked and ranked[0][1] >= ENOUGH and (len(ranked) < 2 or ranked[1][1] < ranked[0][1]):
        return ranked[0][0]
    return _left_over(marks, title, excluded, weights)


def national_parties(marks: Marks, title: Marks | None) -> set[str]:
    """Return the parties whose own institutions and ways of speaking a text shows: "Lok Sabha"."""
    found = {match.label.value for match in marks.all("national")}
    found |= {match.label.value for match in title.all("national")} if title else set()
    return found & marks.known_parties


def _left_over(
    marks: Marks, title: Marks | None, excluded: set[str], weights: defaultdict[str, float]
) -> str | None:
    """Return the party named most, once those that are the other side are set aside."""
    named = Counter(
        hit.code for hit in [*marks.parties, *(title.parties if title else [])] if not hit.organisation
    )
    facing = excluded | {code for code in named if weights[code] < 0}
    if not facing & set(named):
        return None
    left = [(code, times) for code, times in named.most_common() if code not in facing]
    margin = 1 if excluded & set(named) and len(marks.text) < SHORT else 2
    clear = len(left) < 2 or (left[1][1] * margin <= left[0][1] and left[1][1] < left[0][1])
    return left[0][0] if left and clear else None


def _outer_lines(turns: Sequence[Turn]) -> list[Turn]:
    """Return the lines by themselves above a text, and the last ones below it."""
    opening = next((index for index, turn in enumerate(turns) if turn.role is not Role.HEADING), len(turns))
    heads = [turn for turn in turns[: opening + HEAD_LINES] if turn.role is Role.HEADING][:HEAD_LINES]
    return [*heads, *turns[max(opening, len(turns) - LAST_LINES) :]]


def _letterhead(marks: Marks, turn: Turn) -> list[PartyHit]:
    """Return the parties of a line that says no more than a place and a day: "Halvik, 3 May 2024"."""
    hits = marks.parties_within(turn.start, turn.end)
    line = marks.text[turn.start : turn.end]
    if not hits or ":" in line or marks.within("links", turn.start, turn.end):  # "En route to Halvik"
        return []
    months, norms = marks.pack.words("months"), marks.tokens.norms
    words = [i for i in marks.tokens_within(turn.start, turn.end) if not norms[i].isdigit()]
    words = [i for i in words if norms[i] not in months]
    return hits if sum(hit.last - hit.first for hit in hits) * 2 >= len(words) else []


def _names_house(marks: Marks, turn: Turn) -> bool:
    """Tell "THE FOREIGN MINISTRY" from a place where somebody only speaks."""
    return bool(marks.within("institution", turn.start, turn.end))


def _in_common(marks: Marks) -> list[str]:
    """Return the party that stands beside many others: "Freedonia and X", "the Y-Freedonia talks"."""
    partners: defaultdict[str, set[str]] = defaultdict(set)
    together: defaultdict[int, set[str]] = defaultdict(set)
    for hit in marks.parties[:MOST_HITS]:
        if not hit.organisation:
            together[marks.sentence_at(hit.start)].add(hit.code)
    for codes in together.values():
        if len(codes) == 2:  # longer lists tell nothing
            for code in codes:
                partners[code] |= codes - {code}
    ranked = sorted(partners, key=lambda code: -len(partners[code]))
    if not ranked or len(partners[ranked[0]]) < PARTNERS:
        return []
    alone = len(ranked) < 2 or len(partners[ranked[1]]) < len(partners[ranked[0]])
    return ranked[:1] if alone else []


def _trace(marks: Marks, people: People, hit: PartyHit) -> float:
    """Weigh one mention: "our embassy in X" is about the other side, "X will …, and we …" about one's own."""
    norms, pack = marks.tokens.norms, marks.pack
    before = norms[max(0, hit.first - NEAR) : hit.first]
    if set(before) & (pack.words("own_side") | pack.words("between")) or (
        before and before[-1] in pack.words("facing")
    ):
        return OTHER_SIDE
    after = norms[hit.last : hit.last + 1]
    if hit.sort == "adjective" and set(after) & pack.words("other_side"):
        return HINT
    owned = bool(before) and before[-1] in pack.words("prepositions")
    if hit.sort != "name" or hit.located or owned or not hit.base:
        return 0.0
    return _as_subject(marks, people, hit, after)


def _as_subject(marks: Marks, people: People, hit: PartyHit, after: list[str]) -> float:
    pack = marks.pack
    sentence = marks.sentences[marks.sentence_at(hit.start)]
    own = marks.words_in(sentence.start, sentence.end, pack.words("first_person"))
    committed = set(after) & (pack.words("future_auxiliaries") | pack.words("own_verbs"))
    beside = set(after) | set(marks.tokens.norms[max(0, hit.first - 1) : hit.first])
    if not committed and beside & pack.words("joins"):
        return 0.0  # "Freedonia and Sylvania have …"
    if not committed:
        affected = marks.words_in(hit.end, sentence.end, pack.words("own_side"))
        return HINT if affected and hit.start - sentence.start < 5 else 0.0
    told = any(
        mention.sort in (Sort.PERSON, Sort.TITLE)
        for mention in people.mentions_within(sentence.start, hit.start)
    )
    if told and not own:
        return 0.0
    return SPOKEN / 2 if hit.organisation else SPOKEN
