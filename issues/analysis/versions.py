"""What changed between two captures of a document: paragraphs, and words within them. Pure.

Bounded: comparing is quadratic at worst, so a long paragraph is shown whole as removed and added,
and a very long text is not compared at all.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

PARAGRAPHS_AT_MOST = 2_000
WORDS_AT_MOST = 600
ALIKE_AT_LEAST = 0.4  # the share of words in common below which two paragraphs are two paragraphs

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that both have ("same"), only the later ("added") or only the earlier ("removed")."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that changed, or (`unchanged` > 0) so many paragraphs that did not."""

    pieces: tuple[Piece, ...]
    unchanged: int = 0


def compare(earlier: str, later: str) -> tuple[Block, ...] | None:
    """Compare two texts; () where they say the same, None where they are too long to compare."""
    old, new = _paragraphs(earlier), _paragraphs(later)
    if len(old) > PARAGRAPHS_AT_MOST or len(new) > PARAGRAPHS_AT_MOST:
        return None
    blocks: list[Block] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            blocks.append(Block((), b - a))
        else:
            blocks += _changed(old[a:b], new[c:d])
    return tuple(blocks) if any(block.pieces for block in blocks) else ()


def _paragraphs(text: str) -> list[str]:
    return [flat for line in text.splitlines() if (flat := " ".join(line.split()))]


def _changed(old: list[str], new: list[str]) -> Iterator[Block]:
    """Pair paragraphs in their order; what is left over was removed or added whole."""
    paired = min(len(old), len(new))
    for one, other in zip(old[:paired], new[:paired], strict=True):
        yield Block(tuple(_words(one, other)))
    for one in old[paired:]:
        yield Block((Piece("removed", one),))
    for other in new[paired:]:
        yield Block((Piece("added", other),))


def _words(one: str, other: str) -> Iterable[Piece]:
    return compare_words(one, other) or (Piece("removed", one), Piece("added", other))


def compare_words(one: str, other: str) -> tuple[Piece, ...] | None:
    """What changed between two passages, word by word; None where they are too long or hardly alike."""
    old, new = _WORDS.findall(one), _WORDS.findall(other)
    if max(len(old), len(new)) > WORDS_AT_MOST or _alike(old, new) < ALIKE_AT_LEAST:
        return None
    return tuple(_pieces(old, new))


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(old[a:b]))
            continue
        if a < b:
            yield Piece("removed", "".join(old[a:b]))
        if c < d:
            yield Piece("added", "".join(new[c:d]))


def _alike(old: list[str], new: list[str]) -> float:
    """The share of words that two paragraphs have in common, in any order; spaces and stops left out."""
    one, other = ([token for token in tokens if token[0].isalnum()] for tokens in (old, new))
    return SequenceMatcher(None, one, other, autojunk=False).quick_ratio()
