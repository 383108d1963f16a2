"""Words of a text with their places.

One pass, one compiled expression. Everything later (phrases, parties, speakers) looks at these
tokens, so that no question scans the text again.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

# An acronym with dots ("U.S.", "С.Ш.А."), else a word with inner apostrophes ("don't", "Sana’a") or with
# the vowel signs of Arabic, which are marks and no letters.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w[\w\u064b-\u0652]*(?:['’ʼ]\w+)*")
_ARABIC = re.compile(r"[\u0621-\u0652]")
_FOLDED = dict.fromkeys((*range(0x064B, 0x0653), 0x0640)) | str.maketrans("أإآى", "اااي")

LOWER, CAPITAL, UPPER = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists over the words of one text.

    norms are case-folded without possessive 's and with ё written е; starts and ends are offsets
    in the text; cases are LOWER, CAPITAL (first letter) or UPPER (all letters of two or more).
    """

    text: str
    norms: list[str]
    starts: list[int]
    ends: list[int]
    cases: list[int]

    def __len__(self) -> int:
        return len(self.norms)

    def raw(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def at_or_after(self, offset: int) -> int:
        """Return the index of the first token that starts at or after the offset."""
        return bisect_left(self.starts, offset)


def normalise_word(word: str) -> str:
    """Fold case, apostrophes, ё and the dots of acronyms; drop a possessive 's."""
    word = word.casefold().replace("’", "'").replace("ʼ", "'").replace("ё", "е")
    if "." in word:
        word = word.replace(".", "")
    return fold_arabic(word).removesuffix("'s")


def fold_arabic(word: str) -> str:
    """Fold the letters that Arabic writes in several ways: hamza on alef, the last ى; drop vowel signs."""
    return word.translate(_FOLDED) if _ARABIC.match(word) else word


def letter_case(word: str) -> int:
    if not word[:1].isupper():
        return LOWER
    letters = word.replace(".", "").removesuffix("'s").removesuffix("’s")
    return UPPER if len(letters) > 1 and letters.isupper() else CAPITAL


def tokenise(text: str, cut: Callable[[str], list[tuple[int, str]]] | None = None) -> Tokens:
    """Return the words of a text; linear in its length.

    cut: the Writing's, for a language whose words are not told by spaces.
    """
    norms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    cases: list[int] = []
    for match in _WORD.finditer(text):
        word = match.group()
        if cut is not None:
            place = match.start()
            for length, norm in cut(word):
                norms.append(norm)
                starts.append(place)
                cases.append(letter_case(text[place : place + length]))
                place += length
                ends.append(place)
            continue
        norms.append(normalise_word(word))
        starts.append(match.start())
        ends.append(match.end())
        cases.append(letter_case(word))
    return Tokens(text, norms, starts, ends, cases)
