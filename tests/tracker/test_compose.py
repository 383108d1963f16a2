"""docker-compose.yml as compose itself reads it, where a client is installed (no daemon is needed)."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[2]


def clients() -> list[list[str]]:
    plugin, standalone = shutil.which("docker"), shutil.which("docker-compose")
    return [*([[plugin, "compose"]] if plugin else []), *([[standalone]] if standalone else [])]


def compose(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")} | variables
    for client in clients():
        asked = [*client, "-f", str(HERE / "docker-compose.yml")]
        if subprocess.run([*client, "version"], capture_output=True, check=False).returncode == 0:  # noqa: S603
            return subprocess.run(  # noqa: S603 - the client found on the PATH
                [*asked, *arguments], env=environment, capture_output=True, text=True, check=False
            )
    pytest.skip("there is no docker compose here")


def test_the_file_is_valid_with_and_without_secrets() -> None:
    assert compose("config", "--quiet").returncode == 0
    filled = compose("config", SECRET_KEY="k" * 50, ALLOWED_HOSTS="tracker.example", POSTGRES_PASSWORD="pw")
    assert filled.returncode == 0, filled.stderr
    assert "postgresql://demarche:pw@postgres:5432/demarche" in filled.stdout
    assert "DEMARCHE_ENV: production" in filled.stdout


def test_it_has_the_services_of_a_deployment() -> None:
    services = compose("config", "--services").stdout.split()
    assert set(services) == {"configured", "postgres", "valkey", "migrate", "web", "worker", "beat"}
