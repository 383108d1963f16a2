"""`manage.py generate_archive`: fill an empty database with an invented archive of any size."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from issues.generator.archive import ArchiveNotEmptyError, BrokenArchiveError, generate_archive
from issues.generator.plan import ImpossibleArchiveError, Plan


class Command(BaseCommand):
    help = "Fill an empty database with an invented archive, to see what one of that size costs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--statements", type=int, default=10_000, metavar="N")
        parser.add_argument(
            "--largest", type=int, default=5_000, metavar="N", help="statements on the largest issue"
        )
        parser.add_argument("--issues", type=int, default=0, metavar="N", help="otherwise one a thousand")
        parser.add_argument("--seed", type=int, default=1, metavar="N", help="the same one, the same archive")
        parser.add_argument("--today", type=date.fromisoformat, help="the day after its last, as 2026-11-24")
        parser.add_argument("--beside", action="store_true", help="beside an archive that is there already")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            plan = Plan.of(
                statements=options["statements"],
                largest=options["largest"],
                seed=options["seed"],
                today=options["today"] or timezone.localdate(),
                issues=options["issues"],
            )
            made = generate_archive(plan, beside=options["beside"], report=self.report)
        except (ImpossibleArchiveError, ArchiveNotEmptyError, BrokenArchiveError) as error:
            raise CommandError(str(error)) from error
        for name, count in made.rows.items():
            self.stdout.write(f"{count:>12,} {name}")
        self.stdout.write(f"In {made.seconds:,.0f} seconds: {made.rows_a_second:,} rows a second.")

    def report(self, line: str) -> None:
        self.stderr.write(line)
