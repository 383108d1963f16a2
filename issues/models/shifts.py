"""How far a position moved from one statement to the next, as an editor judged it."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models.functions import Now

from issues.models.accounts import User
from issues.models.fields import one_of, term_field
from issues.models.history import tracked
from issues.models.issues import Issue
from issues.models.statements import Statement
from issues.vocabulary import ShiftSize


@tracked()
class Shift(models.Model):
    """From `earlier` to `statement` a position on an issue moved so far. One judgement a pair.

    The pair stays judged when a statement between the two is accepted later; it is then no longer
    shown, for the two are no longer consecutive.
    """

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="shifts", db_index=False)
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="shifts")
    earlier = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="later_shifts")
    size = term_field(ShiftSize)
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ("issue", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            one_of("shift", "size", ShiftSize),
            models.UniqueConstraint(
                fields=("issue", "statement", "earlier"),
                name="shift_unique",
                violation_error_message="This step is judged already.",
            ),
            models.CheckConstraint(
                name="shift_between_two",
                condition=~models.Q(statement=models.F("earlier")),
                violation_error_message="A shift leads from one statement to another.",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(
                name="pair_never_changes",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("issue", "statement", "earlier"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id}: {self.earlier_id} → {self.statement_id} ({self.size})"
