"""The figures of a comparison: each issue's timeline, all with the same days from edge to edge."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from issues.analysis.compare.issues import Compared
from issues.analysis.issue_figure import description
from issues.analysis.marks import SIGNAL_MARKS, PhaseBadge, SignalMark, phase_badge
from issues.analysis.standing import Standing, standing, status_changes
from issues.analysis.timeline.axis import plot_end
from issues.analysis.timeline.data import OTHERS, SINGLY, Lane, Timeline
from issues.analysis.timeline.figure import draw
from issues.analysis.timeline.records import Records, records_of
from issues.analysis.timeline.shapes import CANVASES, Figure
from issues.analysis.windows import Window
from issues.analysis.words import day, since
from issues.vocabulary import Phase


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """One issue's part of the figure; `since` is "since 3 Nov 2025", "" where nothing is assessed."""

    id: str  # what the ids of its drawings begin with
    title: str
    relationship: str
    address: str
    badge: PhaseBadge
    since: str
    description: str
    drawings: tuple[Figure, ...]
    remove: str  # address without this issue


@dataclass(frozen=True, slots=True)
class Figures:
    parts: tuple[ComparedFigure, ...]
    signals: tuple[SignalMark, ...]
    phases: tuple[PhaseBadge, ...]


def standings(issues: Sequence[Compared], *, today: date) -> dict[int, Standing]:
    """Where each issue stands. One query."""
    changes = status_changes([issue.id for issue in issues])
    return {issue.id: standing(changes.get(issue.id, []), today=today) for issue in issues}


def figures(
    issues: Sequence[Compared],
    stands: dict[int, Standing],
    window: Window,
    removals: dict[str, str],
    *,
    today: date,
    is_as_of: bool = False,
) -> Figures:
    """Draw them for every kind of screen. One query."""
    found = records_of(
        {issue.id: issue.codes for issue in issues},
        bases={issue.id: issue.address for issue in issues},
        start=window.start,
        end=window.end,
        today=today,
    )
    today_words = _("as of %(day)s") % {"day": day(today)} if is_as_of else _("today")
    timelines = [
        replace(_timeline(issue, stands[issue.id], found[issue.id], window, today), today_words=today_words)
        for issue in issues
    ]
    until = max(map(plot_end, timelines))
    used = {item.signal for each in found.values() for item in each.utterances if item.count <= SINGLY}
    spells = [spell for each in stands.values() for held in each.spells.values() for spell in held]
    phases = {spell.change.phase for spell in spells}
    pairs = zip(issues, timelines, strict=True)
    return Figures(
        parts=tuple(
            _part(place, issue, timeline, until, removals[issue.slug])
            for place, (issue, timeline) in enumerate(pairs)
        ),
        signals=tuple(mark for name, mark in SIGNAL_MARKS.items() if name in used),
        phases=tuple(phase_badge(phase) for phase in Phase if phase.value in phases),
    )


def _timeline(issue: Compared, stands: Standing, found: Records, window: Window, today: date) -> Timeline:
    lanes = [Lane(code, name) for code, name in issue.parties]
    if any(item.lane == OTHERS for item in found.utterances):
        lanes.append(Lane(OTHERS, _("Others")))
    return Timeline(
        title=issue.title,
        base=issue.address,
        start=window.start,
        end=window.end,
        today=today,
        standing=stands,
        lanes=tuple(lanes),
        utterances=found.utterances,
        promises=found.promises,
        has_pledges=bool(found.promises),
    )


def _part(place: int, issue: Compared, timeline: Timeline, until: date, remove: str) -> ComparedFigure:
    change = timeline.standing.assessed
    drawings = tuple(draw(timeline, canvas, until=until) for canvas in CANVASES)
    return ComparedFigure(
        id=f"compared-{place}-",
        title=issue.title,
        relationship=issue.relationship,
        address=issue.address,
        badge=phase_badge(change.phase if change else Phase.NOT_ASSESSED),
        since=since(change.effective_on) if change else "",
        description=description(timeline),
        drawings=tuple(replace(drawing, ring=None) for drawing in drawings),
        remove=remove,
    )
