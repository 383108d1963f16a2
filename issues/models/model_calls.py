"""What was asked of the optional language model, what it said, and what it cost."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from issues.models.documents import Capture
from issues.models.fields import one_of, term_field
from issues.vocabulary import CallOutcome


class ModelCall(models.Model):
    """One question to the endpoint that DEMARCHE_MODEL_URL names: the record of cost and of words.

    cost is in the currency of the operator's price list, from the tokens the endpoint counted.
    refused counts proposals by why they were dropped ("quote not in the text": 2).
    """

    capture = models.ForeignKey(Capture, on_delete=models.CASCADE, related_name="model_calls")
    # Which part of a long text this was, from 0.
    part = models.PositiveSmallIntegerField(default=0)
    begun_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True, blank=True)
    outcome = term_field(CallOutcome, default=CallOutcome.RUNNING)
    model = models.CharField(max_length=200)
    prompt = models.TextField()
    answer = models.TextField(blank=True)
    error = models.CharField(max_length=300, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    prompt_tokens = models.PositiveIntegerField(default=0)
    answer_tokens = models.PositiveIntegerField(default=0)
    cost = models.DecimalField(max_digits=12, decimal_places=6, default=0)
    milliseconds = models.PositiveIntegerField(default=0)
    proposed = models.PositiveIntegerField(default=0)
    taken = models.PositiveIntegerField(default=0)
    refused = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            one_of("modelcall", "outcome", CallOutcome),
            # Asked once a part, however often the task is delivered: the row is the claim.
            models.UniqueConstraint(fields=("capture", "part"), name="modelcall_once_a_part"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            # The day's budget: what was spent since midnight.
            models.Index(fields=("begun_at",), name="modelcall_of_day"),
        ]

    def __str__(self) -> str:
        return f"{self.capture_id}/{self.part} {self.outcome}"
