"""Visits to the pages of documents: who goes when, what comes back, when to go again."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.db.models import F
from django.utils import timezone

from issues.ingest.capture import record_capture
from issues.ingest.errors import FetchError
from issues.ingest.fetch import PAGES, fetch
from issues.ingest.politeness import pause_of, take_turn
from issues.ingest.robots import check_robots
from issues.ingest.schedule import next_recheck, next_retry
from issues.models import Document
from issues.reading.pages import UnreadablePage

# The clocks of a worker and of the database may differ by so much without a message coming early.
CLOCK_TOLERANCE = timedelta(seconds=2)
# Claims of one document in a row that came to nothing: the last retry and a few lost workers.
MOST_ATTEMPTS = 8
OURS = "An error of this program, not of the page: {}. The log has the details."
LOST = f"The worker was lost on this page {MOST_ATTEMPTS} times, so it is left alone."
# A due document that nobody has begun for so long has lost its message.
LOST_AFTER = 15  # seconds


@dataclass(frozen=True, slots=True)
class Visited:
    """How one visit ended. capture_id: new words to be read. again_in: seconds until it is due again, if
    soon; otherwise the sweep finds it."""

    document_id: int
    capture_id: int | None = None
    error: str = ""
    again_in: float | None = None


CLAIM_WAITING = """
UPDATE issues_document SET next_fetch_at = statement_timestamp() WHERE id IN (
    SELECT id FROM issues_document WHERE next_fetch_at <= statement_timestamp() - make_interval(secs => %s)
    ORDER BY next_fetch_at LIMIT %s FOR UPDATE SKIP LOCKED
) RETURNING id
"""


def claim_waiting_documents(*, limit: int = 200) -> list[int]:
    """Claim documents that are due and whose message was never sent or got lost; return their ids.

    Each is due anew from now on, so the next sweep leaves it alone for a while.
    """
    with connection.cursor() as cursor:
        cursor.execute(CLAIM_WAITING, [min(LOST_AFTER, settings.INGEST_LEASE), limit])
        return [pk for (pk,) in cursor.fetchall()]


def fetch_document(*, document_id: int) -> Visited | None:
    """Fetch a due document and archive what it says; None when it is not due, or another has it.

    The claim is one compare-and-set on next_fetch_at: it moves by the lease, after which a document
    whose worker was lost is due again. What goes wrong is noted on the document; only errors of our
    own are raised as well.
    """
    document = _claim(document_id)
    if document is None:
        return None
    try:
        pause = pause_of(document.address, check_robots(document.address))
        wait = take_turn(document.address, pause)
        if wait:
            return _postpone(document, wait)
        page = fetch(document.address, accept=PAGES)
        recorded = record_capture(
            document_id=document.pk, raw=page.body, media_type=page.content_type, url=page.url
        )
    except FetchError as error:
        return _note_failure(document, str(error), again=error.transient, retry_after=error.retry_after)
    except UnreadablePage as error:  # already noted on the document; a later version may be readable
        _schedule_recheck(document)
        return Visited(document.pk, error=str(error))
    except Exception as error:
        _note_failure(document, OURS.format(type(error).__name__), again=True)
        raise
    _schedule_recheck(document)
    return Visited(document.pk, recorded.capture.pk if recorded.is_new else None)


def _claim(document_id: int) -> Document | None:
    """Take a due document. Attempts are counted here, so that a page that kills its worker is left too."""
    now = timezone.now()
    claimed = Document.objects.filter(pk=document_id, next_fetch_at__lte=now + CLOCK_TOLERANCE).update(
        next_fetch_at=now + timedelta(seconds=settings.INGEST_LEASE), fetch_attempts=F("fetch_attempts") + 1
    )
    if not claimed:
        return None
    document = Document.objects.select_related("source").get(pk=document_id)
    if document.is_on_the_web and document.fetch_attempts <= MOST_ATTEMPTS:
        return document
    if document.is_on_the_web:
        Document.objects.filter(pk=document_id).update(fetch_error=LOST)
    Document.objects.filter(pk=document_id).update(next_fetch_at=None, fetch_attempts=0)
    return None


def _postpone(document: Document, wait: float) -> Visited:
    Document.objects.filter(pk=document.pk).update(
        next_fetch_at=timezone.now() + timedelta(seconds=wait), fetch_attempts=F("fetch_attempts") - 1
    )
    return Visited(document.pk, again_in=wait)


def _schedule_recheck(document: Document) -> None:
    Document.objects.filter(pk=document.pk).update(
        next_fetch_at=next_recheck(document, now=timezone.now()), fetch_attempts=0
    )


def _note_failure(
    document: Document, error: str, *, again: bool, retry_after: float | None = None
) -> Visited:
    """Try again later where that may help; else leave the document with its error."""
    now = timezone.now()
    due = next_retry(document.fetch_attempts, now=now, retry_after=retry_after) if again else None
    Document.objects.filter(pk=document.pk).update(fetch_error=error[:500], next_fetch_at=due)
    return Visited(document.pk, error=error)
