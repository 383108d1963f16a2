"""Many readers at once, against the web server as `manage.py up` runs it."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.pages.addresses import addresses
from benchmarks.pages.archives import Archive, address_of
from benchmarks.pages.measuring import signed_in
from tracker.local_stack import web_program
from tracker.ports import HOST, Ports
from tracker.processes import end_process, start, start_time_of

LOCUSTFILE = Path(__file__).with_name("locustfile.py")
FREE_FROM = 8800
READY_WITHIN = 60.0


class ReadersFailedError(Exception):
    """The web server or the readers did not start; the message holds what they said."""


def throughput(
    environment: Mapping[str, str], archive: Archive, *, readers: int, seconds: int, log: Path
) -> dict[str, object]:
    """Requests a second and their times while so many read all pages of the archive as fast as they can."""
    told = {**environment, "DATABASE_URL": address_of(environment, archive), "DEMARCHE_ENV": "local"}
    cookie = signed_in().cookies["sessionid"].value
    with Ports() as ports:
        port = ports.take_free(FREE_FROM)
    program = web_program(port, told)
    process = start(program, mark=str(log.parent), log=log)
    try:
        deadline = time.monotonic() + READY_WITHIN
        while not (program.is_ready and program.is_ready()):
            if process.poll() is not None or time.monotonic() > deadline:
                raise ReadersFailedError(log.read_text(errors="replace"))
            time.sleep(0.2)
        return figures(_read(f"http://{HOST}:{port}", cookie, readers, seconds), readers)
    finally:
        started = start_time_of(process.pid)
        if started is not None:
            end_process(process.pid, started)
        process.wait()


def _read(host: str, cookie: str, readers: int, seconds: int) -> str:
    command = (
        *(sys.executable, "-m", "locust", "--locustfile", str(LOCUSTFILE), "--host", host, "--headless"),
        *("--users", str(readers), "--spawn-rate", str(readers), "--run-time", f"{seconds}s"),
        *("--json", "--only-summary", "--exit-code-on-error", "0"),
    )
    told = {**os.environ, "BENCH_COOKIE": cookie, "BENCH_ADDRESSES": json.dumps(list(addresses().values()))}
    done = subprocess.run(command, env=told, capture_output=True, text=True, check=False)  # noqa: S603  # ours
    if done.returncode:
        raise ReadersFailedError(done.stderr)
    return done.stdout


def figures(told: str, readers: int) -> dict[str, object]:
    """What locust's JSON says: requests a second, milliseconds that half and 95 % stayed within, failures.

    Raises ReadersFailedError where nobody was answered in the time given.
    """
    rows = json.loads(told[told.index("[") :])
    if not rows:
        raise ReadersFailedError("No reader was answered in time: give them longer with --seconds.")
    times = sorted((float(ms), int(count)) for row in rows for ms, count in row["response_times"].items())
    requests = sum(count for _, count in times)
    lasted = max(row["last_request_timestamp"] for row in rows) - min(row["start_time"] for row in rows)
    return {
        "readers": readers,
        "requests": requests,
        "failures": sum(row["num_failures"] for row in rows),
        "a_second": round(requests / lasted, 1),
        "p50_ms": _within(times, requests, 0.5),
        "p95_ms": _within(times, requests, 0.95),
    }


def _within(times: list[tuple[float, int]], requests: int, share: float) -> float:
    seen = 0
    for milliseconds, count in times:
        seen += count
        if seen >= share * requests:
            return milliseconds
    return times[-1][0]
