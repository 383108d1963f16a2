"""Pledges: their bounds, and what became of them."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from issues.desk.acting import acting_as, locked
from issues.desk.errors import DecidedMeanwhileError, DeskError
from issues.models import Pledge, Statement, User
from issues.reading.edtf import ImpreciseDate
from issues.vocabulary import PledgeOutcome, ReviewState


def set_pledge(
    *, statement: Statement, due: ImpreciseDate | None, editor: User, calculation: str = ""
) -> Pledge:
    """Say that a statement promises something, and by when (None: no time was given); or correct that.

    `calculation` says in words how the bounds follow from what was said. Idempotent.
    """
    with acting_as(editor, "pledge"):
        row = locked(statement)
        if row.state == ReviewState.REJECTED:
            raise DeskError(_("This statement was rejected. Undo that before you make a pledge of it."))
        pledge = Pledge.objects.filter(statement=row).first() or Pledge(statement=row)
        wanted = (
            due.edtf if due else "",
            due.words if due else "",
            str(due.origin) if due else "",
            calculation.strip(),
        )
        if pledge.pk and wanted == (
            pledge.due_on,
            pledge.due_on_words,
            pledge.due_on_origin,
            pledge.calculation,
        ):
            return pledge
        pledge.due_on, pledge.due_on_words, pledge.due_on_origin, pledge.calculation = wanted
        pledge.save()
        pledge.refresh_from_db()
        return pledge


def withdraw_pledge(*, pledge: Pledge, editor: User) -> None:
    """Say that the statement promises nothing after all. The history keeps what the pledge was."""
    with acting_as(editor, "withdraw pledge"):
        locked(pledge.statement)
        Pledge.objects.filter(pk=pledge.pk).delete()


def record_outcome(
    *,
    pledge: Pledge,
    outcome: PledgeOutcome,
    editor: User,
    met_on: date | None = None,
    outcome_statement: Statement | None = None,
    note: str = "",
) -> Pledge:
    """Record what became of a pledge: met, met late, missed or superseded. Idempotent.

    `met_on` is the day it was met; met or met late is then decided by the pledge's own bounds.
    `outcome_statement` is the accepted statement that shows it. Raises DeskError for an outcome that
    nobody decides (open, overdue), a date where nothing was met, a pledge or statement not accepted,
    and DecidedMeanwhileError where somebody else recorded another outcome: reopen it first.
    """
    _refuse_outcome(outcome, met_on, outcome_statement)
    with acting_as(editor, "outcome"):
        row = locked(pledge)
        if row.statement.state != ReviewState.ACCEPTED:
            raise DeskError(_("Accept the statement before you record what became of its pledge."))
        if met_on is not None and row.due_on_upper is not None:
            outcome = PledgeOutcome.MET_LATE if met_on > row.due_on_upper else PledgeOutcome.MET
        wanted = (outcome, met_on, outcome_statement, note.strip())
        if row.outcome != PledgeOutcome.OPEN:
            if wanted == (row.outcome, row.met_on, row.outcome_statement, row.outcome_note):
                return row
            if row.decided_by_id != editor.pk:
                raise DecidedMeanwhileError(
                    _(
                        "%(decider)s recorded “%(outcome)s” meanwhile. "
                        "Reopen the pledge first if that is wrong."
                    )
                    % {"decider": _decider(row), "outcome": PledgeOutcome(row.outcome).label}
                )
        row.outcome, row.met_on, row.outcome_statement, row.outcome_note = wanted
        row.decided_at, row.decided_by = timezone.now(), editor
        row.save()
        return row


def reopen_pledge(*, pledge: Pledge, editor: User) -> Pledge:
    """Take a recorded outcome back: the pledge is open again. Idempotent; the history keeps it."""
    with acting_as(editor, "reopen"):
        row = locked(pledge)
        if row.outcome == PledgeOutcome.OPEN:
            return row
        row.outcome, row.met_on, row.outcome_statement, row.outcome_note = PledgeOutcome.OPEN, None, None, ""
        row.decided_at = row.decided_by = None
        row.save()
        return row


def _refuse_outcome(outcome: PledgeOutcome, met_on: date | None, shown_by: Statement | None) -> None:
    if outcome in {PledgeOutcome.OPEN, PledgeOutcome.OVERDUE}:
        raise DeskError(_("Choose met, met late, missed or superseded."), field="outcome")
    if met_on is not None and outcome not in {PledgeOutcome.MET, PledgeOutcome.MET_LATE}:
        raise DeskError(_("Give the day it was met only for a pledge that was met."), field="met_on")
    if shown_by is not None and shown_by.state != ReviewState.ACCEPTED:
        raise DeskError(_("Choose an accepted statement as the evidence."), field="outcome_statement")


def _decider(row: Pledge) -> str:
    return row.decided_by.display_name if row.decided_by else _("Somebody")
