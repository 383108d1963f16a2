from typing import Any

from django.db import migrations

from issues.models.as_of import REMEMBERED, forget_views, make_views


def remember(_apps: Any, schema_editor: Any) -> None:
    with schema_editor.connection.cursor() as cursor:
        make_views(cursor)


def forget(_apps: Any, schema_editor: Any) -> None:
    with schema_editor.connection.cursor() as cursor:
        forget_views(cursor)
        for each in REMEMBERED:
            # A table of a later migration is gone by now.
            cursor.execute(
                f"DROP TRIGGER IF EXISTS remember ON public.{each.table};"
                f"DROP TRIGGER IF EXISTS remember_nothing ON public.{each.table};"
                f"ALTER TABLE IF EXISTS public.{each.table} DROP COLUMN known_from"
            )
        cursor.execute("DROP SCHEMA past CASCADE")


class Migration(migrations.Migration):
    """What was known when: past versions of rows, and the views of a moment (issues/models/as_of.py)."""

    dependencies = [
        ('issues', '0013_what_readers_keep'),
    ]

    operations = [
        migrations.RunPython(remember, forget),
    ]
