"""Every phase and signal has a look of its own, told by shape as well as by colour."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from issues.analysis.marks import PHASE_SHAPES, SIGNAL_SHAPES, TREND_ARROWS, phase_badge, signal_mark
from issues.vocabulary import Direction, Phase, Signal, Trend

CSS = Path(settings.BASE_DIR) / "static" / "css"


def test_every_term_has_a_shape_of_its_own() -> None:
    assert set(PHASE_SHAPES) == set(Phase)
    assert set(SIGNAL_SHAPES) == set(Signal)
    assert set(TREND_ARROWS) == set(Trend)
    assert len(set(PHASE_SHAPES.values())) == len(Phase)
    assert len(set(SIGNAL_SHAPES.values())) == len(Signal)


@pytest.mark.parametrize("shape", [*PHASE_SHAPES.values(), *SIGNAL_SHAPES.values()])
def test_shapes_stay_in_their_box(shape: str) -> None:
    absolute = [part for part in re.split(r"(?=[A-Za-z])", shape) if part[:1] in {"M", "H", "V", "L"}]
    numbers = [float(number) for part in absolute for number in re.findall(r"-?\d*\.?\d+", part)]
    assert all(-8 <= number <= 8 for number in numbers)


def test_halted_is_hatched_partly_dotted_contested_split_and_the_rest_solid() -> None:
    textures = {phase: phase_badge(phase).texture for phase in Phase}
    assert {phase for phase, texture in textures.items() if texture == "hatch"} == {
        Phase.STALLED,
        Phase.SUSPENDED,
    }
    assert textures[Phase.PARTIAL] == "dots"
    assert textures[Phase.CONTESTED] == "split"
    assert sum(1 for texture in textures.values() if texture) == 4


def test_style_sheets_colour_every_phase_and_direction() -> None:
    badges = (CSS / "badges.css").read_text()
    assert all(f".phase-{phase.value} " in badges for phase in Phase)
    assert all(f".{direction.value} " in badges for direction in Direction)


def test_a_signal_knows_its_direction() -> None:
    assert signal_mark(Signal.REFUSAL).direction == Direction.AWAY
    assert signal_mark(Signal.AGREEMENT).direction_label == "towards a settlement"
