"""Who may sign in, as `manage.py accounts` says it."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from issues.models import User
from issues.vocabulary import Role
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    call_command("accounts", *arguments)
    return capsys.readouterr().out


def test_where_nobody_may_sign_in_it_says_how_the_first_account_is_made(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    User.objects.create_user("left", is_active=False)
    monkeypatch.setenv("DEMARCHE_DATA_DIR", str(tmp_path))
    assert f" DEMARCHE_DATA_DIR={tmp_path} .venv/bin/python manage.py createsuperuser\n" in said(
        capsys, "--if-none"
    )
    monkeypatch.setenv("DEMARCHE_DATA_DIR", str(settings.BASE_DIR / ".local"))
    assert "The first account: .venv/bin/python manage.py createsuperuser\n" in said(capsys)


def test_who_may_sign_in_and_as_what(capsys: pytest.CaptureFixture[str]) -> None:
    make_user("erika", role=Role.EDITOR)
    User.objects.create_superuser("root")
    User.objects.create_user("new")
    assert said(capsys) == "erika: editor\nnew: has no role\nroot: may do everything\n"
    assert said(capsys, "--if-none") == ""
