"""`python -m benchmarks.reading [CASES]`: reads labelled documents and says how well."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.reading.cases import BadCases, Cases, read_cases
from benchmarks.reading.figures import Figures, figures, figures_by
from benchmarks.reading.report import confusion_table, details, misses, share, table
from benchmarks.reading.run import Run, run
from benchmarks.reading.world import gazetteer_for
from benchmarks.results import record

OWN_CASES = Path(__file__).resolve().parent.parent / "cases"


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    try:
        cases = _chosen(read_cases(options.cases), only=options.only, skip=options.skip)
        world = gazetteer_for(options.cases)
    except BadCases as error:
        sys.stderr.write(f"{error}\n")
        return 2
    result = run(cases, world, passes=options.passes)
    whole = figures(cases, result.found)
    by_language = figures_by("language", cases, result.found)
    by_genre = figures_by("genre", cases, result.found)
    print(f"{cases.name}: {len(cases.documents)} documents\n")
    print(table({"all": whole, **by_language, **by_genre}))
    print("pair, category and signal: what the labeller also accepts counts; pledge, relev: F1\n")
    print(details(whole, result))
    print(f"\nSignals, labelled (down) and read (across)\n{confusion_table(whole.signals)}")
    irrelevant = {document.name for document in cases.documents if document.relevant is False}
    alarms = [one for one in result.found if one.doc in irrelevant]
    print(f"\nWorst misses\n{misses(whole.judged, false_alarms=alarms, at_most=options.misses)}")
    if options.record:
        record("reading", _summary(cases, whole, result, by_language, by_genre))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-reading", description=__doc__)
    parser.add_argument(
        "cases", nargs="?", type=Path, default=OWN_CASES, help="a folder of labelled documents"
    )
    parser.add_argument("--only", type=_names, default=(), metavar="DOC,DOC", help="read these alone")
    parser.add_argument("--skip", type=_names, default=(), metavar="DOC,DOC", help="leave these out")
    parser.add_argument("--misses", type=int, default=10, metavar="N", help="show the N worst (10)")
    parser.add_argument(
        "--passes", type=int, default=3, metavar="N", help="read all N times for the speed (3)"
    )
    parser.add_argument(
        "--no-record", dest="record", action="store_false", help="leave benchmarks/results/ as it is"
    )
    return parser.parse_args(arguments)


def _names(value: str) -> tuple[str, ...]:
    return tuple(filter(None, value.split(",")))


def _chosen(cases: Cases, *, only: tuple[str, ...], skip: tuple[str, ...]) -> Cases:
    chosen = cases.among(
        document
        for document in cases.documents
        if document.name not in skip and (not only or document.name in only)
    )
    if not chosen.documents:
        raise BadCases("No document is left to read: look at --only and --skip.")
    return chosen


def _summary(
    cases: Cases, whole: Figures, result: Run, by_language: dict[str, Figures], by_genre: dict[str, Figures]
) -> dict[str, object]:
    return {
        "cases": cases.name,
        **_flat(whole),
        "documents_per_second": round(result.documents_per_second, 1),
        "standard_documents_per_second": round(result.standard_documents_per_second, 1),
        "by_language": {name: _flat(one) for name, one in by_language.items()},
        "by_genre": {name: _flat(one) for name, one in by_genre.items()},
    }


def _flat(one: Figures) -> dict[str, object]:
    shares = {
        "recall": one.recall.value,
        **{aspect: each.value for aspect, each in one.aspects.items()},
        "pledges_f1": one.pledges.f1,
        "dated_pledges": one.dated_pledges.value,
        "relevance_f1": one.relevance.f1,
        "categories_f1": one.categories.f1,
        "alarmed": one.alarmed.value,
        "verbatim": one.verbatim.value,
        "suggestions_per_label": one.suggestions_per_label,
    }
    known = {name: float(share(value)) for name, value in shares.items() if value is not None}
    return {"documents": one.documents, "labels": one.recall.whole, "suggestions": one.suggestions, **known}


if __name__ == "__main__":
    raise SystemExit(main())
