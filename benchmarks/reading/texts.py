"""Where words stand in a text, whatever the white space, the quotation marks and the dashes."""

import re
from difflib import SequenceMatcher

type Span = tuple[int, int]

_LOOKALIKES = str.maketrans("“”„«»‹›‘’‚′–—‑−", "\"\"\"\"\"''''''----")
_SHORTEST_PIECE = 8  # characters that two quotes must share in a row to count where neither is placed


def squash(text: str) -> str:
    """Return a text with single spaces."""
    return re.sub(r"\s+", " ", text).strip()


def loosen(text: str) -> str:
    """Return a text of the same length in which marks that look alike are alike."""
    return text.translate(_LOOKALIKES)


class SquashedText:
    """A text with single spaces, and the way there from the original's offsets."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._at: list[int] = []
        squashed: list[str] = []
        for char in raw:
            self._at.append(len(squashed))
            if not char.isspace():
                squashed.append(char)
            elif squashed and squashed[-1] != " ":
                squashed.append(" ")
        self._at.append(len(squashed))
        self._loose = loosen("".join(squashed).rstrip())

    def holds(self, quote: str, start: int | None, end: int | None) -> bool:
        """Whether the original says `quote` at these offsets."""
        if start is None or end is None or not 0 <= start < end <= len(self.raw):
            return False
        return self.raw[start:end] == quote

    def spans(self, quote: str, start: int | None, end: int | None) -> tuple[Span, ...]:
        """Return where a quote stands in the squashed text: as told where that holds, else everywhere."""
        if start is not None and end is not None and self.holds(quote, start, end):
            return ((self._at[start], self._at[end]),)
        words = loosen(squash(quote))
        return tuple(
            (found.start(), found.start() + len(words))
            for found in re.finditer(f"(?={re.escape(words)})", self._loose)
            if words
        )


def common_characters(one: str, ones: tuple[Span, ...], two: str, twos: tuple[Span, ...]) -> int:
    """Return how many characters two squashed quotes share: by place, or by words where one has no place."""
    if ones and twos:
        return max(0, *(min(a[1], b[1]) - max(a[0], b[0]) for a in ones for b in twos))
    blocks = SequenceMatcher(None, loosen(one), loosen(two), autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= _SHORTEST_PIECE)
