"""The history of generated rows, as the triggers would have written it then: proposed, then decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, models

from issues.generator.tables import history_of, table_of
from issues.models import (
    Appearance,
    Evidence,
    Issue,
    Link,
    Office,
    Official,
    Pledge,
    Relationship,
    Source,
    Statement,
    StatusChange,
    Tenure,
)


@dataclass(frozen=True, slots=True)
class _Story:
    """When a row came to be, which columns were otherwise then, and when they became what they are."""

    born: str
    before: Mapping[str, str]
    decided: str = ""


_PROPOSED = {
    "state": "CASE WHEN proposed_by = 'editor' THEN state ELSE 'suggested' END",
    "accepted_at": "CASE WHEN proposed_by = 'editor' THEN accepted_at END",
    "reviewed_by_id": "CASE WHEN proposed_by = 'editor' THEN reviewed_by_id END",
}
# What is not accepted was decided the day after it came, where it was.
_DECIDED = (
    "CASE WHEN proposed_by <> 'editor' AND state <> 'suggested' "
    "THEN coalesce(accepted_at, recorded_at + interval '1 day') END"
)
STORIES: Mapping[type[models.Model], _Story] = {
    Statement: _Story("recorded_at", _PROPOSED, _DECIDED),
    Link: _Story("recorded_at", _PROPOSED, _DECIDED),
    Appearance: _Story("(SELECT c.captured_at FROM issues_capture c WHERE c.id = t.capture_id)", {}),
    Pledge: _Story(
        "recorded_at",
        {
            "outcome": "'open'",
            **dict.fromkeys(("met_on", "outcome_statement_id", "decided_at", "decided_by_id"), "NULL"),
            "outcome_note": "''",
        },
        "decided_at",
    ),
    StatusChange: _Story(
        "recorded_at",
        {"retracted_at": "NULL", "retracted_by_id": "NULL", "retraction_reason": "''"},
        "retracted_at",
    ),
    Evidence: _Story("(SELECT c.recorded_at FROM issues_statuschange c WHERE c.id = t.status_change_id)", {}),
}
BORN_FIRST = (Relationship, Issue, Official, Office, Tenure, Source)


def write_history(first_ids: Mapping[type[models.Model], int]) -> None:
    """Write the events of the rows from those ids on."""
    with connection.cursor() as cursor:
        for model, story in STORIES.items():
            columns = _columns(model)
            given = {name: story.before.get(name, f'"{name}"') for name in columns}
            cursor.execute(_insert(model, columns, given, story.born, "insert"), [first_ids[model]])
            if story.decided:
                same = {name: f'"{name}"' for name in columns}
                cursor.execute(_insert(model, columns, same, story.decided, "update"), [first_ids[model]])


def backdate(models_born: tuple[type[models.Model], ...], *, born: datetime) -> None:
    """What this transaction created by the ORM has existed since `born`."""
    with connection.cursor() as cursor:
        for model in models_born:
            events = _events(model)
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
