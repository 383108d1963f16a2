"""What the demo editor adds by hand where the reader left it, from `content/additions.toml`."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from issues.demo.archive import demo_captures, statements_with
from issues.demo.articles import CONTENT
from issues.demo.days import day_at, fill_days
from issues.demo.script import Words
from issues.desk.details import Details
from issues.desk.errors import DeskError
from issues.desk.links import link_statement
from issues.desk.pledges import set_pledge
from issues.desk.review import accept_statement
from issues.desk.statements import add_passage
from issues.models import Capture, Issue, Link, Official, Party, Pledge, Statement, User
from issues.reading.dates import find_deadline
from issues.reading.edtf import ImpreciseDate
from issues.vocabulary import DateOrigin, ReviewState, Signal, StatementKind


@dataclass(frozen=True, slots=True)
class Addition:
    """A passage to be a statement on an issue, said by an official, or by a speaker of a party.

    `looked_up` is what tells whether a statement holds it already. `added_on` is the day on which the editor
    came to it, where that was long after the article was read.
    """

    passage: str
    looked_up: Words
    issue: str
    signal: Signal
    kind: StatementKind
    official: str
    speaker: str
    party: str
    joint: tuple[str, ...]
    is_pledge: bool
    added_on: date | None = None


@cache
def read_additions(today: date) -> tuple[Addition, ...]:
    """Read the additions with their days computed from a reference day."""
    data = tomllib.loads((CONTENT / "additions.toml").read_text(encoding="utf-8"))
    return tuple(addition(row, today=today) for row in data["added"])


def addition(row: dict[str, Any], *, today: date) -> Addition:
    passage = fill_days(row["passage"], today=today)
    return Addition(
        passage=passage,
        looked_up=Words(row["document"], row.get("words", passage.rstrip(",."))),
        issue=row["issue"],
        signal=Signal(row["signal"]),
        kind=StatementKind(row.get("kind", StatementKind.DIRECT_QUOTE)),
        official=row.get("official", ""),
        speaker=row.get("speaker", ""),
        party=row.get("party", ""),
        joint=tuple(row.get("joint", ())),
        is_pledge=row.get("pledge", False),
        added_on=day_at(row["added"], today=today) if "added" in row else None,
    )


def add_one(wanted: Addition, *, editor: User) -> bool:
    """Add one passage, or give the statement that holds it the issue and the pledge it lacks.

    What a person rejected stays rejected, and what a person corrected stays as it is.
    """
    issue = Issue.objects.filter(slug=wanted.issue).first()
    capture = demo_captures(wanted.looked_up.path).order_by("number").first()
    if issue is None or capture is None:
        return False
    try:
        held = holding(wanted, issue=issue)
        if held is None:
            return add_new(wanted, issue=issue, capture=capture, editor=editor)
        return complete(held, wanted, issue=issue, capture=capture, editor=editor)
    except DeskError:
        return False


def holding(wanted: Addition, *, issue: Issue) -> Statement | None:
    """The statement that holds the passage: one on the issue before others, a decided one before others."""
    found = list(statements_with(wanted.looked_up).prefetch_related("links"))
    on_issue = [each for each in found if any(link.issue_id == issue.pk for link in each.links.all())]
    return next(
        iter(sorted(on_issue or found, key=lambda each: (each.reviewed_by_id is None, each.pk))), None
    )


def add_new(wanted: Addition, *, issue: Issue, capture: Capture, editor: User) -> bool:
    """Add the passage as the editor's own statement."""
    official = Official.objects.filter(slug=wanted.official).first()
    statement = add_passage(
        capture=capture,
        passage=wanted.passage,
        editor=editor,
        details=Details(
            party=official.party if official else Party.objects.get(pk=wanted.party),
            official=official,
            speaker_label="" if official else wanted.speaker,
            joint_parties=tuple(Party.objects.filter(pk__in=wanted.joint)),
            stated_on=ImpreciseDate.from_edtf(capture.document.published_on, origin=DateOrigin.PUBLICATION),
            kind=wanted.kind,
            links={issue.pk: wanted.signal},
        ),
    )
    if wanted.is_pledge:
        promise(statement, capture=capture, editor=editor)
    return True


def complete(held: Statement, wanted: Addition, *, issue: Issue, capture: Capture, editor: User) -> bool:
    """Link a statement nobody has decided, and make a pledge of it where the reader saw none."""
    changed = False
    linked = Link.objects.filter(statement=held, issue=issue).exists()
    if held.state == ReviewState.REJECTED or (not linked and held.reviewed_by_id not in {None, editor.pk}):
        return False
    if not linked:
        link_statement(statement=held, issue=issue, signal=wanted.signal, editor=editor)
        changed = True
    if held.state == ReviewState.SUGGESTED:
        accept_statement(statement=held, editor=editor)
        changed = True
    if wanted.is_pledge and not Pledge.objects.filter(statement=held, due_on__gt="").exists():
        changed |= promise(held, capture=capture, editor=editor)
    return changed


def promise(statement: Statement, *, capture: Capture, editor: User) -> bool:
    """Make a pledge of a statement, due when its own words say; False where they say nothing."""
    deadline = find_deadline(
        statement.quote,
        anchor=statement.stated_on_lower or capture.document.published_on_lower,
        language=capture.document.language,
    )
    if deadline is None or deadline.due is None:
        return False
    set_pledge(statement=statement, due=deadline.due, editor=editor, calculation=deadline.calculation)
    return True
