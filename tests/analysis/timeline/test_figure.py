"""The whole figure: rows one below the other, labels apart, nothing outside."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.analysis.standing import Change, Standing, standing
from issues.analysis.timeline.axis import plot_end
from issues.analysis.timeline.data import Event, Promise, Silence, Utterance
from issues.analysis.timeline.figure import draw
from issues.analysis.timeline.scale import Scale
from issues.analysis.timeline.shapes import MEDIUM, NARROW, WIDE, Canvas, number
from issues.vocabulary import Phase, PledgeOutcome
from tests.analysis.timeline.drawing import (
    EVENTS,
    PROMISES,
    SILENCES,
    STANDINGS,
    START,
    TODAY,
    UTTERANCES,
    boxes,
    history,
    meeting,
    promise,
    reach,
    timeline,
    utterance,
)

CANVASES = st.sampled_from([WIDE, MEDIUM, NARROW])
WINDOWS = st.sampled_from([6, 20, 30, 60, 92, 365, 1096, 4000, 9000])


@given(WINDOWS, UTTERANCES, PROMISES, EVENTS, SILENCES, STANDINGS, CANVASES)
def test_no_text_ever_overlaps_another(
    days: int,
    said: list[Utterance],
    promised: list[Promise],
    events: tuple[Event, ...],
    silences: tuple[Silence, ...],
    stands: Standing,
    canvas: Canvas,
) -> None:
    start = TODAY - timedelta(days=days)
    drawn = draw(
        timeline(
            start=start,
            standing=stands,
            utterances=tuple(item for item in said if item.lower >= start),
            promises=tuple(promised),
            events=tuple(event for event in events if event.first >= start),
            silences=silences,
        ),
        canvas,
    )
    assert not meeting(boxes(drawn, canvas))


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


def test_an_event_has_a_word_where_there_is_room_and_a_line_through_the_lanes() -> None:
    day = date(2025, 3, 10)
    talks = Event(day, day, False, "talks", "Talks, as both sides say: 10 Mar 2025", "/issues/x/")
    drawn = draw(timeline(events=(talks,)), WIDE)
    (flag,) = drawn.flags
    assert flag.text is not None
    assert flag.text.words == "talks"
    assert len(drawn.ties) == 1
    assert "Events" in [text.words for text in drawn.names]
    many = tuple(
        replace(talks, first=day + timedelta(days=7 * n), last=day + timedelta(days=7 * n)) for n in range(40)
    )
    assert not draw(timeline(events=many), WIDE).ties


def test_a_silence_is_dotted_up_to_today_and_has_its_sentence_whole() -> None:
    sentence = "not mentioned by Vesperia since 28 Jun 2026; usually every 13 days"
    quiet = Silence("XV", date(2026, 6, 28), TODAY, sentence)
    (wide,) = draw(timeline(silences=(quiet,)), WIDE).quiets
    assert [text.words for text in wide.texts] == [sentence]
    assert wide.path.count("M") > 5
    (narrow,) = draw(timeline(silences=(quiet,)), NARROW).quiets
    assert [text.words for text in narrow.texts] == sentence.replace("; ", ";|").split("|")


def test_as_of_another_day_the_line_says_so() -> None:
    drawn = draw(replace(timeline(), today_words="as of 1 Mar 2026"), WIDE)
    assert drawn.today_text is not None
    assert drawn.today_text.words == "as of 1 Mar 2026"


def test_an_imprecise_beginning_of_a_phase_is_bracketed() -> None:
    vague = Change(1, 1, "", Phase.STALLED.value, "unchanged", "2025", date(2025, 1, 1), date(2025, 12, 31))
    (band,) = draw(timeline(standing=standing([vague], today=TODAY)), WIDE).bands
    scale = Scale(START, plot_end(timeline()), WIDE.left, WIDE.right)
    assert band.vague == f"M{number(scale.x(date(2025, 1, 1)))} 23v-3H{number(scale.x(date(2026, 1, 1)))}v3"
    assert draw(timeline(standing=history(("", Phase.STALLED, "2025-01-01"))), WIDE).bands[0].vague == ""


def test_a_brush_finds_the_days_of_the_plot() -> None:
    plot = draw(timeline(), WIDE).plot
    assert (plot.start, plot.end) == (START.isoformat(), plot_end(timeline()).isoformat())
    assert (float(plot.left), float(plot.right)) == (WIDE.left, WIDE.right)
