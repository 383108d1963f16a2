"""What is searched: the rows of statements and of documents, and how days bound them."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from issues.analysis.filters import Cursor
from issues.models.sql import UNDATED_PERIOD


@dataclass(frozen=True, slots=True)
class Corpus:
    """Rows `s` with id, day, language and search. `day`, `id` and `period` are those within the query."""

    sql: str
    day: str
    id: str
    period: str  # the year by which the index of words is divided; UNDATED_PERIOD comes last

    def rows(self, bounds: "tuple[str, ...]" = ()) -> str:
        """The query of the rows, with conditions on its own columns."""
        return self.sql.format(day=self.day, bounds="".join(f" AND {bound}" for bound in bounds))

    def newest(self, bounds: "tuple[str, ...]" = ()) -> str:
        """The newest `walked` of them, by an index."""
        return f"{self.rows(bounds)} ORDER BY {self.day} DESC NULLS LAST, {self.id} DESC LIMIT %(walked)s"

    def periods(self, bounds: "Bounds") -> str:
        """The query of the periods in which the rows within bounds lie, the newest first."""
        newest = f"{self.rows()} ORDER BY {self.day} DESC NULLS LAST LIMIT 1"
        first = bounds.first_period or f"(SELECT search_period(s.day) FROM ({newest}) s)"  # noqa: S608  # ours
        return f"generate_series({first}::int, {bounds.last_period}::int, -1)"


STATEMENTS = Corpus(
    "SELECT t.*, {day} AS day FROM issues_statement t WHERE t.state = 'accepted'{bounds}",
    day="coalesce(t.stated_on_lower, t.stated_on_upper)",
    id="t.id",
    period="search_period(coalesce(t.stated_on_lower, t.stated_on_upper))",
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
    period="c.search_period",
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Which days are searched. They stand inside what is walked, so that it begins where they do.

    `walked` is for a walk by days, which ends before what has no day; `all` holds that as well. The
    periods, in SQL, are those that hold all; "" is the newest that there is.
    """

    walked: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    params: dict[str, Any] = field(default_factory=dict)
    first_period: str = ""
    last_period: str = str(UNDATED_PERIOD)

    @classmethod
    def of_year(cls, corpus: Corpus, year: str) -> Self:
        """The days of a year, given as four digits; "" bounds nothing."""
        if not year:
            return cls()
        number = max(int(year), 1)  # year 0 is none; no text of ours is from then
        within = f"{corpus.day} BETWEEN %(year_first)s AND %(year_last)s"
        params = {"year_first": date(number, 1, 1), "year_last": date(number, 12, 31)}
        periods = (f"search_period(%({name})s)" for name in ("year_last", "year_first"))
        return cls((within,), (within,), params, *periods)

    def after(self, corpus: Corpus, cursor: Cursor) -> "Bounds":
        """What comes after a row, newest first and the undated last."""
        params: dict[str, Any] = {**self.params, "after_id": cursor.statement}
        if cursor.day is None:
            undated = f"({corpus.day} IS NULL AND {corpus.id} < %(after_id)s)"
            last = str(UNDATED_PERIOD)
            return Bounds((*self.walked, undated), (*self.all, undated), params, last, last)
        day = corpus.day
        earlier = f"({day} < %(after_day)s OR {corpus.id} < %(after_id)s)"
        dated = f"{day} <= %(after_day)s AND {earlier}"
        return Bounds(
            (*self.walked, dated),
            (*self.all, f"({dated} OR {day} IS NULL)"),
            {**params, "after_day": cursor.day},
            "search_period(%(after_day)s)",
            self.last_period,
        )
