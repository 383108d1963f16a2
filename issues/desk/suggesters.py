"""Which version of the suggester is in use: an admin's decision, kept in the history."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from issues.desk.acting import acting_as, locked
from issues.desk.errors import DeskError
from issues.models import SuggesterVersion, User


def use_version(*, version: SuggesterVersion, editor: User) -> SuggesterVersion:
    """Take a trained version into use, whatever its trial said of single questions. Idempotent.

    What it was not better at stays with the rules. Raises DeskError for one that was not trained, or
    whose weights are not those that were.
    """
    with acting_as(editor, "use suggester"):
        row = locked(version)
        if row.trained_at is None or not row.is_whole:
            raise DeskError(_("This version cannot be used: its weights are missing or were changed."))
        if row.in_use:
            return row
        SuggesterVersion.objects.filter(in_use=True).update(in_use=False)
        row.in_use, row.stopped_at, row.stopped_by = True, None, None
        row.save(update_fields=["in_use", "stopped_at", "stopped_by"])
        # Versions to come follow the newest: it must not say "stopped" any longer.
        SuggesterVersion.objects.filter(stopped_at__isnull=False).update(stopped_at=None, stopped_by=None)
        return row


def stop_suggester(*, editor: User) -> None:
    """Leave everything to the rules, now and after later trainings, until a version is used again.

    Idempotent. What it proposed stays, as anything that waits for review.
    """
    with acting_as(editor, "stop suggester"), transaction.atomic():
        newest = SuggesterVersion.objects.filter(trained_at__isnull=False).select_for_update().first()
        if newest is None or newest.stopped_at is not None:
            return
        SuggesterVersion.objects.filter(in_use=True).update(in_use=False)
        newest.in_use, newest.stopped_at, newest.stopped_by = False, timezone.now(), editor
        newest.save(update_fields=["in_use", "stopped_at", "stopped_by"])
