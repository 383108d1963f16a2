"""`python -m benchmarks.pages`: pages at 10,000 and 1,000,000 statements in one run, then fifty readers."""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.pages.archives import prepare, servers, use
from benchmarks.pages.measuring import measure
from benchmarks.pages.readers import throughput
from benchmarks.pages.report import summary, table
from benchmarks.results import record


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make bench-pages", description=__doc__)
    parser.add_argument("--small", type=int, default=10_000, metavar="N", help="statements")
    parser.add_argument("--large", type=int, default=1_000_000, metavar="N", help="statements")
    parser.add_argument("--largest", type=int, default=5_000, metavar="N", help="of one issue, in both")
    parser.add_argument("--rounds", type=int, default=40, metavar="N")
    parser.add_argument("--readers", type=int, default=50, metavar="N", help="at once; 0 for none")
    parser.add_argument("--seconds", type=int, default=30, metavar="N", help="that they read")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where archives stay for the next run")
    parser.add_argument("--no-record", dest="record", action="store_false")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="demarche-pages-") as scratch:
        folder: Path = options.keep or Path(scratch)
        with servers(folder) as environment:
            small, large = prepare(options.small, options.large, largest=options.largest)
            compared = measure(small, large, rounds=options.rounds)
            print(table(compared))
            row: dict[str, object] = {
                "statements": [options.small, options.large],
                "pages": summary(compared),
            }
            if options.readers:
                use(large)
                row["throughput"] = throughput(
                    environment,
                    large,
                    readers=options.readers,
                    seconds=options.seconds,
                    log=folder / "web.log",
                )
                print(f"\nAll of these pages, by many readers at once: {row['throughput']}")
    if options.record:
        record("archive_pages", row)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
