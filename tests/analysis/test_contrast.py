"""Colours of the style sheets, in light and dark: WCAG 2.2 AA (1.4.3 text, 1.4.11 marks)."""

import re
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings

from issues.vocabulary import Phase

TOKENS = (Path(settings.BASE_DIR) / "static" / "css" / "tokens.css").read_text()
_LIGHT, _DARK = TOKENS.split("@media (prefers-color-scheme: dark)")
_DARK = _DARK.split("@media print")[0]
PHASES = [phase.value.replace("_", "-") for phase in Phase]

TEXT = [
    *product(
        ("ink", "muted", "accent", "away", "conflict", "good", "towards", "neither"), ("paper", "raised")
    ),
    *((name, ground) for name in ("ink",) for ground in ("mark", "mark-strong", "added", "removed")),
    *((f"{phase}-ink", phase) for phase in PHASES),
    ("paper", "ink"),
    ("paper", "accent"),
]
MARKS = [*product(("towards", "neither", "away", "conflict", "line"), ("paper", "raised"))]


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))


LIGHT = colours(_LIGHT)
DARK = LIGHT | colours(_DARK)


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("colour", "ground"), TEXT)
def test_text_can_be_read(mode: str, colour: str, ground: str) -> None:
    held = LIGHT if mode == "light" else DARK
    assert contrast(held[colour], held[ground]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("colour", "ground"), MARKS)
def test_marks_stand_out(mode: str, colour: str, ground: str) -> None:
    held = LIGHT if mode == "light" else DARK
    assert contrast(held[colour], held[ground]) >= 3


def test_the_dark_mode_has_a_partner_for_every_phase() -> None:
    dark = colours(_DARK)
    assert all(phase in dark and f"{phase}-ink" in dark for phase in PHASES)


def test_the_measure_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
