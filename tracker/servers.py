"""What the servers of one machine have in common: where they come from, whom they run as, their folders.

Both listen on Unix sockets only, so any number of copies lives side by side. PostgreSQL refuses to
run as root; started by root it runs as `nobody`, who is given its own folders and nothing else.
"""

import importlib.util
import logging
import os
import pwd
from dataclasses import dataclass
from pathlib import Path

from tracker.paths import LocalPaths

logger = logging.getLogger(__name__)
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


def package_folders(name: str) -> list[Path]:
    """Where an installed package lies, [] when it is not installed; nothing of it is run."""
    found = importlib.util.find_spec(name)
    return [Path(folder) for folder in (found.submodule_search_locations or [])] if found else []


def prepare_folders(paths: LocalPaths, account: Account) -> None:
    """The data folder and the folder of the sockets, for us and for whom PostgreSQL runs as."""
    paths.data.mkdir(parents=True, exist_ok=True)
    paths.sockets.mkdir(mode=0o700, exist_ok=True)
    if account.uid is not None and account.gid is not None:
        os.chown(paths.sockets, account.uid, account.gid)
        let_pass(paths.data)


def let_pass(folder: Path) -> None:
    """Gives everybody the right to pass through the folders down to `folder`, not to look around in
    them, where it is missing: else `nobody` reaches neither the programs nor the data."""
    for one in (folder, *folder.parents):
        mode = one.stat().st_mode
        if not mode & 0o001:
            logger.warning("Making %s passable (o+x) for PostgreSQL, which does not run as root.", one)
            one.chmod(mode | 0o001)
