"""Times of pages through Django's test client: middleware, view, queries and template, no web server."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from benchmarks.pages.addresses import FRAGMENTS, addresses
from benchmarks.pages.archives import Archive, use

EMPTY = "empty page"
READER = "benchmark-reader"
BLOCK = 5  # rounds in one archive before the other's turn


@dataclass(frozen=True, slots=True)
class Cost:
    """What one page costs in one archive: seconds, queries (of its fragment too), bytes of the answer."""

    p50: float
    p95: float
    sql: float
    empty: float
    queries: int
    fragment_queries: int
    size: int


@dataclass(frozen=True, slots=True)
class Compared:
    small: Cost
    large: Cost

    @property
    def growth(self) -> float:
        """How many times the small archive's p95 the large one's is."""
        return self.large.p95 / self.small.p95

    @property
    def to_sql(self) -> float:
        return self.large.p50 / self.large.sql

    @property
    def to_empty(self) -> float:
        return self.large.p50 / self.large.empty


@dataclass(slots=True)
class _Page:
    address: str
    queries: list[str]
    fragment_queries: int
    size: int
    seconds: list[float]
    sql: list[float]


def measure(small: Archive, large: Archive, *, rounds: int) -> dict[str, Compared]:
    """Measure all pages in both archives, in turns: what the machine does besides weighs on both alike."""
    from django.test.utils import override_settings

    from benchmarks import empty_page

    with override_settings(ROOT_URLCONF=empty_page.__name__, ALLOWED_HOSTS=["testserver"]):
        pages: dict[str, dict[str, _Page]] = {}
        for start in range(0, rounds, BLOCK):
            for archive in (small, large):
                use(archive)
                client = signed_in()
                held = pages.setdefault(archive.database, {}) or _look(client, pages[archive.database])
                for page in held.values():
                    _time(client, page, min(BLOCK, rounds - start))
    costs = [_costs(pages[archive.database]) for archive in (small, large)]
    return {name: Compared(costs[0][name], costs[1][name]) for name in costs[0]}


def signed_in() -> Any:
    """A client of an editor: session, user, groups and backlog are asked for as well."""
    from django.test import Client

    from issues.desk.accounts import ensure_account
    from issues.vocabulary import Role

    client = Client()
    client.force_login(ensure_account(username=READER, role=Role.EDITOR, password=READER))
    return client


def _look(client: Any, pages: dict[str, _Page]) -> dict[str, _Page]:
    """Ask each page once, twice where htmx asks for a part of it, and keep its queries."""
    from benchmarks import empty_page

    for name, address in {EMPTY: empty_page.ADDRESS, **addresses()}.items():
        client.get(address)
        size, queries = _queries(client, address)
        target = FRAGMENTS.get(name)
        part = _queries(client, address, {"HX-Request": "true", "HX-Target": target})[1] if target else []
        pages[name] = _Page(address, queries, len(part), size, [], [])
    return pages


def _queries(client: Any, address: str, headers: Mapping[str, str] | None = None) -> tuple[int, list[str]]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        response = client.get(address, headers=headers)
    assert response.status_code == 200, address
    return len(response.content), [query["sql"] for query in asked.captured_queries]


def _time(client: Any, page: _Page, rounds: int) -> None:
    client.get(page.address)  # the first after a change of archive connects anew
    for _ in range(rounds):
        page.seconds.append(_seconds(lambda: client.get(page.address)))
        page.sql.append(_seconds(lambda: _ask(page.queries)))


def _seconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def _ask(queries: list[str]) -> None:
    """Put the page's own questions again, with no model and no template."""
    from django.db import connection

    with connection.cursor() as cursor:
        for question in queries:
            cursor.execute(question)
            if cursor.description:
                cursor.fetchall()


def _costs(pages: dict[str, _Page]) -> dict[str, Cost]:
    empty = median(pages[EMPTY].seconds)
    return {
        name: Cost(
            median(page.seconds),
            sorted(page.seconds)[max(0, round(0.95 * len(page.seconds)) - 1)],
            median(page.sql),
            empty,
            len(page.queries),
            page.fragment_queries,
            page.size,
        )
        for name, page in pages.items()
        if name != EMPTY
    }
