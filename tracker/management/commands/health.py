"""`manage.py health`: what /healthz says, for containers without a web server."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from issues.analysis.health import PARTS, health


class Command(BaseCommand):
    help = "Say whether the parts that Démarche stands on work; fails when one does not."
    requires_system_checks: list[str] = []  # noqa: RUF012 - Django's own declaration

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all when none.")

    def handle(self, *_args: Any, **options: Any) -> None:
        asked = options["parts"] or PARTS
        if unknown := sorted(set(asked) - set(PARTS)):
            raise CommandError(f"Unknown: {', '.join(unknown)}. The parts are {', '.join(PARTS)}.")
        parts = health(asked)
        for part in parts:
            ago = "" if part.seconds_ago is None else f" ({part.seconds_ago:g} s ago)"
            self.stdout.write(f"{part.part}: {part.status}{ago}")
        if not all(part.ok for part in parts):
            raise SystemExit(1)
