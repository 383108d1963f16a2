"""Whose side a text and its people are on, where no words say it outright.

"President Ilse Brandt met the Prime Minister of Freedonia" names one party, and it is not hers. What
stands at the head of the text, who "we" are, and who is spoken of as the other side tell the rest.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from issues.reading.layout import HEAD, find_dateline
from issues.reading.marks import Marks, PartyHit
from issues.reading.matching import Match
from issues.reading.pairs import CLUBS
from issues.reading.people import Mention, People, Sort
from issues.reading.turns import Role, Turn

_PLACE_LINE = re.compile(
    r"^[ \t]*([^\W\d_][^\d\n,،]{1,40})[,،][^\n]{0,25}(?<!\d)(?:19|20)\d\d(?!\d)[^\n]{0,6}$", re.MULTILINE
)
MOST_FORMS = 20  # phrases in which the opening of a note is looked for
ORGANISED = 0.5  # a text of a state, too, says that "the Union welcomes" something


def party_of_dateline(marks: Marks) -> str | None:
    """Return the party in whose place a report was written: "KORVAST, Aug. 10 (Newswire) -"."""
    place = find_dateline(marks.text)
    hits = marks.parties_within(*place) if place else []
    return hits[0].code if hits else None


def party_of_place_line(marks: Marks, title_people: People | None) -> str | None:
    """Return the party in whose place a text of "the Ministry" is dated: "Korvast, 14 October 2026"."""
    unnamed = [m for m in title_people.mentions if not m.party] if title_people else []
    if not any(m.sort in (Sort.INSTITUTION, Sort.TITLE) for m in unnamed):
        return None
    for line in _PLACE_LINE.finditer(marks.text, 0, HEAD):
        hits = marks.parties_within(line.start(1), line.end(1))
        if hits:
            return hits[0].code
    return None


def titled_institution(title_people: People | None) -> str | None:
    """Return the party of the institution a text is titled after: "Statement by the Ministry of … of X"."""
    for mention in title_people.mentions if title_people else ():
        if mention.sort in (Sort.INSTITUTION, Sort.TITLE):
            return mention.party
        if mention.sort is Sort.PERSON:
            return None
    return None


def titled_holder(title_people: People | None) -> Mention | None:
    """Return the holder of an office whom a title names without a name: "Interview with X's ambassador"."""
    mentions = title_people.mentions if title_people else ()
    return next((m for m in mentions if m.sort is Sort.TITLE and m.party), None)


def counterparts(title_people: People | None, people: People, principal: Mention | None) -> set[str]:
    """Return the parties of those whom the title or the first words set beside its speaker."""
    sent = {principal.posted} if principal and principal.posted else set()
    if principal is not None and title_people is not None:  # "remarks at the meeting with the Minister of …"
        sent |= {m.party for m in title_people.mentions if m.sort is Sort.TITLE and m.party}
    named = [*(title_people.mentions if title_people else []), *people.mentions[:6]]
    return sent | {
        mention.party
        for mention in named
        if mention.sort is Sort.PERSON
        and mention.party
        and (principal is None or mention.name != principal.name)
    }


def institution_of(framed: Mention | None, title_people: People | None, issuer: str | None) -> str:
    """Return the institution a text is signed by or titled after, in its own words."""
    both = titled_together(title_people)
    if both:
        return " and ".join(mention.name or mention.role for mention in both)
    told = [framed] if framed else []
    told += title_people.mentions if title_people else []
    named = [m for m in told if m.sort in (Sort.INSTITUTION, Sort.TITLE) and m.party in (None, issuer)]
    role = named[0].role.removesuffix("'s").removesuffix("’s") if named else ""
    return role.title().replace(" Of ", " of ") if role.isupper() and " " in role else role


def speaking_state(marks: Marks, people: People) -> str | None:
    """Return the party that "welcomes", "remains committed", "will suspend" in its own text.

    It is named itself, or by its government: "the Freedonian Government regrets …".
    """
    counted: defaultdict[str, float] = defaultdict(float)
    for match in marks.all("speech"):
        if match.label.value == "performs":
            subject = _subject_before(marks, match)
            if subject is not None:
                counted[subject.code] += ORGANISED if subject.organisation else 1
            elif (ours := _government_before(marks, people, match)) is not None:
                counted[ours] += 1
    code = max(counted, key=lambda party: counted[party], default=None)
    return code if code and counted[code] >= 1 else None


def _subject_before(marks: Marks, verb: Match) -> PartyHit | None:
    """ "Freedonia [also] welcomes …": the party right before a verb, in its sentence."""
    sentence = marks.sentences[marks.sentence_at(verb.start)]
    hits = marks.parties_within(max(sentence.start, verb.start - 45), verb.start)
    nearest = hits[-1] if hits else None
    near = nearest is not None and nearest.sort == "name" and 0 <= verb.first - nearest.last <= 1
    return nearest if near else None


def _government_before(marks: Marks, people: People, verb: Match) -> str | None:
    """ "The Freedonian Government welcomes …": the party of the institution right before a verb."""
    sentence = marks.sentences[marks.sentence_at(verb.start)]
    named = people.mentions_within(max(sentence.start, verb.start - 45), verb.start)
    nearest = named[-1] if named else None
    near = nearest is not None and nearest.sort is Sort.INSTITUTION and 0 <= verb.first - nearest.last <= 1
    return nearest.party if near and nearest else None


def sender_of_note(marks: Marks, people: People) -> Mention | None:
    """ "The Embassy of Freedonia presents its compliments to the Ministry of …": the Embassy."""
    for match in marks.all("form")[:MOST_FORMS]:
        if match.label.value == "note":
            sentence = marks.sentences[marks.sentence_at(match.start)]
            senders = people.mentions_within(sentence.start, match.start)
            return next((m for m in senders if m.sort is Sort.INSTITUTION and m.party), None)
    return None


def framing(people: People, turns: Sequence[Turn]) -> Mention | None:
    """Return who signs a text or stands at its head: an official or an institution of a party.

    Only lines by themselves count: a letterhead before the first paragraph, a signature after the last.
    """
    signs = [index for index, turn in enumerate(turns[-3:], max(0, len(turns) - 3)) if _signs(people, turn)]
    prose = [i for i, turn in enumerate(turns) if turn.role is not Role.HEADING and i not in signs]
    if not prose:
        return None
    lines = [*turns[prose[-1] + 1 :][-3:], *turns[: prose[0]][:4]]
    named = [m for line in lines for m in people.mentions_within(line.start, line.end)]
    officials = [m for m in named if is_official(m) and m.party]
    institutions = [m for m in named if m.sort in (Sort.INSTITUTION, Sort.TITLE) and m.party]
    return next(iter([*officials, *institutions]), None)


def _signs(people: People, turn: Turn) -> bool:
    """ "ANN R. LEE JR.": a line that is a name and no more, though it ends with a stop."""
    line = people.mentions_within(turn.start, turn.start + 1)
    return bool(line) and line[0].sort is Sort.PERSON and turn.end - line[0].end <= 1


def is_official(mention: Mention) -> bool:
    return mention.sort is Sort.PERSON and bool(mention.key or mention.role)


def party_of_lead(people: People, principal: Mention, end: int) -> str | None:
    """Return the party the lead gives the office of its speaker: "Freedonia's ambassador came home …"."""
    told = {
        m.party
        for m in people.mentions_within(0, end)
        if m.sort is Sort.TITLE and m.party and principal.office and m.office == principal.office
    } - {principal.posted}
    return told.pop() if len(told) == 1 else None


def met_by_another(title: Marks, title_people: People) -> set[str | None]:
    """ "Readout of the Prime Minister's call with President X": X is whom the text's own Minister called."""
    callers = [m for m in title_people.mentions if m.sort is Sort.TITLE]
    facing = title.words_in(callers[0].end, len(title.text), title.pack.words("facing")) if callers else []
    return {m.name for m in title_people.mentions if is_official(m) and facing and m.first > facing[0]}


def titled_together(title_people: People | None) -> list[Mention]:
    """Return the officials that a title joins: "Statement from Secretary X and Adviser Y"."""
    mentions = title_people.mentions if title_people else []
    officials = [m for m in mentions if is_official(m)]
    joins = title_people.joined(officials[0], officials[1]) if title_people and len(officials) > 1 else False
    return officials[:2] if joins else []


def joint_parties(marks: Marks, title: Marks | None, people: People) -> tuple[str, ...]:
    """Return the parties that speak in a joint text, by their codes.

    They stand in the title, but not after its "on"; else they are those of the first sentence and its people.
    """
    about = marks.pack.words("topic_prepositions")
    topic = title.words_in(0, len(title.text), about) if title else []
    limit = title.tokens.starts[topic[0]] if title and topic else 1 << 30
    named = [hit for hit in title.parties if not hit.located or _is_of(title, hit)] if title else []
    titled, before = [hit.code for hit in named], [hit.code for hit in named if hit.start < limit]
    if len(set(before)) > 1 or (before and named[0].organisation):
        return _ordered(before)
    first = marks.sentences[0] if marks.sentences else None
    met = [m.party for m in people.mentions_within(first.start, first.end) if m.party] if first else []
    after = [code for code in titled if code not in before]
    if len(set(before)) == 1 and len(set(after)) > 1 and not set(before) & set(met):
        return _ordered([*after, *met])  # "Korvast Statement on the A–B–C partnership": a place
    opening = [*(hit.code for hit in _opening_hits(marks, 1)), *met]
    for codes in (titled, opening):
        if len(set(codes)) > 1:
            return _ordered(codes)
    return _ordered(before or [*titled, *(hit.code for hit in _opening_hits(marks, 3))])


def _is_of(title: Marks, hit: PartyHit) -> bool:
    """ "Joint Statement from A, B and C": A is no place."""
    forms = [match.last for match in title.within("form", 0, hit.start)]
    return any(0 <= hit.first - last <= 1 for last in forms)


def _opening_hits(marks: Marks, sentences: int) -> list[PartyHit]:
    """Return the parties of the first sentences, up to the first verb by which they speak together."""
    if not marks.sentences:
        return []
    end = marks.sentences[min(sentences, len(marks.sentences)) - 1].end
    verbs = [m.start for m in marks.within("speech", 0, end) if m.label.value in ("performs", "joint")]
    hits = marks.parties_within(0, end)
    subjects = [hit for hit in hits if verbs and hit.start < verbs[0]]
    return subjects if len({hit.code for hit in subjects}) > 1 else hits


def _ordered(codes: list[str]) -> tuple[str, ...]:
    states = [code for code in codes if code not in CLUBS]  # "at the G7, A and B …": the club speaks not
    return tuple(sorted(dict.fromkeys(states or codes)))[:6]
