"""Invented values for the page of components (/style/): one of each kind and state.

A new component gets its value here and its section in templates/style/, drawn by the component's own
template. Nothing is read from the archive.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from issues.analysis.marks import SIGNAL_MARKS, phase_badge
from issues.analysis.samples_figures import figures
from issues.analysis.statement_rows import StatementRow, pledge_state
from issues.analysis.words import date_shown, quoted
from issues.models import Pledge
from issues.vocabulary import DateOrigin, Phase, PledgeOutcome, Signal, StatementKind

SAID_ON = "2026-06-26"


def samples() -> dict[str, Any]:
    """What templates/style/ draws, by name."""
    return {
        "badges": [phase_badge(phase) for phase in Phase],
        "provisional": [phase_badge(phase, provisional=True) for phase in Phase],
        "signals": list(SIGNAL_MARKS.values()),
        "rows": _rows(),
        "dates": [
            date_shown("2026-06-26", words="on Friday", origin=DateOrigin.TEXT),
            date_shown("2026-06", origin=DateOrigin.FEED),
            date_shown("2026-06-26/2026-08-31", origin=DateOrigin.EDITOR),
            date_shown("2026-22", words="this summer", origin=DateOrigin.TEXT),
            date_shown("2026~", origin=DateOrigin.EDITOR),
            date_shown(""),
        ],
        "today": date.fromisoformat(SAID_ON),
        **figures(),
    }


def _rows() -> list[StatementRow]:
    words = "You will see our experts at one table before this summer is out."
    quote = StatementRow(
        address="#rows",
        date=date_shown(SAID_ON, origin=DateOrigin.TEXT),
        words=quoted(words, StatementKind.DIRECT_QUOTE),
        is_reported=False,
        signal=SIGNAL_MARKS[Signal.COMMITMENT],
        speaker="Karin Aldrenn",
        speaker_address="#rows",
        office="Deputy Foreign Minister",
        party="Norland",
        details=f"{StatementKind.DIRECT_QUOTE.label} · Norland Courier",
        pledge="",
        is_overdue=False,
    )
    report = replace(
        quote,
        words="The experts of both authorities exchanged lists.",
        is_reported=True,
        signal=SIGNAL_MARKS[Signal.PROGRESS],
        speaker="Foreign Ministry",
        speaker_address="",
        office="",
        party="Vesperia",
        details=f"{StatementKind.REPORTED_SPEECH.label} · Vesper Wire",
    )
    return [quote, report, replace(quote, pledge=_overdue(), is_overdue=True)]


def _overdue() -> str:
    unmade = Pledge(outcome=PledgeOutcome.OPEN, due_on_upper=date(2026, 8, 31))
    return pledge_state(unmade, date(2026, 11, 24))[0]
