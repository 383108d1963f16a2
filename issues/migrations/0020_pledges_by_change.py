from django.db import migrations, models


class Migration(migrations.Migration):
    """What changed between two days: pledges reopened."""

    dependencies = [
        ('issues', '0019_lookups_as_of_a_day'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='pledgeevent',
            index=models.Index(condition=models.Q(('pgh_label', 'update')), fields=['pgh_created_at'], name='pledge_by_change'),
        ),
    ]
