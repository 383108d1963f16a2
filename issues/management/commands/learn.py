"""`manage.py learn`: train the suggester on this deployment's reviews now, and show what it is worth."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from issues.analysis.suggesters import ScoreRow, suggester_page
from issues.ingest.training import ask_for_training, train_suggester


class Command(BaseCommand):
    help = (
        "Train the suggester on what editors decided, compare it with the rules, use it where it is better."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--show", action="store_true", help="train nothing; show the versions there are")

    def handle(self, *_args: Any, **options: Any) -> None:
        if not options["show"]:
            trained = train_suggester(version_id=ask_for_training().pk)
            if trained is None:
                raise CommandError("Nothing was trained; the log says why, or a worker was faster.")
        for version in suggester_page().versions:
            self.stdout.write(f"Version {version.version_id}: {version.state}, {version.reviews} reviews")
            for score in version.scores:
                self.stdout.write(f"  {_line(score)}")


def _line(score: ScoreRow) -> str:
    answers = "the suggester answers" if score.takes_over else f"the rules answer: {score.why}"
    return (
        f"{score.question}: rules {score.rules}, learned {score.learned} of {score.reviews} held back "
        f"({score.changes}); {answers}"
    )
