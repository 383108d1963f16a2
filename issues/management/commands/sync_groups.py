"""manage.py sync_groups: create the groups that permissions.py names. load_reference does it too."""

from django.core.management.base import BaseCommand

from issues.permissions import sync_groups
from issues.vocabulary import Role


class Command(BaseCommand):
    help = "Create a group for every role. Safe to run again."

    def handle(self, *_args: object, **_options: object) -> None:
        sync_groups()
        self.stdout.write(f"Groups: {', '.join(role.value for role in Role)}.")
