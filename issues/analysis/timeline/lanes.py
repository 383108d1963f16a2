"""Statements on a party's lane: single marks, small groups one above the other, counted clusters.

Pure geometry. Marks never overlap: what would is moved up and down (three at most), or counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from issues.analysis.marks import SIGNAL_MARKS
from issues.analysis.timeline.clusters import CIRCLE, draw_cluster
from issues.analysis.timeline.data import SINGLY, Utterance
from issues.analysis.timeline.scale import Scale
from issues.analysis.timeline.shapes import Cluster, Mark, number
from issues.vocabulary import StatementKind

MARK = 7.0  # half the width of a mark, with its air
REACH = 26.0  # the days under one circle, at the least
TOGETHER = SINGLY  # so many stand one above the other
LEVELS = {1: (0.0,), 2: (-9.0, 9.0), 3: (-18.0, 0.0, 18.0)}


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
        return sum(item.statements for _, item in self.items)

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


@dataclass(slots=True)
class LaneDrawn:
    """What stands on a lane; `ring` is the place of the statement that a reader asked for."""

    marks: list[Mark] = field(default_factory=list)
    clusters: list[Cluster] = field(default_factory=list)
    ring: tuple[str, str] | None = None


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
) -> LaneDrawn:
    """Draw one lane's utterances around the line at `y`."""
    drawn = LaneDrawn()
    for held in group(utterances, scale):
        if held.is_cluster:
            items = [item for _, item in held.items]
            cluster = draw_cluster(items, x=held.middle, y=y, lane_name=lane_name, base=base)
            drawn.clusters.append(cluster)
            if any(item.is_sought for item in items):
                drawn.ring = cluster.x, cluster.y
            continue
        for (x, item), level in zip(held.items, LEVELS[held.count], strict=True):
            mark = _mark(item, x, y + level, scale)
            drawn.marks.append(mark)
            if item.is_sought:
                drawn.ring = mark.x, mark.y
    return drawn


def _mark(item: Utterance, x: float, y: float, scale: Scale) -> Mark:
    span = ""
    if item.upper > item.lower:
        low, high = scale.x(item.lower), scale.middle(item.upper)
        if high - low > 2 * MARK:
            span = f"M{number(low)} {number(y - 4)}v8m0-4H{number(high)}m0-4v8"
    extras = ("seal",) if item.kind == StatementKind.OFFICIAL_TEXT else ()
    return Mark(
        id=item.id,
        x=number(x),
        y=number(y),
        signal=item.signal,
        css=f"{SIGNAL_MARKS[item.signal].direction} {item.kind}",
        extras=(*extras, item.fate) if item.fate else extras,
        span=span,
        address=item.address,
        label=item.label,
    )
