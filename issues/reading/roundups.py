"""Round-ups ("What they are saying"): many quotations, each with the name of its speaker in front."""

import re
from collections.abc import Sequence

from issues.reading.labels import MAX_WORDS, Labelled
from issues.reading.layout import Paragraph

LEAST = 3  # people quoted so
LABEL = 100  # characters of a name with its office
_QUOTED = re.compile(
    r"[*_\s•·–-]{0,6}"
    rf"(?:\[[*_]{{0,2}}(?P<linked>[^\]\[:]{{2,{LABEL}}})\]\([^()\s]{{1,400}}\)|(?P<plain>[^\W\d_][^:?!;\"“«()\[\]]{{1,{LABEL}}}))"
    r"[*_]{0,2}:[*_]{0,2}\s*(?P<mark>[“\"«])(?=\S)"
)


def find_round(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, Labelled]:
    """Return the labels of a round-up by index of paragraph; none where fewer than LEAST are quoted so."""
    found: dict[int, Labelled] = {}
    for index, paragraph in enumerate(paragraphs):
        match = _QUOTED.match(text, paragraph.start, paragraph.end)
        label = (
            " ".join((match.group("linked") or match.group("plain")).split()).strip("*_ ") if match else ""
        )
        if match and label[:1].isupper() and len(label.split()) <= MAX_WORDS + 2:
            found[index] = Labelled(label, match.end("mark"), False, quotes=True)
    return found if len({labelled.label for labelled in found.values()}) >= LEAST else {}
