"""Statements on a party's lane: single marks, small groups one above the other, counted clusters.

Pure geometry. Marks never overlap: what would is moved up and down (three at most), or counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from issues.analysis.marks import SIGNAL_MARKS
from issues.analysis.timeline.data import Utterance
from issues.analysis.timeline.scale import Scale
from issues.analysis.timeline.shapes import Cluster, Mark, number
from issues.analysis.words import days, plural

MARK = 7.0  # half the width of a mark, with its air
CIRCLE = 11.0  # the radius of a cluster
REACH = 26.0  # the days under one circle, at the least
TOGETHER = 3  # so many stand one above the other
LEVELS = {1: (0.0,), 2: (-8.0, 8.0), 3: (-15.0, 0.0, 15.0)}


@dataclass(slots=True)
class Group:
    """Utterances that are too close to stand side by side. `edge` is where what is left of it ends."""

    edge: float
    items: list[tuple[float, Utterance]] = field(default_factory=list)

    @property
    def first(self) -> float:
        return self.items[0][0]

    @property
    def last(self) -> float:
        return self.items[-1][0]

    @property
    def count(self) -> int:
        return sum(item.count if item.count > TOGETHER else 1 for _, item in self.items)

    @property
    def is_cluster(self) -> bool:
        return self.count > TOGETHER

    @property
    def middle(self) -> float:
        """The centre of its circle, moved right where it would touch what is left of it."""
        return max((self.first + self.last) / 2, self.edge + CIRCLE + 1)

    @property
    def right(self) -> float:
        """Where its drawing ends."""
        return self.middle + CIRCLE + 1 if self.is_cluster else self.last + MARK

    def takes(self, x: float) -> bool:
        return x - MARK < self.right or (self.is_cluster and x - self.first <= REACH)


def group(utterances: Sequence[Utterance], scale: Scale) -> list[Group]:
    """Sort utterances into groups, left to right, none of which touches the next.

    A mark that would touch a circle is counted in it, so that nothing is moved further than a
    circle's width and a group reaches little further than REACH.
    """
    placed = sorted(((scale.middle(item.middle), item) for item in utterances), key=lambda pair: pair[0])
    groups: list[Group] = []
    for x, item in placed:
        if not groups or not groups[-1].takes(x):
            groups.append(Group(groups[-1].right if groups else float("-inf")))
        groups[-1].items.append((x, item))
    return groups


def draw_lane(
    utterances: Sequence[Utterance], *, scale: Scale, y: float, lane_name: str, base: str
) -> tuple[list[Mark], list[Cluster]]:
    """Draw one lane's utterances around the line at `y`."""
    marks: list[Mark] = []
    clusters: list[Cluster] = []
    for held in group(utterances, scale):
        if held.is_cluster:
            clusters.append(_cluster(held, held.middle, y, lane_name, base))
            continue
        for (x, item), level in zip(held.items, LEVELS[held.count], strict=True):
            marks.append(_mark(item, x, y + level, scale))
    return marks, clusters


def _mark(item: Utterance, x: float, y: float, scale: Scale) -> Mark:
    look = SIGNAL_MARKS[item.signal]
    span = ""
    if item.upper > item.lower:
        low, high = scale.x(item.lower), scale.middle(item.upper)
        if high - low > 2 * MARK:
            span = f"M{number(low)} {number(y - 4)}v8m0-4H{number(high)}m0-4v8"
    return Mark(number(x), number(y), look.shape, look.direction, span, item.address, item.label)


def _cluster(held: Group, x: float, y: float, lane_name: str, base: str) -> Cluster:
    items = [item for _, item in held.items]
    first, last = min(item.first for item in items), max(item.last for item in items)
    parts = [
        f"{count} {words}"
        for count, words in (
            (sum(item.towards for item in items), "towards a settlement"),
            (sum(item.neither for item in items), "neither way"),
            (sum(item.away for item in items), "away from it"),
        )
        if count
    ]
    label = f"{plural(held.count, 'statement')}, {lane_name}, {days(first, last)}: {', '.join(parts)}"
    return Cluster(
        x=number(x),
        y=number(y),
        radius=number(CIRCLE),
        count=short_count(held.count),
        address=f"{base}?{_query(items[0].lane, first, last)}#statements",
        label=label,
    )


def _query(lane: str, first: date, last: date) -> str:
    return f"from={first.isoformat()}&to={last.isoformat()}&party={lane or 'others'}"


def short_count(count: int) -> str:
    """Three characters at most: "7", "850", "2k"."""
    return str(count) if count < 1000 else f"{round(count / 1000)}k"
