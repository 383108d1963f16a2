"""Is this the same text again? Fingerprints of passages, sketches of documents.

A reprint adds an appearance, not a statement. White space, quotation marks, dashes and case do not
count; words and their order do.
"""

import hashlib
import heapq
from dataclasses import dataclass

from issues.reading.tokens import tokenise

SHINGLE = 4  # words
SKETCH_SIZE = 128  # smallest hashes kept; the estimate's standard error is about 1/sqrt(size)
SAME = 0.8  # documents that resemble each other this much are one text
_ALIKE = str.maketrans("“”„«»‹›‘’‚′–—‑−\xa0", "\"\"\"\"\"''''''---- ")


@dataclass(frozen=True, slots=True)
class Sketch:
    """The smallest shingle hashes of a text, ascending (bottom-k sketch: Cohen & Kaplan 2007)."""

    hashes: tuple[int, ...]

    def resemblance(self, other: "Sketch") -> float:
        """Estimate the Jaccard resemblance of the two texts' word shingles, 0 to 1."""
        if not self.hashes or not other.hashes:
            return 0.0
        mine, theirs = set(self.hashes), set(other.hashes)
        smallest = heapq.nsmallest(SKETCH_SIZE, mine | theirs)
        return sum(number in mine and number in theirs for number in smallest) / len(smallest)


def fingerprint(text: str) -> str:
    """Return a SHA-256 (hex) of the words alone: equal for the same words however they are set."""
    return hashlib.sha256(" ".join(tokenise(text).norms).encode("utf-8", "surrogatepass")).hexdigest()


def sketch(text: str) -> Sketch:
    """Return the Sketch of a text; linear in its length. Texts of fewer words give one shingle."""
    words = tokenise(text).norms
    count = max(1, len(words) - SHINGLE + 1) if words else 0
    hashes = {_hash(words[start : start + SHINGLE]) for start in range(count)}
    return Sketch(tuple(heapq.nsmallest(SKETCH_SIZE, hashes)))


def _hash(words: list[str]) -> int:
    joined = " ".join(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(joined, digest_size=8).digest())


def locate(quote: str, text: str) -> tuple[int, int] | None:
    """Return where a quote stands in another copy of its text, None where it does not.

    White space, kinds of quotation marks and dashes may differ, letters may not: the offsets
    returned are of the other copy's own words.
    """
    needle, _ = _flatten(quote)
    needle = needle.strip()
    flat, places = _flatten(text)
    at = flat.find(needle) if needle else -1
    if at < 0:
        return None
    return places[at], places[at + len(needle) - 1] + 1


def _flatten(text: str) -> tuple[str, list[int]]:
    """Return the text with single spaces and plain marks, and where each character came from."""
    flat: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text.translate(_ALIKE)):
        if char.isspace():
            if flat and flat[-1] != " ":
                flat.append(" ")
                places.append(place)
        else:
            flat.append(char)
            places.append(place)
    return "".join(flat), places
