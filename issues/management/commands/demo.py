"""`manage.py demo`: open, review or clear the demonstration newsroom."""

import time
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection

from issues.demo.clearing import clear_newsroom
from issues.demo.newsroom import ProductionError, open_newsroom
from issues.demo.press import visit_edits
from issues.demo.review import Review, is_everything_read, review_newsroom


class Command(BaseCommand):
    help = "Open the demonstration newsroom, review what was read in it, or clear it away."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--site-url", help="Where `manage.py demo_site` runs, e.g. http://127.0.0.1:8700")
        parser.add_argument(
            "--today", type=date.fromisoformat, help="The reference day of a new demonstration."
        )
        parser.add_argument("--review", action="store_true", help="Accept what was read and enter statuses.")
        parser.add_argument(
            "--wait", type=float, default=0.0, metavar="SECONDS", help="Wait until all has been read."
        )
        parser.add_argument("--clear", action="store_true", help="Remove the whole demonstration.")
        parser.add_argument("--force", action="store_true", help="Open it in production, with own passwords.")

    def handle(self, *_args: Any, **options: Any) -> None:
        if not (options["clear"] or options["site_url"] or options["review"]):
            raise CommandError("Say what to do: --site-url ADDRESS, --review or --clear.")
        if options["clear"]:
            cleared = clear_newsroom()
            self.stdout.write(
                f"Removed the demonstration: {cleared.documents} documents, {cleared.statements} statements."
            )
        if options["site_url"]:
            self.open(options["site_url"], today=options["today"], force=options["force"])
        if options["review"]:
            self.review(within=options["wait"])

    def review(self, *, within: float) -> None:
        """Review once all has been read, or what has been when `within` seconds are over."""
        deadline = time.monotonic() + within
        done: list[Review] = []
        while not done:
            is_over = time.monotonic() > deadline
            try:
                if is_over or is_everything_read():
                    visit_edits()
                    done.append(review_newsroom())
            except OperationalError:
                # The database was away; what is entered is never entered twice.
                if is_over:
                    raise
                connection.close()
            if not done:
                time.sleep(1)
        (review,) = done
        rest = "" if review.is_complete else " Documents are still being read: review again."
        by_hand = f"added {review.added} by hand, " if review.added else ""
        self.stdout.write(
            f"Accepted {review.accepted} statements, {by_hand}"
            f"entered {review.statuses} statuses, decided {review.outcomes} pledges.{rest}"
        )

    def open(self, site_url: str, *, today: date | None, force: bool) -> None:
        """Open the newsroom and say who may sign in."""
        try:
            newsroom = open_newsroom(site_url=site_url, today=today, force=force)
        except ProductionError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"Demonstration {newsroom.relationship}: {newsroom.sources} feeds, dated {newsroom.today}."
        )
        for name, password in newsroom.accounts.items():
            self.stdout.write(f"Sign in as {name} with {password or 'the password you gave it'}")
