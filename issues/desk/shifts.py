"""How far a position moved between two statements: the editor's judgement."""

from django.utils import timezone
from django.utils.translation import gettext as _

from issues.desk.acting import acting_as, locked
from issues.desk.errors import DeskError
from issues.models import Issue, Link, Shift, Statement, User
from issues.vocabulary import ReviewState, ShiftSize


def set_shift(
    *, issue: Issue, statement: Statement, earlier: Statement, size: ShiftSize | None, editor: User
) -> Shift | None:
    """Judge how far a position moved from `earlier` to `statement`; None takes a judgement back.

    Idempotent. Raises DeskError unless both are accepted on the issue, of one voice, and in this order.
    """
    with acting_as(editor, "shift"):
        # In the order of their keys, so that two editors never wait for each other.
        rows = {row.pk: locked(row) for row in sorted((statement, earlier), key=lambda row: row.pk)}
        later, before = rows[statement.pk], rows[earlier.pk]
        found = Shift.objects.filter(issue=issue, statement=later, earlier=before).first()
        if size is None:
            if found is not None:
                found.delete()
            return None
        _refuse_pair(issue, later, before)
        if found is not None and found.size == size:
            return found
        shift = found or Shift(issue=issue, statement=later, earlier=before)
        shift.size, shift.set_by, shift.recorded_at = size, editor, timezone.now()
        shift.save()
        return shift


def _refuse_pair(issue: Issue, later: Statement, earlier: Statement) -> None:
    days = dict(
        Link.objects.filter(
            issue=issue,
            statement__in=(later, earlier),
            state=ReviewState.ACCEPTED,
            withdrawn_at__isnull=True,
            statement__state=ReviewState.ACCEPTED,
        ).values_list("statement", "stated_day")
    )
    if len(days) < 2:
        raise DeskError(_("Choose two statements that are accepted on this issue."))
    last, first = days[later.pk], days[earlier.pk]
    if last is None or first is None or (last, later.pk) < (first, earlier.pk):
        raise DeskError(_("A shift leads from an earlier statement to a later one, both with a date."))
    is_one_person = later.official_id is not None and later.official_id == earlier.official_id
    if not is_one_person and not _parties(later) & _parties(earlier):
        raise DeskError(_("A shift is one voice's: choose two statements of one official or one party."))


def _parties(statement: Statement) -> set[str]:
    return {statement.party_id, *statement.joint_parties.values_list("code", flat=True)}
