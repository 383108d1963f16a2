"""Where statements stand in the archive."""

from typing import ClassVar

import pgtrigger
from django.db import models

from issues.models.documents import Capture
from issues.models.fields import one_of, term_field
from issues.models.history import tracked
from issues.models.statements import Statement
from issues.vocabulary import Descent


@tracked(exclude=["goes_back_to", "descent", "credit"])
class Appearance(models.Model):
    """Where a statement stands: `capture.text[start:end] == quote`, counted in code points.

    The trigger re-reads the capture, so no offset can be stored that does not hold. A reprint may
    be typeset otherwise; its letters and digits must be those of the statement.
    """

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="appearances")
    capture = models.ForeignKey(Capture, on_delete=models.PROTECT, related_name="appearances")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    # Another place of the same words that this one has them from, and by what sign; null where it has them
    # from nobody that we know. Places without are the statement's independent origins.
    goes_back_to = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, db_index=False, related_name="passed_on"
    )
    descent = term_field(Descent, blank=True, db_default="")
    # The outlet that the text credits with the words, whether or not we have it from there too.
    credit = models.CharField(max_length=160, blank=True, db_default="")

    class Meta:
        ordering = ("capture", "start")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=("statement", "capture", "start"), name="appearance_unique"),
            models.CheckConstraint(
                name="appearance_ends_after_start",
                condition=models.Q(end__gt=models.F("start")),
                violation_error_message="The passage ends before it starts.",
            ),
            one_of("appearance", "descent", Descent, blank=True),
            models.CheckConstraint(
                name="appearance_goes_back_to_another",
                condition=models.Q(goes_back_to__isnull=True) | ~models.Q(goes_back_to=models.F("id")),
                violation_error_message="A place cannot have its words from itself.",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            # What goes back to a place, when that is taken away.
            models.Index(
                fields=("goes_back_to",),
                condition=models.Q(goes_back_to__isnull=False),
                name="appearance_passed_on",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Trigger(
                name="stands_in_capture",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="""
                    IF NEW.quote IS DISTINCT FROM (
                        SELECT substring(c.text FROM NEW.start + 1 FOR NEW."end" - NEW.start)
                        FROM issues_capture c WHERE c.id = NEW.capture_id
                    ) THEN
                        RAISE EXCEPTION 'the quote does not stand at %:% of capture %',
                            NEW.start, NEW."end", NEW.capture_id USING ERRCODE = 'check_violation';
                    END IF;
                    IF quote_skeleton(NEW.quote) IS DISTINCT FROM (
                        SELECT s.skeleton FROM issues_statement s WHERE s.id = NEW.statement_id
                    ) THEN
                        RAISE EXCEPTION 'the words at % of capture % are not those of statement %',
                            NEW.start, NEW.capture_id, NEW.statement_id USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.capture_id}:{self.start}–{self.end}"
