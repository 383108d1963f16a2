"""Which issues a statement bears on.

An accepted link is never edited: it is withdrawn and another made, so that the page of an earlier
day can still be drawn. A suggested one is corrected in place; the history keeps what it was.
"""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from issues.desk.acting import acting_as, locked
from issues.desk.errors import DeskError
from issues.models import Evidence, Issue, Link, Statement, User
from issues.vocabulary import Proposer, ReviewState, Signal


def link_statement(*, statement: Statement, issue: Issue, signal: Signal, editor: User) -> Link:
    """Say that `statement` bears on `issue`. Accepted at once where the statement is. Idempotent.

    Raises DeskError where the two are already linked with another signal, or the statement is rejected.
    """
    with acting_as(editor, "link"):
        row = locked(statement)
        if row.state == ReviewState.REJECTED:
            raise DeskError(_("This statement was rejected. Restore it before you link it."))
        live = _live_links(row).get(issue.pk)
        if live is not None and live.state != ReviewState.REJECTED and live.signal != signal:
            raise DeskError(
                _("Already linked to %(issue)s as %(signal)s: correct that link.")
                % {"issue": issue.title_shown, "signal": Signal(live.signal).label}
            )
        wanted = {pk: Signal(link.signal) for pk, link in _live_links(row).items() if _counts(link)}
        set_links(statement=row, wanted={**wanted, issue.pk: signal}, editor=editor)
        return _live_links(row)[issue.pk]


def set_links(*, statement: Statement, wanted: Mapping[int, Signal], editor: User) -> None:
    """Make the live links of a locked statement those `wanted`: signals by issue id.

    Runs inside the caller's decision. Links that are right stay as they are, with their proposer.
    """
    now = timezone.now()
    live = _live_links(statement)
    for issue_id, link in live.items():
        if issue_id not in wanted and _counts(link):
            _drop(statement, link, editor, now)
    for issue_id, signal in wanted.items():
        held = live.get(issue_id)
        if held is None:
            _insert(statement, issue_id, signal, editor, now)
        elif held.state == ReviewState.ACCEPTED:
            if held.signal != signal:
                _withdraw(held, editor, now)
                _insert(statement, issue_id, signal, editor, now)
        elif held.signal != signal or held.state == ReviewState.REJECTED:
            held.signal = signal
            held.state = ReviewState.SUGGESTED
            held.save(update_fields=["signal", "state"])


def accept_links(*, statement: Statement, editor: User, kept: Collection[int] | None, at: datetime) -> None:
    """Accept the live suggested links of a locked statement whose issue is in `kept` (None: all).

    The others are rejected: the editor saw them and left them out.
    """
    for link in _live_links(statement).values():
        if link.state == ReviewState.SUGGESTED:
            is_kept = kept is None or link.issue_id in kept
            link.state = ReviewState.ACCEPTED if is_kept else ReviewState.REJECTED
            link.accepted_at = at if is_kept else None
            link.reviewed_by = editor
            link.save(update_fields=["state", "accepted_at", "reviewed_by"])


def drop_links(*, statement: Statement, editor: User, at: datetime) -> None:
    """Reject the suggested and withdraw the accepted links of a locked statement."""
    for link in _live_links(statement).values():
        if _counts(link):
            _drop(statement, link, editor, at)


def _live_links(statement: Statement) -> dict[int, Link]:
    return {link.issue_id: link for link in statement.links.filter(withdrawn_at__isnull=True)}


def _counts(link: Link) -> bool:
    return ReviewState(link.state) is not ReviewState.REJECTED


def _insert(statement: Statement, issue_id: int, signal: Signal, editor: User, now: datetime) -> None:
    is_accepted = statement.state == ReviewState.ACCEPTED
    Link.objects.create(
        statement=statement,
        issue_id=issue_id,
        signal=signal,
        proposed_by=Proposer.EDITOR,
        state=ReviewState.ACCEPTED if is_accepted else ReviewState.SUGGESTED,
        accepted_at=now if is_accepted else None,
        reviewed_by=editor,
    )


def _drop(statement: Statement, link: Link, editor: User, now: datetime) -> None:
    if link.state == ReviewState.SUGGESTED:
        link.state = ReviewState.REJECTED
        link.reviewed_by = editor
        link.save(update_fields=["state", "reviewed_by"])
        return
    rests = Evidence.objects.filter(
        statement=statement, status_change__issue=link.issue_id, status_change__retracted_at__isnull=True
    )
    if rests.exists():
        raise DeskError(
            _("A status of %(issue)s rests on this statement. Retract that status first.")
            % {"issue": link.issue.title_shown},
            field="links",
        )
    _withdraw(link, editor, now)


def _withdraw(link: Link, editor: User, now: datetime) -> None:
    link.withdrawn_at = now
    link.reviewed_by = editor
    link.save(update_fields=["withdrawn_at", "reviewed_by"])
