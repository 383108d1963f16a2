"""Values to draw, and what to ask of a drawing."""

from datetime import date, timedelta
from itertools import count, pairwise

from hypothesis import strategies as st

from issues.analysis.standing import Change, Standing, standing
from issues.analysis.timeline.data import Lane, Promise, Timeline, Utterance
from issues.analysis.timeline.labels import text_width
from issues.analysis.timeline.shapes import Text
from issues.vocabulary import Phase, PledgeOutcome, Signal

TODAY = date(2026, 11, 24)
START = date(2023, 11, 24)
NUMBERS = count(1)


def utterance(
    day: date, *, lane: str = "XN", many: int = 1, until: date | None = None, signal: Signal = Signal.OFFER
) -> Utterance:
    number = next(NUMBERS)
    return Utterance(
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
