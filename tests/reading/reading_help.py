"""Shared by the tests of what a whole reading says."""

from issues.reading.edtf import ImpreciseDate
from issues.reading.gazetteer import Gazetteer
from issues.reading.reader import read_document
from issues.reading.suggestions import Suggestion
from issues.vocabulary import DateOrigin

ON = "2025-06-26"


def read(
    text: str, gazetteer: Gazetteer, title: str | None = None, published: str = ON, **hints: object
) -> list[Suggestion]:
    """Read a text as published on a day and check what must hold of every suggestion."""
    day = ImpreciseDate.from_edtf(published, origin=DateOrigin.METADATA)
    reading = read_document(text, gazetteer=gazetteer, title=title, published=day, **hints)  # type: ignore[arg-type]
    last = 0
    for found in reading.suggestions:
        assert text[found.start : found.end] == found.quote
        assert found.start >= last or found.start < found.end
        last = found.start
        assert 0 < found.confidence < 1
        assert {reason.about for reason in found.reasons} >= {"speaker", "category", "relationship"}
        for reason in found.reasons:
            if reason.start is not None and reason.end is not None:
                assert " ".join(text[reason.start : reason.end].split()) == reason.words
    return list(reading.suggestions)


def about(suggestions: list[Suggestion], words: str) -> list[Suggestion]:
    """Return the suggestions whose quote contains the words."""
    return [found for found in suggestions if words in " ".join(found.quote.split())]
