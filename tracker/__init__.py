"""The Django project: settings, addresses, Celery, and the stack of one machine."""

from tracker.celery import app as celery_app

__all__ = ["celery_app"]
