"""Where documents come from, and every attempt at it."""

from datetime import timedelta

from django.db import models
from django.db.models.functions import Now
from django.urls import reverse

from issues.models.fields import one_of, term_field
from issues.models.history import tracked
from issues.models.parties import Party
from issues.vocabulary import PollOutcome, Reliability, SourceKind


@tracked(exclude=["next_poll_at", "etag", "last_modified"])
class Source(models.Model):
    """A place we poll, or a hand-made origin."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=160)
    kind = term_field(SourceKind, default=SourceKind.FEED)
    address = models.URLField(max_length=2000, blank=True)
    # The party whose outlet this is, where it is one: a ministry's site, a state agency.
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="sources")
    language = models.CharField(max_length=8, blank=True)
    reliability = term_field(Reliability, default=Reliability.F)
    is_active = models.BooleanField(default=True)
    poll_every = models.DurationField(default=timedelta(minutes=30))
    next_poll_at = models.DateTimeField(null=True, blank=True)
    # What the server gave us to ask again politely (RFC 9110, conditional requests).
    etag = models.CharField(max_length=500, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ("name",)
        constraints = (
            one_of("source", "kind", SourceKind),
            one_of("source", "reliability", Reliability),
            models.CheckConstraint(
                name="source_feed_has_address",
                condition=~models.Q(kind=SourceKind.FEED) | ~models.Q(address=""),
                violation_error_message="A feed needs an address.",
            ),
            models.UniqueConstraint(
                fields=("address",), condition=~models.Q(address=""), name="source_address_unique"
            ),
            models.CheckConstraint(
                name="source_polled_at_most_each_minute",
                condition=models.Q(poll_every__gte=timedelta(minutes=1)),
                violation_error_message="Poll no more often than once a minute.",
            ),
        )
        indexes = (
            # poll_due_sources: the next sources to claim, oldest first.
            models.Index(
                fields=("next_poll_at",), condition=models.Q(is_active=True, kind="feed"), name="source_due"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("source", args=(self.slug,))


class PollRun(models.Model):
    """One attempt at a source: what it brought, or why it brought nothing."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="runs")
    started_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True, blank=True)
    outcome = term_field(PollOutcome, default=PollOutcome.RUNNING)
    http_status = models.PositiveSmallIntegerField(null=True, blank=True)
    entries_seen = models.PositiveIntegerField(default=0)
    documents_new = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("-started_at",)
        constraints = (one_of("pollrun", "outcome", PollOutcome),)
        indexes = (
            # A source's page: its latest runs.
            models.Index(fields=("source", "-started_at"), name="pollrun_latest"),
        )

    def __str__(self) -> str:
        return f"{self.source_id} {self.started_at:%Y-%m-%d %H:%M} {self.outcome}"
