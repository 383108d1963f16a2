"""What was measured before, a JSON object a line, each with the commit it is of."""

import json
import os
import platform
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent


def record(name: str, figures: Mapping[str, object], *, folder: Path = HERE) -> Path:
    """Append figures to <name>.jsonl with the time, the commit and the machine; returns the file."""
    row = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit(),
        "python": platform.python_version(),
        "cores": os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count(),
        **figures,
    }
    path = folder / f"{name}.jsonl"
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def commit() -> str:
    """Return the short commit that the code is of, with a "+" where it has changes of its own.

    Results themselves are no change. "unknown" outside a repository.
    """
    head = _git("rev-parse", "--short", "HEAD")
    if not head:
        return "unknown"
    changed = [
        line
        for line in _git("status", "--porcelain", "--untracked-files=no").splitlines()
        if not line.endswith(".jsonl")
    ]
    return f"{head}+" if changed else head


def _git(*arguments: str) -> str:
    command = ("git", "-C", str(HERE), *arguments)
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # ours
    except OSError:
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""
