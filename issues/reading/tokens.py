"""Words of a text with their places.

One pass, one compiled expression. Everything later (phrases, parties, speakers) looks at these
tokens, so that no question scans the text again.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

# An acronym with dots ("U.S.", "С.Ш.А."), else a word with inner apostrophes ("don't", "Sana’a").
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’ʼ]\w+)*")

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
    return word.removesuffix("'s")


def letter_case(word: str) -> int:
    if not word[:1].isupper():
        return LOWER
    letters = word.replace(".", "").removesuffix("'s").removesuffix("’s")
    return UPPER if len(letters) > 1 and letters.isupper() else CAPITAL


def tokenise(text: str) -> Tokens:
    """Return the words of a text; linear in its length."""
    norms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    cases: list[int] = []
    for match in _WORD.finditer(text):
        word = match.group()
        norms.append(normalise_word(word))
        starts.append(match.start())
        ends.append(match.end())
        cases.append(letter_case(word))
    return Tokens(text, norms, starts, ends, cases)
