"""Whether a Russian verb can have a word as its subject: in number, and in the past in gender.

«Ассоциация призвала власти»: «власти» looks like a subject and is none, for there is more than one of
them. What does not show its number or gender («МИД РФ», «Токио») may be the subject of any verb.
"""

from issues.reading.marks import Marks
from issues.reading.matching import Match
from issues.reading.people import Mention, Sort
from issues.reading.tokens import UPPER

_MANY = ("ли", "лись", "ют", "ят", "ут", "ат", "ются", "ятся", "утся", "атся")
_ONE_PAST = ("л", "ла", "ло", "лся", "лась", "лось")
_ONE = (*_ONE_PAST, "ет", "ит", "ется", "ится", "ёт")
_GENDERS = {"л": "m", "лся": "m", "ла": "f", "лась": "f", "ло": "n", "лось": "n"}  # by the ending of the past
_FUTURE_MANY = ("ят", "ут", "ют")  # a verb with no subject of its own: «обвинят»
SHORT = 4  # letters of a word too short to tell a verb
_SUBJECTS = (  # the number and gender that the first word of a noun phrase shows, the first that fits
    (("ание", "ение"), "n"),
    (("ые", "ие"), "many"),
    (("ая", "яя"), "f"),
    (("ое", "ее"), "n"),
    (("ый", "ий"), "m"),
    (("ы", "и"), "many"),
    (("а", "я"), "f"),
    (("о", "е"), "n"),
    (("у", "ю", "э", "ь"), ""),
)


def is_plural(marks: Marks, verb: Match) -> bool:
    """Tell a verb of several, or of nobody in particular: «заявляют», «сообщили»."""
    return _verb(marks, verb).endswith(_MANY)


def agrees(marks: Marks, verb: Match, mention: Mention) -> bool:
    """Tell whether a mention in the nominative may be the subject of a verb."""
    word, many = _verb(marks, verb), is_plural(marks, verb)
    shows = many or word.endswith(_ONE)  # not «уверен», «согласно», «опроверг»
    if marks.pack.language != "ru" or not shows or (many and _is_joined(marks, mention)):
        return True
    shown = {Sort.PERSON: "one", Sort.GROUP: "many"}.get(mention.sort) or _shown(marks, mention)
    if not shown:
        return True
    past = _past(word)
    if many or shown == "many" or not past or mention.sort is not Sort.INSTITUTION:
        return many == (shown == "many")  # «министр сообщила» of a woman
    return past == shown


def is_acted_upon(marks: Marks, first: int, last: int) -> bool:
    """Tell a name beside a verb that cannot be its own: «убеждало Корваст», «Корваст обвинят»."""
    norms = marks.tokens.norms
    word = norms[last - 1]
    shown = "f" if word.endswith(("а", "я")) else "m"
    if word.endswith(("и", "о", "е", "у", "ю", "э", "ы")) or marks.tokens.cases[first] == UPPER:
        return False
    before = norms[first - 1] if first and not _gap(marks, first).strip() else ""
    behind = norms[last] if last < len(norms) and not _gap(marks, last).strip() else ""
    past = _past(before) if len(before) > SHORT else ""
    return (bool(past) and past != shown) or (len(behind) > SHORT and behind.endswith(_FUTURE_MANY))


def _past(word: str) -> str:
    """Return the gender of a verb in the past, "many", or "" for another word."""
    if word.endswith(("ли", "лись")):
        return "many"
    return next((gender for ending, gender in _GENDERS.items() if word.endswith(ending)), "")


def _verb(marks: Marks, verb: Match) -> str:
    """Return the word that is the verb: the last of «об этом сообщил», the first of «дал понять»."""
    last = verb.label.value in ("passive", "after")
    return marks.tokens.norms[verb.last - 1 if last else verb.first]


def _is_joined(marks: Marks, mention: Mention) -> bool:
    """«Россия и Франция заявили», «министры А. и Б.»: one of several."""
    norms, joins = marks.tokens.norms, marks.pack.words("joins")
    before = norms[mention.first - 1] if mention.first else ""
    following = norms[mention.last] if mention.last < len(norms) else ""
    return before in joins or following in joins or ("," in _gap(marks, mention.last))


def _gap(marks: Marks, index: int) -> str:
    tokens = marks.tokens
    return tokens.text[tokens.ends[index - 1] : tokens.starts[index]] if 0 < index < len(tokens) else ""


def _shown(marks: Marks, mention: Mention) -> str:
    """Return "many", or the gender of one; "" where the word does not tell."""
    tokens, index = marks.tokens, mention.first
    if tokens.norms[index] in marks.pack.words("compound_openers") and index + 1 < mention.last:
        index += 1  # «пресс-служба»
    word = tokens.norms[index]
    named = not marks.within("institution", mention.start, mention.end)
    if tokens.cases[index] == UPPER or (named and word.endswith(("и", "о", "е"))):
        return ""  # «США», «Тбилиси»
    return next((shown for endings, shown in _SUBJECTS if word.endswith(endings)), "m")
