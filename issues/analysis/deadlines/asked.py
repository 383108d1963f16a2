"""Which pledges a reader of the deadlines asks for; read from an address and written into one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self
from urllib.parse import urlencode

from issues.analysis.filters import Cursor
from issues.vocabulary import PledgeOutcome

UNDECIDED = "undecided"  # open ones, past their day or not, in the order of their days
OVERDUE, OPEN = PledgeOutcome.OVERDUE.value, PledgeOutcome.OPEN.value
UNDATED = "undated"
EVERY = "all"
DECIDED = (
    PledgeOutcome.MISSED.value,
    PledgeOutcome.MET_LATE.value,
    PledgeOutcome.MET.value,
    PledgeOutcome.SUPERSEDED.value,
)
OUTCOMES = (UNDECIDED, OVERDUE, OPEN, UNDATED, *DECIDED, EVERY)
NARROWING = ("relationship", "party", "issue")
FIRST_YEAR, LAST_YEAR = 1800, 2999  # which months have a page


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of the calendar, with a page of its own."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month)

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read "2026-08"; None for anything else."""
        year, dash, number = text.partition("-")
        if not (dash and len(text) == 7 and text.isascii() and year.isdigit() and number.isdigit()):
            return None
        is_month = FIRST_YEAR <= int(year) <= LAST_YEAR and 1 <= int(number) <= 12
        return cls(int(year), int(number)) if is_month else None

    def write(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return self.moved(1).first - timedelta(days=1)

    def moved(self, months: int) -> "Month":
        index = self.year * 12 + self.number - 1 + months
        return Month(index // 12, index % 12 + 1)


@dataclass(frozen=True, slots=True)
class Asked:
    """Empty values narrow nothing. `start` and `end` bound the last day of the pledge, both included.

    A month asks for its calendar instead of a list.
    """

    outcome: str = UNDECIDED
    relationship: str = ""
    party: str = ""
    issue: str = ""
    start: date | None = None
    end: date | None = None
    after: Cursor | None = None
    month: Month | None = None

    @classmethod
    def read(cls, params: Mapping[str, str]) -> Self:
        """Read the query parameters; what means nothing narrows nothing."""
        outcome = params.get("outcome", "")
        relationship, party, issue = (
            params.get(name, "").replace("\0", "").strip()[:100] for name in NARROWING
        )
        return cls(
            outcome=outcome if outcome in OUTCOMES else UNDECIDED,
            relationship=relationship,
            party=party,
            issue=issue,
            start=_day(params.get("from", "")),
            end=_day(params.get("to", "")),
            after=Cursor.read(params.get("after", "")),
            month=Month.read(params.get("month", "")),
        )

    @property
    def is_narrowed(self) -> bool:
        return bool(self.relationship or self.party or self.issue)

    @property
    def latest_first(self) -> bool:
        """What is decided reads from its end; what is not, from what was due first."""
        return self.outcome in DECIDED

    def narrowing(self) -> dict[str, str]:
        """Names and values of what narrows, for addresses and for a form that keeps them."""
        return {name: value for name in NARROWING if (value := getattr(self, name))}

    def among(self, *, outcome: str = UNDECIDED) -> Self:
        """Another view of what passes the same filters, from its beginning."""
        return replace(self, outcome=outcome, start=None, end=None, after=None, month=None)

    def address(self, base: str, **changes: object) -> str:
        """The address of this view with these changes; what is the default is left out."""
        asked = replace(self, **changes) if changes else self  # type: ignore[arg-type]  # our own callers
        params = {"month": asked.month.write()} if asked.month else {}
        if asked.outcome != UNDECIDED and not asked.month:
            params["outcome"] = asked.outcome
        params |= asked.narrowing()
        if not asked.month:
            params |= {"from": asked.start.isoformat()} if asked.start else {}
            params |= {"to": asked.end.isoformat()} if asked.end else {}
            params |= {"after": asked.after.write()} if asked.after else {}
        return f"{base}?{urlencode(params)}" if params else base


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
