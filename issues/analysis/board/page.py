"""The page of a board: of everything, of a relationship, of a party; filtered, sorted, grouped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from issues.analysis.board.asked import Asked, Group
from issues.analysis.board.controls import Controls, controls
from issues.analysis.board.matrix import MatrixRow, Month, matrix_row, month_columns, monthly_statements
from issues.analysis.board.ordering import RowGroup, grouped, passes, sorted_rows
from issues.analysis.board.rows import BoardRow, Rows, board_rows, with_backlog
from issues.analysis.board.summary import heading, summary
from issues.analysis.coverage import Coverage, coverage
from issues.analysis.due import NextDate
from issues.analysis.marks import PhaseBadge, phase_badge
from issues.analysis.naming import by_pair, pair_name
from issues.models import Issue, Party, Relationship
from issues.vocabulary import Phase

ROWS_AT_MOST = 200


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose board it is. `parties` have the sources that matter to it; None for all."""

    kind: str  # "everything" | "relationship" | "party"
    title: str
    address: str
    issues: Q
    parties: tuple[str, ...] | None
    related: tuple[tuple[str, str], ...] = ()  # name and address of boards beside it

    @property
    def group(self) -> str:
        return Group.NONE if self.kind == "relationship" else Group.RELATIONSHIP


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """Rows under a heading, their summary, and what falls due beside them."""

    name: str
    address: str
    summary: str
    rows: tuple[BoardRow, ...]
    at_large: tuple[NextDate, ...]
    months: tuple[MatrixRow, ...]  # the rows as a matrix draws them; empty for the table


@dataclass(frozen=True, slots=True)
class BoardPage:
    scope: Scope
    asked: Asked
    address: str  # of just this view
    heading: str  # "12 issues"; said aloud after a swap
    summary: str
    coverage: Coverage
    controls: Controls
    groups: tuple[BoardGroup, ...]
    columns: tuple[Month, ...]  # of the matrix; empty for the table
    is_empty: bool  # nothing is followed here at all
    is_cut: bool

    @property
    def legend(self) -> tuple[PhaseBadge, ...]:
        return tuple(phase_badge(phase) for phase in Phase if phase != Phase.NOT_ASSESSED)


def of_everything() -> Scope:
    return Scope("everything", _("Where everything stands"), reverse("board"), Q(), None)


def of_relationship(relationship: Relationship) -> Scope:
    """The scope of one relationship (its parties loaded)."""
    pair = (relationship.first, relationship.second)
    return Scope(
        "relationship",
        pair_name(relationship),
        relationship.get_absolute_url(),
        Q(relationship=relationship),
        relationship.codes,
        tuple((party.name_shown, party.get_absolute_url()) for party in pair),
    )


def of_party(party: Party) -> Scope:
    return Scope(
        "party",
        party.name_shown,
        party.get_absolute_url(),
        Q(relationship__first=party) | Q(relationship__second=party),
        (party.code,),
    )


def board_page(scope: Scope, asked: Asked, *, reader: int | None, today: date) -> BoardPage:
    """Read a board; `reader` is the account of whoever asks, None without one."""
    issues, is_cut = _issues(scope, asked, reader)
    read = board_rows(issues, today=today)
    chosen = sorted_rows([row for row in read.rows if passes(row, asked)], asked.sort)
    heard = coverage(scope.parties, today=today)
    columns = month_columns(asked.months, today=today) if asked.is_matrix else ()
    said = monthly_statements([row.id for row in chosen], columns) if columns else {}
    chosen_groups = grouped(chosen, asked.group or scope.group)
    groups = tuple(
        BoardGroup(
            name=group.name,
            address=group.address,
            summary=summary(group.rows) if len(chosen_groups) > 1 and not columns else "",
            rows=group.rows,
            at_large=_at_large(group, read, asked),
            months=tuple(matrix_row(row, columns, said) for row in group.rows) if columns else (),
        )
        for group in chosen_groups
    )
    return BoardPage(
        scope=scope,
        asked=asked,
        address=asked.write(scope.address),
        heading=heading(len(chosen), len(read.rows), is_filtered=asked.is_filtered),
        summary=summary(chosen),
        coverage=heard,
        controls=controls(scope.address, scope.group, asked, read.rows, has_reader=reader is not None),
        groups=groups,
        columns=columns,
        is_empty=not read.rows,
        is_cut=is_cut,
    )


def _issues(scope: Scope, asked: Asked, reader: int | None) -> tuple[Sequence[Issue], bool]:
    """The issues of a board in the desk's order, 200 at most, and whether there are more.

    Filters choose among these, so that each shows what else there is; where there are more, what the
    database can tell narrows them before they are counted off.
    """
    wanted = with_backlog(Issue.objects.filter(scope.issues), reader=reader).order_by(
        *by_pair(), "position", "title"
    )
    issues = list(wanted[: ROWS_AT_MOST + 1])
    is_cut = len(issues) > ROWS_AT_MOST
    if is_cut and (asked.party or asked.category or "followed" in asked.marks):
        if asked.party:
            wanted = wanted.filter(Q(relationship__first=asked.party) | Q(relationship__second=asked.party))
        if asked.category:
            wanted = wanted.filter(category=asked.category)
        if "followed" in asked.marks:
            wanted = wanted.filter(follows__user=reader)
        issues = list(wanted[: ROWS_AT_MOST + 1])
        is_cut = len(issues) > ROWS_AT_MOST
    return issues[:ROWS_AT_MOST], is_cut


def _at_large(group: RowGroup, read: Rows, asked: Asked) -> tuple[NextDate, ...]:
    """What falls due between two parties beyond their issues: beside all of these, and there alone."""
    shared = {row.relationship for row in group.rows}
    is_whole = group.relationship is not None or (not group.name and len(shared) == 1)
    if asked.is_filtered or not is_whole:
        return ()
    return tuple(read.at_large.get(shared.pop(), ()))
