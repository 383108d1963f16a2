import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from issues.models.as_of import forget_views, make_views


def forget(_apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        forget_views(cursor)


def lose(_apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        forget_views(cursor)
        for column in ("goes_back_to_id", "descent", "credit"):
            cursor.execute(f"ALTER TABLE past.issues_appearance DROP COLUMN {column}")


def remember(_apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        make_views(cursor)


class Migration(migrations.Migration):
    """What each place of a statement goes back to; `manage.py trace_origins` says it of earlier ones."""

    dependencies = [
        ('issues', '0017_words_by_period'),
    ]

    operations = [
        migrations.RunPython(forget, remember),
        pgtrigger.migrations.RemoveTrigger(
            model_name='appearance',
            name='update_update',
        ),
        migrations.AddField(
            model_name='appearance',
            name='credit',
            field=models.CharField(blank=True, db_default='', max_length=160),
        ),
        migrations.AddField(
            model_name='appearance',
            name='descent',
            field=models.CharField(blank=True, choices=[('same_page', 'a version of the same page'), ('credit', 'it credits that outlet'), ('same_outlet', 'another page of the same outlet'), ('same_text', 'the same sentences stand around the words')], db_default='', max_length=20),
        ),
        migrations.AddField(
            model_name='appearance',
            name='goes_back_to',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='passed_on', to='issues.appearance'),
        ),
        migrations.AddIndex(
            model_name='appearance',
            index=models.Index(condition=models.Q(('goes_back_to__isnull', False)), fields=['goes_back_to'], name='appearance_passed_on'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appearance',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."capture_id" IS DISTINCT FROM (NEW."capture_id") OR OLD."end" IS DISTINCT FROM (NEW."end") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."quote" IS DISTINCT FROM (NEW."quote") OR OLD."start" IS DISTINCT FROM (NEW."start") OR OLD."statement_id" IS DISTINCT FROM (NEW."statement_id"))', func='INSERT INTO "issues_appearanceevent" ("capture_id", "end", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "start", "statement_id") VALUES (NEW."capture_id", NEW."end", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."quote", NEW."start", NEW."statement_id"); RETURN NULL;', hash='a5c60a7da7a83d547b51c8e5b77b9fe0684c20f3', operation='UPDATE', pgid='pgtrigger_update_update_cd055', table='issues_appearance', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='appearance',
            constraint=models.CheckConstraint(condition=models.Q(('descent__in', ['same_page', 'credit', 'same_outlet', 'same_text', ''])), name='appearance_descent_known', violation_error_message='This is not a known descent.'),
        ),
        migrations.AddConstraint(
            model_name='appearance',
            constraint=models.CheckConstraint(condition=models.Q(('goes_back_to__isnull', True), models.Q(('goes_back_to', models.F('id')), _negated=True), _connector='OR'), name='appearance_goes_back_to_another', violation_error_message='A place cannot have its words from itself.'),
        ),
        migrations.RunPython(remember, lose),
    ]
