"""`python -m benchmarks.learning [CASES …]`: what an editor's reviews teach, on labelled documents."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.learning.curve import curves
from benchmarks.learning.replay import Replayed, replay
from benchmarks.learning.report import drawing, table
from benchmarks.reading.__main__ import OWN_CASES
from benchmarks.reading.cases import BadCases, read_cases
from benchmarks.reading.world import gazetteer_for
from benchmarks.results import HERE, record


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make bench-learning", description=__doc__)
    parser.add_argument(
        "cases", nargs="*", type=Path, default=[OWN_CASES], help="folders of labelled documents"
    )
    parser.add_argument(
        "--orders", type=int, default=12, metavar="N", help="orders of chance to take means over"
    )
    parser.add_argument(
        "--no-record", dest="record", action="store_false", help="leave benchmarks/results/ as it is"
    )
    options = parser.parse_args(arguments)
    documents: dict[str, list[Replayed]] = {}
    try:
        for folder in options.cases:
            documents |= replay(read_cases(folder), gazetteer_for(folder))
    except BadCases as error:
        sys.stderr.write(f"{error}\n")
        return 2
    reviews = [one for several in documents.values() for one in several]
    kept = sum(one.review.kept and one.review.proposed for one in reviews)
    by_hand = sum(not one.review.proposed for one in reviews)
    names = ", ".join(folder.resolve().name for folder in options.cases)
    print(
        f"{names}: {len(documents)} documents, {len(reviews)} reviews: {kept} accepted or corrected, "
        f"{len(reviews) - kept - by_hand} rejected, {by_hand} added by hand\n"
    )
    found = curves(documents, orders=options.orders)
    print(table(found))
    if options.record:
        points = {question.value: [asdict(one) for one in several] for question, several in found.items()}
        record("learning", {"cases": names, "documents": len(documents), "reviews": len(reviews), **points})
        (HERE / "learning.svg").write_text(drawing(found, f"What reviews teach: {names}"), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
