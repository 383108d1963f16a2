"""`manage.py load_reference`: parties, people and matters from the data files into the tables."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from issues.desk.reference import load_reference_data
from issues.reference import BadReferenceData


class Command(BaseCommand):
    help = "Load reference data and groups. Safe to run at any time; what people edited is kept."

    def handle(self, *_args: Any, **_options: Any) -> None:
        try:
            loaded = load_reference_data()
        except BadReferenceData as error:
            raise CommandError(f"Reference data cannot be read: {error}") from error
        if loaded.is_unchanged:
            self.stdout.write("Reference data is up to date.")
            return
        for table, count in loaded.counts.items():
            said = [
                f"{number} {what}"
                for number, what in (
                    (count.added, "added"),
                    (count.updated, "updated"),
                    (count.removed, "removed"),
                    (count.kept, "kept as edited here"),
                )
                if number
            ]
            if said:
                self.stdout.write(f"{table}: {', '.join(said)}")
