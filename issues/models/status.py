"""Where an issue stands: append-only status changes, each on the evidence of accepted statements."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models.functions import Now

from issues.models.accounts import User
from issues.models.fields import (
    edtf_constraints,
    edtf_field,
    lower_bound,
    one_of,
    origin_field,
    term_field,
    upper_bound,
    words_field,
)
from issues.models.history import tracked
from issues.models.issues import Issue
from issues.models.parties import Party
from issues.models.statements import Statement
from issues.vocabulary import Phase, Trend


@tracked()
class StatusChange(models.Model):
    """An issue enters a phase, from a date, recorded at a time.

    `perspective` is the party that claims it, or null for the desk's own assessment. Rows are
    never edited or deleted; a wrong one is retracted. `not_assessed` is the absence of any.
    """

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="status_changes")
    perspective = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    phase = term_field(Phase)
    trend = term_field(Trend, default=Trend.UNCHANGED)
    effective_on = edtf_field()
    effective_on_lower = lower_bound("effective_on")
    effective_on_upper = upper_bound("effective_on")
    effective_on_words = words_field()
    effective_on_origin = origin_field()
    rationale = models.TextField(blank=True)
    statements = models.ManyToManyField(Statement, through="Evidence", related_name="status_changes")
    recorded_at = models.DateTimeField(db_default=Now())
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    retracted_at = models.DateTimeField(null=True, blank=True)
    retracted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    retraction_reason = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ("issue", "effective_on_lower", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            one_of("statuschange", "phase", Phase),
            one_of("statuschange", "trend", Trend),
            *edtf_constraints("statuschange", "effective_on", required=True),
            models.CheckConstraint(
                name="statuschange_phase_assessed",
                condition=~models.Q(phase=Phase.NOT_ASSESSED),
                violation_error_message="To return to not assessed, retract the status.",
            ),
            models.CheckConstraint(
                name="statuschange_starts_somewhere",
                condition=models.Q(effective_on_lower__isnull=False),
                violation_error_message="Say from when the status holds, however roughly.",
            ),
            models.CheckConstraint(
                name="statuschange_retraction_whole",
                condition=models.Q(retracted_at__isnull=True, retracted_by__isnull=True, retraction_reason="")
                | (
                    models.Q(retracted_at__isnull=False, retracted_by__isnull=False)
                    & ~models.Q(retraction_reason="")
                ),
                violation_error_message="A retraction says when, by whom and why.",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            # Board and timeline: the live status changes of an issue, by perspective, in order.
            models.Index(
                fields=("issue", "perspective", "effective_on_lower", "id"),
                condition=models.Q(retracted_at__isnull=True),
                name="statuschange_live",
            ),
            # What changed between two days: set, and retracted.
            models.Index(fields=("recorded_at", "id"), name="statuschange_by_recording"),
            models.Index(
                fields=("retracted_at", "id"),
                condition=models.Q(retracted_at__isnull=False),
                name="statuschange_by_retraction",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(
                name="append_only",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(
                    "issue",
                    "perspective",
                    "phase",
                    "trend",
                    "effective_on",
                    "effective_on_words",
                    "effective_on_origin",
                    "rationale",
                    "recorded_at",
                    "recorded_by",
                ),
            ),
            pgtrigger.Protect(
                name="retracted_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__retracted_at__isnull=False),
            ),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="claimed_by_one_of_the_pair",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Q(new__perspective__isnull=False),
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM issues_issue i JOIN issues_relationship r ON r.id = i.relationship_id
                        WHERE i.id = NEW.issue_id AND NEW.perspective_id IN (r.first_id, r.second_id)
                    ) THEN
                        RAISE EXCEPTION '% is no party of issue %', NEW.perspective_id, NEW.issue_id
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            # Checked when the transaction ends: the evidence is inserted after the status it supports.
            pgtrigger.Trigger(
                name="rests_on_evidence",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM issues_evidence e JOIN issues_statement s ON s.id = e.statement_id
                        WHERE e.status_change_id = NEW.id AND s.state = 'accepted'
                    ) THEN
                        RAISE EXCEPTION 'status change % has no accepted statement as evidence', NEW.id
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id}: {self.phase} from {self.effective_on}"


@tracked()
class Evidence(models.Model):
    """A statement that a status rests on. Never removed: a status is retracted whole."""

    status_change = models.ForeignKey(StatusChange, on_delete=models.PROTECT, related_name="evidence")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="evidence")

    class Meta:
        verbose_name_plural = "evidence"
        constraints = (
            models.UniqueConstraint(fields=("status_change", "statement"), name="evidence_unique"),
        )
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="statement_is_accepted",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                # The share locks hold off a rejection of the same statement, or of what it is said to
                # bear on, until this commits.
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM issues_statement s
                        WHERE s.id = NEW.statement_id AND s.state = 'accepted' FOR SHARE
                    ) THEN
                        RAISE EXCEPTION 'statement % is not accepted and can be no evidence', NEW.statement_id
                            USING ERRCODE = 'check_violation';
                    END IF;
                    IF NOT EXISTS (
                        SELECT 1 FROM issues_link l
                        WHERE l.statement_id = NEW.statement_id
                        AND l.issue_id = (
                            SELECT c.issue_id FROM issues_statuschange c WHERE c.id = NEW.status_change_id
                        )
                        AND l.state = 'accepted' AND l.withdrawn_at IS NULL FOR SHARE
                    ) THEN
                        RAISE EXCEPTION 'statement % is not accepted on this issue', NEW.statement_id
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.status_change_id} ← {self.statement_id}"
