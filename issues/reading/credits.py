"""Whom a text has its words from: "told the Korvast Courier", "(Vesper Wire)", "сообщает ТАСС".

A name alone is no credit: a text may speak of an outlet. It is one where a word of passing on stands
before or after it, or where it stands by itself, in brackets, after a dash, in a line of few words.
The words of passing on are those of the language packs: their lists credit_before and credit_after.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from issues.reading.packs import LanguagePack

FEW_WORDS = 6  # of a line that only says whose a text is: "Source: Vesper Wire"
SHORTEST = 3  # characters of a name that can be looked for
LOOK_LEFT, LOOK_RIGHT = 90, 60  # characters in which a word of passing on may stand
_VOWELS = re.compile(r"[аеёийоуыэюяь]{0,2}$")
_DECLINED = re.compile(r"[А-ЯЁ]?[а-яё]{3,}")
_UNSPACED = re.compile(r"[\u4e00-\u9fff]")
_QUOTES = r"[«“\"»”]?"
_FILLERS = rf"(?:\s+[\w'’-]+){{0,4}}\s+{_QUOTES}"  # "told the state news agency Vesper Wire"


@dataclass(frozen=True, slots=True)
class Outlet:
    """Somebody who publishes: a key of the caller's, and the names texts may call them by."""

    key: str
    name: str
    others: tuple[str, ...] = ()


class Credits:
    """Looks for the names of outlets where a text says that it has its words from them."""

    def __init__(self, outlets: Iterable[Outlet], packs: Iterable[LanguagePack]) -> None:
        packs = list(packs)
        before = [
            rf"{word}\w{{0,4}}" if _UNSPACED.search(word) else rf"\b{word}{_FILLERS}"
            for word in _words(packs, "credit_before")
        ]
        after = [rf"{word}(?!\w)" for word in _words(packs, "credit_after")]
        self._before = re.compile(_either(before) + "$", re.IGNORECASE)
        self._after = re.compile(rf"{_QUOTES},?\s*(?:[\w'’-]+\s+){{0,2}}?{_either(after)}", re.IGNORECASE)
        self._names = [(one, pattern) for one in outlets if (pattern := _name_pattern(one)) is not None]

    def find(self, text: str, *, own: str) -> Sequence[Outlet]:
        """Return whom a piece of text credits, in the order of the text; `own` is the outlet's own key."""
        found: dict[str, tuple[int, Outlet]] = {}
        for outlet, pattern in self._names:
            if outlet.key == own:
                continue
            place = next(self._credits(text, pattern), None)
            if place is not None:
                found[outlet.key] = min(found.get(outlet.key, (place, outlet)), (place, outlet), key=_place)
        return [outlet for _, outlet in sorted(found.values(), key=_place)]

    def _credits(self, text: str, name: re.Pattern[str]) -> Iterator[int]:
        for match in name.finditer(text):
            start, end = match.span()
            left, right = text[max(start - LOOK_LEFT, 0) : start], text[end : end + LOOK_RIGHT]
            if self._before.search(left) or self._after.match(right) or _stands_alone(left, right):
                yield start


def _stands_alone(left: str, right: str) -> bool:
    """ "(Vesper Wire)", a last "– Vesper Wire", or a line that says little else."""
    in_line, following = left.rpartition("\n")[2], right.partition("\n")[0]
    opening, closing = in_line.rstrip(' «“"')[-1:], following.strip(' »”".')
    if opening in ("(", "[", "/") and following.lstrip(' »”"')[:1] in (")", "]", "/"):
        return True
    if closing:
        return False
    return opening in ("—", "–", "-") or len(in_line.split()) < FEW_WORDS - 1


def _place(found: tuple[int, Outlet]) -> int:
    return found[0]


def _words(packs: Iterable[LanguagePack], name: str) -> list[str]:
    words = sorted({word for pack in packs for word in pack.words(name)}, key=lambda word: (-len(word), word))
    return [r"\s+".join(map(re.escape, word.split())) for word in words]


def _either(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns) or '(?!)'})"


def _name_pattern(outlet: Outlet) -> re.Pattern[str] | None:
    """The names as a text may decline them: the ends of Cyrillic words vary, nothing else does."""
    names = [one for one in (outlet.name, *outlet.others) if len(one) >= SHORTEST or _UNSPACED.search(one)]
    if not names:
        return None
    return re.compile(_either(map(_declined, sorted(names, key=len, reverse=True))))


def _declined(name: str) -> str:
    if _UNSPACED.search(name):
        return re.escape(name)
    words = (
        re.escape(_VOWELS.sub("", word)) + "[а-яё]{0,3}" if _DECLINED.fullmatch(word) else re.escape(word)
        for word in name.split()
    )
    return r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"
