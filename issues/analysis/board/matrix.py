"""A board by months: the phase of each issue at the end of each month, and where it changed.

A cell leads to its evidence: of a month in which the status changed, the statements that the change
rests on; of another with statements, those of the month; else those that the phase rests on.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from issues.analysis.board.rows import BoardRow
from issues.analysis.formats import written
from issues.analysis.marks import TREND_ARROWS, phase_badge
from issues.analysis.standing import ASSESSED, Spell
from issues.analysis.words import counted
from issues.vocabulary import Trend

# More than this many statements of a month are not counted one by one.
COUNTED_AT_MOST = 10

_COUNTS = """
SELECT i.id, m.place, few.n FROM unnest(%(issues)s::bigint[]) i(id)
CROSS JOIN unnest(%(firsts)s::date[], %(lasts)s::date[]) WITH ORDINALITY m(first, last, place)
CROSS JOIN LATERAL (SELECT count(*) AS n FROM (
    SELECT FROM issues_link
    WHERE issue_id = i.id AND state = 'accepted' AND withdrawn_at IS NULL
      AND stated_day BETWEEN m.first AND m.last
    LIMIT %(most)s
) found) few
WHERE few.n > 0
"""


@dataclass(frozen=True, slots=True)
class Month:
    """A column. `year` is written over its first month; `last` is today in the month that runs."""

    first: date
    last: date
    name: str
    long_name: str
    year: str  # "" where the column before shows it
    is_year_start: bool


@dataclass(frozen=True, slots=True)
class Cell:
    css: str  # colour and texture, and how many statements: said-0 to said-3
    arrow: str
    label: str  # "Nov 2025: Stalled, deteriorated; 3 statements"
    address: str  # "" where there is nothing to lead to


@dataclass(frozen=True, slots=True)
class MatrixRow:
    title: str
    address: str
    is_provisional: bool
    cells: tuple[Cell, ...]


Counts = dict[tuple[int, int], int]  # by issue and place of the month


def month_columns(count: int, *, today: date) -> tuple[Month, ...]:
    """The last `count` months, the running one last."""
    columns: list[Month] = []
    first = today.replace(day=1)
    for _back in range(count):
        following = (first + timedelta(days=32)).replace(day=1)
        columns.append(
            Month(
                first=first,
                last=min(following - timedelta(days=1), today),
                name=written(first, "month"),
                long_name=written(first, "month_year"),
                year=str(first.year) if first.month == 1 or _back == count - 1 else "",
                is_year_start=first.month == 1,
            )
        )
        first = (first - timedelta(days=1)).replace(day=1)
    return tuple(reversed(columns))


def monthly_statements(issue_ids: Collection[int], columns: Sequence[Month]) -> Counts:
    """How many statements each month has, ten at most. One query; a cell reads ten index entries."""
    params: dict[str, Any] = {
        "issues": list(issue_ids),
        "firsts": [month.first for month in columns],
        "lasts": [month.last for month in columns],
        "most": COUNTED_AT_MOST,
    }
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, params)
        return {(issue, place - 1): count for issue, place, count in cursor.fetchall()}


def matrix_row(row: BoardRow, columns: Sequence[Month], counts: Counts) -> MatrixRow:
    """Draw the months of one issue."""
    spells = row.standing.spells.get(ASSESSED, ())
    cells = tuple(
        _cell(
            row,
            month,
            [spell for spell in spells if spell.start <= month.last],
            counts.get((row.id, place), 0),
        )
        for place, month in enumerate(columns)
    )
    return MatrixRow(row.title, row.address, row.badge.is_provisional, cells)


def _cell(row: BoardRow, month: Month, begun: Sequence[Spell], said: int) -> Cell:
    """One month: `begun` are the spells that began by its end, the last of which holds there."""
    spoken = counted("%(count)s statement", "%(count)s statements", said) if said else ""
    if said >= COUNTED_AT_MOST:
        spoken = _("%(count)s statements or more") % {"count": COUNTED_AT_MOST}
    holds = begun[-1] if begun else None
    is_change = holds is not None and holds.start >= month.first
    state = _("not assessed")
    css, arrow = "", ""
    if holds:
        badge = phase_badge(holds.change.phase)
        state, css = badge.label, badge.css
        if is_change:
            trend = Trend(holds.change.trend)
            arrow = TREND_ARROWS[trend]
            state = _("%(phase)s, new this month, %(trend)s") % {"phase": state, "trend": trend.label.lower()}
    rank = 0 if not said else 1 if said < 3 else 2 if said < COUNTED_AT_MOST else 3
    return Cell(
        css=f"{css} said-{rank}".strip(),
        arrow=arrow,
        label=f"{month.long_name}: {'; '.join(filter(None, (state, spoken)))}",
        address=_address(row, month, holds, is_change=is_change, said=said),
    )


def _address(row: BoardRow, month: Month, holds: Spell | None, *, is_change: bool, said: int) -> str:
    if said and not is_change:
        return f"{row.address}?from={month.first.isoformat()}&to={month.last.isoformat()}#statements"
    return f"{row.address}?evidence={holds.change.id}#statements" if holds else ""
