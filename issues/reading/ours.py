"""Whom an outlet means by "our country", "our embassy": the party whose outlet it is.

Only its own words count, so quotations are left out; interviews and statements have their own "we".
"""

from collections.abc import Sequence

from issues.reading.layout import Paragraph
from issues.reading.marks import Marks, PartyHit
from issues.reading.quotations import inside_any, quote_spans

_AFTER = ("institution", "office", "countrymen")  # what of ours speaks for or belongs to the party


def own_hits(marks: Marks, code: str, paragraphs: Sequence[Paragraph]) -> list[PartyHit]:
    """Return where a text of the outlet's own says "our country" or "our embassy"; code is its party."""
    quotes = [
        span
        for paragraph in paragraphs or [Paragraph(0, len(marks.text))]
        for span in quote_spans(marks.text, paragraph.start, paragraph.end)
    ]
    places, norms = marks.pack.words("place_prepositions"), marks.tokens.norms
    hits: list[PartyHit] = []
    for match in marks.all("ours"):
        if inside_any(match.start, quotes):
            continue
        located = match.first > 0 and norms[match.first - 1] in places
        base = norms[match.first] in marks.pack.words("own_subjects")
        if match.label.value == "country":
            place = (match.first, match.last, match.start, match.end)
            hits.append(PartyHit(code, "name", located, base, False, *place))
        elif any(
            other.first == match.last
            for kind in _AFTER
            for other in marks.within(kind, match.end, match.end + 60)
        ):
            place = (match.first, match.last, match.start, match.end)
            hits.append(PartyHit(code, "adjective", False, base, False, *place))
    return hits
