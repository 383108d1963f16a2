import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from issues.models.as_of import forget_views, make_views


def remember(_apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        make_views(cursor)


def forget(_apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        forget_views(cursor)
        cursor.execute("DROP TRIGGER remember ON issues_shift; DROP TRIGGER remember_nothing ON issues_shift")
        cursor.execute("DROP TABLE past.issues_shift")


class Migration(migrations.Migration):
    """What editors judge of the steps between statements, and its views of a moment."""

    dependencies = [
        ('issues', '0014_as_of'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, remember),  # backwards the last: without the table
        migrations.CreateModel(
            name='Shift',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('size', models.CharField(choices=[('none', 'no shift'), ('half', 'half a shift'), ('full', 'full shift')], max_length=20)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('earlier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='later_shifts', to='issues.statement')),
                ('issue', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='shifts', to='issues.issue')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shifts', to='issues.statement')),
            ],
            options={
                'ordering': ('issue', 'id'),
            },
        ),
        migrations.CreateModel(
            name='ShiftEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('size', models.CharField(choices=[('none', 'no shift'), ('half', 'half a shift'), ('full', 'full shift')], max_length=20)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('earlier', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='issues.statement')),
                ('issue', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='issues.issue')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='issues.shift')),
                ('set_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('statement', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='issues.statement')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='shift',
            constraint=models.CheckConstraint(condition=models.Q(('size__in', ['none', 'half', 'full'])), name='shift_size_known', violation_error_message='This is not a known size.'),
        ),
        migrations.AddConstraint(
            model_name='shift',
            constraint=models.UniqueConstraint(fields=('issue', 'statement', 'earlier'), name='shift_unique', violation_error_message='This step is judged already.'),
        ),
        migrations.AddConstraint(
            model_name='shift',
            constraint=models.CheckConstraint(condition=models.Q(('statement', models.F('earlier')), _negated=True), name='shift_between_two', violation_error_message='A shift leads from one statement to another.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='shift',
            trigger=pgtrigger.compiler.Trigger(name='pair_never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."earlier_id" IS DISTINCT FROM (NEW."earlier_id") OR OLD."issue_id" IS DISTINCT FROM (NEW."issue_id") OR OLD."statement_id" IS DISTINCT FROM (NEW."statement_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='1ff1c0417af3feead4ab5659f6afd96b4a648e36', operation='UPDATE', pgid='pgtrigger_pair_never_changes_c1a25', table='issues_shift', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='shift',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "issues_shiftevent" ("earlier_id", "id", "issue_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "set_by_id", "size", "statement_id") VALUES (NEW."earlier_id", NEW."id", NEW."issue_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."set_by_id", NEW."size", NEW."statement_id"); RETURN NULL;', hash='ae946785bf23dfcf4569e1d2c674a333aa7c3dde', operation='INSERT', pgid='pgtrigger_insert_insert_b494e', table='issues_shift', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='shift',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "issues_shiftevent" ("earlier_id", "id", "issue_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "set_by_id", "size", "statement_id") VALUES (NEW."earlier_id", NEW."id", NEW."issue_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."set_by_id", NEW."size", NEW."statement_id"); RETURN NULL;', hash='ac33f0fd94721b23f33b5b6d2955f9113a507094', operation='UPDATE', pgid='pgtrigger_update_update_0b9cd', table='issues_shift', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='shift',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "issues_shiftevent" ("earlier_id", "id", "issue_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "set_by_id", "size", "statement_id") VALUES (OLD."earlier_id", OLD."id", OLD."issue_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."set_by_id", OLD."size", OLD."statement_id"); RETURN NULL;', hash='8d0df48003444839e679492e210ace86f27f4789', operation='DELETE', pgid='pgtrigger_delete_delete_8d80c', table='issues_shift', when='AFTER')),
        ),
        migrations.RunPython(remember, forget),
    ]
