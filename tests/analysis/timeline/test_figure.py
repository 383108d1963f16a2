"""The whole figure: rows one below the other, labels apart, nothing outside."""

import re
from collections import defaultdict
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.analysis.timeline.data import Promise, Utterance
from issues.analysis.timeline.figure import draw, plot_end
from issues.analysis.timeline.shapes import MEDIUM, NARROW, WIDE, Canvas
from issues.vocabulary import Phase, PledgeOutcome
from tests.analysis.timeline.drawing import (
    PROMISES,
    START,
    TODAY,
    UTTERANCES,
    history,
    overlaps,
    promise,
    reach,
    timeline,
    utterance,
)

CANVASES = st.sampled_from([WIDE, MEDIUM, NARROW])
WINDOWS = st.sampled_from([30, 92, 365, 1096, 4000, 9000])


@given(WINDOWS, UTTERANCES, PROMISES, CANVASES)
def test_labels_of_one_line_never_overlap(
    days: int, said: list[Utterance], promised: list[Promise], canvas: Canvas
) -> None:
    drawn = draw(
        timeline(start=TODAY - timedelta(days=days), utterances=tuple(said), promises=tuple(promised)),
        canvas,
    )
    ticks = [reach(text, canvas.small, bold=text.css == "tick-year") for text in drawn.ticks]
    assert not overlaps(ticks)
    rows = defaultdict(list)
    for bracket in drawn.brackets:
        if bracket.text.words:
            rows[bracket.text.y].append(reach(bracket.text, canvas.small, bold=True))
    assert not any(overlaps(stretches) for stretches in rows.values())


@given(UTTERANCES, PROMISES, CANVASES)
def test_nothing_is_drawn_outside(said: list[Utterance], promised: list[Promise], canvas: Canvas) -> None:
    drawn = draw(timeline(utterances=tuple(said), promises=tuple(promised)), canvas)
    width, height = float(drawn.width), float(drawn.height)
    places = [(float(mark.x), float(mark.y)) for mark in drawn.marks]
    places += [(float(circle.x), float(circle.y)) for circle in drawn.clusters]
    places += [(float(text.x), float(text.y)) for text in (*drawn.ticks, *drawn.names)]
    assert all(0 <= x <= width and 0 <= y <= height for x, y in places)
    for bracket in drawn.brackets:
        low, high = reach(bracket.text, canvas.small, bold=True)
        assert low >= -0.2
        assert high <= width + 0.2


def test_bands_follow_one_another_and_say_their_phase_where_it_fits() -> None:
    stands = history(
        ("", Phase.SUSPENDED, "2023-01-01"),
        ("", Phase.CONSULTING, "2026-11-10"),
        ("XN", Phase.STALLED, "2024-01-01"),
    )
    drawn = draw(timeline(standing=stands), WIDE)
    assessed, thin = drawn.bands[:2], drawn.bands[2]
    assert [band.words for band in assessed] == ["Suspended", ""]
    assert assessed[0].texture == "hatch"
    assert float(assessed[0].x) == WIDE.left
    assert float(assessed[0].x) + float(assessed[0].width) <= float(assessed[1].x)
    assert thin.words == ""
    assert float(thin.y) > float(assessed[0].y)
    assert assessed[1].label == "Assessed: Consulting, since 10 Nov 2026"
    assert re.fullmatch(r"/issues/x/\?evidence=\d+#statements", thin.address)


def test_bands_end_today_though_the_plot_runs_on() -> None:
    stands = history(("", Phase.STALLED, "2024-01-01"))
    ahead = promise(TODAY, TODAY + timedelta(days=200))
    drawn = draw(timeline(standing=stands, promises=(ahead,)), WIDE)
    assert drawn.today is not None
    end = float(drawn.bands[0].x) + float(drawn.bands[0].width)
    assert end == pytest.approx(float(drawn.today.x1), abs=2)
    assert end < WIDE.right - 50


def test_conflicting_claims_are_bracketed() -> None:
    stands = history(("XN", Phase.STALLED, "2024-01-01"), ("XV", Phase.CONSULTING, "2025-06-01"))
    drawn = draw(timeline(standing=stands), WIDE)
    assert [text.words for text in drawn.conflict_texts] == ["claims conflict"]
    assert len(drawn.conflicts) == 3
    quiet = history(("XN", Phase.STALLED, "2024-01-01"), ("XV", Phase.STALLED, "2025-06-01"))
    assert not draw(timeline(standing=quiet), WIDE).conflicts


def test_a_party_that_claims_nothing_has_no_band_of_claims() -> None:
    drawn = draw(timeline(standing=history(("XV", Phase.STALLED, "2024-01-01"))), WIDE)
    names = [text.words for text in drawn.names]
    assert "Vesperia claims" in names
    assert "Norland claims" not in names


def test_an_overdue_pledge_runs_on_dashed_to_today() -> None:
    late = promise(date(2026, 6, 26), date(2026, 8, 31), PledgeOutcome.OVERDUE)
    drawn = draw(timeline(promises=(late,)), WIDE)
    assert drawn.today is not None
    assert drawn.brackets[0].run_on.endswith(f"H{drawn.today.x1}")
    assert drawn.brackets[0].css == "away"
    kept = promise(date(2026, 6, 26), date(2026, 8, 31), PledgeOutcome.MET)
    assert draw(timeline(promises=(kept,)), WIDE).brackets[0].run_on == ""


def test_pledges_that_find_no_row_are_counted() -> None:
    many = tuple(promise(date(2026, 1, 1), date(2026, 3, 1), text="x" * 60) for _ in range(9))
    drawn = draw(timeline(promises=many), WIDE)
    assert len(drawn.brackets) == 6
    assert "and 3 more: see Deadlines" in [text.words for text in drawn.names]


def test_the_plot_runs_on_for_what_falls_due_but_not_for_decades() -> None:
    near, far = TODAY + timedelta(days=90), TODAY + timedelta(days=9000)
    drawn = timeline(promises=(promise(None, near), promise(None, far)))
    assert plot_end(drawn) == near + timedelta(days=1)
    assert TODAY < plot_end(timeline()) < TODAY + timedelta(days=40)


def test_a_window_that_ends_in_the_past_has_no_today() -> None:
    drawn = draw(timeline(start=START, end=date(2025, 1, 1)), WIDE)
    assert drawn.today is None


def test_the_figure_is_small_whatever_was_said() -> None:
    said = tuple(
        utterance(START + timedelta(days=day), lane=lane) for day in range(1096) for lane in ("XN", "XV")
    )
    drawn = draw(timeline(utterances=said), WIDE)
    assert len(drawn.marks) + len(drawn.clusters) < 200


def test_a_label_that_fits_on_neither_side_stands_below() -> None:
    long = promise(date(2025, 6, 1), date(2026, 3, 1), text="85 days overdue · “before this summer is out”")
    bracket = draw(timeline(promises=(long,)), NARROW).brackets[0]
    assert bracket.text.words == long.text
    line = float(bracket.path.split(" ")[1].split("v")[0])
    assert float(bracket.text.y) > line + 20
