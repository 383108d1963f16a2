"""Logs: one readable stream, for people and for whatever collects it."""

import logging
from typing import Any

import psycopg
import redis


class OutagesInALine(logging.Filter):
    """Tell that a server cannot be reached in a line: its stack trace, again and again, hides all else."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if error is not None and _is_outage(error):
            lines = str(error).strip().splitlines()
            record.msg, record.args = (
                f"{record.getMessage()} ({lines[0] if lines else type(error).__name__})",
                (),
            )
            record.exc_info = record.exc_text = None
        return True


def _is_outage(error: BaseException) -> bool:
    """A server does not answer or is going down; a question that it answers with an error is none."""
    if isinstance(error, psycopg.OperationalError):
        return error.sqlstate is None or error.sqlstate.startswith(("08", "57P"))
    if isinstance(error, redis.exceptions.ConnectionError | redis.exceptions.TimeoutError):
        return True
    return error.__cause__ is not None and _is_outage(error.__cause__)


def one_stream(level: str) -> dict[str, Any]:
    """Django's LOGGING: everything from `level` up as lines on the standard error."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {"format": "{asctime} {levelname:<7} {name}: {message}", "style": "{"},
        },
        "filters": {"outages": {"()": OutagesInALine}},
        "handlers": {
            "stream": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["outages"]},
        },
        "root": {"handlers": ["stream"], "level": level.upper()},
        "loggers": {
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            # Whoever knocks with a made-up host name gets a 400; that needs no stack trace.
            "django.security.DisallowedHost": {"level": "CRITICAL"},
            "django.server": {"handlers": [], "level": "INFO", "propagate": True},
            # Trace-level chatter of libraries that adds nothing to what we log ourselves.
            "axes": {"level": "WARNING"},
            "celery.beat": {"level": "WARNING"},
            "celery.worker.strategy": {"level": "WARNING"},
            "celery.app.trace": {"level": "WARNING"},
            "trafilatura": {"level": "ERROR"},
            "htmldate": {"level": "ERROR"},
        },
    }
