"""The words that were found, in their context: text in pieces, of which some are hits."""

from dataclasses import dataclass

from django.db.models import Case, CharField, F, Func, OuterRef, Subquery, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Left, Length

from issues.models import Capture

TextField.register_lookup(Length)

# Two characters of the private use area that no text of ours needs; pieces are escaped one by one.
_START, _STOP = "\ue000", "\ue001"
SHORT = 900  # characters of a quote that is shown whole
LOOKED_AT = 60_000  # characters of a document in which its words are looked for again
_MARKED = f"StartSel={_START}, StopSel={_STOP}"
_WHOLE = f"{_MARKED}, HighlightAll=true"
_PARTS = f'{_MARKED}, MaxFragments=2, MaxWords=35, MinWords=15, FragmentDelimiter=" … "'


def marked_quote(words: str) -> Case:
    """A statement's quote with its hits marked, whole where it is not long. For `annotate`."""
    return Case(
        When(quote__length__lte=SHORT, then=_headline(F("quote"), "language", words, _WHOLE)),
        default=_headline(F("quote"), "language", words, _PARTS),
    )


def marked_text(words: str) -> Subquery:
    """Two stretches of a document's last text with their hits marked. For `annotate`."""
    last = Capture.objects.filter(document=OuterRef("pk")).order_by("-number")
    text = _headline(Left("text", LOOKED_AT), "search_language", words, _PARTS)
    return Subquery(last.values(marked=text)[:1])


def _headline(text: Combinable, language: str, words: str, options: str) -> Func:
    configuration = Func(F(language), function="search_configuration", output_field=CharField())
    query = Func(configuration, Value(words), function="websearch_to_tsquery", output_field=CharField())
    return Func(configuration, text, query, Value(options), function="ts_headline", output_field=TextField())


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    is_hit: bool


def split_marked(text: str) -> tuple[Piece, ...]:
    """Cut marked text into its pieces; marks that do not pair mark nothing."""
    pieces: list[Piece] = []
    for number, part in enumerate(text.split(_START)):
        hit, closed, rest = part.partition(_STOP)
        if number and closed:
            pieces += [Piece(hit, is_hit=True), Piece(rest, is_hit=False)]
        else:
            pieces.append(Piece(part.replace(_STOP, ""), is_hit=False))
    return tuple(piece for piece in pieces if piece.text)
