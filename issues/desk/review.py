"""Decide on what the reader proposed: accept or reject a statement, with a clear word on conflicts."""

from collections.abc import Collection

from django.utils import timezone
from django.utils.translation import gettext as _

from issues.desk.acting import acting_as, locked, version_of
from issues.desk.errors import DecidedMeanwhileError, DeskError
from issues.desk.links import accept_links, drop_links
from issues.models import Capture, Document, Evidence, Statement, User
from issues.vocabulary import ReviewState


def accept_statement(
    *, statement: Statement, editor: User, issues: Collection[int] | None = None, seen: str | None = None
) -> Statement:
    """Accept a suggested statement with its suggested links: all, or those to the `issues` (ids) named.

    `seen` is the token of `versions_of` that the editor's page was drawn with. Pressing twice is
    harmless. Raises DecidedMeanwhileError where somebody else decided or corrected since.
    """
    with acting_as(editor, "accept"):
        row = locked(statement)
        if row.state == ReviewState.ACCEPTED and row.reviewed_by_id == editor.pk:
            return row
        refuse_if_changed(row, seen)
        if row.state != ReviewState.SUGGESTED:
            raise DecidedMeanwhileError(decided_sentence(row))
        now = timezone.now()
        row.state = ReviewState.ACCEPTED
        row.accepted_at = now
        row.reviewed_by = editor
        row.save(update_fields=["state", "accepted_at", "reviewed_by"])
        accept_links(statement=row, editor=editor, kept=issues, at=now)
        return row


def reject_statement(*, statement: Statement, editor: User, seen: str | None = None) -> Statement:
    """Reject a statement, suggested or accepted, and what links it to issues. Idempotent.

    Raises DecidedMeanwhileError as `accept_statement`, and DeskError where a live status rests on it.
    """
    with acting_as(editor, "reject"):
        row = locked(statement)
        if row.state == ReviewState.REJECTED and row.reviewed_by_id == editor.pk:
            return row
        refuse_if_changed(row, seen)
        if row.state == ReviewState.REJECTED:
            raise DecidedMeanwhileError(decided_sentence(row))
        refuse_if_evidence(row)
        now = timezone.now()
        row.state = ReviewState.REJECTED
        row.accepted_at = None
        row.reviewed_by = editor
        row.save(update_fields=["state", "accepted_at", "reviewed_by"])
        drop_links(statement=row, editor=editor, at=now)
        return row


def set_aside(*, document: Document, editor: User) -> None:
    """Take a document that no pack reads out of the inbox: the editor has read it and is done with it.

    Idempotent; a later version of the document waits again.
    """
    with acting_as(editor, "set aside"):
        unread = document.captures.filter(read_summary__has_key="no_pack")
        for capture in unread.exclude(read_summary__has_key="set_aside").defer("text"):
            row = Capture.objects.select_for_update(no_key=True).defer("text").get(pk=capture.pk)
            row.read_summary["set_aside"] = {"by": editor.pk, "at": timezone.now().isoformat()}
            row.save(update_fields=["read_summary"])


def refuse_if_changed(row: Statement, seen: str | None) -> None:
    """Raise DecidedMeanwhileError where `seen` is given and no longer what the locked `row` shows."""
    if seen is not None and seen != version_of(row):
        raise DecidedMeanwhileError(decided_sentence(row))


def refuse_if_evidence(row: Statement) -> None:
    """Raise DeskError where a live status rests on the locked statement."""
    rests = Evidence.objects.filter(statement=row, status_change__retracted_at__isnull=True)
    first = rests.select_related("status_change__issue").first()
    if first is not None:
        raise DeskError(
            _("A status of %(issue)s rests on this statement. Retract that status first.")
            % {"issue": first.status_change.issue.title_shown}
        )


def decided_sentence(row: Statement) -> str:
    """Say who decided what on a statement that the editor saw otherwise."""
    who = row.reviewed_by.display_name if row.reviewed_by else _("Somebody")
    done = {
        ReviewState.ACCEPTED: _("%(who)s accepted this statement meanwhile") % {"who": who},
        ReviewState.REJECTED: _("%(who)s rejected this statement meanwhile") % {"who": who},
        ReviewState.SUGGESTED: _("%(who)s changed this suggestion meanwhile") % {"who": who},
    }[ReviewState(row.state)]
    return _("%(done)s. Nothing of yours was stored: look at it as it is now, then decide.") % {"done": done}
