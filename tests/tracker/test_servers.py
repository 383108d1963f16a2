import shutil
import subprocess
import time
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection

from tests.servers import database_of_worker
from tracker import postgres, valkey
from tracker.paths import LocalPaths
from tracker.postgres import find_postgres, postgres_program
from tracker.processes import start
from tracker.servers import UnusableServerError
from tracker.valkey import find_valkey


@pytest.mark.django_db
def test_the_tests_run_on_a_real_postgresql_that_folds_cyrillic() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int >= 150000, lower('ПОСОЛ')")
        assert cursor.fetchone() == (True, "посол")


def test_the_cache_is_a_real_valkey() -> None:
    cache.set("key", "value")
    assert cache.get("key") == "value"


def test_workers_of_the_tests_do_not_share_a_queue() -> None:
    assert database_of_worker("unix:///run/valkey.sock?db=0", 3) == "unix:///run/valkey.sock?db=3"
    assert database_of_worker("redis://host:6379/0", 3) == "redis://host:6379/3"


def test_without_wheels_the_path_serves(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = find_postgres()
    for name in ("postgres", "initdb"):
        (tmp_path / name).symlink_to(folder / name)
    redis = tmp_path / "redis-server"
    shutil.copy(find_valkey(), redis)
    monkeypatch.setattr(postgres, "package_folders", lambda _: [])
    monkeypatch.setattr(valkey, "package_folders", lambda _: [])
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_postgres() == folder
    assert find_valkey() == redis


def test_without_any_server_the_message_says_how_to_give_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(postgres, "package_folders", lambda _: [])
    monkeypatch.setattr(valkey, "package_folders", lambda _: [])
    monkeypatch.setattr(postgres, "postgres_version", lambda _: 0)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnusableServerError, match="DATABASE_URL=postgresql://"):
        find_postgres()
    with pytest.raises(UnusableServerError, match="REDIS_URL=redis://"):
        find_valkey()


def test_data_of_another_version_is_refused_not_touched(tmp_path: Path) -> None:
    paths = LocalPaths(tmp_path)
    paths.postgres.mkdir()
    (paths.postgres / "PG_VERSION").write_text("14\n")
    prepare = postgres_program(paths).prepare
    assert prepare is not None
    with pytest.raises(UnusableServerError, match=r"made by PostgreSQL 14.*--data-dir"):
        prepare()
    assert (paths.postgres / "PG_VERSION").read_text() == "14\n"


def test_letters_are_told_by_the_first_locale_that_the_system_has(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    paths = LocalPaths(tmp_path / "data")
    monkeypatch.setattr(postgres, "LETTERS", ("xx_XX.UTF-8", "C.UTF-8"))
    prepare = postgres_program(paths).prepare
    assert prepare is not None
    prepare()
    assert (paths.postgres / "PG_VERSION").exists()


@pytest.mark.django_db
def test_quotation_marks_are_no_letters_to_the_server() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT alias FROM ts_debug('simple', '«a”')")
        assert [kind for (kind,) in cursor.fetchall()] == ["blank", "asciiword", "blank"]


def test_a_note_of_a_postmaster_whose_id_a_stranger_has_by_now_is_dropped(tmp_path: Path) -> None:
    """PostgreSQL would refuse to start while any process has that id."""
    paths = LocalPaths(tmp_path)
    paths.postgres.mkdir()
    note = paths.postgres / "postmaster.pid"
    with subprocess.Popen(["/bin/sleep", "60"]) as stranger:
        note.write_text(f"{stranger.pid}\n{paths.postgres}\n1000000000\n5432\n{paths.sockets}\n")
        postgres._forget_stale_postmaster(paths)
        assert stranger.poll() is None
        stranger.kill()
    assert not note.exists()


def test_a_server_that_outlived_its_stack_is_ended_before_its_note_is_dropped(tmp_path: Path) -> None:
    paths = LocalPaths(tmp_path / "data")
    lonely = postgres_program(paths)
    assert lonely.prepare is not None
    lonely.prepare()
    process = start(lonely, mark="nobody's", log=tmp_path / "log")
    assert lonely.is_ready is not None
    deadline = time.monotonic() + 30
    while not lonely.is_ready() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert lonely.is_ready(), (tmp_path / "log").read_text()
    assert process.pid in [pid for pid, _ in postgres._processes_on(paths.postgres)]
    postgres._forget_stale_postmaster(paths)
    assert process.wait(10) == 0, "it ended in order"
    assert postgres._processes_on(paths.postgres) == []
