"""The Celery application, and the heartbeats by which /healthz knows that workers and beat live."""

import os
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")

from celery import Celery, bootsteps
from celery.beat import Scheduler

app = Celery("tracker")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

HEARTBEAT_EVERY = 5  # seconds


def beat_heart(part: str) -> None:
    """Records that `part` lives now. A cache that is away for a moment must not end the worker."""
    import logging

    from issues.analysis.health import record_heartbeat

    try:
        record_heartbeat(part)
    except Exception:
        logging.getLogger(__name__).warning("The heartbeat of %s could not be recorded.", part, exc_info=True)


class Heart(bootsteps.StartStopStep):
    """Part of every worker: a timer that beats for as long as the worker's own loop turns."""

    requires = ("celery.worker.components:Timer",)

    def start(self, parent: Any) -> None:
        beat_heart("workers")
        parent.timer.call_repeatedly(HEARTBEAT_EVERY, beat_heart, ("workers",), priority=10)


app.steps["worker"].add(Heart)


class BeatScheduler(Scheduler):
    """Beat with its schedule in memory: the one entry is static, so no file has to survive."""

    max_interval = HEARTBEAT_EVERY

    def tick(self, *args: Any, **kwargs: Any) -> float:
        beat_heart("beat")
        wait: float = super().tick(*args, **kwargs)
        return min(wait, HEARTBEAT_EVERY)
