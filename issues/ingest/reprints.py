"""Whether words are new, or those of a statement we have: a reprint is an appearance, not a statement."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from issues.ingest.proposals import Proposal
from issues.ingest.skeletons import bare_words
from issues.models import Appearance, Capture, Statement

WITHIN = timedelta(days=31)
# Words as short as "Not at all" are said again on another day; then they are another statement.
LONG_ENOUGH = 20


@dataclass(slots=True)
class KnownWords:
    """A statement that some words may belong to; perhaps one that is about to be inserted.

    on: the day it was said, for want of one the day it was recorded. places: where it stands in the
    capture being read. in_document: whether it stands in any version of its document.
    """

    statement: Statement
    on: date | None
    in_document: bool = False
    places: set[int] = field(default_factory=set)

    def rank(self, proposal: Proposal, on: date | None) -> int | None:
        """How surely the proposal's words are this statement: 0 is surest, None is not at all."""
        is_long = len(bare_words(proposal.suggestion.quote)) >= LONG_ENOUGH
        if proposal.suggestion.start in self.places:
            return 0
        same_speaker = self._is_same_speaker(proposal, is_long=is_long)
        if self.in_document and (same_speaker or is_long):
            # Another version of the same page: whoever the reader now takes for the speaker.
            return 1 if same_speaker else 2
        if not same_speaker:
            return None
        if self.statement.stated_on == proposal.stated_on:
            return 3
        near = self.on is not None and on is not None and abs(self.on - on) <= WITHIN
        return 4 if is_long and near else None

    def _is_same_speaker(self, proposal: Proposal, *, is_long: bool) -> bool:
        known = self.statement
        if known.party_id != proposal.party_id:
            return False
        if known.official_id is not None and proposal.official_id is not None:
            return known.official_id == proposal.official_id
        if known.official_id is None and proposal.official_id is None:
            return known.speaker_label.casefold() == proposal.speaker_label.casefold() or is_long
        # One text names the speaker, another only describes them.
        return is_long


class Known:
    """The statements that the words of a capture may already be, by skeleton.

    Rejected ones are among them: what an editor turned down is not proposed a second time.
    """

    def __init__(self, capture: Capture, skeletons: Iterable[str]) -> None:
        wanted = set(skeletons)
        here: dict[int, set[int]] = defaultdict(set)
        appearances = Appearance.objects.filter(
            capture__document_id=capture.document_id, statement__skeleton__in=wanted
        )
        for statement_id, capture_id, start in appearances.values_list("statement_id", "capture_id", "start"):
            here[statement_id].update({start} if capture_id == capture.pk else ())
        self._by_skeleton: dict[str, list[KnownWords]] = defaultdict(list)
        for statement in Statement.objects.filter(skeleton__in=wanted).order_by("pk"):
            on = statement.stated_on_lower or statement.recorded_at.date()
            self._by_skeleton[statement.skeleton].append(
                KnownWords(statement, on, statement.pk in here, here.get(statement.pk, set()))
            )

    def find(self, proposal: Proposal, on: date | None) -> Statement | None:
        """Return the statement that the proposal says again, the surest of several."""
        ranked = [(known.rank(proposal, on), known) for known in self._by_skeleton[proposal.skeleton]]
        fitting = [(rank, known) for rank, known in ranked if rank is not None]
        return min(fitting, key=lambda one: one[0])[1].statement if fitting else None

    def add(self, proposal: Proposal, statement: Statement, on: date | None) -> None:
        self._by_skeleton[proposal.skeleton].append(KnownWords(statement, on))


def carry_over(capture: Capture) -> tuple[list[Appearance], list[int]]:
    """Find the statements of a document's earlier versions in the words of a new one.

    Returns their appearances, to be inserted, and the ids of those whose words stood in the version
    fetched before and are gone; a version that somebody brought by hand may be a part, and tells of
    none. Words are found to the letter or not at all; of words that stand several times each keeps its
    turn, or, where their number changed, none is carried: nothing is guessed.
    """
    earlier = (
        Appearance.objects.filter(
            capture__document_id=capture.document_id, capture__number__lt=capture.number
        )
        .order_by("statement_id", "-capture__number", "start")
        .distinct("statement_id")
        .values_list("statement_id", "quote", "start", "capture_id")
    )
    stood = _stood_before(capture)
    carried: list[Appearance] = []
    gone: list[int] = []
    for statement_id, quote, start, stood_in in earlier:
        places = whole_places(capture.text, quote)
        if not places and statement_id in stood:
            gone.append(statement_id)
        place = _same_turn(places, quote, start, stood_in)
        if place is not None:
            end = place + len(quote)
            carried.append(
                Appearance(statement_id=statement_id, capture=capture, start=place, end=end, quote=quote)
            )
    return carried, gone


def _stood_before(capture: Capture) -> set[int]:
    """The statements in the version that was fetched before this one; none where this was not fetched."""
    if capture.brought_by_id is not None:
        return set()
    fetched = Capture.objects.filter(
        document=capture.document_id, number__lt=capture.number, brought_by=None
    ).order_by("-number")
    before = Appearance.objects.filter(capture=fetched.values("pk")[:1])
    return set(before.values_list("statement_id", flat=True))


def _same_turn(places: list[int], quote: str, start: int, stood_in: int) -> int | None:
    if len(places) <= 1:
        return places[0] if places else None
    before = whole_places(Capture.objects.values_list("text", flat=True).get(pk=stood_in), quote)
    return places[before.index(start)] if len(before) == len(places) and start in before else None


def whole_places(text: str, quote: str) -> list[int]:
    """Return where a quote stands in a text without a word going on beyond its ends."""
    places = []
    place = text.find(quote)
    while place >= 0:
        end = place + len(quote)
        before = place > 0 and text[place - 1].isalnum() and quote[0].isalnum()
        after = end < len(text) and text[end].isalnum() and quote[-1].isalnum()
        if not before and not after:
            places.append(place)
        place = text.find(quote, place + 1)
    return places
