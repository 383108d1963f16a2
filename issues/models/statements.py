"""What was said: one dated utterance by one official or institution."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models.functions import Coalesce, Concat, Now
from django.urls import reverse

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
from issues.models.parties import Official, Party, Relationship
from issues.vocabulary import Credibility, Proposer, ReviewState, StatementKind


@tracked(exclude=["speaker_names", "search"])
class Statement(models.Model):
    """One dated utterance by one official or institution: a verbatim passage, its speaker, its date.

    The quote never changes: where the words were wrong the statement is rejected and another made.
    """

    quote = models.TextField()
    # md5 of the letters and digits alone: the same words typeset otherwise have the same skeleton.
    skeleton = models.GeneratedField(
        expression=models.Func(models.F("quote"), function="quote_skeleton"),
        output_field=models.CharField(max_length=32),
        db_persist=True,
    )
    kind = term_field(StatementKind)
    language = models.CharField(max_length=8, blank=True)
    official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="statements"
    )
    # The speaker as the text describes them, where no official is known: an institution, "a senior official".
    speaker_label = models.CharField(max_length=200, blank=True)
    # The official's names, copied by triggers here and on the official, so that search finds them.
    speaker_names = models.TextField(blank=True, db_default="", editable=False)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="statements")
    # The pair it concerns, as proposed: it may bear on none of the issues that are followed.
    relationship = models.ForeignKey(
        Relationship, on_delete=models.PROTECT, null=True, blank=True, related_name="statements"
    )
    # The other parties that speak with one voice in a joint text.
    joint_parties = models.ManyToManyField(Party, blank=True, related_name="joint_statements")
    stated_on = edtf_field()
    stated_on_lower = lower_bound("stated_on")
    stated_on_upper = upper_bound("stated_on")
    stated_on_words = words_field()
    stated_on_origin = origin_field()
    # What was asked, kept as context; never the speaker's own words.
    question = models.TextField(blank=True)
    credibility = term_field(Credibility, default=Credibility.UNJUDGED)
    state = term_field(ReviewState, default=ReviewState.SUGGESTED)
    proposed_by = term_field(Proposer, default=Proposer.READER)
    confidence = models.FloatField(default=1.0)
    reasons = models.JSONField(default=list, blank=True)
    search = models.GeneratedField(
        expression=models.Func(
            "language",
            "quote",
            Concat("speaker_names", models.Value(" "), "speaker_label"),
            function="search_vector",
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    recorded_at = models.DateTimeField(db_default=Now())
    accepted_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("-stated_on_lower", "-id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            one_of("statement", "kind", StatementKind),
            one_of("statement", "state", ReviewState),
            one_of("statement", "proposed_by", Proposer),
            one_of("statement", "credibility", Credibility),
            *edtf_constraints("statement", "stated_on"),
            models.CheckConstraint(
                name="statement_has_words",
                condition=models.Q(quote__regex=r"\S"),
                violation_error_message="A statement needs its words.",
            ),
            models.CheckConstraint(
                name="statement_has_speaker",
                condition=models.Q(official__isnull=False) | ~models.Q(speaker_label=""),
                violation_error_message="Say who speaks: an official, or the speaker as described.",
            ),
            models.CheckConstraint(
                name="statement_confidence_is_share",
                condition=models.Q(confidence__gte=0.0, confidence__lte=1.0),
            ),
            models.CheckConstraint(
                name="statement_accepted_at_set",
                condition=~models.Q(state=ReviewState.ACCEPTED)
                | models.Q(accepted_at__isnull=False, reviewed_by__isnull=False),
                violation_error_message="An accepted statement says when and by whom.",
            ),
            # One statement with many appearances: the same words of the same speaker on one date.
            models.UniqueConstraint(
                fields=("skeleton", "party", "official", "speaker_label", "stated_on"),
                name="statement_unique",
                nulls_distinct=False,
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            # The review queue, newest first.
            models.Index(
                fields=("-id",), condition=models.Q(state=ReviewState.SUGGESTED), name="statement_to_review"
            ),
            # What one official said, newest first.
            models.Index(fields=("official", "-stated_on_lower", "-id"), name="statement_of_official"),
            # Search for words that are not in every other statement, a period after another.
            GinIndex(
                models.Func(Coalesce("stated_on_lower", "stated_on_upper"), function="search_period"),
                "search",
                condition=models.Q(state=ReviewState.ACCEPTED),
                name="statement_search",
            ),
            # Search for frequent words and for none: from the newest back until there are enough.
            models.Index(
                Coalesce("stated_on_lower", "stated_on_upper").desc(nulls_last=True),
                models.F("id").desc(),
                models.F("recorded_at"),  # as of a day: what came later is passed over here
                condition=models.Q(state=ReviewState.ACCEPTED),
                name="statement_by_day",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(
                name="words_never_change",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("quote", "recorded_at"),
            ),
            pgtrigger.Trigger(
                name="copy_names",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("official_id"),  # type: ignore[no-untyped-call]  # the library's
                func="""
                    NEW.speaker_names := coalesce((
                        SELECT concat_ws(' ', o.name, array_to_string(o.aliases, ' '))
                        FROM issues_official o WHERE o.id = NEW.official_id
                    ), '');
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="links_follow_the_day",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("stated_on", "party"),
                func="""
                    UPDATE issues_link
                    SET stated_day = coalesce(NEW.stated_on_lower, NEW.stated_on_upper),
                        party_id = NEW.party_id
                    WHERE statement_id = NEW.id;
                    RETURN NULL;
                """,
            ),
            pgtrigger.Trigger(
                name="evidence_stays_accepted",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__state=ReviewState.ACCEPTED)
                & ~pgtrigger.Q(new__state=ReviewState.ACCEPTED),
                func="""
                    IF EXISTS (
                        SELECT 1 FROM issues_evidence e
                        JOIN issues_statuschange s ON s.id = e.status_change_id
                        WHERE e.statement_id = OLD.id AND s.retracted_at IS NULL
                    ) THEN
                        RAISE EXCEPTION 'statement % is evidence of a status: retract that first', OLD.id
                            USING ERRCODE = 'restrict_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.quote[:60]

    def get_absolute_url(self) -> str:
        return reverse("statement", args=(self.pk,))

    @property
    def speaker_name(self) -> str:
        return self.official.name_shown if self.official else self.speaker_label
