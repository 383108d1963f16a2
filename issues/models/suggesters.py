"""What the suggester learned, version by version, and what it was worth on held-back reviews."""

import hashlib
from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from issues.models.accounts import User
from issues.models.history import tracked


@tracked(exclude=["weights"])
class SuggesterVersion(models.Model):
    """One training: asked for, begun (claimed for a worker), trained, and then in use or not.

    Weights never change. They are JSON text, numbers by name and nothing that could run; sha256 is of
    its UTF-8 bytes.
    A version that an admin stopped stays out of use, and so do those trained after it, until an admin
    takes one into use again.
    """

    asked_at = models.DateTimeField(db_default=Now())
    # When a worker was given it, last; null while it waits for one.
    begun_at = models.DateTimeField(null=True, blank=True)
    trained_at = models.DateTimeField(null=True, blank=True)
    # Who asked for it; nobody where enough new reviews had come.
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # Decided statements when it was asked for, and the reviews it learned from.
    decided = models.PositiveIntegerField(default=0)
    reviews = models.PositiveIntegerField(default=0)
    weights = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    # By question: reviews, rules, learned, mended, spoiled, takes_over, why (issues.learning.trial.Score).
    scores = models.JSONField(default=dict, blank=True)
    in_use = models.BooleanField(default=False)
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("in_use",), condition=models.Q(in_use=True), name="suggesterversion_one_in_use"
            ),
            models.UniqueConstraint(
                models.Value(1),
                condition=models.Q(trained_at__isnull=True, error=""),
                name="suggesterversion_one_in_training",
            ),
            models.CheckConstraint(
                name="suggesterversion_in_use_is_trained",
                condition=models.Q(in_use=False)
                | models.Q(trained_at__isnull=False, stopped_at__isnull=True, error=""),
                violation_error_message="Only what was trained and not stopped can be in use.",
            ),
            models.CheckConstraint(
                name="suggesterversion_stopped_by_somebody",
                condition=models.Q(stopped_at__isnull=True) | models.Q(stopped_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.pk}, {self.reviews} reviews"

    @property
    def is_whole(self) -> bool:
        """Whether the weights are those that were trained."""
        return hashlib.sha256(self.weights.encode()).hexdigest() == self.sha256
