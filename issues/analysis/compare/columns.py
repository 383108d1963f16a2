"""The words of a comparison, in facing columns: a row for each day on which any of them spoke."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Value

from issues.analysis.compare.issues import Compared
from issues.analysis.known import links_that_count, newest_first
from issues.analysis.statement_rows import StatementRow, statement_row, with_details
from issues.analysis.windows import Window
from issues.analysis.words import day
from issues.models import Link, Statement
from issues.vocabulary import ReviewState

A_COLUMN_AT_MOST = 30
Voice = Statement.joint_parties.through


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    note: str  # the relationship of an issue; "" for a party
    address: str  # all its statements of the window
    is_cut: bool  # there are older ones in the window


@dataclass(frozen=True, slots=True)
class Cell:
    """What was said that day in a column; on a phone, where the columns are gone, `title` names it."""

    title: str
    said: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class DayRow:
    day: str
    machine: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    heads: tuple[Column, ...]
    rows: tuple[DayRow, ...]  # newest first


def facing_columns(issues: Sequence[Compared], window: Window, *, today: date) -> Columns:
    """A column an issue; of a single issue a column a party. Two queries."""
    if not issues:
        return Columns((), ())
    period = f"from={window.start.isoformat()}&to={window.end.isoformat()}"
    asked: list[tuple[str, str, str, QuerySet[Link]]] = []
    for issue in issues:
        address = f"{issue.address}?{period}"
        if len(issues) > 1:
            asked.append((issue.title, issue.relationship, f"{address}#statements", _links(issue, window)))
            continue
        for code, name in issue.parties:
            links = _links(issue, window).filter(_spoken_by(code))
            asked.append((name, "", f"{address}&party={code}#statements", links))
    found = _newest([links for *_rest, links in asked])
    heads = tuple(
        Column(title, note, address, len(ids) > A_COLUMN_AT_MOST)
        for (title, note, address, _), ids in zip(asked, found, strict=True)
    )
    return Columns(heads, _rows([ids[:A_COLUMN_AT_MOST] for ids in found], heads, today))


def _links(issue: Compared, window: Window) -> QuerySet[Link]:
    return links_that_count().filter(
        issue=issue.id,
        stated_day__range=(window.start, window.end),
        statement__state=ReviewState.ACCEPTED,
    )


def _spoken_by(code: str) -> Q:
    joint = Exists(Voice.objects.filter(statement=OuterRef("statement"), party=code))
    return Q(Q(party=code) | joint)


def _newest(columns: Sequence[QuerySet[Link]]) -> list[list[int]]:
    """The newest link ids of each column, one more than it shows. One query of as many parts."""
    parts = [
        newest_first(links).annotate(place=Value(place)).values_list("place", "pk")[: A_COLUMN_AT_MOST + 1]
        for place, links in enumerate(columns)
    ]
    first, *others = parts
    held: list[list[int]] = [[] for _ in columns]
    for place, pk in first.union(*others, all=True).order_by() if others else first:
        held[place].append(pk)
    return held


def _rows(columns: Sequence[Sequence[int]], heads: Sequence[Column], today: date) -> tuple[DayRow, ...]:
    wanted = {pk for ids in columns for pk in ids}
    links = {link.pk: link for link in with_details(Link.objects.filter(pk__in=wanted), "statement__")}
    rows: dict[date, list[list[StatementRow]]] = {}
    for place, ids in enumerate(columns):
        for link in sorted((links[pk] for pk in ids), key=lambda link: link.statement_id, reverse=True):
            if link.stated_day is None:
                continue
            cells = rows.setdefault(link.stated_day, [[] for _ in columns])
            cells[place].append(statement_row(link.statement, link, today=today, signal=link.signal))
    return tuple(
        DayRow(
            day(each),
            each.isoformat(),
            tuple(Cell(head.title, tuple(said)) for head, said in zip(heads, rows[each], strict=True)),
        )
        for each in sorted(rows, reverse=True)
    )
