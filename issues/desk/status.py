"""Where an issue stands: enter a status on evidence, retract it with a reason. Never edited."""

from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from issues.desk.acting import acting_as, locked
from issues.desk.errors import DecidedMeanwhileError, DeskError
from issues.models import Evidence, Issue, Link, Party, Statement, StatusChange, User
from issues.reading.edtf import ImpreciseDate, InvalidDate
from issues.vocabulary import DateOrigin, Phase, ReviewState, Trend


def change_status(  # noqa: PLR0913 - a status has as many parts
    *,
    issue: Issue,
    phase: Phase,
    effective_on: str,
    evidence: Sequence[Statement],
    editor: User,
    perspective: Party | None = None,
    trend: Trend = Trend.UNCHANGED,
    effective_on_words: str = "",
    rationale: str = "",
    seen: str | None = None,
) -> StatusChange:
    """Record that `issue` enters `phase` on `effective_on` (EDTF), on the evidence of accepted statements.

    `perspective` is the party that claims it; None is the desk's own assessment. The same status
    entered twice by one editor is one. `seen` is the token of `status_version` that the form was drawn
    with. Raises DecidedMeanwhileError where another status was entered or retracted since, and
    DeskError, naming the field, for a phase, date or evidence that cannot stand.
    """
    date = _checked_date(effective_on, effective_on_words)
    if phase == Phase.NOT_ASSESSED:
        raise DeskError(_("To return to not assessed, retract the status."), field="phase")
    with acting_as(editor, "change status"):
        row = locked(issue)
        if perspective is not None and perspective.pk not in row.relationship.codes:
            raise DeskError(
                _("%(perspective)s is no party of this issue.") % {"perspective": perspective},
                field="perspective",
            )
        _refuse_evidence(row, evidence)
        change = StatusChange(
            issue=row,
            perspective=perspective,
            phase=phase,
            trend=trend,
            effective_on=date.edtf,
            effective_on_words=date.words,
            effective_on_origin=date.origin,
            rationale=rationale.strip(),
            recorded_by=editor,
        )
        held = _same_status(change, evidence)
        if held is not None:
            return held
        if seen is not None and seen != status_version(row):
            raise DecidedMeanwhileError(_changed_sentence(row))
        return _insert(change, evidence)


def retract_status(*, change: StatusChange, editor: User, reason: str) -> StatusChange:
    """Retract a status, for a reason that stays beside it. Pressing twice is harmless.

    Raises DeskError without a reason and DecidedMeanwhileError where somebody else retracted it.
    """
    if not reason.strip():
        raise DeskError(_("Say why it is retracted: the reason stays in the history."), field="reason")
    with acting_as(editor, "retract status"):
        locked(change.issue)
        row = locked(change)
        if row.retracted_at is not None:
            if row.retracted_by_id == editor.pk:
                return row
            who = row.retracted_by.display_name if row.retracted_by else _("Somebody")
            raise DecidedMeanwhileError(
                _("%(who)s retracted this status meanwhile: %(retraction_reason)s")
                % {"who": who, "retraction_reason": row.retraction_reason}
            )
        row.retracted_at, row.retracted_by, row.retraction_reason = timezone.now(), editor, reason.strip()
        row.save(update_fields=["retracted_at", "retracted_by", "retraction_reason"])
        return row


def restore_status(*, change: StatusChange, editor: User) -> StatusChange:
    """Enter a retracted status again as it was: a new row, since a retraction stays. Idempotent.

    Raises DeskError where its evidence is no longer accepted, or it was not retracted.
    """
    if change.retracted_at is None:
        raise DeskError(_("This status was not retracted."))
    evidence = list(Statement.objects.filter(evidence__status_change=change))
    return change_status(
        issue=change.issue,
        perspective=change.perspective,
        phase=Phase(change.phase),
        trend=Trend(change.trend),
        effective_on=change.effective_on,
        effective_on_words=change.effective_on_words,
        rationale=change.rationale,
        evidence=evidence,
        editor=editor,
    )


def status_version(issue: Issue) -> str:
    """What an editor sees of an issue's status history, as a token: its live statuses by number."""
    live = StatusChange.objects.filter(issue=issue, retracted_at__isnull=True)
    return "-".join(str(pk) for pk in live.order_by("pk").values_list("pk", flat=True)) or "none"


def _checked_date(edtf: str, words: str) -> ImpreciseDate:
    try:
        date = ImpreciseDate.from_edtf(edtf.strip(), words=words.strip(), origin=DateOrigin.EDITOR)
    except InvalidDate as error:
        raise DeskError(f"{error}.", field="effective_on") from error
    if date.lower is None:
        raise DeskError(_("Say from when the status holds, however roughly."), field="effective_on")
    return date


def _refuse_evidence(issue: Issue, evidence: Sequence[Statement]) -> None:
    if not evidence:
        raise DeskError(
            _("Choose at least one accepted statement: no status stands without the words."), field="evidence"
        )
    wanted = {statement.pk for statement in evidence}
    links = Link.objects.filter(issue=issue, state=ReviewState.ACCEPTED, withdrawn_at__isnull=True)
    accepted = links.filter(statement__in=wanted, statement__state=ReviewState.ACCEPTED)
    missing = wanted - set(accepted.values_list("statement_id", flat=True))
    if missing:
        raise DeskError(
            _(
                "%(missing)s of the chosen statements are not accepted on this issue any more. "
                "Choose among those listed."
            )
            % {"missing": len(missing)},
            field="evidence",
        )


def _same_status(change: StatusChange, evidence: Sequence[Statement]) -> StatusChange | None:
    """The live row that says exactly this already: a form sent twice."""
    same = StatusChange.objects.filter(
        issue=change.issue,
        perspective=change.perspective,
        phase=change.phase,
        trend=change.trend,
        effective_on=change.effective_on,
        rationale=change.rationale,
        recorded_by=change.recorded_by,
        retracted_at__isnull=True,
    )
    wanted = {statement.pk for statement in evidence}
    for held in same:
        if set(held.evidence.values_list("statement_id", flat=True)) == wanted:
            return held
    return None


def _insert(change: StatusChange, evidence: Sequence[Statement]) -> StatusChange:
    change.save(force_insert=True)
    rows = [Evidence(status_change=change, statement_id=pk) for pk in sorted({each.pk for each in evidence})]
    try:
        with transaction.atomic():
            Evidence.objects.bulk_create(rows)
    except IntegrityError as error:
        # Rejected by somebody between our look and our insert, which waited for them.
        raise DeskError(
            _("One of the chosen statements was rejected meanwhile. Choose among those listed."),
            field="evidence",
        ) from error
    change.refresh_from_db()
    return change


def _changed_sentence(issue: Issue) -> str:
    latest = issue.status_changes.select_related("recorded_by").order_by("-recorded_at").first()
    if latest is None or latest.retracted_by is not None:
        return _("A status of this issue was retracted meanwhile. Look at the list below, then save again.")
    return _(
        "%(recorded_by)s entered “%(phase)s” meanwhile. Look at it below; save again if yours still holds."
    ) % {"recorded_by": latest.recorded_by.display_name, "phase": Phase(latest.phase).label}
