"""The tables that are filled by COPY: which columns are given, in which order the tables go."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.apps import apps
from django.db import connection, models

from issues.models import (
    Appearance,
    Capture,
    Document,
    Evidence,
    Link,
    Pledge,
    Statement,
    StatusChange,
)

type Row = tuple[Any, ...]
type Rows = dict[type[models.Model], list[Row]]

Joint = Statement.joint_parties.through

# Each after those that it refers to. What the database computes itself is not given; `known_from` is, which
# is no field of a model (issues/models/as_of.py): when a row became what it is, nothing where it always was.
_COLUMNS: Mapping[type[models.Model], str] = {
    Document: """id source_id address title language published_on published_on_words published_on_origin
        found_at fetch_attempts fetch_error""",
    Capture: """id document_id number sha256 size media_type raw text text_sha256 search_language search_title
        search_period captured_at last_seen_at read_at read_summary""",
    Statement: """id quote kind language official_id speaker_label speaker_names party_id relationship_id
        stated_on stated_on_words stated_on_origin question credibility state proposed_by confidence reasons
        recorded_at accepted_at reviewed_by_id known_from""",
    Joint: "statement_id party_id known_from",
    Appearance: "statement_id capture_id start end quote known_from",
    Link: """statement_id stated_day party_id is_joint issue_id signal state proposed_by confidence reasons
        recorded_at accepted_at reviewed_by_id known_from""",
    Pledge: """statement_id due_on due_on_words due_on_origin calculation outcome met_on outcome_statement_id
        outcome_note decided_at decided_by_id recorded_at known_from""",
    StatusChange: """id issue_id perspective_id phase trend effective_on effective_on_words
        effective_on_origin rationale recorded_at recorded_by_id retracted_at retracted_by_id
        retraction_reason known_from""",
    Evidence: "status_change_id statement_id known_from",
}
COLUMNS: Mapping[type[models.Model], tuple[str, ...]] = {
    model: tuple(names.split()) for model, names in _COLUMNS.items()
}


def table_of(model: type[models.Model]) -> str:
    return model._meta.db_table  # noqa: SLF001  # Django's public way to a model's table


def past_of(model: type[models.Model]) -> str:
    """The table of what the rows of a model were before (issues/models/as_of.py)."""
    return f"past.{table_of(model)}"


def history_of(model: type[models.Model]) -> type[models.Model] | None:
    """The model of the history of a model's rows; None where it has none."""
    for each in apps.get_models():
        if getattr(each, "pgh_tracked_model", None) is model:
            return each
    return None


def next_id(model: type[models.Model]) -> int:
    """The number after the last."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table_of(model)}")  # noqa: S608  # our own table
        return int(cursor.fetchone()[0])


def copy_rows(model: type[models.Model], rows: Iterable[Row]) -> None:
    """Append rows by COPY, with the values of COLUMNS."""
    columns = ", ".join(f'"{column}"' for column in COLUMNS[model])
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table_of(model)} ({columns}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def mend_sequences(models_filled: Iterable[type[models.Model]]) -> None:
    """The next row that anybody adds gets the number after the last."""
    with connection.cursor() as cursor:
        for model in models_filled:
            table = table_of(model)
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"  # noqa: S608
                f" WHERE EXISTS (SELECT FROM {table})"
            )
