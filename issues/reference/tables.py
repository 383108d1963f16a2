"""Reading of the data files: tab-separated, a header, one fact a line, errors that name the line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from issues.reading.edtf import InvalidDate, bounds

HERE = Path(__file__).parent
BETWEEN_NAMES = ";"  # between the names in one cell
BETWEEN_FORMS = "|"  # between the cases of one Russian name


class BadReferenceData(ValueError):  # noqa: N818 - says what is wrong, as a reader would
    """A data file cannot be used. The message names the file, the line and what is wrong there."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a data file: its place ("people/tenures.tsv:12") and its cells by column."""

    place: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def required(self, column: str) -> str:
        """Return a cell that must not be empty; raises BadReferenceData."""
        if not self.cells[column]:
            raise self.bad(f"{column} is missing")
        return self.cells[column]

    def names(self, column: str) -> tuple[str, ...]:
        """Return the names in a cell, split at semicolons; raises BadReferenceData on a repetition."""
        return self._split(column, BETWEEN_NAMES)

    def cases(self, column: str) -> tuple[str, ...]:
        """Return the cases of a Russian name, nominative first; raises BadReferenceData."""
        return self._split(column, BETWEEN_FORMS)

    def edtf(self, column: str) -> str:
        """Return a cell that is empty or a date of our EDTF subset; raises BadReferenceData."""
        try:
            if self.cells[column]:
                bounds(self.cells[column])
        except InvalidDate as error:
            raise self.bad(f"{column}: {error}") from error
        return self.cells[column]

    def bad(self, problem: str) -> BadReferenceData:
        return BadReferenceData(f"{self.place}: {problem}")

    def _split(self, column: str, separator: str) -> tuple[str, ...]:
        if not self.cells[column]:
            return ()
        names = tuple(name.strip() for name in self.cells[column].split(separator))
        if "" in names:
            raise self.bad(f"{column}: nothing between two {separator!r}")
        if len(set(names)) < len(names):
            raise self.bad(f"{column}: the same word twice")
        return names


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of a tab-separated file whose header names exactly these columns.

    Lines that begin with # are remarks. Raises BadReferenceData for a missing file, another header,
    a row with more or fewer cells, and cells with white space around them.
    """
    where = "/".join(path.parts[-2:])
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadReferenceData(f"{where}: cannot be read ({error})") from error
    header = tuple(lines[0].split("\t")) if lines else ()
    if header != columns:
        raise BadReferenceData(f"{where}:1: the columns must be {', '.join(columns)}")
    for number, line in enumerate(lines[1:], start=2):
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        row = Row(f"{where}:{number}", dict(zip(columns, cells, strict=False)))
        if len(cells) != len(columns):
            raise row.bad(f"{len(cells)} cells where there are {len(columns)} columns")
        if any(cell != cell.strip() for cell in cells):
            raise row.bad("white space around a cell")
        yield row
