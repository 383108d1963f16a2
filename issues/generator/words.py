"""The words of a generated archive: sentences of two languages, with proper names as rare as in the world.

The names are invented from syllables; the tenth is ten times as frequent as the hundredth (Zipf).
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

NAMES = 20_000
CONTENT = Path(__file__).parent / "content.toml"
_LATIN = "b br d dr f g gr h k kr l m n p pr r s sk st t tr v z"
_CYRILLIC = "б бр д др ф г гр х к кр л м н п пр р с ск ст т тр в з"
_ONSETS = dict(zip(_LATIN.split(" "), _CYRILLIC.split(" "), strict=True))
_VOWELS = {"a": "а", "e": "е", "i": "и", "o": "о", "u": "у"}
_ENDS = {
    "": "",
    "l": "ль",
    "n": "н",
    "r": "р",
    "s": "с",
    "m": "м",
    "k": "к",
    "nd": "нд",
    "sk": "ск",
    "rn": "рн",
}


@cache
def content() -> dict[str, Any]:
    """What stands in content.toml."""
    return tomllib.loads(CONTENT.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Name:
    """An invented proper name in both alphabets."""

    latin: str
    cyrillic: str


def make_names(chance: Random, count: int) -> list[Name]:
    """Different names, of two syllables or three."""
    onsets, vowels, ends = list(_ONSETS), list(_VOWELS), list(_ENDS)
    names: dict[str, Name] = {}
    while len(names) < count:
        latin = cyrillic = ""
        for _ in range(2 if chance.random() < 0.6 else 3):
            onset, vowel = chance.choice(onsets), chance.choice(vowels)
            latin += onset + vowel
            cyrillic += _ONSETS[onset] + _VOWELS[vowel]
        end = chance.choice(ends)
        name = Name((latin + end).capitalize(), (cyrillic + _ENDS[end]).capitalize())
        names.setdefault(name.latin, name)
    return list(names.values())


@dataclass(frozen=True, slots=True)
class Known:
    """Words of which it is known how frequent they are, between two parts of the archive's years."""

    share: float
    text: str
    since: float
    until: float


class Speech:
    """Sentences in one language; every draw is from the given chance."""

    def __init__(self, language: str, names: list[Name], chance: Random) -> None:
        told = content()
        self.language = language
        self.told: dict[str, Any] = told[language]
        self.known = [
            Known(row["share"], row["text"], row.get("from", 0.0), row.get("until", 1.0))
            for row in told["known"]
            if row["language"] == language
        ]
        self._chance = chance
        self._names = [name.latin if language == "en" else name.cyrillic for name in names]
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(names))))
        self._drawn: list[str] = []

    def name(self) -> str:
        if not self._drawn:  # by the thousand, which costs a tenth
            self._drawn = self._chance.choices(self._names, cum_weights=self._weights, k=4096)
        return self._drawn.pop()

    def line(self, kind: str, **given: str) -> str:
        """A sentence of that kind from content.toml, with its places filled."""
        text: str = self._pick(self.told[kind])
        if "{" not in text:
            return text
        return text.format_map(
            {
                "thing": self._pick(self.told["things"]),
                "name": self.name() if "{name" in text else "",
                "n": 2 + int(97 * self._chance.random() ** 2),
                **given,
            }
        )

    def quote(self, time: float, promise: str = "") -> str:
        """What somebody says at that part of the archive's years; a promise stands first."""
        chance = self._chance
        parts = [promise] if promise else []
        parts += [self.line("sentences") for _ in range(1 + int(3 * chance.random() ** 1.3))]
        parts += [
            each.text
            for each in self.known
            if chance.random() < each.share and each.since <= time <= each.until
        ]
        text = parts[0]
        for part in parts[1:]:
            join = self._pick(self.told["joins"])
            first = part[0].upper() if join == ". " else part[0].lower()
            text += join + first + part[1:]
        return text + "."

    def _pick(self, choices: list[str]) -> str:
        return choices[int(self._chance.random() * len(choices))]
