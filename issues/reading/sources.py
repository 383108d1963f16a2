"""Which of the mentions around a verb of saying can be its source, where the language has cases.

A Russian subject stands in the nominative, agrees with its verb, and may follow it far behind; «по
словам» takes what comes before the next comma; «в МИД заявили» has a place for its subject.
"""

from bisect import bisect_left

from issues.reading.agreement import agrees, is_plural
from issues.reading.marks import Marks
from issues.reading.matching import Match
from issues.reading.nominative import Case, case_of_office
from issues.reading.people import Mention, Sort
from issues.reading.subjects import is_oblique

FAR = 12  # words between a verb and a subject behind it that is plainly nominative
AROUND = 24  # mentions before and behind a verb that may be its source
OPENING = 3  # words at the beginning of a sentence in which its subject stands
BESIDE = 3  # words behind a verb in which a source of no party is named
LONG = 400  # characters behind «по словам» in which a comma is looked for
OWNER = 40  # characters before an institution in which its party stands
_NAMED = (Sort.PERSON, Sort.TITLE)
_OFFICES = (Sort.INSTITUTION, Sort.TITLE, Sort.ANONYMOUS)


def around(candidates: list[Mention], verb: Match) -> list[Mention]:
    """Return the mentions near a verb, and those that open its sentence; they are in order of place."""
    place = bisect_left(candidates, verb.start, key=lambda mention: mention.start)
    first = max(0, place - AROUND)
    return [*candidates[: min(first, OPENING)], *candidates[first : place + AROUND]]


def fitting(marks: Marks, verb: Match, candidates: list[Mention]) -> list[Mention]:
    """Return the mentions that the form of the words allows as the source of a verb."""
    if not marks.pack.words("subject_heads") or verb.label.value == "self":
        return candidates
    words = marks.tokens.norms[verb.first : verb.last]
    texts = tuple(marks.pack.words("impersonal_endings"))  # «говорится в заявлении министерства»
    told = any(word.endswith(texts) for word in words)
    if verb.label.value == "after" and (told or words[0] in marks.pack.words("by_whom")):
        return _before_comma(marks, verb, candidates)
    if told:
        return candidates
    owners = {m.last for m in candidates if m.sort in (Sort.TITLE, Sort.INSTITUTION)}
    named = candidates if verb.label.value == "passive" else []
    fit = [
        m
        for m in candidates
        if is_within(marks, verb, m)
        or (_may_say(marks, verb, m) and not (m.sort is Sort.INSTITUTION and m.first in owners))
    ]
    return fit or [m for m in named if not (m.declined and m.sort is Sort.PERSON)]


def _may_say(marks: Marks, verb: Match, mention: Mention) -> bool:
    if mention.declined or not agrees(marks, verb, mention):
        return False
    plural = is_plural(marks, verb)
    if mention.sort in _OFFICES and is_oblique(marks, mention.first, plural=plural):
        return False
    if not mention.office or mention.sort not in _NAMED or mention.key:
        return True
    case = case_of_office(marks.tokens.norms[mention.first : mention.last])
    return case in (None, Case.NOMINATIVE) or (case is Case.GENITIVE and plural)  # «главы … заявили»


def _before_comma(marks: Marks, verb: Match, candidates: list[Mention]) -> list[Mention]:
    """«По словам министра, …»: the one named before the comma; of «по словам очевидцев, …» nobody."""
    comma = marks.text.find(",", verb.end, verb.end + LONG)
    return [m for m in candidates if verb.end <= m.start and (comma < 0 or m.start < comma)]


def is_within(marks: Marks, verb: Match, mention: Mention) -> bool:
    """«В министерстве заявили»: those inside an institution say it, with no other subject."""
    norms, pack = marks.tokens.norms, marks.pack
    first, place = mention.first, marks.tokens.starts[mention.first]
    owners = {hit.last: hit.first for hit in marks.parties_within(max(0, place - OWNER), place)}
    first = owners.get(first, first)  # «в вальдорском министерстве», «в нашем посольстве»
    if first and norms[first - 1] in pack.words("inner_words"):
        first -= 1
    inside = first > 0 and norms[first - 1] in pack.words("impersonal_prepositions")
    return inside and mention.sort is Sort.INSTITUTION and is_plural(marks, verb)


def sources_of(marks: Marks, verb: Match) -> list[Mention]:
    """«По данным Корваста»: a party's name in the genitive is a source there, and only there."""
    if verb.label.value != "after" or not marks.pack.words("subject_heads"):
        return []
    return [
        Mention(
            Sort.INSTITUTION,
            *(hit.first, hit.last, hit.start, hit.end),
            party=hit.code,
            role=" ".join(marks.text[hit.start : hit.end].split()),
        )
        for hit in marks.parties_within(verb.end, verb.end + OWNER)
        if hit.first == verb.last and hit.sort == "name" and not hit.base
    ]


def points_back(marks: Marks, verbs: list[Match], start: int) -> bool:
    """«Об этом заявил …» speaks of the sentence before; «…, об этом заявил …» of its own."""
    first = marks.tokens.at_or_after(start)
    passive = any(verb.label.value == "passive" and verb.first - first <= OPENING for verb in verbs)
    return passive or (bool(verbs) and _thus(marks, first, verbs[0]))


def _thus(marks: Marks, first: int, verb: Match) -> bool:
    """«Так в министерстве прокомментировали …» tells whose words were before; «Так, в министерстве …» not.

    Nor does a sentence that says them itself: «Так министерство ответило: …».
    """
    end = marks.sentences[marks.sentence_at(verb.start)].end
    if set(marks.text[verb.end : end]) & set(":«") or marks.text[verb.end : verb.end + 1] == ",":
        return False
    tokens = marks.tokens
    if first + 1 >= len(tokens) or tokens.norms[first] not in marks.pack.words("thus"):
        return False
    plain = not tokens.text[tokens.ends[first] : tokens.starts[first + 1]].strip()
    return plain and tokens.norms[first + 1] not in marks.pack.words("clause_openers")


def others_say(marks: Marks, verb: Match) -> bool:
    """«…, сообщает агентство», «…, считают эксперты»: somebody who speaks for no party."""
    norms = marks.tokens.norms[verb.last : verb.last + BESIDE]
    return bool(set(norms) & marks.pack.words("other_sources"))


def goes_on_saying(marks: Marks, verb: Match) -> bool:
    """«И заявила: …», «Добавил, что …»: whoever spoke before speaks on."""
    endings = marks.pack.words("past_endings")
    one = marks.tokens.norms[verb.last - 1].endswith(tuple(endings)) and not is_plural(marks, verb)
    return bool(endings) and one and marks.text[verb.end : verb.end + 1] in (":", ",")


def unnamed_at(marks: Marks, index: int, candidates: list[Mention]) -> Mention | None:
    """«Источник агентства в министерстве заявил»: the agency at a word only has the source that speaks."""
    for mention in candidates:
        near = mention.sort is Sort.ANONYMOUS and 0 <= index - mention.last <= BESIDE
        if near and not set(marks.text[mention.end : marks.tokens.starts[index]]) & set(",;:—."):
            return mention
    return None


def far_behind(marks: Marks, verb: Match, candidates: list[Mention]) -> Mention | None:
    """«Опасными назвал такие слова глава МИД …»: the first plain nominative behind, no comma between."""
    if not marks.pack.words("subject_heads"):
        return None
    for mention in candidates:
        behind = 0 <= mention.first - verb.last <= FAR and mention.sort in _NAMED
        if not behind or set(marks.text[verb.end : mention.start]) & set(",;:—"):
            continue
        if mention.key and not mention.office and not mention.declined and _opens_late(marks, verb):
            return mention
        if case_of_office(marks.tokens.norms[mention.first : mention.last]) is Case.NOMINATIVE:
            return mention
    return None


def _opens_late(marks: Marks, verb: Match) -> bool:
    """«О том, что …, говорил на этой неделе и X»: nobody can be the subject before such a verb."""
    before = marks.text[max(0, verb.start - 2) : verb.start]
    return "," in before or verb.label.value == "passive"


def opening_one(marks: Marks, verb: Match, candidates: list[Mention], start: int) -> Mention | None:
    """«Министр поздравил послов с … и заявил»: the one a sentence begins with says what its verbs tell."""
    if not marks.pack.words("subject_heads"):
        return None
    norms, first = marks.tokens.norms, marks.tokens.at_or_after(start)
    joined = verb.first > first and norms[verb.first - 1] in marks.pack.words("joins")
    for mention in candidates:
        opens = mention.sort is not Sort.GROUP and mention.first - first < OPENING
        governed = bool(set(norms[first : mention.first]) & marks.pack.words("prepositions"))
        plain = not set(marks.text[mention.end : verb.start]) & set(",;:—«")
        if opens and not governed and mention.last <= verb.first and (joined or plain):
            return mention
    return None
