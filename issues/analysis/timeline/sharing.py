"""Labels said once: what one drawing of a timeline says, the drawings for other screens refer to."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from issues.analysis.timeline.shapes import Band, Bracket, Cluster, Figure, Flag, Mark


def with_shared_labels(drawings: list[Figure]) -> tuple[Figure, ...]:
    """Labels are long, and the drawings are many: what the first says already, the others refer to."""
    first, *others = drawings
    recurring = {item.label for drawing in others for item in _labelled(drawing)}
    said = [label for label in dict.fromkeys(item.label for item in _labelled(first)) if label in recurring]
    ids = {label: f"said-{place}" for place, label in enumerate(said)}
    return _named(first, ids), *(_referring(drawing, ids) for drawing in others)


def _labelled(drawing: Figure) -> Iterator[Band | Mark | Cluster | Bracket | Flag]:
    return chain(drawing.bands, drawing.flags, drawing.marks, drawing.clusters, drawing.brackets)


def _named(drawing: Figure, ids: Mapping[str, str]) -> Figure:
    """Give what carries a label of `ids` its id: once, as ids are."""
    free = dict(ids)
    return _each(drawing, lambda item: replace(item, label_id=free.pop(item.label, "")))


def _referring(drawing: Figure, ids: Mapping[str, str]) -> Figure:
    return _each(
        drawing, lambda item: replace(item, label="", label_id=ids[item.label]) if item.label in ids else item
    )


def _each(drawing: Figure, change: Callable[[Any], Any]) -> Figure:
    return replace(
        drawing,
        bands=tuple(map(change, drawing.bands)),
        flags=tuple(map(change, drawing.flags)),
        marks=tuple(map(change, drawing.marks)),
        clusters=tuple(map(change, drawing.clusters)),
        brackets=tuple(map(change, drawing.brackets)),
    )
