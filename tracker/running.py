"""A program that is being watched over: what is known of it, and how much it may die."""

import signal
import subprocess
from collections import deque
from dataclasses import dataclass, field

from tracker.processes import Program


@dataclass(frozen=True, slots=True)
class Patience:
    """How much a program may die: `deaths` within `window` seconds end the whole; seconds all."""

    deaths: int = 5
    window: float = 60.0
    first_pause: float = 0.5
    longest_pause: float = 15.0
    ready_within: float = 60.0
    end_within: float = 10.0


class StopRequested(Exception):  # noqa: N818 - not an error
    """Somebody asked for the end, by Ctrl-C or a signal."""


class ProgramFailedError(Exception):
    """A program failed for good; the message is for people."""


@dataclass(slots=True)
class Running:
    """A program and its process of the moment."""

    program: Program
    tier: int
    keep: bool
    process: subprocess.Popen[bytes]
    started: float
    rest: bytes = b""
    tail: deque[str] = field(default_factory=lambda: deque(maxlen=12))
    deaths: deque[float] = field(default_factory=deque)
    start_again_at: float | None = None


def how_it_ended(code: int) -> str:
    return f"exit code {code}" if code >= 0 else f"killed by {signal.Signals(-code).name}"
