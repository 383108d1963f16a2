import pytest
from django.test import Client

from issues.analysis.health import record_heartbeat

pytestmark = pytest.mark.django_db


def test_all_well_is_200(client: Client) -> None:
    record_heartbeat("workers")
    record_heartbeat("beat")
    answer = client.get("/healthz")
    assert answer.status_code == 200
    body = answer.json()
    assert body["status"] == "ok"
    assert body["database"] == {"ok": True, "status": "answers"}
    assert body["workers"]["status"] == "alive"
    assert "no-store" in answer["Cache-Control"]


def test_one_part_that_is_down_is_503_and_named(client: Client) -> None:
    record_heartbeat("workers")
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["status"] == "failing"
    assert answer.json()["beat"] == {"ok": False, "status": "not seen"}


def test_a_web_container_is_not_ill_because_no_worker_runs(client: Client) -> None:
    answer = client.get("/healthz?parts=database,broker")
    assert answer.status_code == 200
    assert set(answer.json()) == {"status", "database", "broker"}


def test_an_unknown_part_is_refused(client: Client) -> None:
    assert client.get("/healthz?parts=everything").status_code == 400


def test_only_reading_is_answered(client: Client) -> None:
    assert client.post("/healthz").status_code == 405


def test_the_answer_carries_the_strict_policy(client: Client) -> None:
    policy = client.get("/healthz")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
