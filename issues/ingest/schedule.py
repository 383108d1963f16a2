"""When to ask again: sources after a poll, documents after a fetch."""

import random
from datetime import datetime, timedelta

from issues.models import Document, PollRun, Source
from issues.vocabulary import PollOutcome

LONGEST_PAUSE = timedelta(days=1)
MOST_DOUBLINGS = 5
# A page is looked at again for silent edits after so many intervals of its source's polls: with one
# poll in half an hour that is an hour, a day and a week after it was found.
RECHECK_AFTER_POLLS = (2, 48, 336)
# After a fetch that failed for a passing reason; then the document is left with its error.
RETRY_AFTER = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=3),
    timedelta(hours=12),
)


def jittered(pause: timedelta) -> timedelta:
    """Return about this pause, so that sources added together do not stay together."""
    return pause * random.uniform(0.9, 1.1)  # noqa: S311 - spreads polls, hides nothing


def next_poll(source: Source, *, now: datetime, retry_after: float | None = None) -> datetime:
    """Return when to poll next, given how the last polls ended: each failure in a row doubles the pause.

    retry_after: seconds the server asked us to stay away.
    """
    pause = source.poll_every * 2 ** min(failures_in_a_row(source), MOST_DOUBLINGS)
    pause = max(min(pause, LONGEST_PAUSE), source.poll_every)
    if retry_after:
        pause = max(pause, min(timedelta(seconds=retry_after), LONGEST_PAUSE))
    return now + jittered(pause)


def failures_in_a_row(source: Source) -> int:
    """Count the latest finished polls that failed, up to the most that matters."""
    outcomes = (
        PollRun.objects.filter(source=source)
        .exclude(outcome=PollOutcome.RUNNING)
        .order_by("-started_at", "-id")
        .values_list("outcome", flat=True)[:MOST_DOUBLINGS]
    )
    count = 0
    for outcome in outcomes:
        if outcome not in (PollOutcome.FAILED, PollOutcome.REFUSED):
            break
        count += 1
    return count


def next_recheck(document: Document, *, now: datetime) -> datetime | None:
    """Return when to look for a silent edit; None once a document is older than the last check."""
    for polls in RECHECK_AFTER_POLLS:
        due = document.found_at + document.source.poll_every * polls
        if due > now:
            return due
    return None


def next_retry(attempts: int, *, now: datetime, retry_after: float | None = None) -> datetime | None:
    """Return when to try a document again after `attempts` failures in a row; None to leave it."""
    if attempts > len(RETRY_AFTER):
        return None
    pause = RETRY_AFTER[attempts - 1]
    if retry_after:
        pause = max(pause, min(timedelta(seconds=retry_after), LONGEST_PAUSE))
    return now + jittered(pause)
