import json
import subprocess
from pathlib import Path

from benchmarks.results import HERE, commit, record


def test_figures_are_appended_with_their_commit(tmp_path: Path) -> None:
    for n in (1, 2):
        path = record("reading", {"labels": n}, folder=tmp_path)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [row["labels"] for row in rows] == [1, 2]
    assert rows[0]["commit"] == commit()
    assert rows[0]["at"].endswith("+00:00")


def test_the_commit_is_that_of_the_repository() -> None:
    command = ("git", "-C", str(HERE), "rev-parse", "--short", "HEAD")
    asked = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - git
    head = asked.stdout.strip() if asked.returncode == 0 else "unknown"
    assert commit().rstrip("+") == head
