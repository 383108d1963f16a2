"""What the one stream of logs says of servers that cannot be reached."""

import logging

import psycopg
import pytest
import redis
from django.db import OperationalError

from tracker.logs import OutagesInALine


def logged(error: Exception, cause: Exception | None = None) -> logging.LogRecord:
    """A record as Django's error log writes it, after the filter."""
    try:
        raise error from cause
    except Exception as raised:
        told = (type(raised), raised, raised.__traceback__)
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, "Error: %s", ("/board/",), told)
    assert OutagesInALine().filter(record)
    return record


UNREACHABLE = "connection failed: no such file\nIs the server running?"


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (OperationalError(UNREACHABLE), psycopg.OperationalError(UNREACHABLE)),
        (OperationalError(UNREACHABLE), psycopg.errors.AdminShutdown(UNREACHABLE)),
        (redis.exceptions.ConnectionError(UNREACHABLE), ConnectionRefusedError(UNREACHABLE)),
    ],
)
def test_an_outage_is_a_line(error: Exception, cause: Exception | None) -> None:
    record = logged(error, cause)
    assert record.exc_info is None
    assert record.getMessage() == "Error: /board/ (connection failed: no such file)"


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (OperationalError("canceled"), psycopg.errors.QueryCanceled("canceled")),
        (ValueError("a mistake of ours"), None),
    ],
)
def test_what_may_be_our_mistake_keeps_its_trace(error: Exception, cause: Exception | None) -> None:
    record = logged(error, cause)
    assert record.exc_info is not None
    assert record.getMessage() == "Error: /board/"
