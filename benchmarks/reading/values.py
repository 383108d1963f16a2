"""How single values compare: names without regard to spelling, dates by prefix, parties by code."""

import calendar
import re
import unicodedata
from collections.abc import Iterable

type Codes = tuple[str, ...]  # party codes, sorted

# Words before a name that are no part of it.
_HONORIFIC_WORDS = (
    "mr mrs ms dr sir lord hon president vice prime minister foreign deputy first secretary state press"
    " general gen admiral adm ambassador spokesperson spokesman spokeswoman chancellor king queen senator"
    " господин г н президент министр"
)
_HONORIFICS = frozenset(_HONORIFIC_WORDS.split())
_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў"
_LATIN = "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e iu ia i i ie g u"
_CYRILLIC = dict(zip(_LETTERS, _LATIN.split(" "), strict=True))
# Spellings of one sound, longest first.
_SPELLINGS = (
    ("shch", "s"), ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("sh", "s"), ("ch", "c"), ("zh", "z"),
    ("kh", "h"), ("ph", "f"), ("ck", "k"), ("tz", "ts"), ("ou", "u"), ("x", "ks"), ("w", "v"),
)  # fmt: skip
_NOBODY = frozenset(("", "none", "null", "unknown"))
_SMALL_WORDS = frozenset(("of", "the", "and", "for"))
_SEASON_ENDS = {"21": "05", "22": "08", "23": "11", "24": "12"}


def codes_of(value: str | Iterable[str] | None) -> Codes:
    """Return the sorted codes of "RU-US", "RU+US", ["us", "ru"] or None."""
    parts = re.split(r"[^A-Za-z]+", value) if isinstance(value, str) else value or ()
    return tuple(sorted({part.upper() for part in parts if part}))


def fold(text: str | None) -> str:
    """Return the words of a text without case, diacritics and punctuation."""
    plain = unicodedata.normalize("NFKD", text or "").casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", " ", plain).strip()


def _sound(word: str) -> str:
    """Return a skeleton that Sergei, Sergey, Sergej and Сергей share."""
    word = "".join(_CYRILLIC.get(char, char) for char in word).replace("-", "")
    for spelling, sound in _SPELLINGS:
        word = word.replace(spelling, sound)
    word = re.sub(r"[ijy]+", "i", word)
    return re.sub(r"(.)\1+", r"\1", word)


def _name_parts(name: str | None) -> list[str]:
    words = fold(name).split()
    while len(words) > 1 and words[0] in _HONORIFICS:
        words.pop(0)
    return [sound for sound in map(_sound, words) if sound]


def same_name(given: str | None, name: str) -> bool:
    """Whether `given` is `name`: its surname, initials, another order or spelling included."""
    one, two = _name_parts(given), _name_parts(name)
    if not one or not two:
        return False
    if sorted(one) == sorted(two):
        return True
    if len(one) == 1:
        return one[0] == two[-1] and len(one[0]) > 2
    short, long = (one, two) if len(one) <= len(two) else (two, one)
    return len(short) > 1 and all(
        any(part == whole or (len(part) == 1 and whole.startswith(part)) for whole in long) for part in short
    )


def same_position(given: str | None, position: str) -> bool:
    """Whether words for somebody unnamed fit: none at all, or half of the words of the position."""
    if fold(given) in _NOBODY:
        return True
    wanted = set(fold(position).split()) - _SMALL_WORDS
    got = set(fold(given).split()) - _SMALL_WORDS
    return bool(wanted) and len(wanted & got) * 2 >= len(wanted)


def same_date(given: str | None, date: str) -> bool:
    """Whether an EDTF date is `date`, or is the same less or more precisely."""
    plain = re.sub(r"[~?%]", "", given or "")[:10]
    return bool(plain) and (plain.startswith(date) or (len(plain) >= 4 and date.startswith(plain)))


def last_day(edtf: str | None) -> str | None:
    """Return the last day that an EDTF date or interval allows, as text; None for an open end."""
    part = re.sub(r"[~?%]", "", edtf or "").split("/")[-1]
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", part)
    if match is None:
        return None
    year, month, day = match.groups()
    month = _SEASON_ENDS.get(month, month or "12")
    if not 1 <= int(month) <= 12:
        return None
    return f"{year}-{month}-{day or f'{calendar.monthrange(int(year), int(month))[1]:02}'}"
