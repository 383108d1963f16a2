"""Words with marks: a document's text cut at its passages, a quote cut at what triggered something."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

from issues.analysis.reasons import about_said
from issues.vocabulary import ReviewState


class Place(Protocol):
    """Where a statement stands in a text."""

    @property
    def statement_id(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def state(self) -> str: ...


@dataclass(frozen=True, slots=True)
class QuotePiece:
    """A stretch of a quote; `why` says what these words triggered, "" for plain stretches."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A stretch of the text; `passages` are the statements that it belongs to, `first_of` those it begins."""

    text: str
    passages: tuple[int, ...]
    first_of: tuple[int, ...]
    state: str


def text_pieces(text: str, places: Iterable[Place]) -> tuple[TextPiece, ...]:
    """Cut `text` where passages begin and end. Joined again the pieces are the text."""
    passages = list(places)
    cuts = sorted({0, len(text), *(each.start for each in passages), *(each.end for each in passages)})
    pieces = []
    for start, end in pairwise(cuts):
        inside = [each for each in passages if each.start <= start and end <= each.end]
        pieces.append(
            TextPiece(
                text=text[start:end],
                passages=tuple(each.statement_id for each in inside),
                first_of=tuple(each.statement_id for each in inside if each.start == start),
                state=_foremost(each.state for each in inside),
            )
        )
    return tuple(pieces)


def _foremost(states: Iterable[str]) -> str:
    """Of overlapping passages the one that still waits decides how the words are marked."""
    found = set(states)
    order = (ReviewState.SUGGESTED, ReviewState.ACCEPTED, ReviewState.REJECTED)
    return next((state.value for state in order if state in found), "")


def quote_pieces(quote: str, start: int, reasons: Iterable[dict[str, Any]]) -> tuple[QuotePiece, ...]:
    """Mark the words of a quote that triggered something. `reasons` carry offsets of the whole text."""
    end = start + len(quote)
    marks: list[tuple[int, int, str]] = []
    for reason in sorted(reasons, key=lambda each: (each.get("start") or 0, -(each.get("end") or 0))):
        first, last = reason.get("start"), reason.get("end")
        if first is None or last is None or not start <= first < last <= end:
            continue
        about = about_said(reason["about"])
        if marks and first - start < marks[-1][1]:
            if (first - start, last - start) == marks[-1][:2] and about not in marks[-1][2]:
                marks[-1] = (*marks[-1][:2], f"{marks[-1][2]}, {about}")
            continue
        marks.append((first - start, last - start, about))
    pieces, at = [], 0
    for first, last, why in marks:
        pieces += [QuotePiece(quote[at:first], ""), QuotePiece(quote[first:last], why)]
        at = last
    return tuple(piece for piece in (*pieces, QuotePiece(quote[at:], "")) if piece.text)
