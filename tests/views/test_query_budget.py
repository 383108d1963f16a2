"""What pages may ask of the database: twelve queries, and plans that do not look through the archive."""

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from issues.models import Official, Relationship, Statement
from tests.factories import make_user
from tests.views.archive import fill
from tests.views.conftest import signed_in
from tests.views.pages import HTMX, page_of

pytestmark = pytest.mark.django_db

MOST = 12
STATEMENTS = 100_000
ISSUES = 200


@pytest.fixture(scope="module")
def archive(django_db_setup: None, django_db_blocker: Any) -> Iterator[Relationship]:
    """200 issues and 100,000 statements; taken back when the module is done."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield fill(issues=ISSUES, statements=STATEMENTS, today=timezone.localdate())
        transaction.set_rollback(True)


@pytest.fixture
def reader(archive: Relationship) -> Client:
    """An editor: session, user, groups and backlog are asked for as well."""
    return signed_in(make_user())


def asked(client: Client, address: str, **headers: str) -> tuple[str, list[str]]:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.get(address, headers=headers)
    assert response.status_code == 200
    return page_of(response), [query["sql"] for query in queries.captured_queries]


PAGES = {
    "home": "/",
    "everything": "/board/",
    "matrix": "/board/?view=matrix&months=36",
    "filtered board": "/board/?silent=1&phase=stalled&party=xn&sort=next&group=phase",
    "party": "/parties/xn/",
    "board": "/relationships/xn-xv/",
    "issue": "/issues/issue-7/",
    "issue, everything": "/issues/issue-7/?window=all",
    "issue, filtered": "/issues/issue-7/?window=all&party=XN&signal=offer",
    "deadlines": "/deadlines/",
    "deadlines, narrowed": "/deadlines/?outcome=all&relationship=xn-xv&party=XN&issue=issue-7",
    "deadlines, a month": f"/deadlines/?month={timezone.localdate():%Y-%m}&party=XN",
    "officials": "/officials/",
    "officials, by name": "/officials/?q=aldren&party=XN",
    "compare, one issue": "/compare/?issue=issue-7",
    "compare, six issues": "/compare/?window=all&" + "&".join(f"issue=issue-{n}" for n in range(6)),
    "changes": "/changes/",
    "changes of a pair": "/changes/?since=2026-01-01&relationship=xn-xv",
    "changes of an issue": "/changes/?since=2026-01-01&issue=issue-7",
    "positions of a party": "/issues/issue-7/positions/",
    "positions of a party, named": "/issues/issue-7/positions/?party=XV",
    "search": "/search/?q=words",
    "search, by relevance": "/search/?q=archive&sort=relevance&party=XN",
    "search, rare": "/search/?q=7777",
}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_page_asks_at_most_twelve_questions(reader: Client, address: str) -> None:
    page, queries = asked(reader, address)
    assert "</html>" in page
    assert len(queries) <= MOST, "\n".join(queries)


def test_so_do_pages_of_one_statement_document_and_official(reader: Client) -> None:
    statement = Statement.objects.order_by("-id")[0]
    capture = statement.appearances.get().capture
    official = Official.objects.get()
    for name, key in (
        ("statement", statement.pk),
        ("document", capture.document_id),
        ("official", official.slug),
    ):
        _, queries = asked(reader, reverse(name, args=(key,)))
        assert len(queries) <= MOST, "\n".join(queries)
    _, queries = asked(reader, f"/issues/issue-8/positions/?official={official.slug}")
    assert len(queries) <= MOST, "\n".join(queries)


@pytest.mark.parametrize(("target", "most"), [("statements", 8), ("view", 8), ("peek", 8)])
def test_a_part_of_a_page_asks_no_more(reader: Client, target: str, most: int) -> None:
    _, queries = asked(reader, "/issues/issue-7/?party=XN", **HTMX, **{"HX-Target": target})
    assert len(queries) <= most


def test_the_board_shows_all_two_hundred(reader: Client) -> None:
    page, _ = asked(reader, PAGES["board"])
    assert page.count('class="board__issue"') == ISSUES


@pytest.mark.parametrize(
    "name",
    [
        "home",
        "everything",
        "matrix",
        "board",
        "party",
        "issue",
        "issue, everything",
        "issue, filtered",
        "deadlines",
        "changes",
        "changes of an issue",
        "positions of a party",
        "positions of a party, named",
    ],
)
def test_no_question_looks_through_the_archive(reader: Client, name: str) -> None:
    """PostgreSQL reads no more statements or links than the page's own issues have."""
    _, queries = asked(reader, PAGES[name])
    selects = [sql for sql in queries if sql.lstrip().startswith(("SELECT", "WITH"))]
    for sql in selects:
        with connection.cursor() as cursor:
            cursor.execute("EXPLAIN (ANALYZE, FORMAT JSON) " + sql)
            plan = cursor.fetchone()[0]
        nodes = list(walk((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]))
        scanned = [node for node in nodes if node["Node Type"] == "Seq Scan" and is_archive(node)]
        assert not scanned, sql


def is_archive(node: dict[str, Any]) -> bool:
    return node["Relation Name"] in ("issues_statement", "issues_link", "issues_appearance")


def walk(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node.get("Plans", ()):
        yield from walk(child)


def test_pages_answer_in_reasonable_time(reader: Client) -> None:
    """A guard against the absurd, not a benchmark: the machine may be busy."""
    for address in (PAGES["board"], PAGES["issue, everything"]):
        asked(reader, address)
        started = time.perf_counter()
        asked(reader, address)
        assert time.perf_counter() - started < 3
