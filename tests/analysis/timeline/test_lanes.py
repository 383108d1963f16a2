"""Marks on a lane never overlap, and none is lost."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.analysis.timeline.clusters import CIRCLE, short_count
from issues.analysis.timeline.data import EDITED, Utterance
from issues.analysis.timeline.lanes import MARK, draw_lane
from issues.analysis.timeline.scale import Scale
from issues.analysis.timeline.shapes import NARROW, WIDE, Canvas, Cluster, Mark
from issues.vocabulary import Signal, StatementKind
from tests.analysis.timeline.drawing import START, TODAY, UTTERANCES, utterance

SHAPE = 6.5  # half of the widest shape


def draw(said: list[Utterance], canvas: Canvas = WIDE) -> tuple[list[Mark], list[Cluster]]:
    scale = Scale(START, TODAY, canvas.left, canvas.right)
    drawn = draw_lane(said, scale=scale, y=100, lane_name="Norland", base="/issues/x/")
    return drawn.marks, drawn.clusters


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
    assert (marks[0].y, marks[0].css, marks[0].span) == ("100", "away direct_quote", "")


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


def test_more_of_a_few_days_are_counted_and_the_circle_leads_to_their_list() -> None:
    day = date(2025, 3, 1)
    said = [utterance(day + timedelta(days=offset % 3)) for offset in range(5)]
    marks, clusters = draw(said)
    assert not marks
    assert (clusters[0].count, clusters[0].is_list) == ("5", True)
    assert clusters[0].address == "/issues/x/?from=2025-03-01&to=2025-03-03&party=XN#statements"
    assert clusters[0].label == "5 statements, Norland, 1 – 3 Mar 2025: 5 towards"


def test_more_of_many_days_are_counted_and_the_circle_opens_their_window() -> None:
    day = date(2025, 3, 1)
    _, clusters = draw([utterance(day + timedelta(days=offset)) for offset in range(0, 20, 4)])
    (circle,) = clusters
    assert (circle.count, circle.is_list) == ("5", False)
    assert circle.address == "/issues/x/?from=2025-02-28&to=2025-03-18"


def test_the_rim_of_a_circle_shows_how_its_statements_point() -> None:
    day = date(2025, 3, 1)
    signals = [Signal.OFFER, Signal.OFFER, Signal.REFUSAL, Signal.THREAT]
    away = [replace(utterance(day, signal=signal), towards=0, away=1) for signal in signals[2:]]
    _, (circle,) = draw([utterance(day), utterance(day), *away])
    assert [arc.css for arc in circle.arcs] == ["towards", "away"]
    assert circle.arcs[0].path == "M0-11A11 11 0 0 1 0 11"
    _, (plain,) = draw([utterance(day) for _ in range(4)])
    assert [arc.css for arc in plain.arcs] == ["towards"]


def test_a_mark_says_by_its_look_what_kind_of_text_it_is_and_if_it_left_its_page() -> None:
    day = date(2025, 3, 1)
    text = replace(utterance(day), kind=StatementKind.OFFICIAL_TEXT, fate=EDITED)
    (mark,), _ = draw([text])
    assert (mark.css, mark.extras) == ("towards official_text", ("seal", "edited"))
    (mark,), _ = draw([replace(utterance(day), kind=StatementKind.REPORTED_SPEECH)])
    assert (mark.css, mark.extras) == ("towards reported_speech", ())


def test_what_is_sought_has_a_ring_by_itself_or_in_a_circle() -> None:
    scale = Scale(START, TODAY, WIDE.left, WIDE.right)
    day = date(2025, 3, 1)
    sought = replace(utterance(day), is_sought=True)
    for said in ([sought], [*(utterance(day) for _ in range(5)), sought]):
        drawn = draw_lane(said, scale=scale, y=100, lane_name="Norland", base="/issues/x/")
        assert drawn.ring is not None
        assert float(drawn.ring[0]) == pytest.approx(scale.middle(day), abs=0.1)
    assert draw_lane([utterance(day)], scale=scale, y=1, lane_name="", base="").ring is None


@pytest.mark.parametrize(("count", "said"), [(7, "7"), (850, "850"), (1499, "1k"), (12_000, "12k")])
def test_counts_are_short(count: int, said: str) -> None:
    assert short_count(count) == said


def test_the_room_of_a_mark_holds_its_shape() -> None:
    assert MARK >= SHAPE
