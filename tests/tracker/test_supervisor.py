import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tracker.processes import Program, start_time_of
from tracker.running import Patience, ProgramFailedError, StopRequested
from tracker.supervisor import Supervisor

QUICK = Patience(deaths=3, window=30, first_pause=0.01, longest_pause=0.02, ready_within=5, end_within=2)

FOREVER = "import time; print('up', flush=True); time.sleep(60)"


def python(name: str, code: str, *, is_ready: Callable[[], bool] | None = None) -> Program:
    return Program(name=name, command=(sys.executable, "-c", code), is_ready=is_ready)


class Log:
    def __init__(self) -> None:
        self.lines: list[tuple[str, str]] = []

    def write(self, name: str, line: str) -> None:
        self.lines.append((name, line))

    def said(self, name: str) -> list[str]:
        return [line for who, line in self.lines if who == name]


@pytest.fixture
def log() -> Log:
    return Log()


@pytest.fixture
def supervisor(log: Log, tmp_path: Path) -> Supervisor:
    return Supervisor(mark=str(tmp_path), write=log.write, patience=QUICK)


def test_what_programs_say_comes_out_in_one_stream_with_their_names(supervisor: Supervisor, log: Log) -> None:
    with supervisor:
        supervisor.run_once(python("a", "print('one'); print('two', end='')"))
        supervisor.run_once(python("b", "import sys; sys.stderr.write('three\\n')"))
    assert log.lines == [("a", "one"), ("a", "two"), ("b", "three")]


def test_what_is_hushed_is_known_and_not_passed_on(supervisor: Supervisor, log: Log) -> None:
    program = python("a", "print('a secret for one'); print('two')")
    with supervisor:
        assert supervisor.run_once(replace(program, hushed="^a secret")) == ["a secret for one", "two"]
    assert log.lines == [("a", "two")]


def test_a_step_that_fails_says_why(supervisor: Supervisor) -> None:
    with supervisor, pytest.raises(ProgramFailedError, match=r"(?s)step failed \(exit code 3\).*no table"):
        supervisor.run_once(python("step", "print('no table'); raise SystemExit(3)"))


def test_a_program_that_dies_is_started_again(supervisor: Supervisor, log: Log, tmp_path: Path) -> None:
    once = tmp_path / "once"
    code = (
        f"import pathlib, os, signal, time; once = pathlib.Path({str(once)!r})\n"
        "if not once.exists(): once.touch(); os.kill(os.getpid(), signal.SIGKILL)\n"
        "print('second life', flush=True); os.kill(os.getppid(), signal.SIGTERM); time.sleep(60)"
    )
    with supervisor:
        supervisor.start(python("phoenix", code))
        with pytest.raises(StopRequested, match="SIGTERM"):
            supervisor.watch()
    assert log.said("phoenix") == ["second life"]
    assert "phoenix ended (killed by SIGKILL)" in log.said("up")[0]


def test_a_program_that_keeps_dying_ends_the_whole_with_the_reason(supervisor: Supervisor, log: Log) -> None:
    with supervisor:
        supervisor.start(python("web", "print('cannot bind'); raise SystemExit(7)"))
        with pytest.raises(ProgramFailedError, match=r"(?s)3 times.*exit code 7.*cannot bind"):
            supervisor.watch()
    assert log.said("web") == ["cannot bind"] * 3


def test_a_program_that_dies_before_it_is_ready_fails_at_once(supervisor: Supervisor) -> None:
    with supervisor, pytest.raises(ProgramFailedError, match="ended while it was starting"):
        supervisor.start(python("server", "raise SystemExit(1)", is_ready=lambda: False))


def test_programs_end_tier_by_tier_and_take_their_children_with_them(tmp_path: Path, log: Log) -> None:
    order: list[list[str]] = []
    supervisor = Supervisor(
        mark=str(tmp_path),
        write=log.write,
        changed=lambda running: order.append([one.program.name for one in running]),
        patience=QUICK,
    )
    child = tmp_path / "child"
    with_child = (
        "import pathlib, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"pathlib.Path({str(child)!r}).write_text(str(child.pid)); time.sleep(60)"
    )
    with supervisor:
        supervisor.start(python("server", FOREVER), tier=0)
        supervisor.start(Program("user", (sys.executable, "-c", with_child), is_ready=child.exists))
        deadline = time.monotonic() + 5
        while not child.read_text() and time.monotonic() < deadline:
            time.sleep(0.01)
    assert order == [["server"], ["server", "user"], ["server"], []]
    gone_by = time.monotonic() + 5
    while start_time_of(int(child.read_text())) is not None and time.monotonic() < gone_by:
        time.sleep(0.01)
    assert start_time_of(int(child.read_text())) is None


def test_a_program_deaf_to_its_signal_is_killed_in_the_end(supervisor: Supervisor, log: Log) -> None:
    code = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {FOREVER}"
    began = time.monotonic()
    with supervisor:
        supervisor.start(python("deaf", code, is_ready=lambda: log.said("deaf") == ["up"]))
    assert QUICK.end_within <= time.monotonic() - began < QUICK.end_within + 5


def test_the_signals_are_as_before_when_it_is_over(supervisor: Supervisor) -> None:
    before = signal.getsignal(signal.SIGTERM)
    with supervisor:
        assert signal.getsignal(signal.SIGTERM) != before
        os.kill(os.getpid(), signal.SIGTERM)
        with pytest.raises(StopRequested):
            supervisor.watch()
    assert signal.getsignal(signal.SIGTERM) == before
