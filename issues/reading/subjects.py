"""Parties that act by their names: "Moscow said", not "in Moscow" and not "Moscow's envoy"."""

from issues.reading.marks import Marks, PartyHit
from issues.reading.matching import Match
from issues.reading.nominative import Case, case_of_office
from issues.reading.people import Mention, Sort
from issues.reading.quotations import inside_any
from issues.reading.sentences import Sentence

BESIDE = 3  # words between an institution and the place it stands in, between a subject and its verb
OPENS = 3  # words of a title that may stand before the person whom a sentence begins with
NEARBY = 60  # characters before a verb in which its subject's party may be named


def party_subjects(
    marks: Marks, sentence: Sentence, near: list[Mention], quotes: list[tuple[int, int]]
) -> list[Mention]:
    """A party's name speaks ("Moscow said") unless it is a place or belongs to an office."""
    found: list[Mention] = []
    for hit in marks.parties_within(sentence.start, sentence.end):
        owned = any(m.first <= hit.first < m.last or 0 <= m.first - hit.last <= 1 for m in near)
        if hit.located:  # «в посольстве Вальдории в Хальвике»: not Хальвик speaks
            owned |= any(0 <= hit.first - m.last <= BESIDE for m in near if m.sort is Sort.INSTITUTION)
        if (
            hit.sort == "name"
            and (hit.base or _inside(marks, hit))
            and not owned
            and not inside_any(hit.start, quotes)
            and _free(marks, hit)
        ):
            words = marks.text[hit.start : hit.end]
            place = (hit.first, hit.last, hit.start, hit.end)
            role = " ".join(words.split())
            found.append(Mention(Sort.INSTITUTION, *place, party=hit.code, role=role))
    return found


def is_oblique(marks: Marks, first: int, *, plural: bool = False) -> bool:
    """Tell whether a phrase begins with a noun in a case that no verb can have as its subject.

    «Послу», «властей», «Совета»; «власти» and «МИД» may be subjects, and of a plural verb «спецслужбы».
    The pack lists the endings.
    """
    norms, pack = marks.tokens.norms, marks.pack
    if norms[first] in pack.words("compound_openers") and first + 1 < len(norms):
        return is_oblique(marks, first + 1, plural=plural)  # «пресс-службы»
    word = norms[first]
    if plural and word.endswith(tuple(pack.words("plural_endings"))):
        return False
    if word.endswith(tuple(pack.words("subject_endings"))):
        return False
    return word.endswith(tuple(pack.words("oblique_endings")))


def stands_before(marks: Marks, verb: Match, mention: Mention) -> bool:
    """ "The Ministry of Nordmark has not said": nothing but its party, a "not" or an "also" in between."""
    if not 0 <= verb.first - mention.last <= BESIDE:
        return False
    steps = marks.pack.words("negations") | marks.pack.words("auxiliaries") | marks.pack.words("steps")
    near = marks.parties_within(max(0, verb.start - NEARBY), verb.start)
    hits = {index for hit in near for index in range(hit.first, hit.last)}
    return all(i in hits or marks.tokens.norms[i] in steps for i in range(mention.last, verb.first))


def opens(marks: Marks, verb: Match, candidates: list[Mention], sentence: Sentence) -> bool:
    """ "General X, asked to comment, said he would read it": the one it begins with says it, not "he"."""
    start = marks.tokens.at_or_after(sentence.start)
    people = (m for m in candidates if m.sort is Sort.PERSON)
    return any(start <= m.first <= start + OPENS and m.last < verb.first for m in people)


def is_object(marks: Marks, mention: Mention) -> bool:
    """ "…, ответил министр Линду": somebody in another case than the subject's is told, not telling."""
    norms, heads = marks.tokens.norms, marks.pack.words("subject_heads")
    if not heads:
        return False
    if mention.sort is Sort.INSTITUTION:  # a party's name is there in its own case alone
        return bool(marks.within("institution", mention.start, mention.end)) and (
            norms[mention.first] not in heads
        )
    if mention.office and mention.sort in (Sort.PERSON, Sort.TITLE):
        case = case_of_office(norms[mention.first : mention.last])
        return case in (Case.DATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)
    if mention.sort is not Sort.PERSON or mention.last - mention.first < 2:
        return False
    return norms[mention.first].endswith(("у", "ю", "ом", "ем"))


def texts_of(marks: Marks, start: int, end: int) -> list[Mention]:
    """ "Об этом говорится в постановлении Рады": whose text it is, in whatever case."""
    return [
        Mention(Sort.INSTITUTION, hit.first, hit.last, hit.start, hit.end, party=hit.code)
        for hit in marks.parties_within(start, end)
        if hit.sort == "name" and not hit.located
    ]


def _inside(marks: Marks, hit: PartyHit) -> bool:
    """«в Корвасте» заявили: whether anybody says it there is for the verb to tell."""
    before = marks.tokens.norms[hit.first - 1] if hit.first else ""
    return before in marks.pack.words("impersonal_prepositions")


def _free(marks: Marks, hit: PartyHit) -> bool:
    tokens = marks.tokens
    before = hit.first - 1
    if before >= 0 and tokens.norms[before] in marks.pack.words("articles"):
        before -= 1
    apostrophe = tokens.text[hit.end : hit.end + 1] in ("'", "’")
    possessive = apostrophe or tokens.raw(hit.last - 1).endswith(("'s", "’s"))
    outside = marks.pack.words("prepositions") - marks.pack.words("impersonal_prepositions")
    return not possessive and (before < 0 or tokens.norms[before] not in outside)
