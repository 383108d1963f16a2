"""What is searched: the rows of statements and of documents, and how days bound them."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from issues.analysis.filters import Cursor


@dataclass(frozen=True, slots=True)
class Corpus:
    """Rows `s` with id, day, language and search. `day` and `id` are those within the query."""

    sql: str
    day: str
    id: str

    def rows(self, bounds: "tuple[str, ...]" = ()) -> str:
        """The query of the rows, with conditions on its own columns."""
        return self.sql.format(day=self.day, bounds="".join(f" AND {bound}" for bound in bounds))

    def newest(self, bounds: "tuple[str, ...]" = ()) -> str:
        """The newest `walked` of them, by an index."""
        return f"{self.rows(bounds)} ORDER BY {self.day} DESC NULLS LAST, {self.id} DESC LIMIT %(walked)s"


STATEMENTS = Corpus(
    "SELECT t.*, {day} AS day FROM issues_statement t WHERE t.state = 'accepted'{bounds}",
    day="coalesce(t.stated_on_lower, t.stated_on_upper)",
    id="t.id",
)
# Of each document its last capture.
DOCUMENTS = Corpus(
    """SELECT d.id, d.source_id, d.language, c.search, {day} AS day
    FROM issues_document d JOIN issues_capture c ON c.document_id = d.id WHERE NOT EXISTS (
        SELECT FROM issues_capture later
        WHERE later.document_id = c.document_id AND later.number > c.number
    ){bounds}""",
    day="coalesce(d.published_on_lower, d.published_on_upper)",
    id="d.id",
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Which days are searched. They stand inside what is walked, so that it begins where they do.

    `walked` is for a walk by days, which ends before what has no day; `all` holds that as well.
    """

    walked: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    params: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of_year(cls, corpus: Corpus, year: str) -> Self:
        """The days of a year, given as four digits; "" bounds nothing."""
        if not year:
            return cls()
        number = max(int(year), 1)  # year 0 is none; no text of ours is from then
        within = f"{corpus.day} BETWEEN %(year_first)s AND %(year_last)s"
        params = {"year_first": date(number, 1, 1), "year_last": date(number, 12, 31)}
        return cls((within,), (within,), params)

    def after(self, corpus: Corpus, cursor: Cursor) -> "Bounds":
        """What comes after a row, newest first and the undated last."""
        params: dict[str, Any] = {**self.params, "after_id": cursor.statement}
        if cursor.day is None:
            undated = f"({corpus.day} IS NULL AND {corpus.id} < %(after_id)s)"
            return Bounds((*self.walked, undated), (*self.all, undated), params)
        day = corpus.day
        earlier = f"({day} < %(after_day)s OR {corpus.id} < %(after_id)s)"
        dated = f"{day} <= %(after_day)s AND {earlier}"
        return Bounds(
            (*self.walked, dated),
            (*self.all, f"({dated} OR {day} IS NULL)"),
            {**params, "after_day": cursor.day},
        )
