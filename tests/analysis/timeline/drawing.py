"""Values to draw, and what to ask of a drawing."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, count, pairwise

from hypothesis import strategies as st

from issues.analysis.standing import Change, Standing, standing
from issues.analysis.timeline.data import Event, Lane, Promise, Silence, Timeline, Utterance
from issues.analysis.timeline.labels import text_width
from issues.analysis.timeline.shapes import Canvas, Figure, Text
from issues.vocabulary import Phase, PledgeOutcome, Signal

TODAY = date(2026, 11, 24)
START = date(2023, 11, 24)
NUMBERS = count(1)


def utterance(
    day: date, *, lane: str = "XN", many: int = 1, until: date | None = None, signal: Signal = Signal.OFFER
) -> Utterance:
    number = next(NUMBERS)
    return Utterance(
        id=number,
        lane=lane,
        count=many,
        signal=signal,
        lower=day,
        upper=until or day,
        first=day,
        last=day,
        towards=many,
        neither=0,
        away=0,
        label=f"Statement {number}",
        address=f"/statements/{number}/",
    )


def promise(
    said: date | None, due: date, outcome: PledgeOutcome = PledgeOutcome.OPEN, text: str = "due · “soon”"
) -> Promise:
    return Promise(said, due, outcome.value, None, text, f"Pledge due {due}", "/statements/1/")


def history(*changes: tuple[str, Phase, str]) -> Standing:
    rows = [
        Change(next(NUMBERS), 1, who, phase.value, "unchanged", day, date.fromisoformat(day), None)
        for who, phase, day in changes
    ]
    return standing(rows, today=TODAY)


def timeline(
    *,
    start: date = START,
    end: date = TODAY,
    standing: Standing | None = None,
    utterances: tuple[Utterance, ...] = (),
    promises: tuple[Promise, ...] = (),
    events: tuple[Event, ...] = (),
    silences: tuple[Silence, ...] = (),
) -> Timeline:
    return Timeline(
        title="Direct flights",
        base="/issues/x/",
        start=start,
        end=end,
        today=TODAY,
        standing=standing or history(),
        lanes=(Lane("XN", "Norland"), Lane("XV", "Vesperia")),
        utterances=utterances,
        promises=promises,
        events=events,
        silences=silences,
    )


def reach(text: Text, size: float, *, bold: bool) -> tuple[float, float]:
    """Where a text begins and ends."""
    width, x = text_width(text.words, size, bold=bold), float(text.x)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[text.anchor]
    return left, left + width


def overlaps(stretches: list[tuple[float, float]], *, slack: float = 0.2) -> bool:
    """Whether any two of these stretches of one line overlap (by more than rounding)."""
    ordered = sorted(stretches)
    return any(after[0] < before[1] - slack for before, after in pairwise(ordered))


type Box = tuple[float, float, float, float]  # left, right, top, bottom


def boxes(drawn: Figure, canvas: Canvas) -> list[tuple[str, Box]]:
    """Every text of a figure with the room it takes; of circles their whole."""
    found = [_box(text, size, bold=bold) for text, size, bold in _texts(drawn, canvas) if text.words]
    for circle in drawn.clusters:
        x, y = float(circle.x), float(circle.y)
        found.append((circle.count, (x - 11, x + 11, y - 11, y + 11)))
    return found


def _texts(drawn: Figure, canvas: Canvas) -> Iterator[tuple[Text, float, bool]]:
    for text in drawn.ticks:
        yield text, canvas.small, text.css == "tick-year"
    for text in drawn.names:
        is_strong = text.css == "name"
        yield text, canvas.text if is_strong else canvas.small, is_strong
    for text in (*drawn.conflict_texts, *filter(None, [drawn.today_text])):
        yield text, canvas.small, True
    for band in drawn.bands:
        yield Text(band.text_x, band.text_y, band.words, ""), 11 if band.words_css else canvas.text, True
    for text in filter(None, (flag.text for flag in drawn.flags)):
        yield text, canvas.small, False
    for quiet in drawn.quiets:
        yield from ((text, canvas.small, False) for text in quiet.texts)
    for bracket in drawn.brackets:
        yield bracket.text, canvas.small, True


def _box(text: Text, size: float, *, bold: bool) -> tuple[str, Box]:
    left, right = reach(text, size, bold=bold)
    y = float(text.y)
    return text.words, (left, right, y - size * 0.75, y + size * 0.2)


def meeting(found: list[tuple[str, Box]], *, slack: float = 0.2) -> list[tuple[str, str]]:
    """Pairs of texts that share room."""
    return [
        (one[0], other[0])
        for one, other in combinations(found, 2)
        if min(one[1][1], other[1][1]) - max(one[1][0], other[1][0]) > slack
        and min(one[1][3], other[1][3]) - max(one[1][2], other[1][2]) > slack
    ]


DAYS = st.dates(START, TODAY)
UTTERANCES = st.lists(
    st.builds(
        lambda day, many, long: utterance(day, many=many, until=day + timedelta(days=long)),
        DAYS,
        st.sampled_from([1, 1, 1, 1, 4, 60, 1500]),
        st.sampled_from([0, 0, 0, 30, 365]),
    ),
    max_size=60,
)
PROMISES = st.lists(
    st.builds(
        promise,
        st.none() | DAYS,
        st.dates(START, TODAY + timedelta(days=400)),
        st.sampled_from(list(PledgeOutcome)),
        st.text(alphabet="abc mW·“”Ж", min_size=1, max_size=80),
    ),
    max_size=12,
)
EVENTS = st.lists(
    st.builds(
        lambda day, long, is_agreement: Event(
            day,
            day + timedelta(days=long),
            is_agreement,
            "agreement" if is_agreement else "talks",
            "Talks",
            "/",
        ),
        DAYS,
        st.sampled_from([0, 0, 2, 60]),
        st.sampled_from(["talks", "agreement"]),
    ),
    max_size=30,
).map(lambda events: tuple(sorted(events, key=lambda event: event.first)))
SILENCES = st.builds(
    lambda since: (
        Silence("XV", since, TODAY, "not mentioned by Vesperia since 28 Jun 2026; usually every 13 days"),
    ),
    DAYS,
) | st.just(())
STANDINGS = st.lists(
    st.tuples(
        st.sampled_from(["", "XN", "XV"]),
        st.sampled_from(list(Phase)[1:]),
        st.dates(date(2010, 1, 1), TODAY).map(date.isoformat),
    ),
    max_size=20,
).map(lambda changes: history(*changes))
