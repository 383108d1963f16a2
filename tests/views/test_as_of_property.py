"""A page as of a day is the same, byte for byte, whatever is written afterwards."""

import re
from datetime import datetime, timedelta
from random import Random

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from issues.models import Document, Issue, Official, Relationship, Statement
from tests.factories import make_user
from tests.views.conftest import signed_in
from tests.views.moves import MOVES, World, make
from tests.views.pages import HTMX

pytestmark = pytest.mark.django_db(transaction=True)

# What differs from one answer to the next by design: a token against forged requests.
_TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value="|"X-CSRFToken": ")[^"]*')
# Long enough that every page has something of everything on it.
BEGINNING = (
    *("open_issue", "hire", "hire", "appoint", "publish", "add_late", "add_late", "add_late", "suggest"),
    *("suggest", "accept", "assess", "pledge", "add_late", "edit_page", "correct", "reprint", "assess"),
)
MOST = 8  # of a kind are read


@pytest.fixture
def world(transactional_db: None) -> World:
    made = World(make_user("anna"), Random(7))  # a seed, for a world that can be had again
    for move in BEGINNING:
        make(move, made)
    return made


@pytest.fixture
def moment(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The day asked for ends at the last of these moments: nobody waits for midnight in a test."""
    moments: list[datetime] = []
    monkeypatch.setattr("issues.views.as_of.end_of", lambda _day: moments[-1])
    return moments


def database_time() -> datetime:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        now: datetime = cursor.fetchone()[0]
    return now


def addresses() -> list[tuple[str, str]]:
    """Every page of what there is now, and the part of it that htmx may ask for."""
    found = ["/", "/board/", "/board/?view=matrix", "/deadlines/", "/deadlines/?outcome=all", "/parties/xn/"]
    found += ["/officials/", "/search/?q=talks", "/search/?q=flights&of=documents"]
    found += ["/search/", "/search/?party=XN&sort=relevance&q=will", "/search/?q=villa&after="]
    found += [each.get_absolute_url() for each in Relationship.objects.all()]
    for issue in Issue.objects.all()[:2]:
        address = issue.get_absolute_url()
        found += [address, f"{address}?window=all", f"{address}?window=all&party=XN", f"{address}status/"]
        found += [
            reverse(name, args=(issue.slug,)) for name in ("timeline_svg", "statements_csv", "citation")
        ]
        found += [f"/compare/?issue={issue.slug}"]
    found += [each.get_absolute_url() for each in Official.objects.all()[:MOST]]
    found += [each.get_absolute_url() for each in Statement.objects.order_by("pk")[:MOST]]
    for document in Document.objects.order_by("pk")[:MOST]:
        address = document.get_absolute_url()
        found += [address, f"{address}?version=1", f"{address}?compare=2"]
    parts = [(reverse("issue", args=(each.slug,)), "statements") for each in Issue.objects.all()[:2]]
    return [(address, "") for address in found] + parts + [("/search/?q=talks", "found")]


def read(client: Client, asked: list[tuple[str, str]]) -> dict[tuple[str, str], tuple[int, bytes]]:
    day = (timezone.localdate() - timedelta(days=1)).isoformat()
    pages = {}
    for address, target in asked:
        joint = "&" if "?" in address else "?"
        headers = {**HTMX, "HX-Target": target} if target else {}
        response = client.get(f"{address}{joint}as_of={day}", headers=headers)
        pages[address, target] = response.status_code, _TOKEN.sub(b"", response.content)
    return pages


@given(
    before=st.lists(st.sampled_from(sorted(MOVES)), max_size=5),
    after=st.lists(st.sampled_from(sorted(MOVES)), min_size=4, max_size=14),
    seed=st.integers(0, 2**32),
)
@settings(
    max_examples=4,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],  # the archive goes on: an example cannot be had again, smaller
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_later_writes_change_no_page_as_of_a_day(
    world: World, moment: list[datetime], before: list[str], after: list[str], seed: int
) -> None:
    client = signed_in(world.editor)
    world.chance.seed(seed)
    for move in before:
        make(move, world)
    moment.append(database_time())
    asked = addresses()
    then = read(client, asked)
    made = [move for move in after if make(move, world)]
    now = read(client, asked)
    for asking, page in then.items():
        assert now[asking] == page, f"{asking} after {made}"


def test_no_kind_of_write_does(world: World, moment: list[datetime]) -> None:
    """Each kind at least once, so that none is left out by chance."""
    client = signed_in(world.editor)
    moment.append(database_time())
    asked = addresses()
    then = read(client, asked)
    assert {status for status, _ in then.values()} <= {200, 404}  # 404: what awaits review
    for move in MOVES:
        made = sum(make(move, world) for _ in range(4))
        assert made, f"{move} never happened"
    assert read(client, asked) == then
