"""What the stack starts, in which order and with which environment; the processes themselves are
tried in test_stack.py."""

import errno
import io
import os
import socket
import sys
from pathlib import Path

import pytest

from tracker import local_stack
from tracker.local_stack import Choices, Log, Stack, StackError, run
from tracker.paths import LONGEST_SOCKET_PATH, LocalPaths
from tracker.ports import Ports, PortTakenError
from tracker.processes import Program, find_marked
from tracker.running import ProgramFailedError
from tracker.secret import make_secret_key
from tracker.supervisor import Supervisor


class Recorder(Supervisor):
    """Starts nothing, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[Program] = []
        self.tiers: dict[str, int] = {}
        self.failing = ""
        self.said: list[str] = []

    def start(self, program: Program, *, tier: int = 1) -> None:
        self.asked.append(program)
        self.tiers[program.name] = tier

    def run_once(self, program: Program) -> list[str]:
        self.asked.append(program)
        if self.failing and self.failing in program.command:
            raise ProgramFailedError(f"{program.name} failed")
        return (
            ["Demonstration open", "Sign in as anna with secret"]
            if "--site-url" in program.command
            else self.said
        )

    def names(self) -> list[str]:
        return [program.name for program in self.asked]


@pytest.fixture
def paths(tmp_path: Path) -> LocalPaths:
    return LocalPaths(tmp_path)


@pytest.fixture
def own_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL")
    monkeypatch.delenv("REDIS_URL")
    monkeypatch.setattr(local_stack, "create_database", lambda _: None)


def start(paths: LocalPaths, recorder: Recorder, *, demo: bool, static: bool = False) -> str:
    out = io.StringIO()
    with Ports() as ports:
        choices = Choices(paths, demo=demo, collect_static=static)
        Stack(recorder, choices, Log(out), 8123, ports).start()
    return out.getvalue()


@pytest.mark.usefixtures("own_servers")
def test_servers_then_tables_then_programs_then_the_demo(paths: LocalPaths) -> None:
    recorder = Recorder()
    said = start(paths, recorder, demo=True)
    servers, steps = ["postgres", "valkey"], ["migrate", "reference"]
    assert recorder.names() == [*servers, *steps, "demo-site", "demo", "worker", "beat", "web", "demo"]
    assert said.splitlines()[-2:] == [
        "up       | Sign in as anna with secret",
        "up       | Démarche runs: http://127.0.0.1:8123/  (Ctrl-C stops it)",
    ]
    worker = recorder.asked[6]
    assert worker.environment["DEMARCHE_SOLE_WORKER"] == "true"
    tiers = recorder.tiers
    assert {tiers.pop("postgres"), tiers.pop("valkey")} == {0}, "the servers end last"
    assert set(tiers.values()) == {1}


def test_given_servers_are_used_and_their_other_workers_respected(paths: LocalPaths) -> None:
    recorder = Recorder()
    start(paths, recorder, demo=False, static=True)
    assert recorder.names() == ["migrate", "reference", "static", "accounts", "worker", "beat", "web"]
    assert all("DEMARCHE_SOLE_WORKER" not in program.environment for program in recorder.asked)


def test_the_demos_site_is_allowed_beside_what_was_allowed(
    paths: LocalPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEMARCHE_FETCH_ALLOW", "mirror.example:443")
    recorder = Recorder()
    start(paths, recorder, demo=True)
    port = (paths.data / "demo-site.port").read_text()
    assert {program.environment["DEMARCHE_FETCH_ALLOW"] for program in recorder.asked} == {
        f"mirror.example:443,127.0.0.1:{port}"
    }
    again = Recorder()
    start(paths, again, demo=True)
    assert (paths.data / "demo-site.port").read_text() == port, "the demo's addresses last"


def test_a_demo_that_cannot_be_reviewed_does_not_end_the_stack(paths: LocalPaths) -> None:
    recorder = Recorder()
    recorder.failing = "--review"
    assert "demo failed" in start(paths, recorder, demo=True)


def test_the_secret_key_is_made_once_and_for_the_owner_alone(paths: LocalPaths) -> None:
    make_secret_key(paths)
    key = paths.read_secret_key()
    make_secret_key(paths)
    assert paths.read_secret_key() == key
    assert len(key) >= 50
    assert paths.secret_key.stat().st_mode & 0o777 == 0o600


def test_a_log_whose_reader_is_gone_is_no_reason_to_fail() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as out:
        log = Log(out)
        log.write("web", "into the void")
        log.write("web", "again")


def test_sockets_stay_short_however_deep_the_folder_is(tmp_path: Path) -> None:
    near, deep = LocalPaths(Path("/srv/demarche")), LocalPaths(tmp_path / ("deep" * 40))
    assert near.sockets == Path("/srv/demarche/run")
    assert len(str(deep.sockets / ".s.PGSQL.5432.lock")) <= LONGEST_SOCKET_PATH
    assert deep.sockets != LocalPaths(tmp_path / ("deep" * 41)).sockets


def test_a_port_is_claimed_before_anybody_listens_on_it() -> None:
    with Ports() as ours, Ports() as theirs:
        port = ours.take_free(23_500)
        assert theirs.take_free(port) > port
        with pytest.raises(PortTakenError, match="--port"):
            theirs.take(port)
    with Ports() as later:
        assert later.take(port) == port


def test_a_port_that_somebody_listens_on_is_left_alone() -> None:
    with socket.socket() as somebody, Ports() as ports:
        somebody.bind(("127.0.0.1", 0))
        somebody.listen()
        port = somebody.getsockname()[1]
        with pytest.raises(PortTakenError):
            ports.take(port)
        assert ports.take_free(port) > port


def test_without_a_demo_the_welcome_says_how_the_first_account_is_made(paths: LocalPaths) -> None:
    recorder = Recorder()
    recorder.said = ["Nobody may sign in yet."]
    assert start(paths, recorder, demo=False).splitlines()[-2:] == [
        "up       | Nobody may sign in yet.",
        "up       | Démarche runs: http://127.0.0.1:8123/  (Ctrl-C stops it)",
    ]


def test_a_disk_that_becomes_full_does_not_keep_programs_from_ending(
    paths: LocalPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(local_stack, "write_note", full)
    monkeypatch.setattr(local_stack, "_leave_nothing", lambda _: None)
    monkeypatch.setattr(Stack, "start", start_a_sleeper)
    out = io.StringIO()
    with pytest.raises(StackError, match="could not write"):
        run(Choices(paths, demo=False), out=out)
    assert "could not be noted: [Errno 28]" in out.getvalue()
    assert "stopping" in out.getvalue()
    assert find_marked(str(paths.data)) == []


def start_a_sleeper(stack: Stack) -> None:
    supervisor = stack._supervisor
    supervisor.start(Program("sleeper", (sys.executable, "-c", "import time; time.sleep(60)")))
    raise ProgramFailedError("postgres could not write")
