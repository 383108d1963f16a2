"""`manage.py generate_archive`."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from issues.models import Statement
from tests.factories import make_statement

pytestmark = pytest.mark.django_db


def test_it_says_what_it_makes_and_how_fast() -> None:
    out, told = StringIO(), StringIO()
    call_command("generate_archive", "--statements", "200", "--largest", "40", stdout=out, stderr=told)
    assert "200 statements\n" in out.getvalue()
    assert "rows a second" in out.getvalue()
    assert "200 of 200 statements" in told.getvalue()
    assert Statement.objects.count() == 200


def test_it_refuses_where_there_is_an_archive() -> None:
    make_statement()
    with pytest.raises(CommandError, match="Take an empty one"):
        call_command("generate_archive", "--statements", "200", "--largest", "40")
    assert Statement.objects.count() == 1


def test_it_refuses_what_cannot_be() -> None:
    with pytest.raises(CommandError, match="change --largest"):
        call_command("generate_archive", "--statements", "200", "--largest", "5000")
