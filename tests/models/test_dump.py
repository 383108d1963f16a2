"""What the operations page promises: a dump of the database can be loaded into an empty one.

PostgreSQL's own programs do it, as an operator would; functions that columns are computed by must be found
again with no search path, which is how a dump is loaded.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from tests.factories import make_capture, make_issue, make_official, make_statement
from tracker.postgres import find_postgres


@pytest.fixture
def parameters() -> dict[str, Any]:
    return {
        "host": settings.DATABASES["default"]["HOST"],
        "port": str(settings.DATABASES["default"]["PORT"] or ""),
        "user": settings.DATABASES["default"]["USER"],
        "password": settings.DATABASES["default"]["PASSWORD"],
    }


@pytest.fixture
def other(transactional_db: None) -> Iterator[str]:
    """An empty database beside that of the tests."""
    name = f"{connection.settings_dict['NAME']}_loaded"
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
    yield name
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}"')


def run(program: str, parameters: dict[str, Any], *arguments: str) -> None:
    given = {"PGHOST": parameters["host"], "PGPORT": parameters["port"], "PGUSER": parameters["user"]}
    environment = {name: value for name, value in given.items() if value}
    if parameters["password"]:
        environment["PGPASSWORD"] = parameters["password"]
    done = subprocess.run(  # noqa: S603 - a program we found
        [find_postgres() / program, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_dump_is_loaded_with_its_computed_columns(
    other: str, parameters: dict[str, Any], tmp_path: Path
) -> None:
    capture = make_capture("The visas will be issued.")
    make_statement(
        "The visas will be issued.",
        capture=capture,
        official=make_official("Karel Aldren"),
        issue=make_issue("Visas"),
        stated_on="2026-06",
        language="en",
    )
    file = str(tmp_path / "all.dump")
    run("pg_dump", parameters, "--format=custom", f"--file={file}", str(connection.settings_dict["NAME"]))
    run("pg_restore", parameters, "--exit-on-error", f"--dbname={other}", file)
    given = {name: value for name, value in parameters.items() if value}
    with psycopg.connect(dbname=other, **given) as loaded:
        row = loaded.execute(
            "SELECT stated_on_lower::text, stated_on_upper::text, search::text FROM issues_statement"
        ).fetchone()
    assert row is not None
    assert row[:2] == ("2026-06-01", "2026-06-30")
    assert "'visa':2A" in row[2]
    assert "aldren" in row[2]
