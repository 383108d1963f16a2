"""Which issues a statement bears on, and how."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models.functions import Now

from issues.models.accounts import User
from issues.models.fields import one_of, term_field
from issues.models.history import tracked
from issues.models.issues import Issue
from issues.models.parties import Party
from issues.models.statements import Statement
from issues.vocabulary import Proposer, ReviewState, Signal


@tracked(exclude=["stated_day", "party", "is_joint"])
class Link(models.Model):
    """A statement bears on an issue, with a signal, and with who or what proposed it and why.

    An accepted link is corrected by withdrawing it and making another, so that yesterday's view
    can still be drawn.
    """

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="links")
    # The first day that the statement's date allows (the last where the first is open), copied by
    # triggers here and on the statement: an issue's page reads its newest fifty, or one window, in
    # an index of this and never has to look at the other statements.
    stated_day = models.DateField(null=True, blank=True, editable=False)
    # Whose statement it is, and whether others speak in it too, copied likewise: when a party last spoke
    # on an issue must not take reading what the other side said.
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, editable=False, db_index=False, related_name="+"
    )
    is_joint = models.BooleanField(db_default=False, editable=False)
    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="links")
    signal = term_field(Signal, default=Signal.POSITION)
    state = term_field(ReviewState, default=ReviewState.SUGGESTED)
    proposed_by = term_field(Proposer, default=Proposer.READER)
    confidence = models.FloatField(default=1.0)
    reasons = models.JSONField(default=list, blank=True)
    recorded_at = models.DateTimeField(db_default=Now())
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("issue", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            one_of("link", "signal", Signal),
            one_of("link", "state", ReviewState),
            one_of("link", "proposed_by", Proposer),
            models.UniqueConstraint(
                fields=("statement", "issue"),
                condition=models.Q(withdrawn_at__isnull=True),
                name="link_live_unique",
                violation_error_message="This statement is already linked to this issue.",
            ),
            models.CheckConstraint(
                name="link_accepted_at_set",
                condition=~models.Q(state=ReviewState.ACCEPTED)
                | models.Q(accepted_at__isnull=False, reviewed_by__isnull=False),
                violation_error_message="An accepted link says when and by whom.",
            ),
            models.CheckConstraint(
                name="link_confidence_is_share",
                condition=models.Q(confidence__gte=0.0, confidence__lte=1.0),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            # An issue's timeline and list: its accepted, live links.
            models.Index(
                fields=("issue", "signal", "statement"),
                condition=models.Q(state=ReviewState.ACCEPTED, withdrawn_at__isnull=True),
                name="link_of_issue",
            ),
            # An issue's last words, its list by keyset, the window of its timeline.
            models.Index(
                "issue",
                models.F("stated_day").desc(nulls_last=True),
                models.F("statement").desc(),
                "recorded_at",  # as of a day: what came later is passed over here
                condition=models.Q(state=ReviewState.ACCEPTED, withdrawn_at__isnull=True),
                name="link_of_issue_by_day",
            ),
            # When a party last spoke on an issue: by itself, and in joint texts.
            models.Index(
                "issue",
                "party",
                models.F("stated_day").desc(nulls_last=True),
                models.F("statement").desc(),
                "recorded_at",
                condition=models.Q(state=ReviewState.ACCEPTED, withdrawn_at__isnull=True),
                name="link_of_party_by_day",
            ),
            models.Index(
                "issue",
                models.F("stated_day").desc(nulls_last=True),
                models.F("statement").desc(),
                condition=models.Q(state=ReviewState.ACCEPTED, withdrawn_at__isnull=True, is_joint=True),
                name="link_joint_by_day",
            ),
            # What changed between two days: accepted, and withdrawn.
            models.Index(
                fields=("accepted_at", "id"),
                condition=models.Q(state=ReviewState.ACCEPTED),
                name="link_by_acceptance",
            ),
            models.Index(
                fields=("withdrawn_at", "id"),
                condition=models.Q(state=ReviewState.ACCEPTED, withdrawn_at__isnull=False),
                name="link_by_withdrawal",
            ),
            # The backlog beside every status: live suggestions of an issue.
            models.Index(
                fields=("issue",),
                condition=models.Q(state=ReviewState.SUGGESTED, withdrawn_at__isnull=True),
                name="link_to_review",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Trigger(
                name="copy_day",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="""
                    SELECT coalesce(s.stated_on_lower, s.stated_on_upper), s.party_id,
                        EXISTS (SELECT FROM issues_statement_joint_parties j WHERE j.statement_id = s.id)
                    INTO NEW.stated_day, NEW.party_id, NEW.is_joint
                    FROM issues_statement s WHERE s.id = NEW.statement_id;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Protect(
                name="accepted_never_edited",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.state = 'accepted'"
                    " AND (OLD.state, OLD.statement_id, OLD.issue_id, OLD.signal, OLD.accepted_at)"
                    " IS DISTINCT FROM"
                    " (NEW.state, NEW.statement_id, NEW.issue_id, NEW.signal, NEW.accepted_at)"
                ),
            ),
            # Checked when the transaction ends: a corrected link is withdrawn before the next is made.
            pgtrigger.Trigger(
                name="evidence_stays_linked",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(old__withdrawn_at__isnull=True, new__withdrawn_at__isnull=False),
                func="""
                    IF EXISTS (
                        SELECT 1 FROM issues_evidence e
                        JOIN issues_statuschange c ON c.id = e.status_change_id
                        WHERE e.statement_id = NEW.statement_id AND c.issue_id = NEW.issue_id
                        AND c.retracted_at IS NULL
                    ) AND NOT EXISTS (
                        SELECT 1 FROM issues_link l
                        WHERE l.statement_id = NEW.statement_id AND l.issue_id = NEW.issue_id
                        AND l.state = 'accepted' AND l.withdrawn_at IS NULL
                    ) THEN
                        RAISE EXCEPTION 'statement % is evidence of a status here: retract that first',
                            NEW.statement_id USING ERRCODE = 'restrict_violation';
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id} → {self.issue_id} ({self.signal})"
