"""Pledges: a statement that something will happen by some time, and what became of it."""

from typing import ClassVar

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
from issues.models.statements import Statement
from issues.vocabulary import PledgeOutcome

# What changed between two days: pledges reopened, or decided and since then decided otherwise.
_BY_CHANGE = models.Index(
    fields=("pgh_created_at",), condition=models.Q(pgh_label="update"), name="pledge_by_change"
)


@tracked(meta={"indexes": [_BY_CHANGE]})
class Pledge(models.Model):
    """What a statement promises, the bounds within which it falls due, and its outcome.

    Overdue is not stored: a pledge is overdue while its outcome is open and `due_on_upper` is past.
    """

    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, related_name="pledge")
    due_on = edtf_field()
    due_on_lower = lower_bound("due_on")
    due_on_upper = upper_bound("due_on")
    # "before the end of the summer", and how the bounds were computed from it.
    due_on_words = words_field()
    due_on_origin = origin_field()
    calculation = models.CharField(max_length=300, blank=True)
    outcome = term_field(PledgeOutcome, default=PledgeOutcome.OPEN)
    # The day it was met, where it was; the statement that shows the outcome, where one does.
    met_on = models.DateField(null=True, blank=True)
    outcome_statement = models.ForeignKey(
        Statement, on_delete=models.PROTECT, null=True, blank=True, related_name="decides_pledges"
    )
    outcome_note = models.CharField(max_length=400, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ("due_on_upper", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            one_of("pledge", "outcome", PledgeOutcome),
            *edtf_constraints("pledge", "due_on"),
            models.CheckConstraint(
                name="pledge_overdue_is_computed",
                condition=~models.Q(outcome=PledgeOutcome.OVERDUE),
                violation_error_message="Overdue is computed from the due date, never stored.",
            ),
            models.CheckConstraint(
                name="pledge_outcome_decided",
                condition=models.Q(
                    outcome=PledgeOutcome.OPEN, decided_at__isnull=True, decided_by__isnull=True
                )
                | (
                    ~models.Q(outcome=PledgeOutcome.OPEN)
                    & models.Q(decided_at__isnull=False, decided_by__isnull=False)
                ),
                violation_error_message="An outcome says when it was decided and by whom.",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            # Next dates of boards: open pledges by the day they fall due.
            models.Index(
                fields=("due_on_upper",), condition=models.Q(outcome=PledgeOutcome.OPEN), name="pledge_open"
            ),
            # Deadlines: those of an outcome by keyset, forwards and backwards.
            models.Index(fields=("outcome", "due_on_upper", "id"), name="pledge_by_outcome"),
            # Deadlines: a month of them, whatever became of them; and those without a date.
            models.Index(fields=("due_on_upper", "id"), name="pledge_by_due"),
            # What changed between two days: decided.
            models.Index(
                fields=("decided_at", "id"),
                condition=models.Q(decided_at__isnull=False),
                name="pledge_by_decision",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id} due {self.due_on or 'undated'}"
