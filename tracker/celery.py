"""The Celery application, and the heartbeats by which /healthz knows that workers and beat live."""

import logging
import os
import warnings
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")

from celery import Celery, bootsteps
from celery.beat import Scheduler
from celery.exceptions import CPendingDeprecationWarning

app = Celery("tracker")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# Each time the broker was away Celery asks, in eight lines, whether running tasks should be cancelled.
# They should not: a task that goes on to its end finds nothing to do when it is delivered again.
warnings.filterwarnings("ignore", category=CPendingDeprecationWarning)

logger = logging.getLogger(__name__)
HEARTBEAT_EVERY = 5  # seconds


def beat_heart(part: str) -> None:
    """Records that `part` lives now. A cache that is away for a moment must not end the worker."""
    from issues.analysis.health import record_heartbeat

    try:
        record_heartbeat(part)
    except Exception:
        logger.warning("The heartbeat of %s could not be recorded.", part, exc_info=True)


class Heart(bootsteps.StartStopStep):
    """Part of every worker: a timer that beats for as long as the worker's own loop turns."""

    requires = ("celery.worker.components:Timer",)

    def start(self, parent: Any) -> None:
        beat_heart("workers")
        parent.timer.call_repeatedly(HEARTBEAT_EVERY, beat_heart, ("workers",), priority=10)


class Reclaim(bootsteps.StartStopStep):
    """Where this is the only worker, what is noted as being worked on was left by one that was killed:
    it goes back into the queue now, and not only after the broker's visibility timeout."""

    requires = ("celery.worker.components:Timer",)

    def include_if(self, _parent: Any) -> bool:
        from django.conf import settings

        return bool(settings.SOLE_WORKER)

    def start(self, _parent: Any) -> None:
        if returned := return_unacknowledged():
            logger.warning("Took up %d tasks that a killed worker had left.", returned)


def return_unacknowledged() -> int:
    """Puts every delivered but unacknowledged task back into its queue; how many there were.

    Uses what kombu's Redis transport itself does when the visibility timeout is over.
    """
    with app.connection_for_write() as connection:
        channel: Any = connection.default_channel  # the Redis transport's, which has no types
        with channel.conn_or_acquire() as client:
            tags = client.zrange(channel.unacked_index_key, 0, -1)
            for tag in tags:
                channel.qos.restore_by_tag(tag, client)
        return len(tags)


app.steps["worker"].add(Heart)
app.steps["worker"].add(Reclaim)


class BeatScheduler(Scheduler):
    """Beat with its schedule in memory: the one entry is static, so no file has to survive."""

    max_interval = HEARTBEAT_EVERY

    def tick(self, *args: Any, **kwargs: Any) -> float:
        beat_heart("beat")
        wait: float = super().tick(*args, **kwargs)
        return min(wait, HEARTBEAT_EVERY)
