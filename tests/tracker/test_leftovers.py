import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.leftovers import FolderError, end_leftovers, hold_folder, read_note, write_note
from tracker.paths import LocalPaths
from tracker.processes import Program, find_marked, start, start_time_of
from tracker.running import Running

SLEEP = Program("sleeper", (sys.executable, "-c", "import time; time.sleep(60)"))


@pytest.fixture
def paths(tmp_path: Path) -> LocalPaths:
    return LocalPaths(tmp_path)


@pytest.fixture
def left() -> Iterator[list[subprocess.Popen[bytes]]]:
    processes: list[subprocess.Popen[bytes]] = []
    yield processes
    for process in processes:
        process.kill()
        process.wait()


def running(process: subprocess.Popen[bytes], *, started: float | None = None) -> Running:
    since = start_time_of(process.pid)
    assert since is not None
    return Running(SLEEP, 1, True, process, since if started is None else started)


def test_what_a_killed_run_noted_is_ended(
    paths: LocalPaths, left: list[subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    left.append(start(SLEEP, mark="another mark"))
    write_note(paths, [running(left[0])])
    said: list[str] = []
    end_leftovers(paths, said.append)
    assert left[0].wait(10) != 0
    assert said == ["cleared away what an earlier run left when it was killed"]
    assert not paths.state.exists()


def test_what_carries_the_mark_is_ended_though_nobody_noted_it(
    paths: LocalPaths, left: list[subprocess.Popen[bytes]]
) -> None:
    left.append(start(SLEEP, mark=str(paths.data)))
    assert [pid for pid, _ in find_marked(str(paths.data))] == [left[0].pid]
    end_leftovers(paths, lambda _: None)
    assert left[0].wait(10) != 0


def test_a_stranger_who_has_the_noted_id_by_now_is_left_alone(
    paths: LocalPaths, left: list[subprocess.Popen[bytes]]
) -> None:
    left.append(start(SLEEP, mark="another mark"))
    one = running(left[0], started=1_000_000.0)
    write_note(paths, [one])
    end_leftovers(paths, lambda _: None)
    assert left[0].poll() is None


def test_half_a_note_is_no_note(paths: LocalPaths) -> None:
    paths.state.write_text('{"programs": [')
    said: list[str] = []
    end_leftovers(paths, said.append)
    assert (said, read_note(paths)) == ([], {})


def test_a_folder_is_held_by_one_at_a_time(paths: LocalPaths) -> None:
    with hold_folder(paths), pytest.raises(FolderError, match="--data-dir"):
        hold_folder(paths).__enter__()
    with hold_folder(paths):
        pass


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderError, match=r"cannot be used.*--data-dir"):
        hold_folder(LocalPaths(tmp_path / "file" / "data")).__enter__()


@pytest.mark.parametrize("number", [errno.EROFS, errno.ENOSPC, errno.EACCES])
def test_a_folder_that_takes_no_bytes_says_so_before_anything_starts(
    paths: LocalPaths, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("tracker.leftovers.tempfile.TemporaryFile", refuse)
    with pytest.raises(FolderError, match=rf"cannot be written: {os.strerror(number)}.*--data-dir"):
        hold_folder(paths).__enter__()
    monkeypatch.undo()
    with hold_folder(paths):  # it was let go of
        assert list(paths.data.iterdir()) == []
