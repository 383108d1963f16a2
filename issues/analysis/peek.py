"""A look at one statement: its words and what one must know to weigh them, no more."""

from dataclasses import dataclass
from datetime import date

from issues.analysis.marks import SIGNAL_MARKS, SignalMark
from issues.analysis.naming import name_of
from issues.analysis.statement_rows import StatementRow, statement_row, with_details
from issues.models import Link, Statement
from issues.vocabulary import ReviewState


@dataclass(frozen=True, slots=True)
class Bearing:
    """What the statement says on an issue."""

    issue: str
    signal: SignalMark


@dataclass(frozen=True, slots=True)
class Peek:
    row: StatementRow
    question: str
    language: str
    bearings: tuple[Bearing, ...]


def peek(pk: int, *, today: date, with_unreviewed: bool) -> Peek | None:
    """Read a look at a statement; None where there is none that the reader may see. Two queries."""
    statements = Statement.objects.filter(pk=pk)
    if not with_unreviewed:
        statements = statements.filter(state=ReviewState.ACCEPTED)
    statement = with_details(statements).first()
    if statement is None:
        return None
    links = Link.objects.filter(statement=pk, state=ReviewState.ACCEPTED, withdrawn_at__isnull=True)
    bearings = links.order_by("id").values_list(name_of("issue__title"), "signal")
    return Peek(
        row=statement_row(statement, statement, today=today),
        question=statement.question,
        language=statement.language,
        bearings=tuple(Bearing(title, SIGNAL_MARKS[signal]) for title, signal in bearings),
    )
