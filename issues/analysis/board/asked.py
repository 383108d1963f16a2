"""Which view of a board a reader asks for; read from an address and written into one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self
from urllib.parse import urlencode

from issues.vocabulary import Phase

MARKS = ("overdue", "conflict", "provisional", "silent", "followed")
MONTHS = (12, 24, 36)
MONTHS_SHOWN = 24


class Group(StrEnum):
    """What rows stand under."""

    RELATIONSHIP = "relationship"
    CATEGORY = "category"
    PHASE = "phase"
    PARTY = "party"
    NONE = "none"


class Sort(StrEnum):
    """In which order rows stand; the desk's own without any."""

    DESK = ""
    NAME = "name"
    SINCE = "since"
    TREND = "trend"
    SAID = "said"
    NEXT = "next"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Asked:
    """Empty values do not filter. `group` is "" for the board's own way."""

    phase: str = ""
    category: str = ""
    party: str = ""
    marks: frozenset[str] = frozenset()
    group: str = ""
    sort: str = ""
    is_matrix: bool = False
    months: int = MONTHS_SHOWN

    @classmethod
    def read(cls, params: Mapping[str, str]) -> Self:
        """Read the query parameters; what means nothing asks for nothing."""
        months = params.get("months", "")
        return cls(
            phase=_one_of(Phase, params.get("phase", "")),
            category=params.get("category", "")[:40],
            party=params.get("party", "").upper()[:12],
            marks=frozenset(mark for mark in MARKS if params.get(mark)),
            group=_one_of(Group, params.get("group", "")),
            sort=_one_of(Sort, params.get("sort", "")),
            is_matrix=params.get("view") == "matrix",
            months=int(months) if months in map(str, MONTHS) else MONTHS_SHOWN,
        )

    @property
    def is_filtered(self) -> bool:
        return bool(self.phase or self.category or self.party or self.marks)

    def write(self, base: str) -> str:
        """The address of this view: what is not the default, always in the same order."""
        query: dict[str, str] = {"view": "matrix"} if self.is_matrix else {}
        if self.is_matrix and self.months != MONTHS_SHOWN:
            query["months"] = str(self.months)
        query |= {name: value for name in ("phase", "category") if (value := getattr(self, name))}
        if self.party:
            query["party"] = self.party.lower()
        query |= {mark: "1" for mark in MARKS if mark in self.marks}
        query |= {name: value for name in ("group", "sort") if (value := getattr(self, name))}
        return f"{base}?{urlencode(query)}" if query else base

    def but(self, **changes: Any) -> Self:
        return replace(self, **changes)

    @property
    def unfiltered(self) -> Self:
        return replace(self, phase="", category="", party="", marks=frozenset())


def _one_of(words: type[StrEnum], value: str) -> str:
    return value if value in {term.value for term in words} else ""
