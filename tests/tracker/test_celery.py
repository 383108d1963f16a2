"""What the worker does beyond Celery's own: heartbeats, and taking up what a killed worker left."""

import subprocess
import sys

import pytest
from django.core.cache import cache

from issues.analysis.health import health
from tracker.celery import BeatScheduler, app, beat_heart, return_unacknowledged


def test_a_task_that_a_killed_worker_had_goes_back_into_the_queue_once() -> None:
    app.send_task("issues.tasks.poll_due_sources")
    # It takes the task and neither acknowledges nor returns it: this connection is the killed worker.
    with app.connection_for_read() as killed:
        taken = killed.SimpleQueue(app.conf.task_default_queue).get(timeout=5)
        assert taken.headers["task"] == "issues.tasks.poll_due_sources"
        assert return_unacknowledged() == 1
        assert return_unacknowledged() == 0
        with app.connection_for_read() as connection:
            again = connection.SimpleQueue(app.conf.task_default_queue).get(timeout=5)
            assert again.headers["id"] == taken.headers["id"]
            assert again.headers["redelivered"]
            again.ack()
        assert return_unacknowledged() == 0


def test_a_heart_that_cannot_be_noted_does_not_end_the_worker(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("away")

    monkeypatch.setattr(cache, "set", refuse)
    beat_heart("workers")
    assert "heartbeat of workers could not be recorded" in caplog.text


@pytest.mark.django_db
def test_each_turn_of_beat_is_a_sign_of_life() -> None:
    scheduler = BeatScheduler(app, schedule={}, lazy=True)
    assert scheduler.tick() <= 5
    assert [part.status for part in health(["beat"])] == ["alive"]


def test_the_one_entry_of_beat_claims_due_sources() -> None:
    (entry,) = app.conf.beat_schedule.values()
    assert entry["task"] == "issues.tasks.poll_due_sources"
    assert (app.conf.task_acks_late, app.conf.task_reject_on_worker_lost) == (True, True)
    assert app.conf.accept_content == ["json"]
    assert app.conf.task_time_limit < app.conf.broker_transport_options["visibility_timeout"]


def test_a_broker_that_was_away_is_no_occasion_for_advice() -> None:
    # In a process of its own: pytest shows every warning.
    code = (
        "import warnings, tracker.celery, celery.exceptions as kinds\n"
        "warnings.warn('cancel tasks?', kinds.CPendingDeprecationWarning)\n"
        "warnings.warn('something else', UserWarning)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert "Warning: cancel tasks?" not in said.stderr
    assert "Warning: something else" in said.stderr
