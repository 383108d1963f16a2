import pytest
from pytest_django import Settings

from benchmarks.pipeline import stages
from benchmarks.pipeline.site import article, numbers, routes, site
from benchmarks.pipeline.stages import Rates, summary, table
from issues.ingest.fetch import FEEDS, PAGES, fetch
from issues.models import Link, PollRun
from issues.reading.feeds import read_feed
from tracker.celery import app


def test_articles_differ_and_each_belongs_to_one_feed() -> None:
    assert article(1) != article(2)
    held = [number for feed in range(3) for number in numbers(feed, 4)]
    assert held == list(range(12))
    assert len(routes(3, 4)) == 3 + 12


def test_the_site_serves_feeds_and_their_articles(settings: Settings) -> None:
    with site(2, 3) as host:
        settings.FETCH_ALLOW = [host]
        address = f"http://{host}/feeds/1.xml"
        feed = read_feed(fetch(address, accept=FEEDS).body, base_url=address)
        assert [entry.url.rpartition("/")[2] for entry in feed.entries] == ["3", "4", "5"]
        assert fetch(feed.entries[0].url, accept=PAGES).body == article(3)


@pytest.mark.django_db(transaction=True)
def test_everything_goes_through_every_stage(settings: Settings) -> None:
    settings.FETCH_ALLOW = []
    rates = stages.measure(feeds=1, entries=2, rounds=1)
    assert all(value for value in summary(rates).values())
    assert PollRun.objects.filter(outcome="ok", entries_seen=2).count() == 4
    assert Link.objects.exists()
    assert not app.conf.task_always_eager


def test_the_table_names_what_share_of_the_bare_speed_is_kept() -> None:
    rates = Rates(polled=900, requested=500, captured=50, read=40, suggested=200, unrecorded=400, whole=20)
    assert "0.10 of the former" in table(rates)
    assert summary(rates)["whole"] == 20
