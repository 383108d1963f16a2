"""Two databases with generated archives on one server; one process reads now the one, now the other."""

import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers import TemporaryServers


@dataclass(frozen=True, slots=True)
class Archive:
    """A database with so many statements."""

    database: str
    statements: int
    largest: int


@contextmanager
def servers(folder: Path) -> Iterator[dict[str, str]]:
    """PostgreSQL and Valkey in a folder, and Django set up on them; answers the environment for others."""
    for name in ("DATABASE_URL", "REDIS_URL"):  # a server of our own: it has two databases
        os.environ.pop(name, None)
    folder.mkdir(parents=True, exist_ok=True)
    running = TemporaryServers(folder)
    environment = running.start()
    try:
        os.environ.update(environment, DJANGO_SETTINGS_MODULE="tracker.settings")
        # One key for us and for the web server that we start: its readers are signed in by us.
        os.environ["SECRET_KEY"] = secrets.token_urlsafe(50)
        os.environ["DEMARCHE_CAPTURES_DIR"] = str(folder / "captures")
        import django
        from django.conf import settings

        from tracker.env import read_database_url

        # Without a pool, which would go on with the database that it began with.
        settings.DATABASES["default"] |= read_database_url(environment["DATABASE_URL"])
        django.setup()
        yield environment
    finally:
        running.stop()


def prepare(small: int, large: int, *, largest: int) -> tuple[Archive, Archive]:
    """Generate what is not there yet; with what is there, bring the tables up to date."""
    archives = tuple(Archive(f"archive_{size}_{largest}", size, largest) for size in (small, large))
    for archive in archives:
        _create(archive.database)
        use(archive)
        _fill(archive)
    return archives[0], archives[1]


def use(archive: Archive) -> None:
    """From now on this process reads that database, with nothing of the other in the cache."""
    from django.core.cache import cache
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = archive.database
    cache.clear()


def address_of(environment: Mapping[str, str], archive: Archive) -> str:
    """The DATABASE_URL of an archive."""
    head, _, options = environment["DATABASE_URL"].partition("?")
    return f"{head.rpartition('/')[0]}/{archive.database}?{options}"


def _create(name: str) -> None:
    import psycopg
    from django.db import connection

    parameters = {**connection.get_connection_params(), "dbname": "postgres"}
    host, user = parameters["host"], parameters["user"]
    with psycopg.connect(host=host, user=user, dbname="postgres", autocommit=True) as server:
        if server.execute("SELECT FROM pg_database WHERE datname = %s", [name]).fetchone() is None:
            server.execute(psycopg.sql.SQL("CREATE DATABASE {}").format(psycopg.sql.Identifier(name)))


def _fill(archive: Archive) -> None:
    from django.core.management import call_command

    from issues.models import Statement

    call_command("migrate", verbosity=0)
    if not Statement.objects.exists():
        call_command("generate_archive", statements=archive.statements, largest=archive.largest)
    assert Statement.objects.count() == archive.statements, archive
