import pytest
from django.core.management import call_command
from django.db import OperationalError

from issues.demo.review import Review
from issues.management.commands import demo


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sleeps, and no page is looked at again."""
    monkeypatch.setattr(demo, "is_everything_read", lambda: True)
    monkeypatch.setattr(demo, "visit_edits", lambda: None)
    monkeypatch.setattr(demo.time, "sleep", lambda _: None)  # type: ignore[attr-defined]  # the module's import


def test_the_editor_waits_until_all_has_been_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = [False, False, True]
    monkeypatch.setattr(demo, "is_everything_read", lambda: answers.pop(0))
    monkeypatch.setattr(demo, "review_newsroom", lambda: Review(3, 3, 1, is_complete=not answers))
    call_command("demo", "--review", "--wait", "30")
    assert answers == []
    assert capsys.readouterr().out == "Accepted 3 statements, entered 3 statuses, decided 1 pledges.\n"


def test_when_the_time_is_over_the_editor_reviews_what_is_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(demo, "is_everything_read", lambda: False)
    monkeypatch.setattr(demo, "review_newsroom", lambda: Review(3, 3, 1, is_complete=False))
    call_command("demo", "--review", "--wait", "-1")
    assert "Accepted 3 statements" in (told := capsys.readouterr().out)
    assert "review again" in told


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
    monkeypatch.setattr(demo.connection, "close", lambda: None)  # type: ignore[attr-defined]  # the test's own
    call_command("demo", "--review", "--wait", "30")
    assert "Accepted 2 statements" in capsys.readouterr().out


def test_a_database_that_stays_away_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def review() -> Review:
        raise OperationalError("away")

    monkeypatch.setattr(demo, "review_newsroom", review)
    with pytest.raises(OperationalError):
        call_command("demo", "--review", "--wait", "-1")
