"""Brings one tracked table up to date with reference data, and leaves alone what people decided.

Who wrote a row stands in its audit history. Rows that only this loader ever wrote follow the data
files. A row that a person edited, renamed or removed stays as that person left it.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

type Key = tuple[Hashable, ...]
type Values = Mapping[str, Any]

CONTEXT = {"source": "reference data"}


@dataclass(frozen=True, slots=True)
class TableCounts:
    """Rows of one table: added, updated, kept as a person left them, removed as corrected facts."""

    added: int = 0
    updated: int = 0
    kept: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Synced:
    """ids: of each wanted row that exists, by its key in the data files."""

    ids: Mapping[Key, int]
    counts: TableCounts


@dataclass(frozen=True, slots=True)
class _History:
    loaded: Mapping[Key, int]  # rows that the loader once made, by the key they had then
    edited: frozenset[int]  # rows that somebody else wrote


def sync_table(
    model: type[models.Model],
    wanted: Mapping[Key, Values],
    *,
    key: tuple[str, ...],
    remove_stale: bool = False,
) -> Synced:
    """Insert and update the rows of `wanted`, column values by key; at most five queries.

    remove_stale: delete rows that the loader made, nobody edited and the data no longer has.
    """
    rows: dict[int, Any] = {row.pk: row for row in model._default_manager.all()}  # noqa: SLF001
    history = _history(model, key)
    removed = _remove_stale(model, wanted, rows, history) if remove_stale else 0
    present = {_key(row, key): pk for pk, row in rows.items()}
    new: list[models.Model] = []
    changed: list[models.Model] = []
    columns: set[str] = set()
    kept = 0
    for name, values in wanted.items():
        pk = history.loaded.get(name, present.get(name))
        if pk is None:
            new.append(model(**dict(zip(key, name, strict=True)), **values))
        elif pk not in rows or pk in history.edited or name not in history.loaded:
            kept += 1
        elif differing := [column for column, value in values.items() if getattr(rows[pk], column) != value]:
            for column in differing:
                setattr(rows[pk], column, values[column])
            columns.update(differing)
            changed.append(rows[pk])
    manager = model._default_manager  # noqa: SLF001
    if changed:
        manager.bulk_update(changed, sorted(columns), batch_size=500)
    if new:
        # What conflicts with rows that people made is theirs to settle, and stays out.
        manager.bulk_create(new, ignore_conflicts=True, batch_size=500)
        rows = {row.pk: row for row in manager.all()}
        present = {_key(row, key): pk for pk, row in rows.items()}
    ids = {name: history.loaded.get(name, present.get(name)) for name in wanted}
    found = {name: pk for name, pk in ids.items() if pk is not None and pk in rows}
    added = sum(_key(row, key) in present for row in new)
    return Synced(found, TableCounts(added, len(changed), kept, removed))


def _key(row: Any, key: tuple[str, ...]) -> Key:
    return tuple(getattr(row, column) for column in key)


def _history(model: type[models.Model], key: tuple[str, ...]) -> _History:
    loaded: dict[Key, int] = {}
    edited: set[int] = set()
    events = model.events.rel.related_model._default_manager  # type: ignore[attr-defined]  # noqa: SLF001
    listed = events.order_by("pgh_id").values_list(
        "pgh_obj_id", "pgh_label", "pgh_context__metadata__source", *key
    )
    for pk, label, source, *values in listed:
        if source != CONTEXT["source"]:
            edited.add(pk)
        elif label == "insert":
            loaded[tuple(values)] = pk
    return _History(loaded, frozenset(edited))


def _remove_stale(
    model: type[models.Model], wanted: Mapping[Key, Values], rows: dict[int, Any], history: _History
) -> int:
    stale = [
        pk
        for name, pk in history.loaded.items()
        if name not in wanted and pk in rows and pk not in history.edited
    ]
    for pk in stale:
        del rows[pk]
    if stale:
        model._default_manager.filter(pk__in=stale).delete()  # noqa: SLF001
    return len(stale)
