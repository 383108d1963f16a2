import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from issues.analysis.health import record_heartbeat

pytestmark = pytest.mark.django_db


def test_it_says_what_works() -> None:
    record_heartbeat("beat")
    out = StringIO()
    call_command("health", "database", "beat", stdout=out)
    assert re.fullmatch(r"database: answers\nbeat: alive \([\d.]+ s ago\)\n", out.getvalue())


def test_it_fails_where_a_part_does_not_work() -> None:
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("health", stdout=out)
    assert ended.value.code == 1
    assert "workers: not seen" in out.getvalue()


def test_it_knows_no_other_parts() -> None:
    with pytest.raises(CommandError, match=r"Unknown: moon\. The parts are database"):
        call_command("health", "moon")
