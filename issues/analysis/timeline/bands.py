"""Bands of phases and the brackets where claims conflict. Pure geometry."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from issues.analysis.marks import phase_badge
from issues.analysis.standing import Spell
from issues.analysis.timeline.clusters import counted_statements
from issues.analysis.timeline.labels import Taken, text_width
from issues.analysis.timeline.scale import Scale
from issues.analysis.timeline.shapes import Band, Canvas, Line, Text, number
from issues.analysis.words import days, since

GAP = 1.0
PADDING = 8.0
TIGHT = 3.0  # where the whole word fits with less air
SMALL = 0.85  # of the size of letters, where the whole word fits in smaller ones


def draw_bands(
    spells: Sequence[Spell],
    *,
    scale: Scale,
    canvas: Canvas,
    top: float,
    height: float,
    until: date,
    base: str,
    prefix: str,
) -> list[Band]:
    """Draw spells from `top`, none past `until` (included); words stand in them where they fit."""
    bands = []
    for spell in spells:
        end = min(spell.end or until + timedelta(days=1), until + timedelta(days=1))
        if end <= scale.start or spell.start > until or spell.start > scale.end:
            continue
        x, right = scale.x(spell.start), scale.x(end)
        width = max(right - x - GAP, 1.5)
        badge = phase_badge(spell.change.phase)
        is_thick = height >= canvas.text + 6
        room = width if is_thick else 0.0
        words, padding, is_small = band_words(badge.label, room, canvas.text)
        bands.append(
            Band(
                x=number(x),
                y=number(top),
                width=number(width),
                height=number(height),
                css=badge.css,
                texture=badge.texture,
                words=words,
                words_css="small" if is_small else "",
                text_x=number(x + padding),
                text_y=number(top + height / 2 + canvas.text * 0.36),
                vague=_vague(spell, scale, top),
                address=f"{base}?evidence={spell.change.id}#statements",
                label=_band_label(prefix, badge.label, spell),
            )
        )
    return bands


def band_words(label: str, room: float, size: float) -> tuple[str, float, bool]:
    """What of a phase's name stands in a band, how far from its edge, and whether in smaller letters.

    Whole rather than airy, and rather small than cut; else what stands before a comma ("Agreed").
    """
    for words in dict.fromkeys((label, label.partition(",")[0])):
        for share in (1.0, SMALL):
            width = text_width(words, size * share, bold=True)
            if width <= room - 2 * TIGHT:
                return words, min(PADDING, (room - width) / 2), share < 1
    return "", PADDING, False


def _vague(spell: Spell, scale: Scale, top: float) -> str:
    """A bracket above the days on which an imprecise beginning may lie; "" where it is a day."""
    lower, upper = spell.change.lower, spell.change.upper
    if upper is None or upper <= lower or upper < scale.start or lower > scale.end:
        return ""
    low, high = scale.x(lower), scale.x(upper + timedelta(days=1))
    if high - low < 2 * TIGHT:
        return ""
    return f"M{number(low)} {number(top - 1)}v-3H{number(high)}v3"


def _band_label(prefix: str, phase: str, spell: Spell) -> str:
    change = spell.change
    parts = [f"{prefix}: {phase}", _spell_days(spell)]
    if change.statements:
        parts.append(counted_statements(len(change.statements)))
    return ", ".join(parts) + (f". {change.rationale}" if change.rationale else "")


def _spell_days(spell: Spell) -> str:
    if spell.end is None:
        return since(spell.change.effective_on)
    return days(spell.start, spell.end)


def draw_conflicts(
    stretches: Sequence[tuple[date, date]], *, scale: Scale, canvas: Canvas, top: float
) -> tuple[list[Line], list[Text]]:
    """Bracket the stretches from below; the words stand under each where there is room."""
    lines: list[Line] = []
    texts: list[Text] = []
    taken = Taken()
    words = _("claims conflict")
    room = text_width(words, canvas.small, bold=True)
    for start, end in reversed(stretches):
        x, right = scale.x(start), scale.x(end)
        if right - x < 1:
            continue
        y = top + 6
        lines += [
            Line(number(x), number(top), number(x), number(y), "conflict"),
            Line(number(x), number(y), number(right), number(y), "conflict"),
            Line(number(right), number(y), number(right), number(top), "conflict"),
        ]
        middle = min(max((x + right) / 2, canvas.left + room / 2), canvas.right - room / 2)
        if taken.claim(middle - room / 2, middle + room / 2):
            texts.append(Text(number(middle), number(y + canvas.small + 1), words, "conflict", "middle"))
    return lines, texts
