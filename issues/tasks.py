"""The pipeline's stages as Celery tasks, and how one leads to the next: poll → fetch → capture → suggest.

Each takes an id, makes one call and may be delivered twice. What a lost worker left undone is found
again by the sweep in `poll_due_sources`, so nothing depends on a message that was never sent.
"""

from celery import shared_task
from celery.contrib.django.task import DjangoTask
from django.conf import settings
from django.db import InterfaceError, OperationalError
from redis.exceptions import ConnectionError as CacheConnectionError
from redis.exceptions import TimeoutError as CacheTimeoutError

from issues.ingest import poll, second_reading, suggest, training, visits

# Errors of our own servers that pass; those of the web are kept with the source or the document.
PASSING = (OperationalError, InterfaceError, CacheConnectionError, CacheTimeoutError)


@shared_task
def poll_due_sources() -> None:
    """Beat's one entry: start the polls that are due, what was left behind, a training that is due."""
    for source_id in poll.claim_due_sources():
        poll_source.delay_on_commit(source_id)
    for document_id in visits.claim_waiting_documents():
        fetch_document.delay_on_commit(document_id)
    for capture_id in suggest.claim_unread_captures():
        read_capture.delay_on_commit(capture_id)
    for capture_id in second_reading.claim_unasked_captures():
        ask_model.delay_on_commit(capture_id)
    version_id = training.claim_due_training()
    if version_id is not None:
        train_suggester.delay_on_commit(version_id)


@shared_task(base=DjangoTask, autoretry_for=PASSING, retry_backoff=2, max_retries=6)
def poll_source(source_id: int) -> None:
    polled = poll.poll_source(source_id=source_id)
    if polled is None:
        return
    for due in polled.due:
        fetch_document.apply_async_on_commit((due.document_id,), countdown=due.wait)
    for capture_id in polled.captures:
        read_capture.delay_on_commit(capture_id)


@shared_task(base=DjangoTask, autoretry_for=PASSING, retry_backoff=2, max_retries=6)
def fetch_document(document_id: int) -> None:
    visited = visits.fetch_document(document_id=document_id)
    if visited is None:
        return
    if visited.capture_id is not None:
        read_capture.delay_on_commit(visited.capture_id)
    if visited.again_in is not None:
        fetch_document.apply_async_on_commit((document_id,), countdown=visited.again_in)


@shared_task(base=DjangoTask, autoretry_for=PASSING, retry_backoff=2, max_retries=6)
def read_capture(capture_id: int) -> None:
    read = suggest.record_suggestions(capture_id=capture_id)
    if read is not None and settings.MODEL is not None:
        ask_model.delay_on_commit(capture_id)


@shared_task(base=DjangoTask, autoretry_for=PASSING, retry_backoff=2, max_retries=6)
def ask_model(capture_id: int, part: int = 0) -> None:
    """One part a task: three attempts at a slow endpoint fill the time that a task may take."""
    second_reading.ask_about(capture_id=capture_id, only=part)
    if second_reading.has_part(capture_id, part + 1):
        ask_model.delay_on_commit(capture_id, part + 1)


@shared_task(base=DjangoTask, autoretry_for=PASSING, retry_backoff=2, max_retries=6)
def train_suggester(version_id: int) -> None:
    training.train_suggester(version_id=version_id)
