"""Parties that act by their names: "Moscow said", not "in Moscow" and not "Moscow's envoy"."""

from issues.reading.marks import Marks, PartyHit
from issues.reading.people import Mention, Sort
from issues.reading.quotations import inside_any
from issues.reading.sentences import Sentence


def party_subjects(
    marks: Marks, sentence: Sentence, near: list[Mention], quotes: list[tuple[int, int]]
) -> list[Mention]:
    """A party's name speaks ("Moscow said") unless it is a place or belongs to an office."""
    found: list[Mention] = []
    for hit in marks.parties_within(sentence.start, sentence.end):
        owned = any(m.first <= hit.first < m.last or 0 <= m.first - hit.last <= 1 for m in near)
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


def is_oblique(marks: Marks, first: int) -> bool:
    """Tell whether a phrase begins with a noun in a case that no verb can have as its subject.

    «Послу», «властей», «Совета»; «власти» and «МИД» may be subjects. The pack lists the endings.
    """
    norms, pack = marks.tokens.norms, marks.pack
    if norms[first] in pack.words("compound_openers") and first + 1 < len(norms):
        return is_oblique(marks, first + 1)  # «пресс-службы»
    word = norms[first]
    if word.endswith(tuple(pack.words("subject_endings"))):
        return False
    return word.endswith(tuple(pack.words("oblique_endings")))


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
