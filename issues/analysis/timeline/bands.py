"""Bands of phases and the brackets where claims conflict. Pure geometry."""

from collections.abc import Sequence
from datetime import date, timedelta

from issues.analysis.marks import phase_badge
from issues.analysis.standing import Spell
from issues.analysis.timeline.labels import Taken, fit_text, text_width
from issues.analysis.timeline.scale import Scale
from issues.analysis.timeline.shapes import Band, Canvas, Line, Text, number
from issues.analysis.words import days, edtf, plural

GAP = 1.0
PADDING = 8.0
TIGHT = 3.0  # where the whole word fits with less air
CONFLICT = "claims conflict"


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
        words, padding = band_words(badge.label, room, canvas.text)
        bands.append(
            Band(
                x=number(x),
                y=number(top),
                width=number(width),
                height=number(height),
                css=badge.css,
                texture=badge.texture,
                words=words,
                text_x=number(x + padding),
                text_y=number(top + height / 2 + canvas.text * 0.36),
                address=f"{base}?evidence={spell.change.id}#statements",
                label=_band_label(prefix, badge.label, spell),
            )
        )
    return bands


def band_words(label: str, room: float, size: float) -> tuple[str, float]:
    """What of a phase's name stands in a band, and how far from its edge: whole rather than airy."""
    if text_width(label, size, bold=True) <= room - 2 * TIGHT:
        return label, min(PADDING, (room - text_width(label, size, bold=True)) / 2)
    return fit_text(label, room - 2 * PADDING, size, bold=True), PADDING


def _band_label(prefix: str, phase: str, spell: Spell) -> str:
    change = spell.change
    when = f"since {edtf(change.effective_on)}" if spell.end is None else days(spell.start, spell.end)
    cited = f", on {plural(len(change.statements), 'statement')}" if change.statements else ""
    rationale = f". {change.rationale}" if change.rationale else ""
    return f"{prefix}: {phase}, {when}{cited}{rationale}"


def draw_conflicts(
    stretches: Sequence[tuple[date, date]], *, scale: Scale, canvas: Canvas, top: float
) -> tuple[list[Line], list[Text]]:
    """Bracket the stretches from below; the words stand under each where there is room."""
    lines: list[Line] = []
    texts: list[Text] = []
    taken = Taken()
    room = text_width(CONFLICT, canvas.small, bold=True)
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
            texts.append(Text(number(middle), number(y + canvas.small + 1), CONFLICT, "conflict", "middle"))
    return lines, texts
