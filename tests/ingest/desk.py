"""A desk whose editor reviews what a reader proposes, for tests of learning: all names are invented."""

from collections.abc import Iterable

from issues.desk.details import Details, details_of
from issues.desk.review import accept_statement, reject_statement
from issues.desk.statements import correct_statement
from issues.models import Issue, Statement, User
from issues.vocabulary import Proposer, ReviewState, Signal
from tests.factories import make_capture, make_document, make_issue, make_source, make_statement, make_user
from tests.learning.reviews import PLACES


def propose(quote: str, issue: Issue | None, *, capture_text: str = "", **fields: object) -> Statement:
    """A statement with a link, both as the reader proposes them."""
    capture = make_capture(capture_text or quote, document=make_document(source=make_source()))
    return make_statement(
        quote,
        capture=capture,
        state=ReviewState.SUGGESTED,
        issue=issue,
        language="en",
        proposed_by=Proposer.READER,
        **fields,  # type: ignore[arg-type]  # passed on to the factory
    )


def correct(statement: Statement, editor: User, **links: Signal) -> None:
    """Accept with these links: signals by the slug of the issue."""
    found = details_of(statement)
    wanted = {Issue.objects.get(slug=slug).pk: signal for slug, signal in links.items()}
    details = Details(
        party=found.party,
        official=found.official,
        speaker_label=found.speaker_label,
        stated_on=found.stated_on,
        kind=found.kind,
        links=wanted,
    )
    correct_statement(statement=statement, editor=editor, details=details, accept=True)


def review_a_desk(documents: Iterable[int], editor: User | None = None) -> None:
    """As tests.learning.reviews.desk: slots are an offer, quarantine is of visas, charters are dropped."""
    editor = editor or make_user()
    flights = Issue.objects.filter(slug="flights").first() or make_issue(slug="flights")
    if not Issue.objects.filter(slug="visas").exists():
        make_issue("Visas", category="visas", slug="visas")
    for number in documents:
        place = f"{PLACES[number % len(PLACES)]} {number}"
        slots = propose(f"For {place} the landing slots are on the table.", flights)
        correct(slots, editor, flights=Signal.OFFER)
        rules = propose(f"Our view of the airport of {place} is known.", flights)
        accept_statement(statement=rules, editor=editor)
        quarantine = propose(f"The quarantine rules for visitors to {place} stand as they are.", flights)
        correct(quarantine, editor, visas=Signal.POSITION)
        charter = propose(f"A charter from {place} was mentioned in passing.", flights)
        reject_statement(statement=charter, editor=editor)
