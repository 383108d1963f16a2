import pytest
from django.core.management import call_command
from django.db import OperationalError

from issues.demo.review import Review
from issues.management.commands import demo


def test_the_editor_waits_until_all_has_been_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    passes = [Review(2, 0, 0, is_complete=False), Review(1, 3, 1, is_complete=True)]
    monkeypatch.setattr(demo, "review_newsroom", lambda: passes.pop(0))
    monkeypatch.setattr(demo.time, "sleep", lambda _: None)  # type: ignore[attr-defined]  # the module's import
    call_command("demo", "--review", "--wait", "30")
    assert capsys.readouterr().out == "Accepted 3 statements, entered 3 statuses, decided 1 pledges.\n"


def test_a_database_that_was_away_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], db: None
) -> None:
    passes: list[OperationalError | Review] = [OperationalError("away"), Review(2, 1, 0, is_complete=True)]

    def review() -> Review:
        one = passes.pop(0)
        if isinstance(one, Exception):
            raise one
        return one

    monkeypatch.setattr(demo, "review_newsroom", review)
    monkeypatch.setattr(demo.time, "sleep", lambda _: None)  # type: ignore[attr-defined]  # the module's import
    monkeypatch.setattr(demo.connection, "close", lambda: None)  # type: ignore[attr-defined]  # the test's own
    call_command("demo", "--review", "--wait", "30")
    assert "Accepted 2 statements" in capsys.readouterr().out


def test_a_database_that_stays_away_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def review() -> Review:
        raise OperationalError("away")

    monkeypatch.setattr(demo, "review_newsroom", review)
    with pytest.raises(OperationalError):
        call_command("demo", "--review", "--wait", "-1")
