"""Rows get the moments at which they would have been recorded, and so does what they were before.

The database notes by itself when a row was recorded, changed and decided (issues/models/as_of.py, the
history). No program may say otherwise, so the triggers that see to it are laid aside here, for rows of
the demonstration alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from issues.models.as_of import REMEMBERED

SILENT = {each.table: frozenset(each.silent) for each in REMEMBERED}
_TIMES = """
SELECT attname FROM pg_attribute
WHERE attrelid = to_regclass(%s) AND atttypid = 'timestamptz'::regtype AND attnum > 0 AND NOT attisdropped
"""

type Key = int | str


@dataclass(frozen=True, slots=True)
class Dated:
    """Rows of a table, by a column, with the moment at which each was recorded."""

    table: str
    column: str
    moments: Mapping[Any, datetime]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table, by a column."""

    table: str
    column: str
    keys: Sequence[Key]


@dataclass(slots=True)
class Recorder:
    """Keeps of each decision when it was made and when it would have been; `write` dates all of them.

    One follows the other, so that a time in a row tells which decision it is from.
    """

    _spans: list[tuple[datetime, datetime, datetime]] = field(default_factory=list)

    @contextmanager
    def at(self, moment: datetime) -> Iterator[None]:
        """What is decided within was decided at that moment."""
        start = min(_clocks())
        yield
        self._spans.append((start, max(_clocks()), moment))

    def write(self, decided: Sequence[Rows]) -> None:
        """Move the times of these rows, of what they were before and of their history."""
        if not self._spans:
            return
        spans = [list(column) for column in zip(*self._spans, strict=True)]
        with _unguarded([rows.table for rows in decided]) as cursor:
            for rows in decided:
                for table in _with_past(rows.table):
                    for name in _times(cursor, table, SILENT[rows.table]):
                        cursor.execute(
                            f'UPDATE {table} t SET "{name}" = s.moment + (t."{name}" - s.began)'  # noqa: S608
                            " FROM unnest(%s::timestamptz[], %s::timestamptz[], %s::timestamptz[])"
                            f' s(began, ended, moment) WHERE t."{name}" BETWEEN s.began AND s.ended'
                            f" AND t.{rows.column} = ANY(%s)",
                            [*spans, list(rows.keys)],
                        )
        self._spans.clear()


def date_rows(dated: Sequence[Dated]) -> None:
    """Rows that came in a moment ago came at theirs; what they were within that moment is forgotten."""
    with _unguarded([each.table for each in dated]) as cursor:
        for each in dated:
            if not each.moments:
                continue
            kind = "text" if isinstance(next(iter(each.moments)), str) else "bigint"
            given = [list(each.moments), list(each.moments.values())]
            live, past, *history = _with_past(each.table)
            cursor.execute(f"DELETE FROM {past} WHERE {each.column} = ANY(%s::{kind}[])", given[:1])  # noqa: S608
            for table in (live, *history):
                names = _times(cursor, table, SILENT[each.table])
                # What is null stays so: nobody has decided it.
                moved = ", ".join(
                    f'"{name}" = CASE WHEN t."{name}" IS NOT NULL THEN m.moment END' for name in names
                )
                cursor.execute(
                    f"UPDATE {table} t SET {moved} FROM unnest(%s::{kind}[], %s::timestamptz[])"  # noqa: S608
                    f" m(key, moment) WHERE t.{each.column} = m.key",
                    given,
                )


def begin_rows(begun: Sequence[Rows], moment: datetime) -> None:
    """Rows have been known since that moment, if not before; what was changed since then stays."""
    with _unguarded([rows.table for rows in begun]) as cursor:
        for rows in begun:
            live, past, *history = _with_past(rows.table)
            mine = f"t.{rows.column} = ANY(%s)"
            first = f"SELECT FROM {past} p WHERE p.{rows.column} = t.{rows.column}"  # names of ours
            for table, is_first in ((live, first), (past, f"{first} AND p.known_from < t.known_from")):
                cursor.execute(
                    f"UPDATE {table} t SET known_from = %s"  # noqa: S608
                    f" WHERE {mine} AND known_from > %s AND NOT EXISTS ({is_first})",
                    [moment, list(rows.keys), moment],
                )
            for table in history:
                cursor.execute(
                    f"UPDATE {table} t SET pgh_created_at = %s"  # noqa: S608
                    f" WHERE {mine} AND pgh_label = 'insert' AND pgh_created_at > %s",
                    [moment, list(rows.keys), moment],
                )


def _clocks() -> tuple[datetime, datetime]:
    """Ours and the database's: rows have times of both."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return timezone.now(), cursor.fetchone()[0]


@contextmanager
def _unguarded(tables: Sequence[str]) -> Iterator[Any]:
    """One transaction in which nothing notes or refuses what is written into these tables."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield cursor
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _with_past(table: str) -> tuple[str, ...]:
    """A table, what its rows were before, and their history where it is kept."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [f"{table}event"])
        (is_told,) = cursor.fetchone()
    return (table, f"past.{table}", *([f"{table}event"] if is_told else ()))


def _times(cursor: Any, table: str, silent: frozenset[str]) -> list[str]:
    cursor.execute(_TIMES, [table])
    return [name for (name,) in cursor.fetchall() if name not in silent]
