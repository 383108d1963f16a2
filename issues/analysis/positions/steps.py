"""A voice's statements on an issue, each compared word by word with the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from issues.analysis.filters import Cursor
from issues.analysis.positions.voices import Voice
from issues.analysis.statement_rows import StatementRow, statement_row, with_details
from issues.analysis.versions import Piece, compare_words
from issues.analysis.words import day
from issues.models import Link, Shift
from issues.vocabulary import ShiftSize

AT_MOST = 40


@dataclass(frozen=True, slots=True)
class Earlier:
    id: int
    address: str
    day: str


@dataclass(frozen=True, slots=True)
class Step:
    """A statement and how it came from the one before: `earlier` is None for the first of all.

    `pieces` is None where the words are too different, or too many, to compare; `is_same` where
    they are the same.
    """

    row: StatementRow
    earlier: Earlier | None
    pieces: tuple[Piece, ...] | None
    is_same: bool
    shift: str  # in words; "" where nobody judged it
    size: str


@dataclass(frozen=True, slots=True)
class Steps:
    steps: tuple[Step, ...]  # newest first
    older: Cursor | None


def steps(voice: Voice, issue: int, before: Cursor | None, *, today: date) -> Steps:
    """The newest steps before a cursor. Two queries."""
    said = voice.links(issue)
    if before is not None and before.day is not None:
        said = said.filter(
            Q(stated_day__lt=before.day) | Q(stated_day=before.day, statement__lt=before.statement)
        )
    # One more than is shown: the last is compared with it.
    links = list(with_details(said, "statement__")[: AT_MOST + 1])
    sizes = _sizes(issue, links)
    shown = tuple(
        _step(link, links[place + 1] if place + 1 < len(links) else None, sizes, today)
        for place, link in enumerate(links[:AT_MOST])
    )
    last = links[AT_MOST - 1] if len(links) > AT_MOST else None
    return Steps(shown, Cursor(last.stated_day, last.statement_id) if last else None)


def _sizes(issue: int, links: Sequence[Link]) -> dict[tuple[int, int], str]:
    if len(links) < 2:
        return {}
    judged = Shift.objects.filter(issue=issue, statement__in=[link.statement_id for link in links])
    return {(shift.statement_id, shift.earlier_id): shift.size for shift in judged}


def _step(link: Link, before: Link | None, sizes: dict[tuple[int, int], str], today: date) -> Step:
    row = statement_row(link.statement, link, today=today, signal=link.signal)
    if before is None:
        return Step(row, None, None, is_same=False, shift="", size="")
    size = sizes.get((link.statement_id, before.statement_id), "")
    old, new = (" ".join(each.statement.quote.split()) for each in (before, link))
    return Step(
        row=row,
        earlier=Earlier(
            before.statement_id,
            before.statement.get_absolute_url(),
            day(before.stated_day) if before.stated_day else "",
        ),
        pieces=compare_words(old, new),
        is_same=old == new,
        shift=ShiftSize(size).label if size else "",
        size=size,
    )
