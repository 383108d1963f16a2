"""Processes: how ours are started, told from others, and ended."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psutil

# Every process of a stack carries its data folder in this variable, and so do their children.
MARK = "DEMARCHE_STACK"
SAME_START = 1.5  # seconds within which two readings of a start time are the same process
PR_SET_PDEATHSIG = 1  # <linux/prctl.h>
# Loaded beforehand: between fork and exec nothing may be imported.
LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


@dataclass(frozen=True, slots=True)
class Program:
    """A program to run. `prepare` is called before every start, `is_ready` until it says yes.

    `hushed`: a regular expression of lines that are not passed on; they stay among its last words.
    """

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    uid: int | None = None
    gid: int | None = None
    cwd: Path | None = None
    stop_signal: str = "SIGTERM"
    prepare: Callable[[], None] | None = None
    is_ready: Callable[[], bool] | None = None
    hushed: str = ""


def start(program: Program, *, mark: str, log: Path | None = None) -> subprocess.Popen[bytes]:
    """Starts `program` as the leader of its own session, its input empty, its output in `log` or a pipe.

    So the terminal's Ctrl-C reaches the supervisor alone, which ends its programs in order; and on
    Linux a supervisor that is killed takes its programs with it.
    """
    dying_wish = signal.Signals[program.stop_signal]

    def die_with_parent() -> None:
        if LIBC is not None:
            LIBC.prctl(PR_SET_PDEATHSIG, int(dying_wish))

    with log.open("ab") if log else contextlib.nullcontext(subprocess.PIPE) as output:
        return subprocess.Popen(  # noqa: S603 - programs named in this package
            program.command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=program.cwd,
            env={**os.environ, **program.environment, MARK: mark},
            user=program.uid,
            group=program.gid,
            extra_groups=[] if program.uid is not None else None,
            start_new_session=True,
            # Safe here: the supervisor has one thread, and the function calls nothing but prctl.
            preexec_fn=die_with_parent,  # noqa: PLW1509
        )


def start_time_of(pid: int) -> float | None:
    """When the process began (seconds since the epoch), None when there is none or it is a zombie."""
    try:
        process = psutil.Process(pid)
        return None if process.status() == psutil.STATUS_ZOMBIE else process.create_time()
    except psutil.NoSuchProcess:
        return None


def is_same(pid: int, started: float) -> bool:
    """Whether the process that began at `started` under this id still runs: ids are used again."""
    since = start_time_of(pid)
    return since is not None and abs(since - started) <= SAME_START


def end_process(pid: int, started: float, *, first: str = "SIGTERM", patience: float = 10.0) -> None:
    """Asks the process that began at `started` to end, and kills it when it has not after `patience`."""
    for name in (first, "SIGKILL"):
        if not is_same(pid, started):
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.Signals[name])
        deadline = time.monotonic() + patience
        while is_same(pid, started) and time.monotonic() < deadline:
            time.sleep(0.05)


def find_marked(mark: str) -> list[tuple[int, float]]:
    """Id and start time of every other process that carries `mark`, whoever its parent is now."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.pid != os.getpid() and process.environ().get(MARK) == mark:
                found.append((process.pid, process.create_time()))
        except (psutil.Error, OSError):
            # Somebody else's, or gone meanwhile.
            continue
    return found


def kill_session(pid: int) -> None:
    """Kills what is left of the session that `pid` led: its process group."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
