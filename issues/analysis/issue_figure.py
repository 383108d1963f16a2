"""The figure of an issue's page: its timeline drawn for every kind of screen, with its legend."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from issues.analysis.issue_head import IssueHead
from issues.analysis.issue_request import Request
from issues.analysis.marks import SIGNAL_MARKS, PhaseBadge, SignalMark, phase_badge
from issues.analysis.silence import silences
from issues.analysis.timeline.clusters import counted_statements
from issues.analysis.timeline.data import EDITED, GONE, SINGLY, Lane, Silence, Timeline
from issues.analysis.timeline.data import OTHERS as OTHER_VOICES
from issues.analysis.timeline.figure import draw
from issues.analysis.timeline.records import Records, records
from issues.analysis.timeline.shapes import CANVASES, Canvas, Figure
from issues.analysis.timeline.sharing import with_shared_labels
from issues.analysis.words import counted, day
from issues.vocabulary import Phase, StatementKind


@dataclass(frozen=True, slots=True)
class Key:
    """One look that marks may have besides their signal, for the legend."""

    css: str
    label: str


@dataclass(frozen=True, slots=True)
class TimelineFigure:
    title: str
    description: str
    drawings: tuple[Figure, ...]  # the same for wide, medium and narrow screens
    signals: tuple[SignalMark, ...]
    phases: tuple[PhaseBadge, ...]
    keys: tuple[Key, ...]
    notes: tuple[str, ...]
    is_empty: bool


def timeline_figure(
    request: Request, *, canvases: Sequence[Canvas] = CANVASES, base: str = "", is_as_of: bool = False
) -> TimelineFigure:
    """Draw the issue's timeline. One query; with who is silent today up to three.

    `base` is the address of the issue's page: "" on that page itself, whose links are then short.
    """
    head, window = request.head, request.window
    found = records(
        head.id,
        base=base,
        start=window.start,
        end=window.end,
        today=request.today,
        parties=head.codes,
        sought=request.mark,
    )
    timeline = _timeline(request, found, base=base, is_as_of=is_as_of)
    used = {item.signal for item in found.utterances if item.count <= SINGLY}
    phases = {
        spell.change.phase
        for spells in head.standing.spells.values()
        for spell in spells
        if spell.start <= window.end and (spell.end is None or spell.end > window.start)
    }
    return TimelineFigure(
        title=timeline.title,
        description=description(timeline),
        drawings=with_shared_labels([draw(timeline, canvas) for canvas in canvases]),
        signals=tuple(mark for name, mark in SIGNAL_MARKS.items() if name in used),
        phases=tuple(phase_badge(phase) for phase in Phase if phase.value in phases),
        keys=_keys(found),
        notes=_notes(head, found.undated_pledges),
        is_empty=not (found.utterances or phases or found.promises),
    )


def _timeline(request: Request, found: Records, *, base: str, is_as_of: bool) -> Timeline:
    head, window, today = request.head, request.window, request.today
    lanes = [Lane(code, name) for code, name in head.parties]
    if any(item.lane == OTHER_VOICES for item in found.utterances):
        lanes.append(Lane(OTHER_VOICES, _("Others")))
    return Timeline(
        title=head.title if window.is_undated else f"{head.title}: {window.label}",
        base=base,
        start=window.start,
        end=window.end,
        today=today,
        today_words=_("as of %(day)s") % {"day": day(today)} if is_as_of else _("today"),
        standing=head.standing,
        lanes=tuple(lanes),
        utterances=found.utterances,
        promises=found.promises,
        events=found.events,
        has_pledges=found.has_pledges,
        silences=_silences(request),
    )


def _silences(request: Request) -> tuple[Silence, ...]:
    """Who is silent today; what the window does not reach is not asked for."""
    if request.window.end < request.today:
        return ()
    found = silences([request.head.id], today=request.today).get(request.head.id, ())
    return tuple(Silence(each.party, each.since, request.today, each.text) for each in found)


def _keys(found: Records) -> tuple[Key, ...]:
    """What of the looks of marks besides their signals is to be seen."""
    alone = [item for item in found.utterances if item.count <= SINGLY]
    kinds = {item.kind for item in alone}
    fates = {item.fate for item in alone}
    keys = []
    if kinds - {StatementKind.DIRECT_QUOTE}:
        keys += [Key(kind.value, kind.label) for kind in StatementKind if kind.value in kinds]
    if EDITED in fates:
        keys.append(Key(EDITED, _("edited out of its page since")))
    if GONE in fates:
        keys.append(Key(GONE, _("its page is gone")))
    return tuple(keys)


def _notes(head: IssueHead, pledges_undated: int) -> tuple[str, ...]:
    notes = []
    if head.undated:
        notes.append(
            counted(
                "%(count)s statement without a date cannot be drawn.",
                "%(count)s statements without a date cannot be drawn.",
                head.undated,
            )
        )
    if pledges_undated:
        notes.append(
            counted(
                "%(count)s pledge without a date cannot be drawn.",
                "%(count)s pledges without a date cannot be drawn.",
                pledges_undated,
            )
        )
    return tuple(notes)


def description(timeline: Timeline) -> str:
    """The figure in a sentence or two, for whoever does not see it."""
    current = timeline.standing.assessed
    stands = _("Assessed: %(phase)s.") % {"phase": Phase(current.phase).label} if current else ""
    parts = [stands or _("Not assessed.")]
    for lane in timeline.lanes:
        count = sum(item.statements for item in timeline.utterances if item.lane == lane.code)
        parts.append(f"{lane.name}: {counted_statements(count)}.")
    if timeline.promises:
        parts.append(counted("%(count)s pledge.", "%(count)s pledges.", len(timeline.promises)))
    return " ".join(parts)
