"""How a writing falls into words where spaces do not tell: elisions, joined particles, no spaces at all.

Most languages need none of it. One that does has a `Writing`: it cuts the words of a text, and spells the
words of phrases and names in the same way, so that both meet in the tree of phrases.
"""

from collections.abc import Iterable
from typing import Protocol

from issues.reading.tokens import normalise_word


class Writing(Protocol):
    """What a language tells of its words. Lengths of cut pieces add up to the word's length."""

    def cut(self, word: str) -> list[tuple[int, str]]:
        """Return the pieces of a word as a text has it: the length and the folded form of each."""
        ...

    def spell(self, word: str) -> list[tuple[str, str]]:
        """Return the pieces of a word of a phrase or name as written, each with its folded form.

        A stem ("negocia*") keeps its star at the last piece. What is spelled becomes known to `cut`.
        """
        ...


class Elisions:
    """French: "l'ambassade", "qu'Oslo" are two words, "aujourd'hui" is one."""

    def __init__(self, elided: Iterable[str]) -> None:
        self._elided = frozenset(elided)

    def cut(self, word: str) -> list[tuple[int, str]]:
        place = max(word.find("'"), word.find("’"))
        if place < 1 or word[:place].casefold() not in self._elided:
            return [(len(word), normalise_word(word))]
        return [(place + 1, word[:place].casefold()), *self._shifted(word[place + 1 :])]

    def _shifted(self, rest: str) -> list[tuple[int, str]]:
        return [(len(rest), normalise_word(rest))] if rest else []

    def spell(self, word: str) -> list[tuple[str, str]]:
        return pieces_of(word, self.cut(word))


class Proclitics:
    """Arabic: "and", "in", "to" and the article are written in one with the word that follows.

    A particle is cut off only where what is left is a word of the phrases or names and the whole is
    none: «بكين» is Beijing, not "in Kin". The article is folded away on both sides.
    """

    _PARTICLES = frozenset({"و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل"})
    _ARTICLE, _TO_THE = "ال", "لل"
    _SHORTEST = 3  # letters of a word that may lose its article

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._stems: dict[int, set[str]] = {}

    def cut(self, word: str) -> list[tuple[int, str]]:
        whole = self._fold(word)
        if self._knows(whole):
            return [(len(word), whole)]
        for length in (1, 2):
            particle, rest = word[:length], word[length:]
            if particle not in self._PARTICLES or len(rest) < self._SHORTEST:
                continue
            folded = self._fold(rest)
            if particle.endswith("ل") and rest.startswith("ل") and not self._knows(folded):
                folded = self._fold(rest[1:])  # «للخارجية»: to the …
            if self._knows(folded):
                return [(length, particle), (len(rest), folded)]
        return [(len(word), whole)]

    def spell(self, word: str) -> list[tuple[str, str]]:
        star = "*" if word.endswith("*") else ""
        folded = self._fold(word.removesuffix("*"))
        if star:
            self._stems.setdefault(len(folded), set()).add(folded)
        else:
            self._known.add(folded)
        return [(word, folded + star)]

    def _fold(self, word: str) -> str:
        word = normalise_word(word)
        if word.startswith(self._ARTICLE) and len(word) - 2 >= self._SHORTEST:
            return word[2:]
        return word

    def _knows(self, folded: str) -> bool:
        return folded in self._known or any(folded[:n] in stems for n, stems in self._stems.items())


class Characters:
    """Chinese: every character is a word, but for the few compounds whose parts would mislead («未来»)."""

    def __init__(self, compounds: Iterable[str]) -> None:
        listed = {word for word in compounds if len(word) > 1}
        self._compounds = listed
        self._longest = max(map(len, listed), default=1)
        self._openings = {word[0] for word in listed}

    def cut(self, word: str) -> list[tuple[int, str]]:
        pieces: list[tuple[int, str]] = []
        index, length = 0, len(word)
        while index < length:
            size = self._size(word, index)
            pieces.append((size, word[index : index + size].casefold()))
            index += size
        return pieces

    def _size(self, word: str, index: int) -> int:
        if word[index] in self._openings:
            for size in range(min(self._longest, len(word) - index), 1, -1):
                if word[index : index + size] in self._compounds:
                    return size
        if word[index].isascii():  # "F16", "2026"
            end = index + 1
            while end < len(word) and word[end].isascii():
                end += 1
            return end - index
        return 1

    def spell(self, word: str) -> list[tuple[str, str]]:
        return pieces_of(word, self.cut(word))


def pieces_of(word: str, cut: list[tuple[int, str]]) -> list[tuple[str, str]]:
    """Return the pieces of a phrase's word as written with their folded forms; a star stays the last."""
    pieces: list[tuple[str, str]] = []
    place = 0
    for length, folded in cut:
        pieces.append((word[place : place + length], folded))
        place += length
    return pieces
