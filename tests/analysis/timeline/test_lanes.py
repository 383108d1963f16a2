"""Marks on a lane never overlap, and none is lost."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.analysis.timeline.data import Utterance
from issues.analysis.timeline.lanes import CIRCLE, MARK, draw_lane, short_count
from issues.analysis.timeline.scale import Scale
from issues.analysis.timeline.shapes import NARROW, WIDE, Canvas, Cluster, Mark
from issues.vocabulary import Signal
from tests.analysis.timeline.drawing import START, TODAY, UTTERANCES, utterance

SHAPE = 6.5  # half of the widest shape


def draw(said: list[Utterance], canvas: Canvas = WIDE) -> tuple[list[Mark], list[Cluster]]:
    scale = Scale(START, TODAY, canvas.left, canvas.right)
    return draw_lane(said, scale=scale, y=100, lane_name="Norland", base="/issues/x/")


def boxes(marks: list[Mark], clusters: list[Cluster]) -> list[tuple[float, float, float]]:
    """Centre and half size of everything drawn."""
    drawn = [(float(mark.x), float(mark.y), SHAPE) for mark in marks]
    return drawn + [(float(circle.x), float(circle.y), CIRCLE) for circle in clusters]


@given(UTTERANCES, st.sampled_from([WIDE, NARROW]))
def test_nothing_overlaps(said: list[Utterance], canvas: Canvas) -> None:
    marks, clusters = draw(said, canvas)
    drawn = sorted(boxes(marks, clusters))
    for one, other in pairwise(drawn):
        is_beside = other[0] - one[0] >= one[2] + other[2] - 0.3
        is_above = abs(other[1] - one[1]) >= 2 * SHAPE
        assert is_beside or is_above


@given(UTTERANCES, st.sampled_from([WIDE, NARROW]))
def test_nothing_stands_far_from_its_days(said: list[Utterance], canvas: Canvas) -> None:
    scale = Scale(START, TODAY, canvas.left, canvas.right)
    true = {item.address: scale.middle(item.middle) for item in said}
    marks, clusters = draw(said, canvas)
    assert all(abs(float(mark.x) - true[mark.address]) <= 0.1 for mark in marks)
    for circle in clusters:
        assert min(abs(float(circle.x) - place) for place in true.values()) <= 2 * CIRCLE


@given(UTTERANCES, st.sampled_from([WIDE, NARROW]))
def test_every_statement_is_drawn_or_counted(said: list[Utterance], canvas: Canvas) -> None:
    marks, clusters = draw(said, canvas)
    counted = sum(int(re.sub(r"\D", "", circle.label.split(" ")[0])) for circle in clusters)
    assert len(marks) + counted == sum(item.count for item in said)


def test_a_statement_stands_on_its_day() -> None:
    scale = Scale(START, TODAY, WIDE.left, WIDE.right)
    day = date(2025, 3, 1)
    marks, clusters = draw([utterance(day, signal=Signal.REFUSAL)])
    assert not clusters
    assert float(marks[0].x) == pytest.approx(scale.middle(day), abs=0.1)
    assert (marks[0].y, marks[0].css, marks[0].span) == ("100", "away", "")


def test_an_imprecise_date_is_a_span_with_its_mark_in_the_middle() -> None:
    marks, _ = draw([utterance(date(2025, 1, 1), until=date(2025, 12, 31))])
    scale = Scale(START, TODAY, WIDE.left, WIDE.right)
    assert marks[0].span.startswith(f"M{scale.x(date(2025, 1, 1)):.1f} ")
    assert float(marks[0].x) == pytest.approx(scale.middle(date(2025, 7, 2)), abs=0.2)


def test_up_to_three_stand_one_above_the_other() -> None:
    day = date(2025, 3, 1)
    marks, clusters = draw([utterance(day), utterance(day), utterance(day)])
    assert not clusters
    assert len({mark.y for mark in marks}) == 3


def test_more_are_counted_and_the_circle_leads_to_just_these() -> None:
    day = date(2025, 3, 1)
    said = [utterance(day + timedelta(days=offset)) for offset in range(5)]
    marks, clusters = draw(said)
    assert not marks
    assert clusters[0].count == "5"
    assert clusters[0].address == "/issues/x/?from=2025-03-01&to=2025-03-05&party=XN#statements"
    assert clusters[0].label == "5 statements, Norland, 1 – 5 Mar 2025: 5 towards a settlement"


@pytest.mark.parametrize(("count", "said"), [(7, "7"), (850, "850"), (1499, "1k"), (12_000, "12k")])
def test_counts_are_short(count: int, said: str) -> None:
    assert short_count(count) == said


def test_the_room_of_a_mark_holds_its_shape() -> None:
    assert MARK >= SHAPE
