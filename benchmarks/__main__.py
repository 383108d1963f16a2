"""`python -m tests.servers -m benchmarks [reading] [learning] [pipeline] [pages]`: measures these, or all."""

import argparse

from benchmarks.environment import scratch
from benchmarks.learning.__main__ import main as measure_learning
from benchmarks.pages.__main__ import main as measure_pages
from benchmarks.pipeline import stages
from benchmarks.reading.__main__ import main as measure_reading
from benchmarks.results import record

PARTS = ("reading", "learning", "pipeline", "pages")


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all if none is named"
    )
    parser.add_argument("--rounds", type=int, default=0, metavar="N", help="measure N times and take medians")
    parser.add_argument(
        "--no-record", dest="record", action="store_false", help="leave benchmarks/results/ as it is"
    )
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    for part in options.parts or PARTS:
        print(f"\n== {part}\n")
        if part != "pipeline":
            measure = {"reading": measure_reading, "learning": measure_learning, "pages": measure_pages}[part]
            measure([] if options.record else ["--no-record"])
            continue
        with scratch():
            printed, row = _pipeline(options.rounds)
        print(printed)
        if options.record:
            record(part, row)
    return 0


def _pipeline(rounds: int) -> tuple[str, dict[str, object]]:
    rates = stages.measure(rounds=rounds or 3)
    return stages.table(rates), dict(stages.summary(rates))


if __name__ == "__main__":
    raise SystemExit(main())
