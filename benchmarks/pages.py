"""What pages cost: their time beside that of their bare SQL and of an empty page, in archives of two sizes.

All through Django's test client as a signed-in editor: the middleware, the view, the queries and the
template, without a network or a web server.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.timing import in_turns

BOARD_ISSUES = 200
SMALL, LARGE = 1_000, 100_000  # statements
PER_ISSUE = LARGE // BOARD_ISSUES
EMPTY = "empty page"

BOARDS = {"board, 200 issues": "/relationships/xn-xv/", "board of everything": "/"}
ISSUES = {
    "issue": "/issues/issue-1/",
    "issue, ten years": "/issues/issue-1/?window=all",
    "issue, filtered": "/issues/issue-1/?window=all&party=XN&signal=offer",
    "deadlines": "/deadlines/",
    "official": "official",  # what has a number in its address is found in the archive
    "statement": "statement",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What one page costs in one archive: seconds (medians), queries, bytes of the answer."""

    page: float
    sql: float
    empty: float
    queries: int
    size: int

    @property
    def to_sql(self) -> float:
        return self.page / self.sql

    @property
    def to_empty(self) -> float:
        return self.page / self.empty


@dataclass(frozen=True, slots=True)
class Compared:
    """One page in the small and in the large archive.

    The small archive has as many issues for the boards, and as many statements an issue for the rest:
    what is on the page is the same, and only what is not on it grows.
    """

    small: Cost
    large: Cost

    @property
    def growth(self) -> float:
        """How many times dearer the page is in the large archive, each against its own empty page."""
        return self.large.to_empty / self.small.to_empty


def measure(*, rounds: int = 15) -> dict[str, Compared]:
    """Measure all pages; needs the empty database of `environment.scratch`."""
    small = costs(BOARDS, issues=BOARD_ISSUES, statements=SMALL, rounds=rounds)
    small |= costs(ISSUES, issues=SMALL // PER_ISSUE, statements=SMALL, rounds=rounds)
    large = costs(BOARDS | ISSUES, issues=BOARD_ISSUES, statements=LARGE, rounds=rounds)
    return {name: Compared(small[name], large[name]) for name in large}


def costs(addresses: Mapping[str, str], *, issues: int, statements: int, rounds: int) -> dict[str, Cost]:
    """Fill an archive, measure the pages in it and take it back."""
    from django.db import connection, transaction
    from django.test import Client
    from django.test.utils import CaptureQueriesContext, override_settings
    from django.utils import timezone

    from benchmarks import empty_page
    from tests.factories import make_user
    from tests.views.archive import fill

    with transaction.atomic(), override_settings(ROOT_URLCONF=empty_page.__name__):
        fill(issues=issues, statements=statements, today=timezone.localdate())
        client = Client()
        client.force_login(make_user())
        calls = {EMPTY: lambda: _get(client, empty_page.ADDRESS)}
        facts: dict[str, tuple[int, int]] = {}
        for name, address in addresses.items():
            found = _address(address)
            with CaptureQueriesContext(connection) as asked:
                size = _get(client, found)
            facts[name] = len(asked), size
            sql = [query["sql"] for query in asked.captured_queries]
            calls[name] = lambda found=found: _get(client, found)  # type: ignore[misc]  # bound to this one
            calls[f"{name} SQL"] = lambda sql=sql: _ask(sql)  # type: ignore[misc]
        seconds = in_turns(calls, rounds=rounds)
        transaction.set_rollback(True)
    return {
        name: Cost(seconds[name], seconds[f"{name} SQL"], seconds[EMPTY], *facts[name]) for name in addresses
    }


def _get(client: object, address: str) -> int:
    response = client.get(address)  # type: ignore[attr-defined]  # Django is not imported at the top
    assert response.status_code == 200, address
    return len(response.content)


def _ask(sql: list[str]) -> int:
    """Put the page's own questions again, with no model and no template."""
    from django.db import connection

    rows = 0
    with connection.cursor() as cursor:
        for question in sql:
            cursor.execute(question)
            rows += len(cursor.fetchall()) if cursor.description else 0
    return rows


def _address(place: str) -> str:
    from django.urls import reverse

    from issues.models import Official, Statement

    if place == "official":
        return reverse("official", args=(Official.objects.get().slug,))
    if place == "statement":
        return reverse("statement", args=(Statement.objects.order_by("-id")[0].pk,))
    return place


def table(pages: Mapping[str, Compared]) -> str:
    """A row a page: in the large archive, and how much dearer that is than in the small one."""
    columns = ("", "ms", "ms small", "queries", "kB", "× its SQL", "× empty", "large/small")
    rows = [
        (
            name,
            f"{one.large.page * 1000:.1f}",
            f"{one.small.page * 1000:.1f}",
            f"{one.large.queries}",
            f"{one.large.size / 1000:.0f}",
            f"{one.large.to_sql:.1f}",
            f"{one.large.to_empty:.1f}",
            f"{one.growth:.2f}",
        )
        for name, one in pages.items()
    ]
    return "\n".join(
        f"{name:20}" + "".join(f"{cell:>12}" for cell in cells) for name, *cells in (columns, *rows)
    )


def summary(pages: Mapping[str, Compared]) -> dict[str, object]:
    """The figures of `table`, for the record."""
    return {
        name: {
            "milliseconds": round(one.large.page * 1000, 1),
            "queries": one.large.queries,
            "bytes": one.large.size,
            "to_sql": round(one.large.to_sql, 2),
            "to_empty": round(one.large.to_empty, 2),
            "large_to_small": round(one.growth, 2),
        }
        for name, one in pages.items()
    }
