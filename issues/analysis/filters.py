"""Which statements of an issue a reader asks for; read from an address and written into one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self
from urllib.parse import urlencode

from issues.analysis.windows import CUSTOM, Window
from issues.vocabulary import Signal

OTHERS = "others"  # whoever is no party to the relationship


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page of a list ended: the day (None among what has no date) and the statement."""

    day: date | None
    statement: int

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read "2026-06-26.123" or ".123"; None for anything else."""
        day, dot, number = text.partition(".")
        if not dot or not number.isascii() or not number.isdigit() or len(number) > 18:
            return None
        try:
            return cls(date.fromisoformat(day) if day else None, int(number))
        except ValueError:
            return None

    def write(self) -> str:
        return f"{self.day.isoformat() if self.day else ''}.{self.statement}"


@dataclass(frozen=True, slots=True)
class Filters:
    """Empty values do not filter. `evidence` is a status change whose statements alone are shown."""

    party: str = ""
    signal: str = ""
    official: str = ""
    evidence: int | None = None
    before: Cursor | None = None

    @classmethod
    def read(cls, params: Mapping[str, str]) -> Self:
        """Read the query parameters; what means nothing filters nothing."""
        signal, evidence = params.get("signal", ""), params.get("evidence", "")
        is_number = evidence.isascii() and evidence.isdigit() and len(evidence) <= 18
        return cls(
            party=params.get("party", "")[:12],
            signal=signal if signal in {term.value for term in Signal} else "",
            official=params.get("official", "")[:100],
            evidence=int(evidence) if is_number else None,
            before=Cursor.read(params.get("before", "")),
        )

    @property
    def is_any(self) -> bool:
        return bool(self.party or self.signal or self.official or self.evidence)


def write_address(base: str, window: Window, filters: Filters, *, default_window: bool) -> str:
    """The address of a view, with what is not the default; always in the same order."""
    query: dict[str, str] = {}
    if window.name == CUSTOM:
        query |= {"from": window.start.isoformat(), "to": window.end.isoformat()}
    elif not default_window:
        query["window"] = window.name
    query |= {name: value for name in ("party", "signal", "official") if (value := getattr(filters, name))}
    if filters.evidence is not None:
        query["evidence"] = str(filters.evidence)
    if filters.before is not None:
        query["before"] = filters.before.write()
    return f"{base}?{urlencode(query)}" if query else base


def toggled(filters: Filters, name: str, value: str) -> Filters:
    """The filters with one of party, signal and official set; or unset, where it was set to just that.

    Paging begins again.
    """
    change: dict[str, Any] = {name: "" if getattr(filters, name) == value else value}
    return replace(filters, before=None, **change)
