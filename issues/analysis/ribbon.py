"""The ribbon of a board's row: the last 24 months of an assessed status. Pure geometry."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from issues.analysis.marks import PhaseBadge, phase_badge
from issues.analysis.standing import Spell
from issues.analysis.words import days, since

MONTHS = 24
WIDTH = 232
HEIGHT = 14
GAP = 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """One phase of a ribbon. `x` and `width` are ready for SVG attributes, in its units."""

    x: str
    width: str
    badge: PhaseBadge
    title: str


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A ribbon and what it shows, in words, for whoever cannot see it."""

    pieces: tuple[Piece, ...]
    label: str


def first_day(today: date, months: int = MONTHS) -> date:
    """The day `months` whole months before `today`; the last of its month where there is none."""
    index = today.year * 12 + today.month - 1 - months
    year, month = divmod(index, 12)
    for day in (today.day, 30, 29, 28):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    raise AssertionError("every month has a 28th")


def ribbon(spells: Sequence[Spell], *, today: date) -> Ribbon:
    """Draw the spells of one perspective over the 24 months that end `today`."""
    start = first_day(today)
    scale = WIDTH / (today - start).days
    pieces = []
    for spell in spells:
        first, last = max(spell.start, start), min(spell.end or today, today)
        if first >= last:
            continue
        badge = phase_badge(spell.change.phase)
        x, end = (first - start).days * scale, (last - start).days * scale
        title = f"{badge.label}, {_when(spell, today)}"
        pieces.append(Piece(f"{x:.1f}", f"{max(end - x - GAP, 1):.1f}", badge, title))
    label = "; ".join(piece.title for piece in pieces) or _("not assessed")
    return Ribbon(tuple(pieces), _("Last 24 months: %(phases)s") % {"phases": label})


def _when(spell: Spell, today: date) -> str:
    if spell.end is None or spell.end > today:
        return since(spell.change.effective_on)
    return days(spell.start, spell.end)
