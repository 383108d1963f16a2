"""Finding a pasted passage in a document's text, so that a quote is always a quote of the document."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from issues.desk.errors import PassageAmbiguousError, PassageNotFoundError
from issues.models.sql import TYPESETTING

_WORD = re.compile(f"[^{re.escape(TYPESETTING)}]+")
_BETWEEN_WORDS = f"[{re.escape(TYPESETTING)}]+"
_MARK = rf"(?:(?!\s)[{re.escape(TYPESETTING)}])"
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a passage stands: `text[start:end] == quote`. Not exact: its typesetting differed."""

    start: int
    end: int
    quote: str
    exact: bool


def locate_passage(text: str, passage: str, *, place: int | None = None) -> Passage:
    """Find `passage` in `text`: to the letter, else with other white space, quotation marks or dashes.

    `place` chooses where it stands several times: the offset of its start, as the error gave it.
    Raises PassageAmbiguousError where it stands several times and `place` is none of them, and
    PassageNotFoundError where it does not stand at all.
    """
    wanted = passage.strip()
    if not wanted:
        raise PassageNotFoundError(_("Select or paste the passage first."), field="passage")
    places = _exact_places(text, wanted)
    exact = bool(places)
    if not exact:
        places = _typeset_places(text, wanted)
    if not places:
        raise PassageNotFoundError(
            _(
                "These words do not stand in this document. Copy the passage from the text on this page; "
                "if it comes from another version or page, add that as a document first."
            ),
            field="passage",
        )
    chosen = places if len(places) == 1 else [found for found in places if found[0] == place]
    if not chosen:
        raise PassageAmbiguousError(
            _("This passage stands %(places)s times in the document. Choose which one you mean.")
            % {"places": len(places)},
            places=tuple(places),
            field="passage",
        )
    start, end = chosen[0]
    return Passage(start, end, text[start:end], exact)


def _exact_places(text: str, wanted: str) -> list[tuple[int, int]]:
    places = []
    start = text.find(wanted)
    while start >= 0:
        places.append((start, start + len(wanted)))
        start = text.find(wanted, start + len(wanted))
    return places


def _typeset_places(text: str, wanted: str) -> list[tuple[int, int]]:
    """The same words in the same order, with nothing but typesetting between them."""
    words = _WORD.findall(wanted.replace(_SOFT_HYPHEN, ""))
    if not words:
        return []
    # A line break may hide a soft hyphen inside a word.
    patterns = [f"{_SOFT_HYPHEN}?".join(map(re.escape, word)) for word in words]
    lead, trail = _edges(wanted)
    pattern = rf"{_MARK}{{0,{lead}}}(?<!\w){_BETWEEN_WORDS.join(patterns)}(?!\w){_MARK}{{0,{trail}}}"
    return [match.span() for match in re.finditer(pattern, text)]


def _edges(wanted: str) -> tuple[int, int]:
    """How many marks (quotation marks, stops) the passage has before its first and after its last word."""
    return (
        len(wanted) - len(wanted.lstrip(TYPESETTING)),
        len(wanted) - len(wanted.rstrip(TYPESETTING)),
    )
