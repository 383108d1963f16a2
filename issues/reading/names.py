"""Names of people, whatever their spelling.

A skeleton makes Sergei, Sergey and Сергей one; Russian case endings are undone by trying what the
nominative may have been and asking whether anybody is called so.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщыэюяіїєґў"
_LATIN = "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch y e iu ia i i ie g u"
_CYRILLIC = dict(zip(_LETTERS, _LATIN.split(" "), strict=True)) | {"ь": "", "ъ": ""}
_SPELLINGS = (
    *(("shch", "s"), ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("sh", "s"), ("ch", "c"), ("zh", "z")),
    *(
        ("kh", "h"),
        ("ph", "f"),
        ("ck", "k"),
        ("tz", "ts"),
        ("ou", "u"),
        ("x", "ks"),
        ("w", "v"),
        ("dzh", "j"),
    ),
)
# A Russian ending and what it may stand for in the nominative.
_CASE_ENDINGS = (
    *(("ого", ("ий", "ый", "ой")), ("ому", ("ий", "ый", "ой")), ("ыми", ("ый",)), ("им", ("ий", ""))),
    *(("ым", ("", "ый")), ("ой", ("а", "ая")), ("ою", ("а",)), ("ую", ("ая",)), ("ом", ("", "ой", "ий"))),
    *(("ем", ("", "й", "ь")), ("ей", ("а", "я")), ("ии", ("ия",)), ("ию", ("ия", "ий")), ("ия", ("ий",))),
    *(("а", ("",)), ("у", ("", "а")), ("е", ("", "а", "я", "й")), ("ы", ("а",)), ("и", ("я", "а", "ь"))),
    *(("я", ("й", "ь")), ("ю", ("й", "ь", "я"))),
)
_CYRILLIC_LETTER = re.compile(r"[а-яёіїєґў]", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """Return a spelling-tolerant form of one word of a name: "Sergey" and "Сергей" → "sergei"."""
    folded = unicodedata.normalize("NFKD", word.casefold().replace("й", "и"))
    letters = "".join(_CYRILLIC.get(c, c) for c in folded if not unicodedata.combining(c) and c.isalpha())
    for old, new in _SPELLINGS:
        letters = letters.replace(old, new)
    letters = re.sub(r"[ijy]+", "i", letters)
    return re.sub(r"(.)\1+", r"\1", letters)


@lru_cache(maxsize=20_000)
def nominatives(word: str) -> tuple[str, ...]:
    """Return the skeletons a word of a name may have in the nominative; itself first."""
    found = [skeleton(word)]
    if _CYRILLIC_LETTER.search(word):
        lowered = word.casefold()
        for ending, bases in _CASE_ENDINGS:
            if lowered.endswith(ending) and len(lowered) > len(ending) + 2:
                found.extend(skeleton(lowered[: -len(ending)] + base) for base in bases)
    return tuple(dict.fromkeys(found))


def is_declined(words: Iterable[str], names: Iterable[str]) -> bool:
    """Tell whether a word of a name stands in another case than in any of the names."""
    known = {skeleton(part) for name in names for part in name_words(name)}
    return any(skeleton(word) not in known and known.intersection(nominatives(word)) for word in words)


def name_words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s.,]+", name) if any(c.isalpha() for c in word)]


def spelt_alike(word: str, name: str) -> bool:
    """Tell whether a word is the last of a name as written, accents and case apart; any Cyrillic form is."""
    if _CYRILLIC_LETTER.search(word):
        return True
    words = name_words(name)
    return bool(words) and _plain(word) == _plain(words[-1])


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in folded if char.isalpha() and not unicodedata.combining(char))


class NameIndex:
    """Who is called so: keys by any words of their names."""

    def __init__(self) -> None:
        self._by_surname: dict[str, list[tuple[str, tuple[str, ...]]]] = {}

    def add(self, key: str, names: Iterable[str]) -> None:
        for name in names:
            words = tuple(skeleton(word) for word in name_words(name))
            words = tuple(word for word in words if word not in ("ir", "sr", "", "iunior"))
            if words:
                entry = (key, words)
                listed = self._by_surname.setdefault(words[-1], [])
                if entry not in listed:
                    listed.append(entry)

    def find(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the keys whose name agrees with every word (surname last, initials allowed)."""
        parts = [nominatives(word) for word in words]
        if not parts:
            return ()
        found = [
            key
            for surname in parts[-1]
            for key, name in self._by_surname.get(surname, ())
            if all(_agrees(part, name[:-1]) for part in parts[:-1])
        ]
        return tuple(dict.fromkeys(found))


def _agrees(candidates: tuple[str, ...], given: tuple[str, ...]) -> bool:
    return any(
        word == name or (min(len(word), len(name)) == 1 and word[:1] == name[:1])
        for word in candidates
        for name in given
        if word
    )
