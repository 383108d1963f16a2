"""The weights of the reader's judge, from the data file."""

from functools import cache
from pathlib import Path

from issues.reading.judge import Judge
from issues.reference.tables import HERE, rows

FILE = HERE / "judgement" / "weights.tsv"
_BASE, _THRESHOLD, _TEXT = "base", "threshold ", "text "


@cache
def judge() -> Judge:
    """Return the judge of judgement/weights.tsv; raises BadReferenceData."""
    return read_judge(FILE)


def read_judge(path: Path) -> Judge:
    """Read a file of names and weights; raises BadReferenceData that names file and line."""
    weights: dict[str, float] = {}
    for row in rows(path, ("evidence", "weight")):
        name = row.required("evidence")
        try:
            weight = float(row.required("weight"))
        except ValueError as error:
            raise row.bad(f"{row['weight']!r} is no number") from error
        if name in weights:
            raise row.bad(f"{name!r} is there twice")
        weights[name] = weight
    thresholds = {name.removeprefix(_THRESHOLD): weights.pop(name) for name in _named(weights, _THRESHOLD)}
    texts = {name.removeprefix(_TEXT): weights.pop(name) for name in _named(weights, _TEXT)}
    return Judge(weights, weights.pop(_BASE, 0.0), thresholds, texts)


def _named(weights: dict[str, float], prefix: str) -> list[str]:
    return [name for name in weights if name.startswith(prefix)]
