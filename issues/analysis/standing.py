"""Where an issue stands: its live status changes as spells, by perspective.

Pure but for `status_changes` and `changes_with_evidence`, which read them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from issues.models import Evidence, StatusChange

ASSESSED = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One live status change. `perspective` is a party's code, or ASSESSED for the desk's own."""

    id: int
    issue: int
    perspective: str
    phase: str
    trend: str
    effective_on: str  # EDTF
    lower: date
    upper: date | None
    rationale: str = ""
    statements: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Spell:
    """A phase from a day until the next began (`end`, not included), or until now (None)."""

    change: Change
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """All spells of one issue, and which hold today."""

    spells: dict[str, tuple[Spell, ...]]  # by perspective, in the order of their days
    current: dict[str, Change]

    @property
    def assessed(self) -> Change | None:
        return self.current.get(ASSESSED)

    def conflicts(self, first: str, second: str) -> bool:
        """Whether both parties claim something today, and not the same."""
        one, other = self.current.get(first), self.current.get(second)
        return one is not None and other is not None and one.phase != other.phase


def standing(changes: Iterable[Change], *, today: date) -> Standing:
    """Order changes into spells. Of two that begin on one day the later recorded holds."""
    by_perspective: dict[str, dict[date, Change]] = {}
    for change in sorted(changes, key=lambda change: (change.lower, change.id)):
        by_perspective.setdefault(change.perspective, {})[change.lower] = change
    spells = {perspective: _spells(list(days.values())) for perspective, days in by_perspective.items()}
    current = {
        perspective: held[-1]
        for perspective, days in by_perspective.items()
        if (held := [change for change in days.values() if change.lower <= today])
    }
    return Standing(spells, current)


def _spells(changes: Sequence[Change]) -> tuple[Spell, ...]:
    ends = [change.lower for change in changes[1:]] + [None]
    return tuple(Spell(change, change.lower, end) for change, end in zip(changes, ends, strict=True))


def conflict_stretches(
    first: Sequence[Spell], second: Sequence[Spell], *, until: date
) -> list[tuple[date, date]]:
    """Stretches (end not included, none past `until`) in which both parties claim, and not the same."""
    stretches: list[tuple[date, date]] = []
    for one in first:
        for other in second:
            start = max(one.start, other.start)
            end = min(one.end or until, other.end or until, until)
            if start < end and one.change.phase != other.change.phase:
                stretches.append((start, end))
    stretches.sort()
    merged: list[tuple[date, date]] = []
    for start, end in stretches:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def status_changes(issue_ids: Iterable[int]) -> dict[int, list[Change]]:
    """Read the live status changes of issues, by issue, without their evidence. One query."""
    rows = StatusChange.objects.filter(issue__in=list(issue_ids), retracted_at__isnull=True).order_by()
    fields = ["id", "issue_id", "perspective_id", "phase", "trend", "effective_on"]
    fields += ["effective_on_lower", "effective_on_upper"]
    found: dict[int, list[Change]] = {}
    for pk, issue, perspective, *rest in rows.values_list(*fields):
        found.setdefault(issue, []).append(Change(pk, issue, perspective or ASSESSED, *rest))
    return found


def changes_with_evidence(issue: OuterRef) -> ArraySubquery:
    """The live status changes of an issue, to be read along with it; `changes_of` makes them values."""
    cited = Evidence.objects.filter(status_change=OuterRef("pk")).order_by("id").values("statement")
    changes = StatusChange.objects.filter(issue=issue, retracted_at__isnull=True).order_by("id")
    names = ("id", "issue_id", "perspective_id", "phase", "trend", "effective_on", "rationale")
    bounds = {"lower": "effective_on_lower", "upper": "effective_on_upper"}
    read = JSONObject(**{name: name for name in names}, **bounds, statements=ArraySubquery(cited))
    return ArraySubquery(changes.values(read=read))


def changes_of(rows: Iterable[dict[str, Any]]) -> list[Change]:
    """What `changes_with_evidence` read."""
    return [
        Change(
            id=row["id"],
            issue=row["issue_id"],
            perspective=row["perspective_id"] or ASSESSED,
            phase=row["phase"],
            trend=row["trend"],
            effective_on=row["effective_on"],
            lower=date.fromisoformat(row["lower"]),
            upper=date.fromisoformat(row["upper"]) if row["upper"] else None,
            rationale=row["rationale"],
            statements=tuple(row["statements"]),
        )
        for row in rows
    ]
