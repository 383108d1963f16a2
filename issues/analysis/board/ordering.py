"""How the rows of a board are chosen, sorted and grouped. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from issues.analysis.board.asked import Asked, Group, Sort
from issues.analysis.board.rows import BoardRow
from issues.vocabulary import Phase, Trend

_PHASES = {phase.value: place for place, phase in enumerate(Phase)}
_TRENDS = {"": 3, Trend.DETERIORATED: 0, Trend.UNCHANGED: 1, Trend.IMPROVED: 2}
_LATEST = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one heading; `name` is "" where there is none. `relationship` where they share one."""

    name: str
    address: str
    rows: tuple[BoardRow, ...]
    relationship: int | None = None


def passes(row: BoardRow, asked: Asked) -> bool:
    """Whether a row passes every filter."""
    return (
        asked.phase in ("", row.badge.phase)
        and asked.category in ("", row.category)
        and (not asked.party or asked.party in {party.code for party in row.parties})
        and asked.marks <= row.marks
    )


def _newest_first(day: date | None) -> int:
    return _LATEST - day.toordinal() if day else _LATEST


_KEYS: dict[str, Callable[[BoardRow], Any]] = {
    Sort.DESK: lambda _row: 0,
    Sort.NAME: lambda row: row.title.casefold(),
    Sort.SINCE: lambda row: _newest_first(row.since_on),
    Sort.TREND: lambda row: (_TRENDS[row.trend], _newest_first(row.since_on)),
    Sort.SAID: lambda row: _newest_first(row.last.on if row.last else None),
    Sort.NEXT: lambda row: row.next.due if row.next else date.max,
    Sort.REVIEW: lambda row: -row.to_review,
}


def sorted_rows(rows: Iterable[BoardRow], sort: str) -> list[BoardRow]:
    """Sort rows; those of one rank keep the order they came in."""
    return sorted(rows, key=_KEYS[sort])


def grouped(rows: Sequence[BoardRow], group: str) -> tuple[RowGroup, ...]:
    """Put rows under headings. By party, a row stands under each of its two."""
    match group:
        case Group.RELATIONSHIP:
            return _by_relationship(rows)
        case Group.CATEGORY:
            return _gather(((row.category_name, row.category_name, ""), row) for row in rows)
        case Group.PHASE:
            return _gather(
                ((_PHASES[row.badge.phase], row.badge.label, ""), row)
                for row in sorted(rows, key=lambda row: _PHASES[row.badge.phase])
            )
        case Group.PARTY:
            return _gather(
                ((party.name, party.name, party.address), row) for row in rows for party in row.parties
            )
    return (RowGroup("", "", tuple(rows)),) if rows else ()


def _by_relationship(rows: Sequence[BoardRow]) -> tuple[RowGroup, ...]:
    gathered: dict[int, list[BoardRow]] = {}
    for row in rows:
        gathered.setdefault(row.relationship, []).append(row)
    groups = [
        RowGroup(held[0].relationship_name, held[0].relationship_address, tuple(held), relationship)
        for relationship, held in gathered.items()
    ]
    return tuple(sorted(groups, key=lambda group: group.name.casefold()))


def _gather(keyed: Iterable[tuple[tuple[Any, str, str], BoardRow]]) -> tuple[RowGroup, ...]:
    """Gather rows by their key: what headings are sorted by, their name and their address."""
    gathered: dict[tuple[Any, str, str], list[BoardRow]] = {}
    for key, row in keyed:
        gathered.setdefault(key, []).append(row)
    return tuple(
        RowGroup(name, address, tuple(gathered[key]))
        for key in sorted(gathered)
        for _, name, address in [key]
    )
