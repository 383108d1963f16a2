"""Polls sources: whose turn it is, one conditional request, and what the feed brought."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from issues.ingest.documents import DueDocument, RecordedEntries, record_entries
from issues.ingest.errors import FetchError, RefusedError
from issues.ingest.fetch import FEEDS, Fetched, fetch
from issues.ingest.schedule import next_poll
from issues.models import PollRun, Source
from issues.reading.feeds import Feed, UnreadableFeed, read_feed
from issues.vocabulary import PollOutcome, SourceKind

logger = logging.getLogger(__name__)

# Of one feed at one poll. Feeds have some dozens, an archive of years some hundreds; each is a document, and
# all are one transaction, which has to end within the lease.
MOST_ENTRIES = 2000
TOO_MANY = "Only the first {} entries were taken; {} more stand behind them."
LOST = "The worker that polled was lost; the source was polled again."
OURS = "An error of this program, not of the source: {}. The log has the details."


@dataclass(frozen=True, slots=True)
class Polled:
    """What one poll brought: documents to fetch and captures to read."""

    run_id: int
    outcome: PollOutcome
    due: tuple[DueDocument, ...] = ()
    captures: tuple[int, ...] = ()


def claim_due_sources(*, limit: int = 100) -> list[int]:
    """Claim active sources whose time has come, longest waiting first; return their ids.

    Two claimers never get the same source: rows are locked with SKIP LOCKED and moved forward in
    the same transaction, by a lease that the poll replaces when it ends.
    """
    now = timezone.now()
    with transaction.atomic():
        due = list(
            Source.objects.select_for_update(skip_locked=True, no_key=True)
            .filter(Q(next_poll_at__lte=now) | Q(next_poll_at=None), is_active=True, kind=SourceKind.FEED)
            .order_by(F("next_poll_at").asc(nulls_first=True))
            .values_list("pk", flat=True)[:limit]
        )
        Source.objects.filter(pk__in=due).update(next_poll_at=now + timedelta(seconds=settings.INGEST_LEASE))
    return due


def poll_source(*, source_id: int) -> Polled | None:
    """Poll one source now; None when it is paused or has nothing to poll. Safe to run twice.

    Every attempt is a PollRun; what went wrong stands in it in words, and is not raised, except
    errors of our own, which are noted and raised.
    """
    source = Source.objects.filter(pk=source_id, is_active=True, kind=SourceKind.FEED).first()
    if source is None:
        return None
    if _close_lost_runs(source):
        # Should this poll be lost as well, the next one waits as after any failure.
        Source.objects.filter(pk=source.pk).update(next_poll_at=next_poll(source, now=timezone.now()))
    run = PollRun.objects.create(source=source, started_at=timezone.now())
    try:
        answer = fetch(source.address, accept=FEEDS, etag=source.etag, last_modified=source.last_modified)
        if answer.status == 304:
            run.http_status = 304
            return _finish(run, PollOutcome.NOT_MODIFIED)
        feed = read_feed(answer.body, base_url=answer.url)
        return _record(run, answer, feed)
    except FetchError as error:
        run.http_status = error.http_status
        outcome = PollOutcome.REFUSED if isinstance(error, RefusedError) else PollOutcome.FAILED
        return _finish(run, outcome, error=str(error), retry_after=error.retry_after)
    except UnreadableFeed as error:
        run.http_status = 200
        return _finish(run, PollOutcome.FAILED, error=str(error))
    except Exception as error:
        _finish(run, PollOutcome.FAILED, error=OURS.format(type(error).__name__))
        raise


def _close_lost_runs(source: Source) -> int:
    """Close the runs that still run after the lease: they have no worker any more. Returns how many."""
    before = timezone.now() - timedelta(seconds=settings.INGEST_LEASE)
    lost = PollRun.objects.filter(source=source, outcome=PollOutcome.RUNNING, started_at__lt=before)
    return lost.update(outcome=PollOutcome.FAILED, finished_at=timezone.now(), error=LOST)


def _record(run: PollRun, answer: Fetched, feed: Feed) -> Polled:
    """Entries, the run's result and what to send along next time, in one transaction."""
    with transaction.atomic():
        recorded = record_entries(source=run.source, entries=feed.entries[:MOST_ENTRIES])
        # A feed that was broken is asked for whole the next time.
        validators = ("", "") if feed.warning else (answer.etag, answer.last_modified)
        Source.objects.filter(pk=run.source_id).update(etag=validators[0], last_modified=validators[1])
        run.http_status = answer.status
        left = max(0, len(feed.entries) - MOST_ENTRIES)
        warning = " ".join(filter(None, (feed.warning, TOO_MANY.format(MOST_ENTRIES, left) if left else "")))
        return _finish(run, PollOutcome.OK, error=warning, recorded=recorded)


def _finish(
    run: PollRun,
    outcome: PollOutcome,
    *,
    error: str = "",
    retry_after: float | None = None,
    recorded: RecordedEntries | None = None,
) -> Polled:
    now = timezone.now()
    run.outcome, run.finished_at, run.error = outcome, now, error.replace("\0", "\ufffd")[:500]
    if recorded:
        run.entries_seen, run.documents_new = recorded.seen, recorded.new
    with transaction.atomic():
        run.save()
        old = PollRun.objects.filter(source=run.source_id, started_at__lt=now - settings.POLL_RUNS_KEPT)
        old.exclude(pk=run.pk).delete()
        Source.objects.filter(pk=run.source_id).update(
            next_poll_at=next_poll(run.source, now=now, retry_after=retry_after)
        )
    if outcome in (PollOutcome.FAILED, PollOutcome.REFUSED):
        logger.warning("Poll of %s: %s", run.source.slug, run.error)
    else:
        logger.info(
            "Poll of %s: %s, %s new of %s", run.source.slug, outcome, run.documents_new, run.entries_seen
        )
    return Polled(
        run.pk,
        outcome,
        recorded.due if recorded else (),
        recorded.captures if recorded else (),
    )
