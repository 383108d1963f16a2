import time

import pytest
from django.core.cache import cache
from django.db import connection

from issues.analysis.health import SILENT_AFTER, PartHealth, health, record_heartbeat

pytestmark = pytest.mark.django_db


def one(part: str) -> PartHealth:
    (answer,) = health([part])
    return answer


def test_database_and_broker_answer() -> None:
    assert one("database") == PartHealth("database", ok=True, status="answers")
    assert one("broker") == PartHealth("broker", ok=True, status="answers")


def test_parts_come_in_one_order_and_unknown_ones_not_at_all() -> None:
    assert [part.part for part in health(["beat", "nonsense", "database"])] == ["database", "beat"]
    assert [part.part for part in health()] == ["database", "broker", "workers", "beat"]


@pytest.mark.parametrize("part", ["workers", "beat"])
def test_a_heartbeat_is_alive_then_silent(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert one(part) == PartHealth(part, ok=False, status="not seen")
    record_heartbeat(part)
    alive = one(part)
    assert (alive.ok, alive.status) == (True, "alive")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + SILENT_AFTER + 10)
    silent = one(part)
    assert (silent.ok, silent.status) == (False, "silent")
    assert silent.seconds_ago is not None
    assert silent.seconds_ago >= SILENT_AFTER


def test_what_is_down_is_said_without_the_words_of_the_exception(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("secret-host:6379 refused secret-user")

    monkeypatch.setattr(cache, "set", refuse)
    monkeypatch.setattr(cache, "get", refuse)
    monkeypatch.setattr(connection, "cursor", refuse)
    assert [(part.ok, part.status) for part in health()] == [
        (False, "does not answer"),
        (False, "does not answer"),
        (False, "unknown: the broker does not answer"),
        (False, "unknown: the broker does not answer"),
    ]
