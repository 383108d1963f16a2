"""Servers for one run of the tests (or of a benchmark): in a temporary folder, careless of its data."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

from tracker.paths import LocalPaths
from tracker.postgres import create_database, postgres_program
from tracker.processes import Program, end_process, start, start_time_of
from tracker.valkey import valkey_program

# Speed for safety, as suits data that nobody will miss.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "200"}
START_WITHIN = 60.0


class TemporaryServers:
    """PostgreSQL and Valkey in `folder`, unless DATABASE_URL or REDIS_URL name given ones."""

    def __init__(self, folder: Path) -> None:
        self.paths = LocalPaths(folder)
        self._running: list[tuple[Program, subprocess.Popen[bytes]]] = []

    def start(self) -> dict[str, str]:
        """Starts what is needed and answers the environment that finds it."""
        self.paths.data.chmod(0o711)  # as root, PostgreSQL runs as somebody else
        given = {name: os.environ[name] for name in ("DATABASE_URL", "REDIS_URL") if os.environ.get(name)}
        if "DATABASE_URL" not in given:
            self._start(postgres_program(self.paths, options=CARELESS))
            create_database(self.paths)
        if "REDIS_URL" not in given:
            self._start(valkey_program(self.paths))
        return {
            "DATABASE_URL": self.paths.database_url,
            "REDIS_URL": self.paths.broker_url,
            **given,
            "DEMARCHE_ENV": "local",
        }

    def stop(self) -> None:
        for program, process in reversed(self._running):
            started = start_time_of(process.pid)
            if started is not None:
                end_process(process.pid, started, first=program.stop_signal)
            process.wait()
        self._running.clear()

    def _start(self, program: Program) -> None:
        if program.prepare:
            program.prepare()
        log = self.paths.data / f"{program.name}.log"
        process = start(program, mark=str(self.paths.data), log=log)
        self._running.append((program, process))
        deadline = time.monotonic() + START_WITHIN
        while program.is_ready and not program.is_ready():
            if process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError(f"{program.name} did not start:\n{log.read_text(errors='replace')}")
            time.sleep(0.05)


def database_of_worker(url: str, number: int) -> str:
    """The same Valkey with a numbered database of its own (it has sixteen)."""
    if url.startswith("unix:"):
        return f"{url.partition('?')[0]}?db={number}"
    return urlsplit(url)._replace(path=f"/{number}").geturl()


def main() -> int:
    """`python -m tests.servers manage.py …`: runs a Python command with servers of its own."""
    with tempfile.TemporaryDirectory(prefix="demarche-servers-") as folder:
        servers = TemporaryServers(Path(folder))
        try:
            environment = {**os.environ, **servers.start()}
            command = [sys.executable, *sys.argv[1:]]
            return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603 - a developer's
        finally:
            servers.stop()


if __name__ == "__main__":
    raise SystemExit(main())
