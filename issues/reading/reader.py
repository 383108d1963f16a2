"""Reads a document: text in, suggested statements with their reasons out.

    text → paragraphs → turns → utterances (who said it) → passages (on what, between whom)
         → signal, pledge, date → candidates → the judge (or the rules' thresholds) → Suggestion

Pure: the gazetteer and everything else is given. What is not sure enough is not suggested.
"""

from issues.reading.document import Document
from issues.reading.edtf import ImpreciseDate
from issues.reading.gazetteer import Gazetteer
from issues.reading.heads import guess_language, title_of
from issues.reading.hosts import country_of_address, party_of_address
from issues.reading.judging import Weighed
from issues.reading.languages import detect_language
from issues.reading.pairs import Pair
from issues.reading.suggestions import Reading, Reason, Suggestion

__all__ = ["Reading", "Reason", "Suggestion", "guess_language", "read_candidates", "read_document"]


def read_document(
    text: str,
    *,
    gazetteer: Gazetteer,
    title: str | None = None,
    language: str | None = None,
    published: ImpreciseDate | None = None,
    home: tuple[str, str] | None = None,
    outlet_party: str | None = None,
    url: str | None = None,
) -> Reading:
    """Return what the text says on matters between parties, in order of place.

    A text in a language without a pack is not read (Reading.has_pack): read as English it would bring slips.

    home is the pair its source is followed for, outlet_party the party whose outlet it is; both
    only break ties. url is the text's address: where the title does not say what the text is (a
    statement, a readout, an interview), the words of the address do; an official site tells the outlet's
    party. published is the day sayings
    are dated by where the text gives no other.
    """
    language = language or detect_language(text) or guess_language(text)
    if not gazetteer.reads(language):
        return Reading(False, language, (), has_pack=False)
    told = (title, language, published, home, outlet_party, url)
    suggestions = _document(text, gazetteer, *told).suggestions()
    return Reading(bool(suggestions), language, suggestions)


def read_candidates(
    text: str,
    *,
    gazetteer: Gazetteer,
    title: str | None,
    language: str | None,
    published: ImpreciseDate | None,
    url: str | None = None,
) -> Weighed:
    """Return all that may be a statement in a text, with the evidence on it; the gazetteer has a judge."""
    language = language or detect_language(text) or guess_language(text)
    if gazetteer.judge is None or language not in gazetteer.judge.thresholds:
        return []
    return _document(text, gazetteer, title, language, published, None, None, url).weighed()


def _document(
    text: str,
    gazetteer: Gazetteer,
    title: str | None,
    language: str,
    published: ImpreciseDate | None,
    home: Pair | None,
    outlet_party: str | None,
    url: str | None,
) -> Document:
    official = party_of_address(url) if url and outlet_party is None else None
    outlet_party = official if official in gazetteer.parties else outlet_party
    title = title_of(title, url, gazetteer, language)
    ours = outlet_party or (country_of_address(url) if url else None)
    ours = ours if ours in gazetteer.parties else None
    return Document(text, gazetteer, title, language, published, home, outlet_party, ours)
