"""Runs of capitalised words that may be a person's name."""

import re

from issues.reading.marks import Marks
from issues.reading.packs import LanguagePack
from issues.reading.tokens import LOWER, UPPER, Tokens

MAX_NAME_WORDS = 5
WRAPPED = 45  # characters of a line that may break off inside a name
GENERATIONS = ("jr", "sr")
_NEVER = ("not_names", "never_called", "first_person")  # the last for "I'm Ann Lee"
HYPHENS = ("-", "‐", "‑")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_OWNERS = ("и", "ы", "ской", "ского", "ого")  # endings of a place or body in the genitive
_PATRONYMICS = ("вич", "вича", "вичу", "вичем", "вна", "вны", "вне", "вной", "ичны", "ична")


def name_end(marks: Marks, first: int, blocked: set[int]) -> int:
    """Return where a run of capitalised words that may be a name ends; first when none."""
    tokens, words = marks.tokens, marks.pack
    particles = words.words("name_particles")
    if tokens.cases[first] == LOWER and tokens.norms[first] not in particles:
        return first  # most words
    never = [words.words(name) for name in _NEVER]
    index = first
    while index < len(tokens) and index - first < MAX_NAME_WORDS:
        gap = tokens.text[tokens.ends[index - 1] : tokens.starts[index]] if index > first else ""
        if marks.sentence_of_token[index] != marks.sentence_of_token[first]:
            break
        if not _joins_name(marks, gap, index - 1) or ("\n" in gap and _ends_short_line(tokens, index - 1)):
            break
        norm = tokens.norms[index]
        capital = tokens.cases[index] != LOWER and norm[0].isalpha() and index not in blocked
        if not (capital and not any(norm in each for each in never)) and not (
            norm in particles and _goes_on(tokens, index, first)
        ):
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
    if len(parts) > 2 and parts[-1][0].casefold() in GENERATIONS:
        parts.pop()  # "ANN R. LEE JR." is called Lee
    return parts


def styled_parts(pack: LanguagePack, parts: list[tuple[str, int]]) -> tuple[str, list[tuple[str, int]]]:
    """Part the style a run of capitals begins with from the name: "EPA Administrator" of "Ann Lee"."""
    styles = pack.words("styles")
    places = [place for place, (word, _) in enumerate(parts[:-1]) if word.casefold() in styles]
    if not places:
        return "", parts
    return " ".join(word for word, _ in parts[: places[-1] + 1]), parts[places[-1] + 1 :]


def without_owner(tokens: Tokens, parts: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Part a Russian name from what owns the office before it: «глава ТЭК», «министр Аркадии Анна Верр»."""
    words = [word for word, _ in parts]
    if len(parts) < 2 or not _CYRILLIC.search(words[-1]):
        return parts
    acronym = tokens.cases[parts[0][1]] == UPPER and not words[-1].isupper() and "." not in words[0]
    placed = len(parts) > 2 and words[0].endswith(_OWNERS) and not words[1].endswith(_PATRONYMICS)
    return parts[1:] if acronym or (placed and not words[1].endswith(_OWNERS)) else parts


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
