"""`manage.py demo_site` serves until it is told to stop."""

import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

MANAGE = Path(__file__).resolve().parents[2] / "manage.py"


def test_it_says_where_it_serves_and_stops_when_interrupted() -> None:
    with subprocess.Popen(  # noqa: S603  (our own command)
        [sys.executable, "-u", str(MANAGE), "demo_site", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
    ) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().split()[-1]
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            with opener.open(address, timeout=10) as answer:
                page = answer.read().decode()
            assert "The press of two shores" in page
            assert f"{address}edition/" in page
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=10)
            assert (process.returncode, errors) == (0, "")
        finally:
            process.kill()
