import pytest

from benchmarks import __main__ as bench


def test_what_is_not_measured_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["bench", "weather"])
    with pytest.raises(SystemExit):
        bench.main()
    assert "there is no weather" in capsys.readouterr().err


def test_only_what_is_named_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(bench, "measure_reading", asked.append)
    monkeypatch.setattr("sys.argv", ["bench", "reading", "--no-record"])
    assert bench.main() == 0
    assert asked == [["--no-record"]]
