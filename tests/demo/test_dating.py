"""What was loaded within a minute is known since when it would have come in: pages as of days show it."""

from datetime import date, timedelta

import pytest
from django.test import Client

from issues.analysis.as_of import as_recorded_before, end_of
from issues.demo.articles import read_edition
from issues.demo.moments import Moments, path_of
from issues.demo.newsroom import open_newsroom
from issues.demo.review import review_newsroom
from issues.desk.review import reject_statement
from issues.generator.check import broken_rules
from issues.models import Capture, Issue, Link, Statement, StatusChange
from issues.vocabulary import Phase, ReviewState
from tests.demo.press import SITE, read_press
from tests.factories import make_user
from tests.views.pages import page_of

# With transactions of their own: all that is decided in one would have been decided at one moment.
pytestmark = pytest.mark.django_db(transaction=True)
TODAY = date(2026, 11, 24)
PAIR = "/relationships/norland-vesperia/"


def before(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def reader(transactional_db: None) -> Client:
    open_newsroom(site_url=SITE, today=TODAY)
    read_press(TODAY)
    review_newsroom()
    client = Client()
    client.force_login(make_user("reader"))
    return client


def phases_as_of(day: date) -> dict[str, str]:
    """The last assessed phase of each issue, as it was recorded by the end of a day."""
    with as_recorded_before(end_of(day)):
        return {
            issue.category_id: issue.status_changes.filter(perspective=None, retracted_at=None)
            .order_by("-effective_on_lower", "-pk")
            .values_list("phase", flat=True)[0]
            for issue in Issue.objects.filter(status_changes__isnull=False).distinct()
        }


def test_months_ago_the_newsroom_knew_what_had_been_said_by_then(reader: Client) -> None:
    assert broken_rules() == {}
    assert phases_as_of(before(550)) == {
        "flights": Phase.CONSULTING,
        "diplomatic_property": Phase.NO_CONTACT,
        "visas": Phase.SUSPENDED,
        "prisoner_exchange": Phase.OPERATING,
        "arms_control": Phase.PARTIAL,
    }
    board = page_of(reader.get(f"{PAIR}?as_of={before(550)}"))
    assert "Strait Missile Treaty" in board
    assert "contested" not in board.lower()
    assert phases_as_of(before(889)) == {}
    assert reader.get(f"{PAIR}?as_of={before(889)}").status_code == 200
    for capture in Capture.objects.select_related("document"):
        published = read_edition(TODAY).articles[path_of(capture.document.address)].published_at
        assert published < capture.document.found_at == capture.captured_at < published + timedelta(hours=3)
    for statement in Statement.objects.filter(state=ReviewState.ACCEPTED):
        assert statement.accepted_at is not None
        assert statement.recorded_at < statement.accepted_at + timedelta(seconds=1)
    assert not Link.objects.filter(recorded_at__date__gte=TODAY).exists()


def test_what_was_taken_back_stands_before_and_what_was_added_late_does_not(reader: Client) -> None:
    taken_back = StatusChange.objects.get(retracted_at__isnull=False)
    assert taken_back.retracted_at is not None
    assert taken_back.retracted_at.date() < before(180)
    assert phases_as_of(before(188))["diplomatic_property"] == Phase.RESOLVED
    assert phases_as_of(before(180))["diplomatic_property"] == Phase.CONTESTED
    asked = {"relationship": "norland-vesperia", "since": f"{before(195)}", "until": f"{before(180)}"}
    changes = page_of(reader.get("/changes/", asked))
    assert "1 status retracted" in changes
    assert "statuses set" in changes
    assert "new statements" in changes
    asked |= {"since": f"{before(8)}", "until": f"{before(1)}"}
    assert "corrected" in page_of(reader.get("/changes/", asked))

    # What was added late is not there before.
    address = f"{Issue.objects.get(category='flights').get_absolute_url()}?window=all"
    added = "You will see our experts"
    assert added in page_of(reader.get(address))
    assert added in page_of(reader.get(f"{address}&as_of={before(60)}"))
    then = page_of(reader.get(f"{address}&as_of={before(70)}"))
    assert "going on by correspondence" in then
    assert added not in then


def test_another_review_and_what_a_visitor_does_leave_the_past_alone(reader: Client) -> None:
    def held() -> list[object]:
        return [
            *Statement.objects.order_by("pk").values_list("recorded_at", "accepted_at"),
            *Link.objects.order_by("pk").values_list("recorded_at", "accepted_at", "withdrawn_at"),
            *StatusChange.objects.order_by("pk").values_list("recorded_at", "retracted_at"),
        ]

    then = held()
    left = Statement.objects.filter(state=ReviewState.SUGGESTED)[0]
    reject_statement(statement=left, editor=make_user("visitor"))
    review_newsroom()
    assert held() == then

    with as_recorded_before(end_of(before(1))):
        assert Statement.objects.get(pk=left.pk).state == ReviewState.SUGGESTED
    assert broken_rules() == {}


def test_articles_have_their_moments_on_every_day() -> None:
    for today in (TODAY, TODAY + timedelta(days=5)):
        edition = read_edition(today)
        moments = Moments(edition)
        for path, article in edition.articles.items():
            captured = moments.captured(path)
            assert captured is not None
            assert article.published_at < captured < moments.reviewed(path)
            assert moments.reviewed(path).date() < today
            assert moments.opened < captured
