"""The table of what pages cost, and the same for the record."""

from collections.abc import Mapping

from benchmarks.pages.measuring import Compared

COLUMNS = ("", "p50", "p95", "p95 small", "×", "queries", "htmx", "kB", "× its SQL", "× empty")


def table(pages: Mapping[str, Compared]) -> str:
    """A row a page: milliseconds in the large archive, p95 in the small one, and how they compare."""
    rows = [
        (
            name,
            f"{one.large.p50 * 1000:.0f}",
            f"{one.large.p95 * 1000:.0f}",
            f"{one.small.p95 * 1000:.0f}",
            f"{one.growth:.2f}",
            f"{one.large.queries}",
            f"{one.large.fragment_queries or ''}",
            f"{one.large.size / 1000:.0f}",
            f"{one.to_sql:.1f}",
            f"{one.to_empty:.1f}",
        )
        for name, one in pages.items()
    ]
    return "\n".join(
        f"{name:38}" + "".join(f"{cell:>10}" for cell in cells) for name, *cells in (COLUMNS, *rows)
    )


def summary(pages: Mapping[str, Compared]) -> dict[str, object]:
    """The figures of `table`, for the record."""
    return {
        name: {
            "p50_ms": round(one.large.p50 * 1000, 1),
            "p95_ms": round(one.large.p95 * 1000, 1),
            "small_p50_ms": round(one.small.p50 * 1000, 1),
            "small_p95_ms": round(one.small.p95 * 1000, 1),
            "growth": round(one.growth, 2),
            "queries": one.large.queries,
            "fragment_queries": one.large.fragment_queries,
            "bytes": one.large.size,
            "to_sql": round(one.to_sql, 2),
            "to_empty": round(one.to_empty, 2),
        }
        for name, one in pages.items()
    }
