"""Russian names of people in the nominative: «интервью Ильзы Верской» is Ильза Верская's.

The word a name hangs on tells the case («министра …» is a genitive), the given name and the case
tell man from woman, and only then is an ending undone: «Алмара» after «министр» stays as it is.
"""

import re
from enum import StrEnum


class Case(StrEnum):
    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


_ADJECTIVES = (
    "официальн",
    "перв",
    "верховн",
    "специальн",
    "временн",
    "генеральн",
    "постоянн",
    "наследн",
    "бывш",
)
_ADJECTIVE_CASES = (
    *(("ого", Case.GENITIVE), ("его", Case.GENITIVE), ("ому", Case.DATIVE), ("ему", Case.DATIVE)),
    *(("ым", Case.INSTRUMENTAL), ("им", Case.INSTRUMENTAL), ("ом", Case.PREPOSITIONAL)),
    *(("ый", Case.NOMINATIVE), ("ий", Case.NOMINATIVE), ("ая", Case.NOMINATIVE)),
)
_MASCULINE_CASES = (
    *(("ом", Case.INSTRUMENTAL), ("ем", Case.INSTRUMENTAL), ("ём", Case.INSTRUMENTAL)),
    *(("а", Case.GENITIVE), ("я", Case.GENITIVE), ("у", Case.DATIVE), ("ю", Case.DATIVE)),
    *(("е", Case.PREPOSITIONAL), ("ах", Case.PREPOSITIONAL), ("ами", Case.INSTRUMENTAL)),
    *(("ов", Case.GENITIVE), ("ев", Case.GENITIVE), ("ей", Case.GENITIVE), ("ам", Case.DATIVE)),
)
_FEMININE_CASES = (
    *(("ой", Case.INSTRUMENTAL), ("ей", Case.INSTRUMENTAL), ("ы", Case.GENITIVE), ("и", Case.GENITIVE)),
    *(("е", Case.DATIVE), ("у", Case.GENITIVE), ("а", Case.NOMINATIVE)),
)
_FEMININE_HEADS = ("глав", "представительниц")
_PREFIXES = ("пресс", "вице", "премьер", "и", "о")  # "пресс-секретаря": the second half declines
_MEN_IN_A = ("никит", "иль", "лук", "фом", "савв", "кузьм", "миш", "саш", "паш")
_FLEETING = {"павл": "павел", "петр": "пётр", "льв": "лев"}
_VOWELS = "аеёиоуыэюя"
_INSTRUMENTAL = (Case.INSTRUMENTAL,)
_OTHERS = (Case.GENITIVE, Case.DATIVE, Case.PREPOSITIONAL)
_OBLIQUE = (*_OTHERS, Case.INSTRUMENTAL)

# What to undo, the first that fits: ending, what it becomes, in which cases.
_Rule = tuple[re.Pattern[str], str, tuple[Case, ...]]


def _rules(*rules: tuple[str, str, tuple[Case, ...]]) -> tuple[_Rule, ...]:
    return tuple((re.compile(f"(?:{ending})\\Z"), nominative, cases) for ending, nominative, cases in rules)


_WOMEN = _rules(
    ("([иь])ей", r"\1я", _INSTRUMENTAL),
    ("ой", "а", _INSTRUMENTAL),
    ("ей", "я", _INSTRUMENTAL),
    ("и(?:и|е)", "ия", _OTHERS),
    ("ь[ие]", "ья", _OTHERS),
    ("(?<=[гкхжшщчц])и", "а", _OTHERS),
    ("и", "я", _OTHERS),
    ("[ыеу]", "а", _OTHERS),
)
_MEN = _rules(
    ("ом", "", _INSTRUMENTAL),
    ("(?<=[аеёиоуыэюя])[её]м", "й", _INSTRUMENTAL),
    ("(?<=[гкхжшщчц])[её]м", "", _INSTRUMENTAL),
    ("[её]м", "ь", _INSTRUMENTAL),
    ("(?<=[аеёиоуыэюя])[яюе]", "й", _OTHERS),
    ("(?<=и)и", "й", (Case.PREPOSITIONAL,)),
    ("(?<=[гкхжшщчц])[яю]", "", _OTHERS),
    ("[яю]", "ь", _OTHERS),
    ("[ауе]", "", _OTHERS),
)
_SURNAMES_OF_WOMEN = (
    *_rules(
        ("(?<=[оеё]в|[иы]н)(?:ой|ую)", "а", _OBLIQUE),
        ("(?<=ск|цк|.н)(?:ой|ую)", "ая", _OBLIQUE),
        ("(?:ой|ую)", "ая", _OTHERS),
    ),
    *_WOMEN,
)
_SURNAMES_OF_MEN = (
    *_rules(
        ("(?<=[гкхжшщч])о(?:го|му)", "ий", _OBLIQUE),
        ("о(?:го|му)", "ый", _OBLIQUE),
        ("е(?:го|му)", "ий", _OBLIQUE),
        ("(?<=[сц]к)им", "ий", _INSTRUMENTAL),
        ("(?<=[оеё]в|[иы]н)ым", "", _INSTRUMENTAL),
        ("ым", "ый", _INSTRUMENTAL),
        ("ой", "а", _INSTRUMENTAL),
        ("(?<=[сц]к)ом", "ий", (Case.PREPOSITIONAL,)),
        ("ы|(?<=[гкх])и", "а", (Case.GENITIVE,)),
        ("(?<=[впб])ц(?:а|у|ом|ем|е)", "ец", _OBLIQUE),
    ),
    *_MEN,
)
_NEVER_DECLINED = ("ко", "ых", "их", "дзе", "швили")


def case_of_office(norms: list[str]) -> Case | None:
    """Return the case that the first words of an office stand in, None where they do not show it.

    norms are the case-folded words of the office: ["официального", "представителя"].
    """
    for place, word in enumerate(norms[:2]):
        if word in _PREFIXES and place == 0 and len(norms) > 1:
            continue
        if word.startswith("зам") and not word.startswith("заместител"):
            return None  # «замминистра» does not decline
        if word.startswith(_ADJECTIVES):
            found = _by_ending(word, _ADJECTIVE_CASES)
            if found is not None:
                return found
            continue
        table = _FEMININE_CASES if word.startswith(_FEMININE_HEADS) else _MASCULINE_CASES
        return _by_ending(word, table) or Case.NOMINATIVE
    return None


def nominative_name(words: list[str], case: Case | None) -> list[str]:
    """Return the words of a name, surname last, in the nominative; unchanged where the case is not known."""
    if case is None or case is Case.NOMINATIVE or not words or not _is_cyrillic(words[-1]):
        return words
    given = next((word for word in words[:-1] if len(word.strip(".")) > 1), "")
    woman = _is_woman(given, words[-1], case)
    first = [_given(word, case, woman) if len(word.strip(".")) > 1 else word for word in words[:-1]]
    return [*first, "-".join(_surname(part, case, woman) for part in words[-1].split("-"))]


def _is_cyrillic(word: str) -> bool:
    return "а" <= word[-1:].casefold().replace("ё", "е") <= "я"


def _by_ending(word: str, table: tuple[tuple[str, Case], ...]) -> Case | None:
    return next((case for ending, case in table if word.endswith(ending)), None)


def _is_woman(given: str, surname: str, case: Case) -> bool:
    word, family = given.casefold(), surname.casefold()
    if not word:
        return family.endswith(("ой", "ей"))
    if word.startswith(_MEN_IN_A) and len(word) <= 6:
        return False
    if word[-1] not in _VOWELS + "йь" and not word.endswith(("ом", "ем", "ём")):
        return True  # a man's name would have changed: «Ингрид»
    endings = {Case.GENITIVE: ("ы", "и"), Case.DATIVE: ("е", "и"), Case.INSTRUMENTAL: ("ой", "ей", "ью")}
    return word.endswith(endings[case]) if case in endings else family.endswith("ой")


def _given(word: str, case: Case, woman: bool) -> str:
    low = word.casefold()
    stem = (low[:-2] if case is Case.INSTRUMENTAL else low[:-1]).replace("ё", "е")
    if stem in _FLEETING and not woman:
        return _like(word, _FLEETING[stem])
    return _undone(word, _WOMEN if woman or low.startswith(_MEN_IN_A) else _MEN, case)


def _surname(word: str, case: Case, woman: bool) -> str:
    low = word.casefold()
    if low.endswith(_NEVER_DECLINED) or len(low) < 4 or (woman and low[-1] not in _VOWELS + "й"):
        return word
    return _undone(word, _SURNAMES_OF_WOMEN if woman else _SURNAMES_OF_MEN, case)


def _undone(word: str, rules: tuple[_Rule, ...], case: Case) -> str:
    for ending, nominative, cases in rules:
        if case in cases and ending.search(word):
            return ending.sub(nominative, word)
    return word


def _like(word: str, lowered: str) -> str:
    return lowered.capitalize() if word[:1].isupper() else lowered
