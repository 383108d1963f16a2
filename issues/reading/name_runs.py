"""Runs of capitalised words that may be a person's name."""

from issues.reading.marks import Marks
from issues.reading.tokens import LOWER, Tokens

MAX_NAME_WORDS = 5
WRAPPED = 45  # characters of a line that may break off inside a name
HYPHENS = ("-", "‐", "‑")


def name_end(marks: Marks, first: int, blocked: set[int]) -> int:
    """Return where a run of capitalised words that may be a name ends; first when none."""
    tokens, words = marks.tokens, marks.pack
    particles, never = words.words("name_particles"), words.words("not_names") | words.words("never_called")
    index = first
    while index < len(tokens) and index - first < MAX_NAME_WORDS:
        gap = tokens.text[tokens.ends[index - 1] : tokens.starts[index]] if index > first else ""
        if marks.sentence_of_token[index] != marks.sentence_of_token[first]:
            break
        if not _joins_name(marks, gap, index - 1) or ("\n" in gap and _ends_short_line(tokens, index - 1)):
            break
        norm = tokens.norms[index]
        capital = tokens.cases[index] != LOWER and norm[0].isalpha() and index not in blocked
        if not (capital and norm not in never) and not (norm in particles and _goes_on(tokens, index, first)):
            break
        index += 1
        if tokens.raw(index - 1).endswith(("'s", "’s")):
            break  # "Ann Lee's Meetings"
    while index > first and tokens.cases[index - 1] == LOWER:
        index -= 1
    return index


def name_parts(tokens: Tokens, first: int, last: int) -> list[tuple[str, int]]:
    """Return the words of a name without possessive 's and the token each begins with.

    A hyphened name is one word, as people are called by it.
    """
    parts: list[tuple[str, int]] = []
    for index in range(first, last):
        word = tokens.raw(index).removesuffix("'s").removesuffix("’s")
        gap = tokens.text[tokens.ends[index - 1] : tokens.starts[index]] if index > first else ""
        if gap in HYPHENS and parts:
            before, begins = parts.pop()
            parts.append((f"{before}{gap}{word}", begins))
            continue
        parts.append((word, index))
    return parts


def _joins_name(marks: Marks, gap: str, before: int) -> bool:
    if gap in HYPHENS:
        return True
    if gap.strip(" .\n\r\xa0") or gap.count("\n") > 1 or len(gap) > 4:
        return False
    return "." not in gap or _initial(marks, before)


def _goes_on(tokens: Tokens, index: int, first: int) -> bool:
    """A particle stands inside a name, or begins one it is hyphened to: "al-Rubaie"."""
    if index > first:
        return True
    hyphened = tokens.text[tokens.ends[index] : tokens.ends[index] + 1] in HYPHENS
    return hyphened and index + 1 < len(tokens) and tokens.cases[index + 1] != LOWER


def _ends_short_line(tokens: Tokens, index: int) -> bool:
    """Two captions, each on its line, are two people; only a wrapped line goes on below."""
    end = tokens.ends[index]
    return end - (tokens.text.rfind("\n", 0, end) + 1) < WRAPPED


def _initial(marks: Marks, index: int) -> bool:
    tokens = marks.tokens
    return tokens.ends[index] - tokens.starts[index] <= 2 or tokens.raw(index).count(".") > 0
