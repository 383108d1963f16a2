"""What the demo editor decides, from `content/script.toml`."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from issues.demo.articles import CONTENT
from issues.demo.days import day_at
from issues.vocabulary import Phase, PledgeOutcome, Signal, Trend


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a statement in a document, by which it is looked up."""

    path: str
    words: str


@dataclass(frozen=True, slots=True)
class ScriptedStatus:
    """A status to enter; `issue` is its slug, `perspective` a party's code or empty.

    `retracted_for` is the statement for which it was retracted again, with the reason.
    """

    issue: str
    perspective: str
    phase: Phase
    trend: Trend
    effective_on: date
    rationale: str
    evidence: tuple[Words, ...]
    retracted_for: Words | None = None
    retraction_reason: str = ""


@dataclass(frozen=True, slots=True)
class ScriptedCorrection:
    """A statement that means something else for an issue than was thought until that day."""

    statement: Words
    issue: str
    signal: Signal
    on: date


@dataclass(frozen=True, slots=True)
class ScriptedOutcome:
    """What became of a pledge, and the statement that shows it."""

    pledge: Words
    outcome: PledgeOutcome
    met_on: date | None
    note: str
    shown_by: Words


@dataclass(frozen=True, slots=True)
class Script:
    """All decisions, oldest status first."""

    accept_from: float
    left: tuple[Words, ...]
    statuses: tuple[ScriptedStatus, ...]
    outcomes: tuple[ScriptedOutcome, ...]
    corrections: tuple[ScriptedCorrection, ...]


@cache
def read_script(today: date) -> Script:
    """Read the script with its days computed from a reference day."""
    data = tomllib.loads((CONTENT / "script.toml").read_text(encoding="utf-8"))
    statuses = [scripted_status(row, today=today) for row in data["statuses"]]
    return Script(
        accept_from=data["accept_from"],
        left=tuple(Words(*row) for row in data["left"]),
        statuses=tuple(sorted(statuses, key=lambda status: status.effective_on)),
        outcomes=tuple(scripted_outcome(row, today=today) for row in data["outcomes"]),
        corrections=tuple(
            ScriptedCorrection(
                statement=Words(*row["statement"]),
                issue=row["issue"],
                signal=Signal(row["signal"]),
                on=day_at(row["on"], today=today),
            )
            for row in data["corrections"]
        ),
    )


def scripted_status(row: dict[str, Any], *, today: date) -> ScriptedStatus:
    return ScriptedStatus(
        issue=row["issue"],
        perspective=row.get("perspective", ""),
        phase=Phase(row["phase"]),
        trend=Trend(row["trend"]),
        effective_on=day_at(row["on"], today=today),
        rationale=row["rationale"],
        evidence=tuple(Words(*words) for words in row["evidence"]),
        retracted_for=Words(*row["retracted_for"]) if "retracted_for" in row else None,
        retraction_reason=row.get("retraction_reason", ""),
    )


def scripted_outcome(row: dict[str, Any], *, today: date) -> ScriptedOutcome:
    return ScriptedOutcome(
        pledge=Words(*row["pledge"]),
        outcome=PledgeOutcome(row["outcome"]),
        met_on=day_at(row["met_on"], today=today) if "met_on" in row else None,
        note=row.get("note", ""),
        shown_by=Words(*row["shown_by"]),
    )
