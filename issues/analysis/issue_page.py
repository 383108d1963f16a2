"""An issue's page: its timeline, and its statements with their filters, as ready values."""

from dataclasses import dataclass, replace
from datetime import date

from issues.analysis.facets import Facets, facets
from issues.analysis.filters import OTHERS, Filters, toggled, write_address
from issues.analysis.issue_head import IssueHead
from issues.analysis.marks import SIGNAL_MARKS, PhaseBadge, SignalMark, phase_badge
from issues.analysis.statement_list import statement_page
from issues.analysis.statement_rows import StatementRow
from issues.analysis.timeline.data import OTHERS as OTHER_VOICES
from issues.analysis.timeline.data import Lane, Timeline
from issues.analysis.timeline.figure import draw
from issues.analysis.timeline.records import pledges, utterances
from issues.analysis.timeline.shapes import MEDIUM, NARROW, WIDE, Figure
from issues.analysis.windows import ALL, PRESETS, UNDATED, Window, read_window
from issues.analysis.words import plural
from issues.vocabulary import Phase, Signal


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: what choosing it (or letting it go) leads to."""

    id: str
    label: str
    address: str
    count: int | None
    is_current: bool
    mark: SignalMark | None = None


@dataclass(frozen=True, slots=True)
class FilterGroup:
    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class StatementList:
    """The statements below a timeline. `heading` is also what a screen reader is told after a change."""

    heading: str
    rows: tuple[StatementRow, ...]
    groups: tuple[FilterGroup, ...]
    older: str  # address of the next page, "" on the last
    newest: str  # address of the first page, "" on it
    clear: str  # address without filters, "" where nothing filters
    window: Window
    kept: tuple[tuple[str, str], ...]  # name and value of what the period form keeps


@dataclass(frozen=True, slots=True)
class TimelineFigure:
    title: str
    description: str
    drawings: tuple[Figure, ...]  # the same for wide, medium and narrow screens
    signals: tuple[SignalMark, ...]
    phases: tuple[PhaseBadge, ...]
    notes: tuple[str, ...]
    is_empty: bool


@dataclass(frozen=True, slots=True)
class Request:
    """What an address asks of an issue's page."""

    head: IssueHead
    window: Window
    filters: Filters
    default: str  # the name of the window without any parameter
    today: date

    def address(self, *, window: Window | None = None, filters: Filters | None = None) -> str:
        window, filters = window or self.window, self.filters if filters is None else filters
        is_default = window.name == self.default
        return write_address(self.head.address, window, filters, default_window=is_default)


def read_request(head: IssueHead, params: dict[str, str], *, today: date) -> Request:
    """Read window and filters of an address."""
    window = read_window(params, first=head.first_day, today=today)
    default = read_window({}, first=head.first_day, today=today).name
    return Request(head, window, Filters.read(params), default, today)


def presets(request: Request) -> tuple[Choice, ...]:
    """The windows one may choose."""
    labels = {**{name: label for name, (label, _) in PRESETS.items()}, ALL: "All"}
    chosen = request.filters.evidence is None
    filters = replace(request.filters, before=None, evidence=None)
    return tuple(
        Choice(
            id=f"window-{name}",
            label=label,
            address=request.address(window=replace(request.window, name=name), filters=filters),
            count=None,
            is_current=chosen and name == request.window.name,
        )
        for name, label in labels.items()
    )


def statement_list(request: Request) -> StatementList:
    """The page of statements that an address asks for, and its filters. Two queries."""
    head, window, filters = request.head, request.window, request.filters
    counts = facets(head.id, window, filters, parties=head.codes)
    page = statement_page(head.id, window, filters, parties=head.codes, today=request.today)
    first = replace(filters, before=None)
    return StatementList(
        heading=_heading(request, counts.total),
        rows=page.rows,
        groups=_groups(request, counts),
        older=request.address(filters=replace(filters, before=page.next)) + "#statements"
        if page.next
        else "",
        newest=request.address(filters=first) + "#statements" if filters.before else "",
        clear=request.address(filters=Filters()) + "#statements" if filters.is_any else "",
        window=window,
        kept=tuple(
            (name, value) for name in ("party", "signal", "official") if (value := getattr(filters, name))
        ),
    )


def _heading(request: Request, total: int) -> str:
    counted = plural(total, "statement") if total else "No statements"
    return (
        f"{counted} as evidence"
        if request.filters.evidence is not None
        else f"{counted}, {request.window.label}"
    )


def _groups(request: Request, counts: Facets) -> tuple[FilterGroup, ...]:
    filters = request.filters

    def choice(name: str, value: str, label: str, count: int, mark: SignalMark | None = None) -> Choice:
        address = request.address(filters=toggled(filters, name, value)) + "#statements"
        return Choice(f"{name}-{value}", label, address, count, getattr(filters, name) == value, mark)

    parties = [choice("party", each.value, each.label, each.count) for each in counts.parties]
    if filters.party == OTHERS:
        parties.append(choice("party", OTHERS, "Others", counts.total))
    signals = [
        choice("signal", each.value, Signal(each.value).label, each.count, SIGNAL_MARKS[each.value])
        for each in counts.signals
    ]
    officials = [choice("official", each.value, each.label, each.count) for each in counts.officials]
    groups = (("Party", parties), ("Signal", signals), ("Official", officials))
    return tuple(FilterGroup(name, tuple(choices)) for name, choices in groups if choices)


def timeline_figure(request: Request) -> TimelineFigure:
    """Draw the issue's timeline for wide, medium and narrow screens. Two queries."""
    head, window, today = request.head, request.window, request.today
    said = utterances(head.id, start=window.start, end=window.end, parties=head.codes)
    promised = pledges(head.id, start=window.start, end=window.end, today=today)
    lanes = [Lane(code, name) for code, name in head.parties]
    if any(item.lane == OTHER_VOICES for item in said):
        lanes.append(Lane(OTHER_VOICES, "Others"))
    timeline = Timeline(
        title=f"{head.title}: {window.label}" if not window.is_undated else head.title,
        base=head.address,
        start=window.start,
        end=window.end,
        today=today,
        standing=head.standing,
        lanes=tuple(lanes),
        utterances=said,
        promises=promised.drawn,
    )
    used = {item.signal for item in said if item.count <= 3}
    phases = {spell.change.phase for spells in head.standing.spells.values() for spell in spells}
    return TimelineFigure(
        title=timeline.title,
        description=_description(timeline),
        drawings=tuple(draw(timeline, canvas) for canvas in (WIDE, MEDIUM, NARROW)),
        signals=tuple(mark for name, mark in SIGNAL_MARKS.items() if name in used),
        phases=tuple(phase_badge(phase) for phase in Phase if phase.value in phases),
        notes=_notes(head, promised.undated),
        is_empty=not said and not phases and not promised.drawn,
    )


def _notes(head: IssueHead, pledges_undated: int) -> tuple[str, ...]:
    notes = []
    if head.undated:
        notes.append(f"{plural(head.undated, 'statement')} without a date cannot be drawn.")
    if pledges_undated:
        notes.append(f"{plural(pledges_undated, 'pledge')} without a date cannot be drawn.")
    return tuple(notes)


def _description(timeline: Timeline) -> str:
    """The figure in a sentence or two, for whoever does not see it."""
    current = timeline.standing.assessed
    parts = [f"Assessed today: {Phase(current.phase).label}." if current else "Not assessed."]
    for lane in timeline.lanes:
        said = [item for item in timeline.utterances if item.lane == lane.code]
        count = sum(item.count if item.count > 3 else 1 for item in said)
        parts.append(f"{lane.name}: {plural(count, 'statement')}.")
    if timeline.promises:
        parts.append(f"{plural(len(timeline.promises), 'pledge')}.")
    return " ".join(parts)


def undated_address(request: Request) -> str:
    """Where the statements without a date are listed; "" where there are none."""
    if not request.head.undated:
        return ""
    return request.address(window=replace(request.window, name=UNDATED), filters=Filters()) + "#statements"
