"""What triggers would have written of generated rows: their history, and what they were before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection, models

from issues.generator.tables import history_of, past_of, table_of
from issues.models import (
    Appearance,
    Category,
    Evidence,
    Issue,
    Link,
    Office,
    Official,
    Party,
    Pledge,
    Relationship,
    Source,
    Statement,
    StatusChange,
    Tenure,
)


@dataclass(frozen=True, slots=True)
class _Story:
    """When a row came to be, and which columns were otherwise until `known_from`, where that is later."""

    born: str = "known_from"
    before: Mapping[str, str] = field(default_factory=dict)


_PROPOSED = {
    "state": "CASE WHEN proposed_by = 'editor' THEN state ELSE 'suggested' END",
    "accepted_at": "CASE WHEN proposed_by = 'editor' THEN accepted_at END",
    "reviewed_by_id": "CASE WHEN proposed_by = 'editor' THEN reviewed_by_id END",
}
STORIES: Mapping[type[models.Model], _Story] = {
    Statement: _Story("recorded_at", _PROPOSED),
    Link: _Story("recorded_at", _PROPOSED),
    Appearance: _Story(),
    Pledge: _Story(
        "recorded_at",
        {
            "outcome": "'open'",
            **dict.fromkeys(("met_on", "outcome_statement_id", "decided_at", "decided_by_id"), "NULL"),
            "outcome_note": "''",
        },
    ),
    StatusChange: _Story(
        "recorded_at",
        {"retracted_at": "NULL", "retracted_by_id": "NULL", "retraction_reason": "''"},
    ),
    Evidence: _Story(),
}
BORN_FIRST = (Party, Category, Relationship, Issue, Official, Office, Tenure, Source)


def write_history(first_ids: Mapping[type[models.Model], int]) -> None:
    """Write the events of the rows from those ids on."""
    with connection.cursor() as cursor:
        for model, story in STORIES.items():
            columns = _columns(model)
            given = {name: story.before.get(name, f'"{name}"') for name in columns}
            cursor.execute(_insert(model, columns, given, story.born, "insert"), [first_ids[model]])
            if story.before:
                same = {name: f'"{name}"' for name in columns}
                cursor.execute(_insert(model, columns, same, "known_from", "update"), [first_ids[model]])


def write_past(first_ids: Mapping[type[models.Model], int]) -> None:
    """Write what the rows from those ids on were until they became what they are."""
    with connection.cursor() as cursor:
        for model, story in STORIES.items():
            if not story.before:
                continue
            columns = [name for name in _past_columns(cursor, model) if not name.startswith("known_")]
            names = ", ".join(f'"{name}"' for name in columns)
            shown = ", ".join(story.before.get(name, f'"{name}"') for name in columns)
            cursor.execute(
                f"INSERT INTO {past_of(model)} ({names}, known_from, known_until)"  # noqa: S608  # names of ours
                f" SELECT {shown}, {story.born}, known_from FROM {table_of(model)}"
                f" WHERE id >= %s AND known_from > {story.born} ORDER BY id",
                [first_ids[model]],
            )


def backdate(models_born: tuple[type[models.Model], ...], *, born: datetime) -> None:
    """What this transaction created by the ORM has existed since `born`, and has been known since then."""
    with connection.cursor() as cursor:
        for model in models_born:
            table, events = table_of(model), history_of(model)
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            cursor.execute(f"UPDATE {table} SET known_from = %s WHERE known_from = now()", [born])  # noqa: S608
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            if events:
                cursor.execute(
                    f"UPDATE {table_of(events)} SET pgh_created_at = %s WHERE pgh_created_at = now()",  # noqa: S608
                    [born],
                )


def _insert(
    model: type[models.Model], columns: list[str], values: Mapping[str, str], at: str, label: str
) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    shown = ", ".join(values[name] for name in columns)
    return (
        f"INSERT INTO {table_of(_events(model))} ({names}, pgh_created_at, pgh_label, pgh_obj_id) "  # noqa: S608
        f"SELECT {shown}, {at}, '{label}', id FROM {table_of(model)} t "
        f"WHERE id >= %s AND {at} IS NOT NULL ORDER BY id"
    )


def _past_columns(cursor: Any, model: type[models.Model]) -> list[str]:
    cursor.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped",
        [past_of(model)],
    )
    return [name for (name,) in cursor.fetchall()]


def _columns(model: type[models.Model]) -> list[str]:
    """The columns that a row and its history share, save those that the database computes."""
    ours = {field.column for field in model._meta.concrete_fields}  # noqa: SLF001
    return [
        str(field.column)
        for field in _events(model)._meta.concrete_fields  # noqa: SLF001
        if field.column in ours and not field.generated
    ]


def _events(model: type[models.Model]) -> type[models.Model]:
    events = history_of(model)
    assert events is not None  # noqa: S101  # each of these is tracked
    return events
