"""Undo the last decision on a statement, whatever it was, from the history tables.

Every decision of the desk is one context there (`acting_as`). Undoing reads what each row was
before that context and brings it back: in place where a row may be edited, else by withdrawing an
accepted link and making another. An undo is a decision too: undone in turn, it is a redo.
"""

from typing import Any

from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from pghistory.models import Context

from issues.desk.acting import acting_as, locked
from issues.desk.errors import DeskError
from issues.desk.review import refuse_if_changed, refuse_if_evidence, reject_statement
from issues.models import Evidence, Link, Party, Pledge, Statement, User
from issues.vocabulary import ReviewState

STATEMENT_COLUMNS = (
    "state",
    "accepted_at",
    "reviewed_by_id",
    "official_id",
    "speaker_label",
    "party_id",
    "stated_on",
    "stated_on_words",
    "stated_on_origin",
    "kind",
    "question",
    "credibility",
)
PLEDGE_COLUMNS = (
    "due_on",
    "due_on_words",
    "due_on_origin",
    "calculation",
    "outcome",
    "met_on",
    "outcome_statement_id",
    "outcome_note",
    "decided_at",
    "decided_by_id",
)
LINK_COLUMNS = ("issue_id", "signal", "state", "proposed_by", "confidence", "reasons")

_StatementEvent: Any = apps.get_model("issues", "StatementEvent")
_LinkEvent: Any = apps.get_model("issues", "LinkEvent")
_PledgeEvent: Any = apps.get_model("issues", "PledgeEvent")


def undo_decision(*, statement: Statement, editor: User, seen: str | None = None) -> str:
    """Undo the last decision on `statement`; return its name: accept, reject, correct, link, undo…

    Raises DecidedMeanwhileError where the statement is no longer as `seen`, and DeskError where
    nothing was decided, or where a live status rests on what would go. A statement added by hand is
    rejected.
    """
    with acting_as(editor, "undo"):
        row = locked(statement)
        refuse_if_changed(row, seen)
        context = _last_decision(row)
        if context is None:
            raise DeskError(_("There is nothing to undo: nobody has decided on this statement yet."))
        if _is_first_of_statement(row, context):
            reject_statement(statement=row, editor=editor)  # to take back what was added by hand
            return str(context.metadata["decision"])
        try:
            with transaction.atomic():
                _restore_statement(row, context)
        except IntegrityError as error:
            raise DeskError(_("This cannot be undone: the same statement is recorded anew.")) from error
        _restore_links(row, context, editor)
        _restore_pledge(row, context)
        return str(context.metadata["decision"])


def _last_decision(row: Statement) -> Context | None:
    events = (
        _StatementEvent.objects.filter(pgh_obj_id=row.pk),
        _LinkEvent.objects.filter(statement_id=row.pk),
        _PledgeEvent.objects.filter(statement_id=row.pk),
    )
    latest = [
        queryset.filter(pgh_context__metadata__has_key="decision").order_by("-pgh_id").first()
        for queryset in events
    ]
    contexts: list[Context] = [event.pgh_context for event in latest if event is not None]
    return max(contexts, key=lambda context: str(context.metadata["at"]), default=None)


def _is_first_of_statement(row: Statement, context: Context) -> bool:
    first = _StatementEvent.objects.filter(pgh_obj_id=row.pk).order_by("pgh_id").first()
    return first is not None and first.pgh_context_id == context.pk


def _before(model: Any, context: Context, **of: object) -> dict[int, Any]:
    """Return, by row id, what each row touched in `context` was before it; None for a row it made."""
    before: dict[int, Any] = {}
    for event in model.objects.filter(pgh_context_id=context.pk, **of).order_by("pgh_id"):
        if event.pgh_obj_id not in before:
            earlier = model.objects.filter(pgh_obj_id=event.pgh_obj_id, pgh_id__lt=event.pgh_id)
            before[event.pgh_obj_id] = earlier.order_by("-pgh_id").first()
    return before


def _restore_statement(row: Statement, context: Context) -> None:
    was = _before(_StatementEvent, context, pgh_obj_id=row.pk).get(row.pk)
    if was is not None:
        if row.state == ReviewState.ACCEPTED and was.state != ReviewState.ACCEPTED:
            refuse_if_evidence(row)
        for column in STATEMENT_COLUMNS:
            setattr(row, column, getattr(was, column))
        row.save()
    if "joint_before" in context.metadata:
        row.joint_parties.set(Party.objects.filter(code__in=context.metadata["joint_before"]))


def _restore_links(row: Statement, context: Context, editor: User) -> None:
    """Withdraw before inserting: a statement has one live link to an issue."""
    again: list[Any] = []
    for link_id, was in _before(_LinkEvent, context, statement_id=row.pk).items():
        link = Link.objects.select_for_update(no_key=True).get(pk=link_id)
        was_live = was is not None and was.withdrawn_at is None
        if link.withdrawn_at is None and link.state != ReviewState.ACCEPTED and was_live:
            link.state, link.signal, link.reviewed_by_id = was.state, was.signal, was.reviewed_by_id
            link.save(update_fields=["state", "signal", "reviewed_by"])
            continue
        if link.withdrawn_at is None:
            link.withdrawn_at = timezone.now()
            link.save(update_fields=["withdrawn_at"])
        if was_live:
            again.append(was)
    for was in again:
        accepted = was.state == ReviewState.ACCEPTED
        Link.objects.create(
            statement=row,
            accepted_at=timezone.now() if accepted else None,
            reviewed_by_id=editor.pk if accepted else was.reviewed_by_id,
            **{column: getattr(was, column) for column in LINK_COLUMNS},
        )
    _refuse_orphaned_status(row)


def _refuse_orphaned_status(row: Statement) -> None:
    live = row.links.filter(withdrawn_at__isnull=True, state=ReviewState.ACCEPTED).values("issue_id")
    rests = Evidence.objects.filter(statement=row, status_change__retracted_at__isnull=True)
    orphan = rests.exclude(status_change__issue__in=live).select_related("status_change__issue").first()
    if orphan is not None:
        raise DeskError(
            _("A status of %(issue)s rests on this statement. Retract that status first.")
            % {"issue": orphan.status_change.issue.title_shown}
        )


def _restore_pledge(row: Statement, context: Context) -> None:
    for pledge_id, was in _before(_PledgeEvent, context, statement_id=row.pk).items():
        if was is None:
            Pledge.objects.filter(pk=pledge_id).delete()
            continue
        columns = {column: getattr(was, column) for column in PLEDGE_COLUMNS}
        Pledge.objects.update_or_create(statement=row, defaults=columns)
