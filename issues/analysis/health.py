"""Whether the parts that this site stands on answer, for /healthz, `manage.py health` and the admin."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.core.cache import cache
from django.db import connection

PARTS = ("database", "broker", "workers", "beat")
# Workers and beat record a sign of life every five seconds; four missed ones are no accident.
SILENT_AFTER = 20.0
FORGET_AFTER = 24 * 3600


@dataclass(frozen=True, slots=True)
class PartHealth:
    """One part: whether it works, a word for people, and how long ago it last showed life (seconds)."""

    part: str
    ok: bool
    status: str
    seconds_ago: float | None = None


def record_heartbeat(part: str) -> None:
    """Notes in the shared cache that `part` ("workers" or "beat") lives now."""
    cache.set(_heartbeat_key(part), time.time(), FORGET_AFTER)


def health(parts: Iterable[str] = PARTS) -> list[PartHealth]:
    """The health of the parts named, in PARTS' order. Never raises for a part that is down.

    The words in it are ours and never an exception's: those name hosts and users.
    """
    wanted = set(parts)
    return [_CHECKS[part](part) for part in PARTS if part in wanted]


def _heartbeat_key(part: str) -> str:
    return f"heartbeat:{part}"


def _check_database(part: str) -> PartHealth:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except Exception:
        return PartHealth(part, ok=False, status="does not answer")
    return PartHealth(part, ok=True, status="answers")


def _check_broker(part: str) -> PartHealth:
    """The cache lives in the same Redis or Valkey as the task queue, so it stands for both."""
    try:
        cache.set("health:probe", 1, 10)
        answered = cache.get("health:probe") == 1
    except Exception:
        answered = False
    return PartHealth(part, ok=answered, status="answers" if answered else "does not answer")


def _check_heartbeat(part: str) -> PartHealth:
    try:
        last = cache.get(_heartbeat_key(part))
    except Exception:
        return PartHealth(part, ok=False, status="unknown: the broker does not answer")
    if last is None:
        return PartHealth(part, ok=False, status="not seen")
    ago = max(0.0, round(time.time() - last, 1))
    alive = ago <= SILENT_AFTER
    return PartHealth(part, ok=alive, status="alive" if alive else "silent", seconds_ago=ago)


_CHECKS: dict[str, Callable[[str], PartHealth]] = {
    "database": _check_database,
    "broker": _check_broker,
    "workers": _check_heartbeat,
    "beat": _check_heartbeat,
}
