"""Parties that a passage names together: "between A and B", "the A–B talks", "A, B and C"."""

from itertools import pairwise

from issues.reading.marks import Marks, PartyHit

MOST_BETWEEN = 6  # words between the two of "between A and B"
NEAR = 4  # words before the first of them in which "between" stands


def joined_pair(marks: Marks, hits: list[PartyHit], speaker: str | None) -> tuple[str, str] | None:
    """Return the parties of "between A and B", "A-B", "the A–B dialogue"."""
    chains = chains_of(marks, hits)
    for left, right in pairwise(hits):
        if left.code == right.code or left.located:
            continue
        if any({left.code, right.code} <= codes for codes in chains):
            continue  # three who act together are no pair
        if _joined(marks, left, right, speaker):
            return left.code, right.code
    return None


def _joined(marks: Marks, left: PartyHit, right: PartyHit, speaker: str | None) -> bool:
    pack, norms = marks.pack, marks.tokens.norms
    gap = marks.text[left.end : right.start]
    if gap.strip() in ("-", "–", "—", "‑", "/") and len(gap) <= 3:
        return True
    middle = norms[left.last : right.first]
    joined = middle and middle[0] in pack.words("conjunctions") and set(middle[1:]) <= pack.words("articles")
    if joined and not set(gap) & set(",.;:，。；：،؛") and speaker in (None, left.code, right.code):
        return True
    between = set(norms[max(0, left.first - NEAR) : left.first]) & pack.words("between")
    return bool(between) and len(middle) <= MOST_BETWEEN and bool(set(middle) & pack.words("joins"))


def chains_of(marks: Marks, hits: list[PartyHit]) -> list[set[str]]:
    """Return the parties of each list of three or more: "A, B and C"."""
    filling = marks.pack.words("conjunctions") | marks.pack.words("articles")
    chains: list[list[PartyHit]] = []
    for hit in hits:
        gap = marks.text[chains[-1][-1].end : hit.start].casefold() if chains else ""
        if gap.strip() and set(gap.replace(",", " ").split()) <= filling:
            chains[-1].append(hit)
        else:
            chains.append([hit])
    listed = ({hit.code for hit in chain} for chain in chains)
    return [codes for codes in listed if len(codes) > 2]


def partners(chains: list[set[str]], named: set[str], speaker: str | None) -> set[str]:
    """Return those of "A, B and C" beside whom the matter is with another: "with A, B and C we call on D"."""
    listed = set().union(*chains) - {speaker}
    return listed if named - listed - {speaker} else set()


def acting_together(chains: list[set[str]], speaker: str | None) -> set[str]:
    """Return those beside the speaker of "A, B and C announced": what they do is between no two."""
    return next((codes - {speaker} for codes in chains if speaker in codes), set())
