"""Statements by hand: correct what is said of one, add one from a passage of a document."""

from django.db import IntegrityError, transaction
from django.db.models import Func, Value
from django.utils import timezone
from django.utils.translation import gettext as _

from issues.desk.acting import acting_as, locked
from issues.desk.details import Details, describe, details_of
from issues.desk.errors import DeskError
from issues.desk.links import accept_links, set_links
from issues.desk.passages import locate_passage
from issues.desk.review import refuse_if_changed
from issues.models import Appearance, Capture, Statement, User
from issues.vocabulary import Proposer, ReviewState


def correct_statement(
    *, statement: Statement, editor: User, details: Details, accept: bool = False, seen: str | None = None
) -> Statement:
    """Set everything but the words of a statement to `details`; `accept` accepts it in the same step.

    The words never change: where the passage is wrong, reject the statement and select another.
    Idempotent. Raises DecidedMeanwhileError where the statement is no longer as `seen`, and DeskError
    without a speaker, for a statement that was rejected, where the corrected statement would be one
    that is already recorded, and where a live status rests on a link that would go.
    """
    joint_before = sorted(statement.joint_parties.values_list("code", flat=True))
    with acting_as(editor, "correct", joint_before=joint_before):
        row = locked(statement)
        settled = row.state == ReviewState.ACCEPTED or not accept
        if settled and details_of(row) == details:
            return row
        refuse_if_changed(row, seen)
        if row.state == ReviewState.REJECTED:
            raise DeskError(_("This statement was rejected. Undo that before you correct it."))
        if accept and row.state == ReviewState.SUGGESTED:
            row.state = ReviewState.ACCEPTED
            row.accepted_at = timezone.now()
        row.reviewed_by = editor
        _store(row, details)
        set_links(statement=row, wanted=details.links, editor=editor)
        if row.state == ReviewState.ACCEPTED:
            accept_links(statement=row, editor=editor, kept=None, at=timezone.now())
        return row


def _store(row: Statement, details: Details) -> None:
    describe(row, details)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        if "statement_unique" not in str(error):
            raise
        raise DeskError(
            _(
                "These words of this speaker on this date are already recorded as another statement. "
                "Reject this one: the other keeps every place where the words stand."
            )
        ) from error
    row.joint_parties.set(details.joint_parties)


def add_statement(*, capture: Capture, start: int, end: int, editor: User, details: Details) -> Statement:
    """Record the passage at these offsets (code points) of a capture's text as an accepted statement.

    Where the same words of the same speaker and date are recorded, that statement gains the place
    and the links, and is accepted. Raises DeskError for offsets outside the text, an empty passage
    or no speaker.
    """
    if not 0 <= start < end <= len(capture.text) or not capture.text[start:end].strip():
        raise DeskError(_("Select a passage of the text."), field="passage")
    quote = capture.text[start:end]
    with acting_as(editor, "add"):
        now = timezone.now()
        row = Statement(
            quote=quote,
            language=capture.document.language,
            state=ReviewState.ACCEPTED,
            proposed_by=Proposer.EDITOR,
            accepted_at=now,
            reviewed_by=editor,
        )
        describe(row, details)
        row = _insert_or_find(row)
        row.joint_parties.set(details.joint_parties)
        Appearance.objects.get_or_create(
            statement=row, capture=capture, start=start, defaults={"end": end, "quote": quote}
        )
        held = details_of(row).links
        set_links(statement=row, wanted={**held, **details.links}, editor=editor)
        accept_links(statement=row, editor=editor, kept=details.links, at=now)
        return row


def _insert_or_find(row: Statement) -> Statement:
    """Insert, or bring the statement that these words already are to the state of `row`."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        if "statement_unique" not in str(error):
            raise
        found = Statement.objects.select_for_update(no_key=True).get(
            skeleton=Func(Value(row.quote), function="quote_skeleton"),
            party=row.party,
            official=row.official,
            speaker_label=row.speaker_label,
            stated_on=row.stated_on,
        )
        if found.state != ReviewState.ACCEPTED:
            found.state = ReviewState.ACCEPTED
            found.accepted_at = row.accepted_at
            found.reviewed_by = row.reviewed_by
        found.kind, found.question, found.credibility = row.kind, row.question, row.credibility
        found.save()
        return found
    return row


def add_passage(
    *, capture: Capture, passage: str, editor: User, details: Details, place: int | None = None
) -> Statement:
    """As `add_statement`, for a passage pasted by hand: `locate_passage` finds it and says what it raises."""
    found = locate_passage(capture.text, passage, place=place)
    return add_statement(capture=capture, start=found.start, end=found.end, editor=editor, details=details)
