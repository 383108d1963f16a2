"""Invented figures for the page of components (/style/): drawn by what draws those of the archive."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from issues.analysis.board.matrix import Cell, MatrixRow, month_columns
from issues.analysis.citing.forms import FORMS, FormOffered
from issues.analysis.issue_request import Choice
from issues.analysis.marks import SIGNAL_MARKS, phase_badge
from issues.analysis.ribbon import Ribbon, ribbon
from issues.analysis.standing import ASSESSED, Change, Standing, standing
from issues.analysis.timeline.data import Event, Lane, Promise, Silence, Timeline, Utterance
from issues.analysis.timeline.figure import draw
from issues.analysis.timeline.shapes import WIDE, Figure
from issues.analysis.versions import Block, compare
from issues.vocabulary import Phase, PledgeOutcome, Signal, StatementKind, Trend

TODAY = date(2026, 11, 24)
HERE = "#figures"
NORLAND, VESPERIA = Lane("XN", "Norland"), Lane("XV", "Vesperia")


@dataclass(frozen=True, slots=True)
class Group:
    """A group of filters, of a list or of a search."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    earlier: int
    later: int
    blocks: tuple[Block, ...] | None


def figures() -> dict[str, Any]:
    """What templates/style/_figures.html draws, by name."""
    earlier = "The first flight will leave on 30 June.\nTickets are on sale."
    later = "The first flight will leave in the autumn.\nTickets are on sale."
    return {
        "ribbons": [_ribbon(), ribbon((), today=TODAY)],
        "timeline": _timeline(),
        "page": {
            "asked": {"months": 12},
            "columns": month_columns(12, today=TODAY),
            "groups": [{"name": "Norland and Vesperia", "months": _matrix()}],
            "legend": [phase_badge(phase) for phase in Phase],
        },
        "groups": _groups(),
        "document": {"comparison": Comparison(1, 2, compare(earlier, later))},
        "citation": (
            "Karin Aldrenn, Deputy Foreign Minister, Norland: “You will see our experts at one table.”"
            " (26 June 2026). Norland Courier (archived 26 Jun 2026, 14:02 UTC; SHA-256 9f86d081…)."
        ),
        "files": [FormOffered(form.name, HERE) for form in FORMS.values()],
    }


def _standing() -> Standing:
    told = (
        ("", Phase.CONSULTING, date(2025, 3, 1), Trend.IMPROVED),
        ("", Phase.AGREED_PENDING, date(2026, 2, 10), Trend.IMPROVED),
        ("", Phase.STALLED, date(2026, 7, 20), Trend.DETERIORATED),
        ("XN", Phase.STALLED, date(2026, 5, 1), Trend.DETERIORATED),
        ("XV", Phase.CONSULTING, date(2026, 4, 1), Trend.UNCHANGED),
    )
    changes = (
        Change(number, 1, perspective or ASSESSED, phase, trend, day.isoformat(), day, day)
        for number, (perspective, phase, day, trend) in enumerate(told, start=1)
    )
    return standing(changes, today=TODAY)


def _ribbon() -> Ribbon:
    return ribbon(_standing().spells[ASSESSED], today=TODAY)


def _said(number: int, lane: Lane, signal: Signal, day: date, *, count: int = 1, **known: Any) -> Utterance:
    label = f"{day.isoformat()}, {lane.name}, {signal.label}"
    return Utterance(
        id=number,
        lane=lane.code,
        count=count,
        signal=signal,
        lower=day,
        upper=known.pop("upper", day),
        first=day,
        last=day + timedelta(days=count - 1),
        towards=count // 2,
        neither=count - count // 2 - count // 4,
        away=count // 4,
        label=label,
        address=HERE,
        **known,
    )


def _timeline() -> Figure:
    """A mark of every signal, a cluster, a span, a report, words edited out, a pledge of each kind."""
    start, signals = date(2025, 12, 1), list(Signal)
    said = [
        _said(n, (NORLAND, VESPERIA)[n % 2], signal, start + timedelta(days=9 + 18 * n))
        for n, signal in enumerate(signals)
    ]
    said += [
        _said(40, NORLAND, Signal.POSITION, date(2026, 10, 12), count=24),
        _said(41, VESPERIA, Signal.OFFER, date(2026, 10, 1), upper=date(2026, 10, 31)),
        _said(42, NORLAND, Signal.DEMAND, date(2026, 9, 20), kind=StatementKind.REPORTED_SPEECH),
        _said(43, NORLAND, Signal.REFUSAL, date(2026, 11, 8), fate="edited"),
    ]
    pledges = (
        ("met late", date(2025, 12, 20), date(2026, 2, 1), PledgeOutcome.MET_LATE, date(2026, 2, 20)),
        ("85 days overdue", date(2026, 6, 9), date(2026, 8, 31), PledgeOutcome.OVERDUE, None),
        ("due 31 Dec 2026", date(2026, 10, 20), date(2026, 12, 31), PledgeOutcome.OPEN, None),
    )
    timeline = Timeline(
        title="Direct flights",
        base=HERE,
        start=start,
        end=TODAY,
        today=TODAY,
        standing=_standing(),
        lanes=(NORLAND, VESPERIA),
        utterances=tuple(said),
        promises=tuple(
            Promise(first, due, outcome, decided, text, f"Pledge: {text}", HERE)
            for text, first, due, outcome, decided in pledges
        ),
        events=(Event(date(2026, 2, 9), date(2026, 2, 11), True, "agreement", "An agreement", HERE),),
        silences=(
            Silence("XV", date(2026, 10, 31), TODAY, "not mentioned since 31 Oct; usually every 9 days"),
        ),
    )
    return draw(timeline, WIDE)


def _matrix() -> list[MatrixRow]:
    phases = list(Phase)
    cells = tuple(
        Cell(f"{phase_badge(phase).css} said-{n % 4}", "↗↘→"[n % 3], f"{phase.label}", HERE)
        for n, phase in enumerate(phases)
    )
    nothing = tuple(Cell("said-0", "", "not assessed", "") for _ in range(12))
    return [
        MatrixRow("Direct flights", HERE, True, (*cells, *nothing)[:12]),
        MatrixRow("Visas", HERE, False, nothing),
    ]


def _groups() -> list[Group]:
    marks = [SIGNAL_MARKS[each] for each in (Signal.PROGRESS, Signal.POSITION, Signal.THREAT)]
    return [
        Group(
            "Party", (_choice("norland", "Norland", 12, is_current=True), _choice("vesperia", "Vesperia", 9))
        ),
        Group(
            "Signal", tuple(_choice(f"s{n}", mark.label, 5 - n, mark=mark) for n, mark in enumerate(marks))
        ),
    ]


def _choice(key: str, label: str, count: int, **known: Any) -> Choice:
    return Choice(f"sample-{key}", label, HERE, count, **({"is_current": False} | known))
