"""Trains the suggester on this deployment's reviews: claimed, held to its trial, versioned, audited."""

import hashlib
import json
import logging

import pghistory
from django.conf import settings
from django.core.cache import cache
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from issues.ingest.gazetteer import current_gazetteer
from issues.ingest.reviews import collect_reviews, decided_statements
from issues.learning.features import Observer
from issues.learning.suggester import learn
from issues.models import SuggesterVersion, User

logger = logging.getLogger(__name__)

FIRST_AFTER = 30  # decided statements before there is anything to learn
AGAIN_AFTER, AGAIN_SHARE = 20, 0.1  # new ones, or a tenth of those before, whichever is more
LOOK_EVERY = 600  # seconds between two counts of what was decided
LOOKED = "learning:looked"

CLAIM_OPEN = """
UPDATE issues_suggesterversion SET begun_at = statement_timestamp()
WHERE trained_at IS NULL AND error = ''
AND (begun_at IS NULL OR begun_at <= statement_timestamp() - make_interval(secs => %s))
RETURNING id
"""


def claim_due_training() -> int | None:
    """Claim a training: one that was asked for, one whose worker was lost, or a new one where enough
    was decided since the last; return its version's id. Compare-and-set, so that two beats claim one.
    """
    if settings.LEARNING:
        _ask_if_due()
    with connection.cursor() as cursor:
        cursor.execute(CLAIM_OPEN, [settings.CELERY_VISIBILITY_TIMEOUT])
        claimed = cursor.fetchone()
    return int(claimed[0]) if claimed else None


def _ask_if_due() -> None:
    """The cache only spares the database the counting; it decides nothing."""
    if not cache.add(LOOKED, 1, LOOK_EVERY):
        return
    decided = decided_statements().count()
    before = SuggesterVersion.objects.values_list("decided", flat=True).first()
    due = FIRST_AFTER if before is None else before + max(AGAIN_AFTER, int(before * AGAIN_SHARE))
    if decided >= due:
        ask_for_training(decided=decided)


def ask_for_training(*, asked_by: User | None = None, decided: int | None = None) -> SuggesterVersion:
    """Open a version to be trained, or return the one that is open: the database lets there be one."""
    decided = decided_statements().count() if decided is None else decided
    who = {"user": asked_by.pk} if asked_by else {}
    try:
        with pghistory.context(source="learning", **who), transaction.atomic():
            return SuggesterVersion.objects.create(asked_by=asked_by, decided=decided)
    except IntegrityError:
        return SuggesterVersion.objects.filter(trained_at__isnull=True, error="").get()


def train_suggester(*, version_id: int) -> SuggesterVersion | None:
    """Train an open version and take it into use where it passed its trial; None when that is done or failed.

    Reads the reviews as they are, so that delivered twice it comes to the same. What an admin stopped
    is not taken into use again.
    """
    version = SuggesterVersion.objects.get(pk=version_id)
    if version.trained_at is not None or version.error:
        return None
    try:
        observer = Observer(current_gazetteer())
        suggester = learn(collect_reviews(observer), observer)
    except Exception as error:
        logger.exception("Training %s failed.", version_id)
        _close(version_id, error=f"The training failed ({type(error).__name__}).")
        return None
    weights = json.dumps(suggester.as_json(), ensure_ascii=False, sort_keys=True, allow_nan=False)
    return _close(
        version_id,
        reviews=suggester.reviews,
        weights=weights,
        sha256=hashlib.sha256(weights.encode()).hexdigest(),
        scores={question.value: score.as_json() for question, score in suggester.scores.items()},
        trained_at=timezone.now(),
    )


def _close(version_id: int, **found: object) -> SuggesterVersion | None:
    with pghistory.context(source="learning"), transaction.atomic():
        version = SuggesterVersion.objects.select_for_update().get(pk=version_id)
        if version.trained_at is not None or version.error:
            return None
        for name, value in found.items():
            setattr(version, name, value)
        before = SuggesterVersion.objects.filter(pk__lt=version_id, trained_at__isnull=False).first()
        if before is not None and before.stopped_at is not None:
            version.stopped_at, version.stopped_by = before.stopped_at, before.stopped_by
        elif not version.error:
            SuggesterVersion.objects.filter(in_use=True).update(in_use=False)
            version.in_use = any(score["takes_over"] for score in version.scores.values())
        version.save()
        return version
