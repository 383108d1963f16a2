"""Thousands of phrases looked up in one pass over a text's words.

The phrases of parties, categories, signals and speech are put into one tree of words. A phrase
is written in a small language:

    direct flight*        the words in this order; * stands for any ending
    (no|without) progress one of several words in this place; (the)? may be missing
    no .. progress        up to five words between, within one sentence
    US, Moscow            a capital in the phrase asks for a capital in the text

Time is linear in the text: a phrase looks at no more than its own length and gaps.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import product

from issues.reading.tokens import LOWER, UPPER, Tokens, letter_case, normalise_word
from issues.reading.writing import Writing

GAP = ".."
MAX_GAP = 5
_SLOT = re.compile(r"\.\.|\([^()]*\)\??|[^\s()]+")
_PIECE = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’ʼ]\w+)*\*?|\*")


class PhraseError(ValueError):
    """A phrase of a language pack cannot be read."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a phrase stands for, e.g. kind "category", value "flights", weight 2."""

    kind: str
    value: str
    weight: float = 1.0
    cases: tuple[int, ...] = ()
    negated: bool = False  # the phrase has its own negation


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: what it stands for, its first and one-past-last token, its offsets."""

    label: Label
    first: int
    last: int
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    words: dict[str, "_Node"] = field(default_factory=dict)
    stems: dict[int, dict[str, "_Node"]] = field(default_factory=dict)
    gap: "_Node | None" = None
    labels: list[Label] = field(default_factory=list)

    def step(self, norm: str) -> Iterator["_Node"]:
        node = self.words.get(norm)
        if node is not None:
            yield node
        for length, stems in self.stems.items():
            if (node := stems.get(norm[:length])) is not None:
                yield node

    def child(self, word: str) -> "_Node":
        if word == GAP:
            self.gap = self.gap or _Node()
            return self.gap
        if word.endswith("*"):
            stem = word[:-1]
            return self.stems.setdefault(len(stem), {}).setdefault(stem, _Node())
        return self.words.setdefault(word, _Node())


def expand_phrase(phrase: str) -> list[tuple[str, ...]]:
    """Return every sequence of words a phrase stands for; raises PhraseError."""
    if _SLOT.sub("", phrase).strip():
        raise PhraseError(f"phrase {phrase!r}: brackets cannot stand inside brackets")
    slots: list[list[tuple[str, ...]]] = []
    for slot in _SLOT.findall(phrase):
        if slot == GAP:
            slots.append([(GAP,)])
        elif slot.startswith("("):
            options = [tuple(_PIECE.findall(option)) for option in slot.strip("()?").split("|")]
            slots.append([*options, ()] if slot.endswith("?") else options)
        else:
            slots.append([tuple(_PIECE.findall(slot))])
    sequences = [sum(choice, ()) for choice in product(*slots)]
    for words in sequences:
        if not words or words[0] in (GAP, "*") or words[-1] == GAP or "*" in words:
            raise PhraseError(f"phrase {phrase!r} must begin and end with a word")
    return sequences


class PhraseTree:
    """A set of phrases, added one by one, then found in any number of texts."""

    def __init__(self, writing: Writing | None = None, max_gap: int = MAX_GAP) -> None:
        """writing: how the language's words are cut; max_gap: how many of them ".." may stand for."""
        self._writing, self._max_gap = writing, max_gap
        self._root = _Node()
        self._starts: dict[str, tuple[_Node, ...]] = {}

    def add(self, phrase: str, label: Label) -> None:
        for words in expand_phrase(phrase):
            self.add_words(words, label)

    def add_words(self, words: tuple[str, ...], label: Label) -> None:
        """Add one sequence of words as written (capitals ask for capitals)."""
        spelled = [piece for word in words for piece in self._spell(word)]
        cases = tuple(letter_case(word) for word, _ in spelled)
        if any(cases):
            if GAP in words:
                raise PhraseError(f"{' '.join(words)!r}: capitals and gaps cannot stand together")
            label = replace(label, cases=cases)
        node = self._root
        for _, norm in spelled:
            node = node.child(norm)
        if label not in node.labels:
            node.labels.append(label)
        self._starts.clear()

    def _spell(self, word: str) -> list[tuple[str, str]]:
        if word == GAP:
            return [(GAP, GAP)]
        return self._writing.spell(word) if self._writing else [(word, normalise_word(word))]

    def find(self, tokens: Tokens, sentence_of: Callable[[int], int] | None = None) -> list[Match]:
        """Return every match, ordered by place; gaps stay within sentence_of(token index)."""
        found: list[Match] = []
        norms, starts = tokens.norms, self._starts
        for first, norm in enumerate(norms):
            nodes = starts.get(norm)
            if nodes is None:
                nodes = tuple(self._root.step(norm))
                if len(starts) < 200_000:  # bounded memory whatever the texts
                    starts[norm] = nodes
            for node in nodes:
                self._walk(node, tokens, first, first + 1, sentence_of, found)
        return found

    def _walk(
        self,
        node: _Node,
        tokens: Tokens,
        first: int,
        index: int,
        sentence_of: Callable[[int], int] | None,
        found: list[Match],
    ) -> None:
        found.extend(
            Match(label, first, index, tokens.starts[first], tokens.ends[index - 1])
            for label in node.labels
            if not label.cases or _cases_agree(label.cases, tokens, first)
        )
        if index >= len(tokens):
            return
        if node.words or node.stems:
            for child in node.step(tokens.norms[index]):
                self._walk(child, tokens, first, index + 1, sentence_of, found)
        if node.gap is not None:
            home = sentence_of(first) if sentence_of else 0
            for skip in range(index, min(index + self._max_gap + 1, len(tokens))):
                if sentence_of and sentence_of(skip) != home:
                    break
                for child in node.gap.step(tokens.norms[skip]):
                    self._walk(child, tokens, first, skip + 1, sentence_of, found)


def _cases_agree(cases: tuple[int, ...], tokens: Tokens, first: int) -> bool:
    """A capital in the phrase needs one in the text; an acronym needs all of its capitals."""
    for offset, wanted in enumerate(cases):
        if wanted == LOWER:
            continue
        seen = tokens.cases[first + offset]
        if seen == LOWER or (wanted == UPPER and seen != UPPER):
            return False
    return True


def outermost(matches: list[Match]) -> list[Match]:
    """Drop what lies inside a longer match: "visa" in "visa restrictions"; input ordered by place."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        if kept and match.end <= kept[-1].end and (match.start, match.end) != (kept[-1].start, kept[-1].end):
            continue
        kept.append(match)
    return kept


def longest_only(matches: list[Match]) -> list[Match]:
    """Drop matches that lie inside a longer one; input ordered by place."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        if (
            not kept
            or match.start >= kept[-1].end
            or (match.start, match.end) == (kept[-1].start, kept[-1].end)
        ):
            kept.append(match)
    return kept
