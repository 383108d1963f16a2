"""The demonstration through the real pipeline: its site on loopback, polled, archived, read, reviewed."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from socketserver import ThreadingMixIn
from typing import ClassVar
from wsgiref.simple_server import WSGIServer, make_server

from django.db.models import Count, F, Q
from django.test import TestCase, override_settings
from django.utils import timezone

from issues.demo.articles import read_edition
from issues.demo.moments import Moments
from issues.demo.newsroom import open_newsroom
from issues.demo.review import is_everything_read, review_newsroom
from issues.demo.site import DemoSite
from issues.ingest.poll import claim_due_sources, poll_source
from issues.ingest.suggest import record_suggestions
from issues.ingest.visits import fetch_document
from issues.management.commands.demo_site import QuietHandler
from issues.models import Capture, Document, Issue, Link, PollRun, Source, Statement
from issues.vocabulary import DateOrigin, PollOutcome, ReviewState

TODAY = date(2026, 11, 24)
NOISE = {
    "courier/lantern-isles",
    "courier/embassy-of-ash",
    "courier/cup-tie",
    "dispatch/fulmar-advert",
    "dispatch/burglar-sentenced",
    "vestnik/parom",
}


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


@contextmanager
def demo_site() -> Iterator[str]:
    """Serve the demo site on a free port; yield its host and port."""
    server = make_server("127.0.0.1", 0, DemoSite(), server_class=Server, handler_class=QuietHandler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def run_pipeline() -> None:
    """Do what the tasks do, one after the other."""
    for source_id in claim_due_sources():
        poll_source(source_id=source_id)
    for document_id in Document.objects.filter(next_fetch_at__lte=timezone.now()).values_list(
        "pk", flat=True
    ):
        fetch_document(document_id=document_id)
    for capture_id in Capture.objects.filter(read_at=None).values_list("pk", flat=True):
        record_suggestions(capture_id=capture_id)


def at(path: str) -> Document:
    return Document.objects.get(address__contains=f"/{path}.")


class TestPipeline(TestCase):
    """One run of the pipeline over the whole press, looked at from many sides."""

    is_read: ClassVar[bool]

    @classmethod
    def setUpTestData(cls) -> None:
        with demo_site() as host, override_settings(FETCH_ALLOW=[host]):
            open_newsroom(site_url=f"http://{host}", today=TODAY)
            run_pipeline()
            # Two polls later every page is looked at again.
            Document.objects.update(
                found_at=F("found_at") - timedelta(minutes=20), next_fetch_at=timezone.now()
            )
            Source.objects.update(next_poll_at=timezone.now())
            run_pipeline()
            cls.is_read = is_everything_read()
        review_newsroom()

    def test_every_feed_answered_and_every_page_was_archived(self) -> None:
        outcomes = PollRun.objects.values_list("outcome", flat=True)
        assert set(outcomes) == {PollOutcome.OK, PollOutcome.NOT_MODIFIED}
        assert Document.objects.count() == len(read_edition(TODAY).articles)
        assert not Document.objects.exclude(fetch_error="").exists()
        assert self.is_read

    def test_documents_are_dated_as_published_and_say_from_where(self) -> None:
        for path, article in read_edition(TODAY).articles.items():
            document = at(path.removesuffix(".pdf"))
            assert document.published_on == article.published_at.date().isoformat(), path
        assert at("courier/cup-tie").published_on_origin == DateOrigin.FEED
        assert at("vestnik/parom").published_on_origin in {DateOrigin.METADATA, DateOrigin.TEXT}
        assert at("vestnik/parom").language == "ru"

    def test_pages_are_read_without_what_stands_round_them(self) -> None:
        for document in Document.objects.filter(address__endswith=".html"):
            capture = document.captures.order_by("number")[0]
            article = read_edition(TODAY).articles["/".join(document.address.split("/")[-2:])[:-5]]
            for paragraph in article.paragraphs:
                assert all(line in capture.text for line in paragraph.removeprefix("## ").splitlines())
            assert "Lantern Isles from 39 crowns" not in capture.text
            assert "Vacancies" not in capture.text

    def test_the_edited_page_has_two_captures_and_others_one(self) -> None:
        edited = Document.objects.annotate(versions=Count("captures")).filter(versions__gt=1)
        assert [document.address.rsplit("/", 1)[1] for document in edited] == ["aldrenn-autumn.html"]
        first, second = edited[0].captures.order_by("number")
        assert "engineers into the villa" in first.text
        assert "engineers into the villa" not in second.text
        moments = Moments(read_edition(TODAY))
        assert first.captured_at == moments.captured("courier/aldrenn-autumn")
        assert second.captured_at == moments.captured("courier/aldrenn-autumn", version=2)
        assert first.captured_at < second.captured_at

    def test_noise_became_no_statement(self) -> None:
        for path in NOISE:
            assert not Statement.objects.filter(appearances__capture__document=at(path)).exists(), path

    def test_the_reprint_added_appearances_not_statements(self) -> None:
        reprint = Statement.objects.filter(
            appearances__capture__document=at("dispatch/aldrenn-reprint"),
            official__slug="kaspar-aldrenn",
            kind="direct_quote",
        )
        assert reprint.exists()
        for statement in reprint:
            paths = {each.capture.document.source.slug for each in statement.appearances.all()}
            assert paths == {"demo-courier", "demo-dispatch"}, statement.quote

    def test_every_issue_has_statements_of_both_sides(self) -> None:
        for issue in Issue.objects.all():
            accepted = Link.objects.filter(issue=issue, state=ReviewState.ACCEPTED)
            sides = set(accepted.values_list("statement__party", flat=True))
            assert sides >= {"XN", "XV"}, issue
            assert accepted.count() >= 4, issue

    def test_every_issue_has_a_status(self) -> None:
        without = Issue.objects.annotate(
            assessed=Count("status_changes", filter=Q(status_changes__perspective=None))
        ).filter(assessed=0)
        assert not without.exists()

    def test_some_suggestions_wait_for_review(self) -> None:
        assert Link.objects.filter(state=ReviewState.SUGGESTED, withdrawn_at=None).exists()

    def test_no_question_became_a_statement(self) -> None:
        asked = [
            words.removeprefix("— ")
            for article in read_edition(TODAY).articles.values()
            for words in article.paragraphs
            if words.startswith(("— ", "Question:", "Q: ")) and words.endswith("?")
        ]
        assert len(asked) > 20
        for question in asked:
            assert not Statement.objects.filter(quote__contains=question).exists(), question
