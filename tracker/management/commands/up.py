"""`manage.py up`: everything on this machine, from the database to the pages."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from tracker.local_stack import Choices, StackError, run
from tracker.paths import LocalPaths


class Command(BaseCommand):
    help = (
        "Start PostgreSQL, Valkey, the web server, the Celery worker and beat, and watch over them. "
        "Given DATABASE_URL or REDIS_URL, use those servers instead of own ones."
    )
    requires_system_checks: list[str] = []  # noqa: RUF012 - Django's own declaration

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, help="The web server's port (8000, or the next free one).")
        parser.add_argument("--data-dir", type=Path, help="Where the data is kept (.local).")
        parser.add_argument("--no-demo", action="store_true", help="Without the demonstration newsroom.")

    def handle(self, *_args: Any, **options: Any) -> None:
        folder, port = options["data_dir"], options["port"]
        if port is not None and not 1 <= port <= 65535:
            raise CommandError(f"--port {port}: a port is a number from 1 to 65535.")
        paths = LocalPaths(folder.expanduser().resolve()) if folder else settings.LOCAL
        os.environ["DEMARCHE_DATA_DIR"] = str(paths.data)
        choices = Choices(
            paths=paths,
            port=port,
            # Its passwords are known to everybody.
            demo=not options["no_demo"] and not settings.PRODUCTION,
            collect_static=settings.PRODUCTION,
        )
        try:
            run(choices)
        except StackError as error:
            raise CommandError(str(error)) from error
