"""Counted circles for statements too close to tell apart. Pure geometry."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import cos, pi, sin

from django.utils.translation import gettext as _

from issues.analysis.timeline.data import Utterance
from issues.analysis.timeline.shapes import Arc, Cluster, number
from issues.analysis.windows import SHORTEST_DAYS
from issues.analysis.words import counted, days

CIRCLE = 11.0  # the radius
_R = number(CIRCLE)
PLAIN = "neither"  # the colour of the rim itself, so that no arc draws it
FEW_DAYS = 3  # over so many a window can show no more than a list does


def draw_cluster(items: Sequence[Utterance], *, x: float, y: float, lane_name: str, base: str) -> Cluster:
    """Draw the circle for these utterances; its rim shows how they point."""
    count = sum(item.statements for item in items)
    first, last = min(item.first for item in items), max(item.last for item in items)
    points = (
        (sum(item.towards for item in items), "towards", _("towards")),
        (sum(item.neither for item in items), "neither", _("neither way")),
        (sum(item.away for item in items), "away", _("away")),
    )
    parts = ", ".join(f"{n} {words}" for n, _css, words in points if n)
    arcs = _arcs([(n / count, css) for n, css, _words in points if n])
    is_list = (last - first).days < FEW_DAYS
    return Cluster(
        x=number(x),
        y=number(y),
        count=short_count(count),
        arcs=tuple(arc for arc in arcs if arc.css != PLAIN),
        is_list=is_list,
        address=f"{base}?{_query(items[0].lane, first, last) if is_list else window_query(first, last)}",
        label=f"{counted_statements(count)}, {lane_name}, {days(first, last)}: {parts}",
    )


def _arcs(shares: Sequence[tuple[float, str]]) -> Iterator[Arc]:
    """The rim, clockwise from the top, in the order towards, neither, away; one colour is a circle."""
    if len(shares) == 1:
        yield Arc(f"M0-{_R}a{_R} {_R} 0 1 1-.01 0z", shares[0][1])
        return
    turned = 0.0
    for share, css in shares:
        start, end = turned * 2 * pi, (turned + share) * 2 * pi
        yield Arc(f"M{_point(start)}A{_R} {_R} 0 {int(share > 0.5)} 1 {_point(end)}", css)
        turned += share


def _point(angle: float) -> str:
    """A place on the rim, as short as a path may have it: "0-11", "10.3 3.9"."""
    x, y = number(round(CIRCLE * sin(angle), 1) or 0.0), number(round(-CIRCLE * cos(angle), 1) or 0.0)
    return f"{x}{y}" if y.startswith("-") else f"{x} {y}"


def window_query(first: date, last: date) -> str:
    """The window that opens a stretch: its days with a little air, a week at the least."""
    air = max(round((last - first).days * 0.04), (SHORTEST_DAYS - (last - first).days) // 2, 1)
    start, end = first - timedelta(days=air), last + timedelta(days=air)
    return f"from={start.isoformat()}&to={end.isoformat()}"


def _query(lane: str, first: date, last: date) -> str:
    return f"from={first.isoformat()}&to={last.isoformat()}&party={lane or 'others'}#statements"


def counted_statements(count: int) -> str:
    return counted("%(count)s statement", "%(count)s statements", count)


def short_count(count: int) -> str:
    """Three characters at most: "7", "850", "2k"."""
    return str(count) if count < 1000 else f"{round(count / 1000)}k"
