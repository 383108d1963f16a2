"""The data files say where they are wrong."""

from pathlib import Path

import pytest

from issues.reference.tables import BadReferenceData, rows

COLUMNS = ("code", "name", "started")


def written(folder: Path, *lines: str) -> Path:
    path = folder / "facts.tsv"
    path.write_text("".join(f"{line}\n" for line in ("code\tname\tstarted", *lines)), encoding="utf-8")
    return path


def test_reads_cells_by_column_and_skips_remarks(tmp_path: Path) -> None:
    path = written(tmp_path, "XA\tNorland; Nordland\t2026-06", "# a remark", "XB\tSudland\t")
    first, second = rows(path, COLUMNS)
    assert (first["code"], first.names("name"), first.edtf("started")) == (
        "XA",
        ("Norland", "Nordland"),
        "2026-06",
    )
    assert second["code"] == "XB"
    assert second.edtf("started") == ""
    assert second.place.endswith("facts.tsv:4")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("XA\tNorland", "2 cells where there are 3 columns"),
        ("XA\tNorland\t\t", "4 cells where there are 3 columns"),
        ("", "1 cells where there are 3 columns"),
        ("XA\t Norland\t", "white space around a cell"),
    ],
)
def test_names_file_and_line_of_a_malformed_row(tmp_path: Path, line: str, problem: str) -> None:
    path = written(tmp_path, "XB\tSudland\t", line)
    with pytest.raises(BadReferenceData, match=rf"facts\.tsv:3: {problem}"):
        list(rows(path, COLUMNS))


def test_refuses_another_header_and_a_missing_file(tmp_path: Path) -> None:
    path = written(tmp_path)
    with pytest.raises(BadReferenceData, match=r"facts\.tsv:1: the columns must be code, place"):
        list(rows(path, ("code", "place")))
    with pytest.raises(BadReferenceData, match=r"nothing\.tsv: cannot be read"):
        list(rows(tmp_path / "nothing.tsv", COLUMNS))


def test_refuses_bad_cells(tmp_path: Path) -> None:
    path = written(tmp_path, "\tNorland;; Nordland\t2026-13", "XA\tNorland; Norland\t2026-06-31")
    first, second = rows(path, COLUMNS)
    with pytest.raises(BadReferenceData, match="code is missing"):
        first.required("code")
    with pytest.raises(BadReferenceData, match="nothing between two ';'"):
        first.names("name")
    with pytest.raises(BadReferenceData, match="the same word twice"):
        second.names("name")
    for row in (first, second):
        with pytest.raises(BadReferenceData, match=r"started: .* is not a date"):
            row.edtf("started")
