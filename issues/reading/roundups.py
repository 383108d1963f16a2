"""Round-ups ("What they are saying"): many quotations, each with the name of its speaker in front."""

import re
from collections.abc import Sequence

from issues.reading.labels import MAX_WORDS, Labelled
from issues.reading.layout import Paragraph

LEAST = 3  # people quoted so
LABEL = 100  # characters of a name with its office
OFFICE = 2  # words by which the label of a round-up may be longer than another
_LINK = rf"\[[*_]{{0,2}}(?P<linked>[^\]\[:]{{2,{LABEL}}})\]\([^()\s]{{1,400}}\)"
_PLAIN = rf"(?P<plain>[^\W\d_][^:?!;\"“«()\[\]]{{1,{LABEL}}})"
_QUOTED = re.compile(
    rf"[*_\s•·–-]{{0,6}}(?:{_LINK}|{_PLAIN})[*_]{{0,2}}:[*_]{{0,2}}\s*(?P<mark>[“\"«])(?=\S)"
)


def find_round(
    text: str, paragraphs: Sequence[Paragraph], about: frozenset[str] = frozenset()
) -> dict[int, Labelled]:
    """Return the labels of a round-up by index of paragraph; none where fewer than LEAST are quoted so.

    about are words such as "on": "On trade: “…”" is said by whoever a line above names.
    """
    found: dict[int, Labelled] = {}
    heading = ""
    for index, paragraph in enumerate(paragraphs):
        match = _QUOTED.match(text, paragraph.start, paragraph.end)
        if match is None:
            if paragraph.end - paragraph.start <= LABEL:
                heading = text[paragraph.start : paragraph.end].strip("*_# ")
            continue
        label = " ".join((match.group("linked") or match.group("plain")).split()).strip("*_ ")
        if label.casefold().partition(" ")[0] in about:
            label = heading or label
        if label[:1].isupper() and len(label.split()) <= MAX_WORDS + OFFICE:
            found[index] = Labelled(label, match.end("mark"), False, quotes=True)
    return found if len(found) >= LEAST else {}
