"""The figures as people read them: tables, the confusion of signals, the worst misses."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence

from benchmarks.reading.cases import Label
from benchmarks.reading.figures import Figures, Judged
from benchmarks.reading.run import SIGNALS, Found, Run
from benchmarks.reading.tallies import Confusion, Share

WIDTH = 120
QUOTE_AT_MOST = 220
_COLUMNS = (
    "", "docs", "labels", "recall", "speaker", "date", "pair", "categ", "signal", "pledge", "relev",
    "alarms", "per label",
)  # fmt: skip
# What weighs most when it is wrong.
_WEIGHTS = {
    "speaker": 3, "party": 2, "relationship_lenient": 3, "date": 2, "date_left_open": 2,
    "category_lenient": 3, "signal_lenient": 2, "pledge_due_last_day": 2,
}  # fmt: skip
_MISSED = 6


def table(groups: Mapping[str, Figures]) -> str:
    """A row a group: shares of labelled statements found, and of those found with each aspect right."""
    rows = [_COLUMNS, *(_row(name, one) for name, one in groups.items())]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if number == 0 else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def _row(name: str, one: Figures) -> tuple[str, ...]:
    lenient = ("speaker", "date", "relationship_lenient", "category_lenient", "signal_lenient")
    alarms = f"{one.alarmed.part}/{one.alarmed.whole}" if one.alarmed.whole else "–"
    return (
        name,
        str(one.documents),
        str(one.recall.whole),
        share(one.recall.value),
        *(share(one.aspects[aspect].value) for aspect in lenient),
        share(one.pledges.f1),
        share(one.relevance.f1),
        alarms,
        f"{one.suggestions_per_label:.1f}" if one.suggestions_per_label is not None else "–",
    )


def share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def details(one: Figures, run: Run) -> str:
    """What the table leaves out, a line each."""
    on_labelled, dated = one.on_labelled, one.dated_pledges
    lines = {
        "statements found": f"{_of(one.recall)}; one to one {one.one_to_one.part}",
        "suggestions": f"{one.suggestions}; of the passages in labelled documents {_of(on_labelled)}"
        f" touch a labelled statement (labels are not exhaustive)",
        "verbatim at offsets": _of(one.verbatim),
        "false alarms": f"{one.false_alarms} suggestions in {one.alarmed.whole} irrelevant documents",
        "document relevance F1": share(one.relevance.f1),
        "document has an issue F1": share(one.issues.f1),
        "document categories F1": share(one.categories.f1),
        "pledges F1": f"{share(one.pledges.f1)}; {_of(dated)} with a due date are found with one",
        **{name.replace("_", " "): f"{share(it.value)} of {it.whole}" for name, it in one.aspects.items()},
        "speed": f"{run.documents_per_second:.1f} documents a second;"
        f" {run.standard_documents_per_second:.1f} of 8,000 characters",
    }
    width = max(map(len, lines))
    return "\n".join(f"{name.ljust(width)}  {words}" for name, words in lines.items())


def _of(share: Share) -> str:
    return f"{share.part} of {share.whole}"


def confusion_table(confusion: Confusion) -> str:
    """Labelled signals down, read signals across, of the statements found."""
    width = max(map(len, SIGNALS))
    head = " " * width + "".join(f"  {name:>10}" for name in SIGNALS)
    rows = (
        name.ljust(width) + "".join(f"  {confusion.of(name, read) or '·':>10}" for read in SIGNALS)
        for name in SIGNALS
    )
    return "\n".join((head, *rows))


def worst(judged: Iterable[Judged], at_most: int) -> list[Judged]:
    """Return what is furthest from its label, worst first: what was missed, then what is most wrong."""
    bad = [one for one in judged if _badness(one)]
    return sorted(bad, key=lambda one: -_badness(one))[:at_most]


def _badness(one: Judged) -> int:
    return _MISSED if one.answer is None else sum(_WEIGHTS.get(aspect, 0) for aspect in one.wrong)


def misses(judged: Sequence[Judged], *, false_alarms: Sequence[Found], at_most: int) -> str:
    """The worst misses with the labelled words, what was labelled and what was read; then false alarms."""
    parts = []
    for one in worst(judged, at_most):
        wrong = ", ".join(aspect.replace("_", " ") for aspect in one.wrong if aspect in _WEIGHTS) or "missed"
        parts += [
            f"[{one.label.doc}] {wrong}",
            _quote(one.label.quote),
            f"     label  {_labelled(one.label)}",
        ]
        if one.answer is not None:
            parts.append(f"     read   {_read(one.answer)}")
    for found in false_alarms[:at_most]:
        parts += [f"[{found.doc}] false alarm", _quote(found.quote), f"     read   {_read(found)}"]
    return "\n".join(parts)


def _quote(words: str) -> str:
    short = textwrap.shorten(words, QUOTE_AT_MOST, placeholder=" …")
    return textwrap.fill(short, WIDTH, initial_indent="     ", subsequent_indent="     ")


def _labelled(label: Label) -> str:
    speaker = label.speaker or f"({label.position})"
    return _facts(speaker, label.date, label.relationship, label.category, label.signal, label.pledge_due)


def _read(one: Found) -> str:
    facts = _facts(one.speaker, one.date, one.relationship, one.category, one.signal, one.pledge_due)
    return f"{facts} · confidence {one.confidence:.2f}"


def _facts(
    speaker: str | None,
    date: str | None,
    pair: tuple[str, ...],
    category: str | None,
    signal: str,
    due: str | None,
) -> str:
    facts = [
        speaker or "nobody named",
        date or "undated",
        "–".join(pair) or "no pair",
        category or "none",
        signal,
    ]
    return " · ".join([*facts, *([f"due {due}"] if due else [])])
