"""What people and machines write to an archive after a day: a function a kind of write."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

from django.db import transaction
from django.db.models import Model

from issues.desk.details import details_of
from issues.desk.documents import correct_document
from issues.desk.errors import DeskError
from issues.desk.pledges import record_outcome, reopen_pledge, set_pledge, withdraw_pledge
from issues.desk.review import accept_statement, reject_statement
from issues.desk.statements import add_statement, correct_statement
from issues.desk.status import change_status, restore_status, retract_status
from issues.desk.undo import undo_decision
from issues.models import (
    Appearance,
    Capture,
    Category,
    Document,
    Issue,
    Link,
    Office,
    Official,
    Party,
    Pledge,
    Relationship,
    Source,
    Statement,
    StatusChange,
    Tenure,
    User,
)
from issues.reading.edtf import ImpreciseDate
from issues.vocabulary import (
    Credibility,
    DateOrigin,
    Phase,
    PledgeOutcome,
    ReviewState,
    Signal,
    StatementKind,
    Trend,
)
from tests.factories import (
    make_capture,
    make_document,
    make_issue,
    make_official,
    make_pledge,
    make_relationship,
    make_statement,
    make_tenure,
    relink,
)

WORDS = ("We will talk", "No talks are planned", "Flights may begin", "The villa is ours", "Visas are issued")
SPECIFIED = ("2026-06-26", "2026-07", "2025", "2026-05-01/2026-05-20", "2024-02-03", "")


@dataclass(frozen=True)
class World:
    """Who writes, and the chance that decides what."""

    editor: User
    chance: Random

    def one[M: Model](self, model: type[M], **conditions: object) -> M:
        """Any row; DeskError where there is none, as any other move that cannot be made."""
        rows = list(model._default_manager.filter(**conditions).order_by("pk"))  # public API
        if not rows:
            raise DeskError("There is none.")
        return self.chance.choice(rows)

    def words(self) -> str:
        return f"{self.chance.choice(WORDS)}, {self.chance.randrange(10**9)}."

    def day(self) -> ImpreciseDate | None:
        text = self.chance.choice(SPECIFIED)
        return ImpreciseDate.from_edtf(text, words="then", origin=DateOrigin.EDITOR) if text else None


def suggest(world: World) -> None:
    """A late text about an earlier day, read but not reviewed."""
    official = world.one(Official) if world.chance.random() < 0.6 else None
    make_statement(
        world.words(),
        state=ReviewState.SUGGESTED,
        official=official,
        stated_on=world.chance.choice(SPECIFIED),
        issue=world.one(Issue),
        signal=world.chance.choice(list(Signal)),
    )


def add_late(world: World) -> None:
    """A statement of long before, added by hand, with a pledge now and then."""
    statement = make_statement(
        world.words(),
        official=world.one(Official),
        issue=world.one(Issue),
        stated_on=world.chance.choice(SPECIFIED),
        signal=world.chance.choice(list(Signal)),
        editor=world.editor,
    )
    if world.chance.random() < 0.4:
        make_pledge(statement)


def accept(world: World) -> None:
    accept_statement(statement=world.one(Statement, state=ReviewState.SUGGESTED), editor=world.editor)


def reject(world: World) -> None:
    reject_statement(statement=world.one(Statement), editor=world.editor)


def undo(world: World) -> None:
    undo_decision(statement=world.one(Statement), editor=world.editor)


def correct(world: World) -> None:
    """Another speaker, day, kind, question, issues, and with whom it was said."""
    statement = world.one(Statement, state=ReviewState.ACCEPTED)
    issue = world.one(Issue)
    held = details_of(statement)
    details = replace(
        held,
        official=world.one(Official) if world.chance.random() < 0.5 else held.official,
        stated_on=world.day(),
        kind=world.chance.choice(list(StatementKind)),
        question=world.chance.choice(("", "Will you talk?")),
        credibility=world.chance.choice(list(Credibility)),
        joint_parties=tuple(Party.objects.filter(code="XV")) if world.chance.random() < 0.5 else (),
        links={**held.links, issue.pk: world.chance.choice(list(Signal))},
    )
    correct_statement(statement=statement, editor=world.editor, details=details)


def take_from_link(world: World) -> None:
    link = world.one(Link, withdrawn_at=None, state=ReviewState.ACCEPTED)
    kept = {pk: signal for pk, signal in details_of(link.statement).links.items() if pk != link.issue_id}
    relink(link.statement, kept, editor=world.editor)


def assess(world: World) -> None:
    link = world.one(Link, withdrawn_at=None, state=ReviewState.ACCEPTED)
    change_status(
        issue=link.issue,
        phase=world.chance.choice([phase for phase in Phase if phase != Phase.NOT_ASSESSED]),
        trend=world.chance.choice(list(Trend)),
        effective_on=world.chance.choice(SPECIFIED[:5]),
        evidence=[link.statement],
        editor=world.editor,
        perspective=world.chance.choice([None, link.issue.relationship.first]),
        rationale=world.words(),
    )


def retract(world: World) -> None:
    retract_status(change=world.one(StatusChange, retracted_at=None), editor=world.editor, reason="Mistaken.")


def restore(world: World) -> None:
    restore_status(change=world.one(StatusChange, retracted_at__isnull=False), editor=world.editor)


def pledge(world: World) -> None:
    set_pledge(
        statement=world.one(Statement, state=ReviewState.ACCEPTED), due=world.day(), editor=world.editor
    )


def decide_pledge(world: World) -> None:
    record_outcome(
        pledge=world.one(Pledge, outcome=PledgeOutcome.OPEN),
        outcome=world.chance.choice([PledgeOutcome.MET, PledgeOutcome.MISSED, PledgeOutcome.SUPERSEDED]),
        editor=world.editor,
        note=world.words(),
    )


def undecide_pledge(world: World) -> None:
    reopen_pledge(pledge=world.one(Pledge), editor=world.editor)


def take_pledge_back(world: World) -> None:
    withdraw_pledge(pledge=world.one(Pledge), editor=world.editor)


def rename(world: World) -> None:
    """What an admin may call otherwise, one of each: people, offices, parties and so on."""
    models: tuple[Any, ...] = (Official, Office, Party, Category, Issue, Source)
    for model in models:
        row: Any = world.one(model)
        field = "title" if hasattr(row, "title") else "name"
        setattr(row, field, f"Renamed {world.chance.randrange(10**9)}")
        if isinstance(row, Official):
            row.aliases = [f"Alias {world.chance.randrange(10**9)}"]
        row.save()


def move_address(world: World) -> None:
    """A slug that was mistyped."""
    model: Any = world.chance.choice((Official, Issue, Relationship, Source))
    row: Any = world.one(model)
    row.slug = f"moved-{world.chance.randrange(10**9)}"
    row.save()


def appoint(world: World) -> None:
    """To a new office and, later, to one that there is: neither was known before."""
    official = world.one(Official)
    make_tenure(official, f"Minister {world.chance.randrange(10**9)}", started_on=date(2020, 1, 1))
    held = Office.objects.exclude(tenures__official=official).order_by("pk").first()
    if held is not None:
        make_tenure(official, held.title, started_on=date(2023, 1, 1))


def dismiss(world: World) -> None:
    tenure = world.one(Tenure)
    if world.chance.random() < 0.3:
        tenure.delete()
        return
    tenure.started_on, tenure.ended_on = date(2021, 2, 3), date(2021, 2, 4)
    tenure.save()


def hire(world: World) -> None:
    make_official(f"Otto Brandt {world.chance.randrange(10**9)}")


def open_issue(world: World) -> None:
    pair = world.chance.choice((make_relationship(), make_relationship("XN", "XW")))
    make_issue(f"Issue {world.chance.randrange(10**9)}", relationship=pair)


def edit_page(world: World) -> None:
    """A page that now says something else, or the same and was only seen again."""
    capture = world.one(Capture)
    if world.chance.random() < 0.3:
        Capture.objects.filter(pk=capture.pk).update(last_seen_at=capture.captured_at.replace(year=2030))
        return
    later = make_capture(f"{capture.text} {world.words()}", document=capture.document)
    for held in Appearance.objects.filter(capture=capture):
        Appearance.objects.get_or_create(
            statement=held.statement,
            capture=later,
            start=held.start,
            defaults={"end": held.end, "quote": held.quote},
        )


def publish(world: World) -> None:
    make_capture(world.words(), document=make_document(source=world.one(Source)))


def describe_document(world: World) -> None:
    correct_document(
        document=world.one(Document),
        editor=world.editor,
        title=f"Headline {world.chance.randrange(10**9)}",
        language=world.chance.choice(("en", "ru", "fr")),
        published_on=world.day(),
    )


def fail_to_fetch(world: World) -> None:
    document = world.one(Document)
    document.fetch_error, document.fetch_attempts = "The server did not answer.", 3
    document.save()


def reprint(world: World) -> None:
    """The same words elsewhere: another place of a statement that is known."""
    statement = world.one(Statement, state=ReviewState.ACCEPTED)
    capture = make_capture(f"It was said: {statement.quote}")
    add_statement(
        capture=capture,
        start=len("It was said: "),
        end=len(capture.text),
        editor=world.editor,
        details=details_of(statement),
    )


MOVES: dict[str, Callable[[World], None]] = {
    move.__name__: move
    for move in (
        *(suggest, add_late, accept, reject, undo, correct, take_from_link),
        *(assess, retract, restore, pledge, decide_pledge, undecide_pledge, take_pledge_back),
        *(rename, move_address, appoint, dismiss, hire, open_issue),
        *(edit_page, publish, describe_document, fail_to_fetch, reprint),
    )
}


def make(move: str, world: World) -> bool:
    """Make a move in a transaction of its own; False where the desk refuses it."""
    try:
        with transaction.atomic():
            MOVES[move](world)
    except DeskError:
        return False
    return True
