"""Invented reviews of an invented desk, for what is learned from them."""

from issues.learning.features import Observer
from issues.learning.observation import Passage
from issues.learning.suggester import Review
from issues.reading.gazetteer import Gazetteer
from issues.reference import packs

PLACES = ("Norburg", "Varos", "Eastport", "Tarn", "Ulm Bay", "Kestrel", "Old Harbour", "Lindow")


def observer() -> Observer:
    return Observer(Gazetteer(parties=[], officials=[], packs=packs()))


def passage(quote: str, *, signal: str = "position", category: str = "flights", **fields: object) -> Passage:
    fields.setdefault("confidence", 0.9)
    return Passage(quote=quote, language="en", signal=signal, category=category, **fields)  # type: ignore[arg-type]  # of tests' own making


def desk(documents: int = 20) -> list[Review]:
    """A desk that reads "slots are on the table" as an offer, which the rules take for a position, and
    files quarantine under visas; it drops what is said of charters. Four reviews a document."""
    reviews = []
    for number in range(documents):
        place, document = PLACES[number % len(PLACES)], f"document {number}"
        slots = passage(f"For {place} the landing slots are on the table.")
        rules = passage(f"Our view of the airport of {place} is known.")
        quarantine = passage(f"The quarantine rules for visitors to {place} stand as they are.")
        charter = passage(f"A charter from {place} was mentioned in passing.")
        reviews += [
            Review(slots, document, kept=True, category="flights", signal="offer"),
            Review(rules, document, kept=True, category="flights", signal="position"),
            Review(quarantine, document, kept=True, category="visas", signal="position"),
            Review(charter, document, kept=False),
        ]
    return reviews
