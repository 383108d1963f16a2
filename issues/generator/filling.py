"""Filling tables by the million: indexes, foreign keys and triggers are laid aside, then put back.

An index that is built at the end costs a fraction of one that grows row by row, and so does a foreign key
that is checked at the end. Putting them back is a proof: PostgreSQL refuses where a row does not fit. What
triggers check is checked by check.py, and what they write (copies, history) is written by whoever fills.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction

# Of constraints, primary keys and unique ones stay: they own their indexes.
_INDEXES = """
SELECT format('DROP INDEX %%s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
FROM pg_index i WHERE i.indrelid = ANY(%(tables)s::regclass[]) AND NOT EXISTS (
    SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x')
) ORDER BY i.indexrelid
"""
_FOREIGN_KEYS = """
SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', c.conrelid::regclass, c.conname),
    format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', c.conrelid::regclass, c.conname,
        pg_get_constraintdef(c.oid))
FROM pg_constraint c WHERE c.conrelid = ANY(%(tables)s::regclass[]) AND c.contype = 'f' ORDER BY c.oid
"""
MEMORY = "256MB"  # for building an index


@dataclass(frozen=True, slots=True)
class _Laid:
    drop: str
    restore: str


@contextmanager
def laid_aside(tables: Iterable[str]) -> Iterator[None]:
    """Within, rows may be copied in; at the end everything is in force again. One transaction."""
    names = list(tables)
    with transaction.atomic():
        _run(["SET CONSTRAINTS ALL IMMEDIATE", f"SET LOCAL maintenance_work_mem = '{MEMORY}'"])
        laid = [*_found(_FOREIGN_KEYS, names), *_found(_INDEXES, names)]
        _run(f"ALTER TABLE {name} DISABLE TRIGGER USER" for name in names)
        _run(each.drop for each in laid)
        yield
        _run(each.restore for each in reversed(laid))
        _run(f"ALTER TABLE {name} ENABLE TRIGGER USER" for name in names)
        _run(["SET CONSTRAINTS ALL DEFERRED"])


def _found(query: str, tables: list[str]) -> list[_Laid]:
    with connection.cursor() as cursor:
        cursor.execute(query, {"tables": tables})
        return [_Laid(*row) for row in cursor.fetchall()]


def _run(statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
