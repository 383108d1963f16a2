import pytest
from django.core.management import call_command

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
