"""`manage.py accounts`: who may sign in, and how the first account is made."""

import os
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from issues.models import User


class Command(BaseCommand):
    help = "Say who may sign in; where nobody may, how the first account is made."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--if-none", action="store_true", help="Say something only where nobody may.")

    def handle(self, *_args: Any, **options: Any) -> None:
        accounts = User.objects.filter(is_active=True).order_by("username").prefetch_related("groups")
        if not accounts:
            self.stdout.write(f"Nobody may sign in yet. The first account: {first_account()}")
        elif not options["if_none"]:
            for user in accounts:
                roles = [group.name for group in user.groups.all()]
                may = "may do everything" if user.is_superuser else ", ".join(roles) or "has no role"
                self.stdout.write(f"{user.username}: {may}")


def first_account() -> str:
    """The command that makes it, as it is typed in a second terminal."""
    folder = os.environ.get("DEMARCHE_DATA_DIR", "")
    is_default = not folder or folder == str(settings.BASE_DIR / ".local")
    return f"{'' if is_default else f'DEMARCHE_DATA_DIR={folder} '}.venv/bin/python manage.py createsuperuser"
