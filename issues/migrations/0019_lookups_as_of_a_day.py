import django.db.models.functions.comparison
import issues.vocabulary
from django.db import migrations, models

from issues.models.as_of import make_views


def look_up_anew(_apps, schema_editor):
    """The indexes of what rows were before are made anew by make_views, with both of their moments."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT format('past.%I', indexname) FROM pg_indexes WHERE schemaname = 'past'")
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP INDEX {name}")
        make_views(cursor)


class Migration(migrations.Migration):
    """As of a day: what came later, or held at another time, is passed over in an index."""

    dependencies = [
        ('issues', '0018_origins_of_places'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='link',
            name='link_of_issue_by_day',
        ),
        migrations.RemoveIndex(
            model_name='link',
            name='link_of_party_by_day',
        ),
        migrations.RemoveIndex(
            model_name='statement',
            name='statement_by_day',
        ),
        migrations.AddIndex(
            model_name='link',
            index=models.Index(models.F('issue'), models.OrderBy(models.F('stated_day'), descending=True, nulls_last=True), models.OrderBy(models.F('statement'), descending=True), models.F('recorded_at'), condition=models.Q(('state', issues.vocabulary.ReviewState['ACCEPTED']), ('withdrawn_at__isnull', True)), name='link_of_issue_by_day'),
        ),
        migrations.AddIndex(
            model_name='link',
            index=models.Index(models.F('issue'), models.F('party'), models.OrderBy(models.F('stated_day'), descending=True, nulls_last=True), models.OrderBy(models.F('statement'), descending=True), models.F('recorded_at'), condition=models.Q(('state', issues.vocabulary.ReviewState['ACCEPTED']), ('withdrawn_at__isnull', True)), name='link_of_party_by_day'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(models.OrderBy(django.db.models.functions.comparison.Coalesce('stated_on_lower', 'stated_on_upper'), descending=True, nulls_last=True), models.OrderBy(models.F('id'), descending=True), models.F('recorded_at'), condition=models.Q(('state', issues.vocabulary.ReviewState['ACCEPTED'])), name='statement_by_day'),
        ),
        migrations.RunPython(look_up_anew, migrations.RunPython.noop),
    ]
