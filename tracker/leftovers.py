"""The note of what runs (stack.json), and clearing away what a killed run left."""

import fcntl
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tracker.paths import LocalPaths
from tracker.processes import end_process, find_marked, start_time_of
from tracker.running import Running

# Bytes that must be free at least; the servers say themselves when they need more.
ROOM_TO_START = 256 * 1024


class FolderError(Exception):
    """The data folder is not to be had: another stack runs on it, or it cannot be made or written."""


@contextmanager
def hold_folder(paths: LocalPaths) -> Iterator[None]:
    """Keeps the data folder for this process; the system lets go of it however the process ends.

    Raises FolderError.
    """
    try:
        paths.data.mkdir(parents=True, exist_ok=True)
        folder = os.open(paths.data, os.O_RDONLY)
    except OSError as error:
        raise FolderError(f"The data folder cannot be used: {error}. Give another with --data-dir.") from None
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            note = read_note(paths)
            who = f" (process {note['supervisor']})" if "supervisor" in note else ""
            raise FolderError(
                f"Démarche already runs on {paths.data}{who}. Stop that one first, "
                "or give this one a folder of its own with --data-dir."
            ) from None
        _try_writing(paths)
        yield
    finally:
        os.close(folder)


def _try_writing(paths: LocalPaths) -> None:
    """Raises FolderError where the disk is full or not to be written: before anything is started on it."""
    try:
        with tempfile.TemporaryFile(dir=paths.data) as file:
            file.write(bytes(ROOM_TO_START))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise FolderError(
            f"The data folder {paths.data} cannot be written: {error.strerror}. "
            "Make room or set its permissions, or give another with --data-dir."
        ) from None


def write_note(paths: LocalPaths, running: Iterable[Running]) -> None:
    """Notes who runs, in one step, so that no reader finds half of it. Raises OSError."""
    note = {
        "supervisor": os.getpid(),
        "programs": [
            {
                "name": one.program.name,
                "pid": one.process.pid,
                "started": one.started,
                "stop_signal": one.program.stop_signal,
                "tier": one.tier,
            }
            for one in running
        ],
    }
    fresh = paths.state.with_suffix(".new")
    fresh.write_text(json.dumps(note, indent=1))
    fresh.replace(paths.state)


def read_note(paths: LocalPaths) -> dict[str, Any]:
    """The note as it is, {} when there is none that can be read."""
    try:
        note = json.loads(paths.state.read_text())
    except (OSError, ValueError):
        return {}
    return note if isinstance(note, dict) else {}


def end_leftovers(paths: LocalPaths, say: Callable[[str], None]) -> None:
    """Ends the processes that a killed run left: first those noted, what uses a server before it.

    A process is one of ours only if it began when the note says, or carries our mark: ids are used
    again. Call it while holding the folder.
    """
    noted = read_note(paths).get("programs", [])
    for program in sorted(noted, key=lambda one: one["tier"], reverse=True):
        if start_time_of(program["pid"]) is not None:
            end_process(program["pid"], program["started"], first=program["stop_signal"], patience=5)
    strays = find_marked(str(paths.data))
    for pid, started in strays:
        end_process(pid, started, first="SIGINT", patience=3)
    if noted or strays:
        say("cleared away what an earlier run left when it was killed")
    paths.state.unlink(missing_ok=True)


def clear_sockets(paths: LocalPaths) -> None:
    """Removes the folder of the sockets, once no server uses them."""
    for entry in list(paths.sockets.iterdir()) if paths.sockets.is_dir() else []:
        entry.unlink(missing_ok=True)
    if Path(paths.sockets).is_dir():
        paths.sockets.rmdir()
