"""The settings as a process of their own reads them: what is missing in production, and what is said."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

MANAGE = Path(__file__).resolve().parents[2] / "manage.py"
KEPT = ("PATH", "HOME", "LANG", "VIRTUAL_ENV")
PRODUCTION = {
    "SECRET_KEY": "a-key-for-tests-only-" + "0123456789abcdefghij" * 3,
    "ALLOWED_HOSTS": "tracker.example",
    "DATABASE_URL": "postgresql://user:hush-hush@127.0.0.1:9/name",
    "REDIS_URL": "redis://127.0.0.1:9/0",
}


def manage(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: os.environ[name] for name in KEPT if name in os.environ}
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, str(MANAGE), *arguments],
        env=environment | variables,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_deployment_is_clean_and_needs_no_server_to_be_checked() -> None:
    checked = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert (checked.returncode, checked.stdout) == (0, "System check identified no issues (0 silenced).\n")


@pytest.mark.parametrize("name", PRODUCTION)
def test_production_does_not_begin_without(name: str) -> None:
    rest = {key: value for key, value in PRODUCTION.items() if key != name}
    checked = manage("check", **rest)
    assert checked.returncode != 0
    assert f"  {name}: " in checked.stderr
    assert checked.stderr.startswith("Not configured: ")
    assert "hush-hush" not in checked.stderr


def test_on_this_machine_nothing_has_to_be_given(tmp_path: Path) -> None:
    code = (
        "from django.conf import settings; "
        "print(settings.PRODUCTION, settings.DEBUG, settings.ALLOWED_HOSTS, len(settings.SECRET_KEY) >= 50)"
    )
    folder = tmp_path / "data"
    shown = manage("shell", "--no-imports", "-c", code, DEMARCHE_DATA_DIR=str(folder))
    assert shown.stdout == "False False ['localhost', '127.0.0.1', '[::1]'] True\n", shown.stderr
    assert not folder.exists(), "reading the settings writes nothing"


def test_given_servers_alone_do_not_make_it_local() -> None:
    """Else a deployment that forgot its key would run on a key of the moment, and not say so."""
    checked = manage("check", DATABASE_URL=PRODUCTION["DATABASE_URL"])
    assert "set DEMARCHE_ENV=local to run on this machine only" in checked.stderr
    local = manage("check", DEMARCHE_ENV="local", DATABASE_URL=PRODUCTION["DATABASE_URL"])
    assert local.returncode == 0
