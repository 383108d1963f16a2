"""Lets the reader read the cases, and takes the time."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from benchmarks.reading.cases import CaseDocument, Cases
from benchmarks.reading.values import Codes, codes_of
from issues.reading.edtf import ImpreciseDate, InvalidDate
from issues.reading.gazetteer import Gazetteer
from issues.reading.pages import read_page
from issues.reading.reader import read_document
from issues.reading.suggestions import Suggestion
from issues.vocabulary import DateOrigin, Signal

# Our sixteen signals in the seven of the labels (README of the cases).
COARSE: dict[Signal, str] = {
    Signal.PROGRESS: "progress",
    Signal.CONSULTATION: "progress",
    Signal.OFFER: "progress",
    Signal.SETBACK: "setback",
    Signal.REFUSAL: "setback",
    Signal.THREAT: "setback",
    Signal.NO_PROGRESS: "no_change",
    Signal.IN_FORCE: "no_change",
    Signal.AGREEMENT: "agreement",
    Signal.SUSPENDED: "suspension",
    Signal.LAPSED: "suspension",
    Signal.COMMITMENT: "pledge",
    Signal.POSITION: "none",
    Signal.DEMAND: "none",
    Signal.ACCUSATION: "none",
    Signal.EVASION: "none",
}
SIGNALS = ("progress", "setback", "no_change", "agreement", "suspension", "pledge", "none")
PLEDGE = "pledge"


@dataclass(frozen=True, slots=True)
class Found:
    """One suggestion as the cases compare it; signal is one of SIGNALS, dates are EDTF text."""

    number: int
    doc: str
    quote: str
    start: int
    end: int
    speaker: str | None
    party: Codes
    date: str | None
    relationship: Codes
    category: str | None
    signal: str
    pledge_due: str | None
    confidence: float
    holds: bool  # whether the text says the quote at its offsets


@dataclass(frozen=True, slots=True)
class Run:
    """What was found, and the speed of it: medians of several passes, by seconds of one processor.

    standard_documents_per_second: as if each had 8,000 characters.
    """

    found: tuple[Found, ...]
    documents_per_second: float
    standard_documents_per_second: float


STANDARD_LENGTH = 8000  # characters


def run(cases: Cases, gazetteer: Gazetteer, *, passes: int = 3) -> Run:
    """Read every document `passes` times; answers are of the last."""
    seconds: list[float] = []
    found: tuple[Found, ...] = ()
    _ = [read(document, gazetteer) for document in cases.documents[:1]]  # language packs compile here
    for _number in range(passes):
        began = time.process_time()
        readings = [(document, read(document, gazetteer)) for document in cases.documents]
        seconds.append(time.process_time() - began)
        found = tuple(found_in(readings))
    characters = sum(len(document.text) for document in cases.documents)
    taken = median(seconds)
    return Run(found, len(cases.documents) / taken, characters / STANDARD_LENGTH / taken)


def read(document: CaseDocument, gazetteer: Gazetteer) -> tuple[Suggestion, ...]:
    """Read one document as `manage.py read` does a file, told its title and date of publication."""
    page = read_page(
        document.text.encode(), media_type="text/plain", published=published_on(document.published)
    )
    return read_document(
        page.text,
        gazetteer=gazetteer,
        title=document.title or page.title,
        language=page.language,
        published=page.published,
    ).suggestions


def published_on(edtf: str | None) -> ImpreciseDate | None:
    try:
        return ImpreciseDate.from_edtf(edtf[:10], origin=DateOrigin.METADATA) if edtf else None
    except InvalidDate:
        return None


def found_in(readings: list[tuple[CaseDocument, tuple[Suggestion, ...]]]) -> Iterator[Found]:
    said = ((document, one) for document, suggestions in readings for one in suggestions)
    for number, (document, one) in enumerate(said):
        yield Found(
            number=number,
            doc=document.name,
            quote=one.quote,
            start=one.start,
            end=one.end,
            speaker=one.speaker,
            party=codes_of(one.party),
            date=one.stated_on.edtf if one.stated_on else None,
            relationship=codes_of(one.relationship),
            category=one.category,
            signal=COARSE[one.signal],
            pledge_due=one.pledge_due.edtf if one.pledge_due else None,
            confidence=one.confidence,
            holds=document.text[one.start : one.end] == one.quote,
        )
