"""What all tests share: real servers, started once a run, and settings that suit tests."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests.servers import TemporaryServers, database_of_worker
from tracker.celery import app
from tracker.env import read_broker_url, read_database_url

SERVERS = pytest.StashKey[TemporaryServers]()
FOLDER = pytest.StashKey[Path]()

# How long examples take to be made says how busy the machine is, and nothing of the code.
hypothesis_settings.register_profile("busy machine", suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("busy machine")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Points the settings at the run's servers, before anything connects.

    They are started by the process that the person started; workers of pytest-xdist inherit their
    addresses. pytest-django gives each worker a database of its own, and Valkey has sixteen.
    """
    if config.option.collectonly or config.option.help or config.option.version:
        return
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    folder = Path(tempfile.mkdtemp(prefix="demarche-tests-"))
    config.stash[FOLDER] = folder
    if worker:
        number = int(worker.removeprefix("gw")) % 15 + 1
        os.environ["REDIS_URL"] = database_of_worker(os.environ["REDIS_URL"], number)
    else:
        config.stash[SERVERS] = servers = TemporaryServers(folder)
        os.environ.update(servers.start())
    _adapt_settings(folder)


def pytest_unconfigure(config: pytest.Config) -> None:
    if SERVERS in config.stash:
        config.stash[SERVERS].stop()
    if FOLDER in config.stash:
        shutil.rmtree(config.stash[FOLDER], ignore_errors=True)


def _adapt_settings(folder: Path) -> None:
    """Changes the dictionaries in place: Django's connections hold on to them once they are read."""
    settings.DATABASES["default"] |= read_database_url(os.environ["DATABASE_URL"])  # without a pool
    settings.CELERY_BROKER_URL, settings.CACHES["default"]["LOCATION"] = read_broker_url(
        os.environ["REDIS_URL"]
    )
    for name in ("default", "captures"):
        settings.STORAGES[name]["OPTIONS"]["location"] = folder / name
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _nothing_left_in_valkey() -> Iterator[None]:
    """Each test begins with an empty cache and an empty task queue: both are this database of Valkey."""
    yield
    cache.clear()


@pytest.fixture
def eager_tasks() -> Iterator[None]:
    """Celery tasks run at once, in this process, and their exceptions reach the test."""
    before = app.conf.task_always_eager, app.conf.task_eager_propagates
    app.conf.task_always_eager = app.conf.task_eager_propagates = True
    yield
    app.conf.task_always_eager, app.conf.task_eager_propagates = before
