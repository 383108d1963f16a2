"""The whole stack as a person starts it: real processes, real servers, real signals."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tracker.paths import LocalPaths
from tracker.processes import find_marked

MANAGE = Path(__file__).resolve().parents[2] / "manage.py"
OWN = ("DATABASE_URL", "REDIS_URL", "DEMARCHE_ENV", "DEMARCHE_DATA_DIR", "SECRET_KEY", "ALLOWED_HOSTS")

pytestmark = pytest.mark.stack


class Copy:
    """One running `manage.py up --no-demo`, on a data folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.paths = LocalPaths(folder)
        self.log = folder.with_suffix(".log")
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        environment = {name: value for name, value in os.environ.items() if name not in OWN}
        command = [sys.executable, str(MANAGE), "up", "--no-demo", "--data-dir", str(self.paths.data)]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(  # noqa: S603 - our own command
                [*command, *arguments], stdout=log, stderr=subprocess.STDOUT, env=environment
            )
        return self.process

    def said(self) -> str:
        return self.log.read_text(errors="replace")

    def address(self, within: float = 90) -> str:
        """Waits for the line with the address."""
        deadline = time.monotonic() + within
        while not (found := re.search(r"http://127\.0\.0\.1:\d+/", self.said())):
            assert self.process is not None
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < deadline, self.said()
            time.sleep(0.1)
        return found[0]

    def wait_until_healthy(self, within: float = 60) -> dict[str, Any]:
        address = self.address()
        deadline = time.monotonic() + within
        answer: Any
        while True:
            try:
                answer = urllib.request.urlopen(f"{address}healthz", timeout=10)  # noqa: S310 - loopback
            except urllib.error.HTTPError as error:
                answer = error
            with answer:
                health: dict[str, Any] = json.load(answer)
            if answer.status == 200:
                return health
            assert time.monotonic() < deadline, (health, self.said())
            time.sleep(0.2)

    def end(self, number: signal.Signals) -> int:
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(60)

    def left_behind(self) -> list[str]:
        processes = [str(pid) for pid, _ in find_marked(str(self.paths.data))]
        notes = [path.name for path in (self.paths.state, self.paths.sockets) if path.exists()]
        postmaster = self.paths.postgres / "postmaster.pid"
        return processes + notes + ([postmaster.name] if postmaster.exists() else [])


@pytest.fixture
def copies(tmp_path: Path) -> Iterator[tuple[Copy, Copy]]:
    both = Copy(tmp_path / "first"), Copy(tmp_path / "second")
    yield both
    for copy in both:
        if copy.process and copy.process.poll() is None:
            copy.end(signal.SIGTERM)


def test_two_copies_live_side_by_side_survive_a_kill_and_leave_nothing_behind(
    copies: tuple[Copy, Copy],
) -> None:
    first, second = copies
    first.start()
    second.start()
    for copy in copies:
        assert copy.wait_until_healthy()["status"] == "ok"
    assert first.address() != second.address()
    assert (first.paths.secret_key.stat().st_mode & 0o777) == 0o600
    key = first.paths.read_secret_key()
    assert len(key) > 50

    # A third on a folder in use says so, and leaves the folder's stack alone.
    rival = Copy(first.paths.data.with_name("rival"))
    rival.paths = first.paths
    assert rival.start().wait(60) == 1
    assert "already runs on" in rival.said()

    # A port that was asked for is not exchanged for another.
    port = second.address().rstrip("/").rpartition(":")[2]
    stubborn = Copy(first.paths.data.with_name("stubborn"))
    assert stubborn.start("--port", port).wait(60) == 1
    assert f"Port {port} of 127.0.0.1 is taken" in stubborn.said()

    first.end(signal.SIGKILL)
    first.start()
    assert first.wait_until_healthy()["status"] == "ok"
    assert first.paths.read_secret_key() == key
    assert second.wait_until_healthy()["status"] == "ok"

    assert first.end(signal.SIGTERM) == 0
    assert second.end(signal.SIGINT) == 0
    assert [copy.left_behind() for copy in (*copies, stubborn)] == [[], [], []]
