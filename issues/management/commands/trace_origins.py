"""manage.py trace_origins: say of every place of every statement what it goes back to.

A reading says it of what it finds. This is for places recorded before that, and after a change to the
sources, the agencies or the rules.
"""

from django.core.management.base import BaseCommand
from django.db.models import Count

from issues.ingest.origins import trace_origins
from issues.models import Appearance

BATCH = 500


class Command(BaseCommand):
    help = "Find out which reprints go back to which place. Safe to run again."

    def handle(self, *_args: object, **_options: object) -> None:
        several = (
            Appearance.objects.order_by("statement")
            .values("statement")
            .annotate(n=Count("*"))
            .filter(n__gt=1)
            .values_list("statement", flat=True)
        )
        last, changed, looked_at = 0, 0, 0
        while batch := list(several.filter(statement__gt=last)[:BATCH]):
            changed += trace_origins(statement_ids=batch)
            looked_at += len(batch)
            last = batch[-1]
        self.stdout.write(f"Statements in several places: {looked_at}. Places changed: {changed}.")
