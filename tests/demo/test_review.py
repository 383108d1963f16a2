"""The demo editor accepts what was read, enters statuses on evidence and leaves a rest for visitors."""

from datetime import date
from typing import ClassVar

import pytest
from django.core.management import call_command
from django.test import TestCase

from issues.demo.newsroom import open_newsroom
from issues.demo.review import Review, review_newsroom
from issues.demo.script import read_script
from issues.desk.review import reject_statement
from issues.desk.status import retract_status
from issues.models import Capture, Document, Issue, Link, Pledge, Statement, StatusChange, User
from issues.vocabulary import Phase, PledgeOutcome, Proposer, ReviewState
from tests.demo.press import SITE, read_press
from tests.factories import make_capture, make_document, make_link, make_statement, make_user

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


@pytest.fixture
def press() -> None:
    open_newsroom(site_url=SITE, today=TODAY)
    read_press(TODAY)


class TestReviewedPress(TestCase):
    """What holds after one review; it is made once for all of these."""

    review: ClassVar[Review]

    @classmethod
    def setUpTestData(cls) -> None:
        open_newsroom(site_url=SITE, today=TODAY)
        read_press(TODAY)
        cls.review = review_newsroom()

    def test_every_scripted_status_and_outcome_is_entered(self) -> None:
        review = self.review
        script = read_script(TODAY)
        assert review.is_complete
        assert review.statuses == len(script.statuses) == StatusChange.objects.count()
        assert review.outcomes == len(script.outcomes)
        editor = User.objects.get(username="demo-editor")
        assert set(StatusChange.objects.values_list("recorded_by", flat=True)) == {editor.pk}
        assert set(
            Statement.objects.filter(state=ReviewState.ACCEPTED).values_list("reviewed_by", flat=True)
        ) == {editor.pk}
        for issue in Issue.objects.all():
            assert issue.status_changes.filter(perspective=None).count() >= 2
            assert issue.status_changes.exclude(perspective=None).count() >= 2

    def test_the_last_assessed_phases_differ_from_issue_to_issue(self) -> None:
        last = {
            issue.category_id: issue.status_changes.filter(perspective=None, retracted_at=None)
            .order_by("-effective_on_lower")
            .values_list("phase", flat=True)[0]
            for issue in Issue.objects.all()
        }
        assert last == {
            "flights": Phase.STALLED,
            "diplomatic_property": Phase.CONTESTED,
            "visas": Phase.PARTIAL,
            "prisoner_exchange": Phase.CONSULTING,
            "arms_control": Phase.LAPSED,
        }

    def test_pledges_are_decided_by_their_bounds(self) -> None:
        decided = Pledge.objects.exclude(outcome=PledgeOutcome.OPEN)
        outcomes = list(decided.order_by("outcome").values_list("outcome", flat=True))
        assert outcomes == [*[PledgeOutcome.MET] * 4, PledgeOutcome.MET_LATE, PledgeOutcome.MISSED]
        assert not decided.filter(outcome_statement=None).exists()

    def test_the_editor_adds_by_hand_what_nobody_proposed(self) -> None:
        assert self.review.added >= 1
        added = Statement.objects.get(quote__contains="You will see our experts")
        assert added.official is not None
        assert (added.official.slug, added.proposed_by) == ("kaspar-aldrenn", Proposer.EDITOR)
        promised = Pledge.objects.get(statement=added)
        assert promised.due_on_upper is not None
        assert promised.due_on_upper < TODAY
        assert "before the end of the summer" in promised.due_on_words

    def test_a_status_is_taken_back_and_statements_are_read_otherwise(self) -> None:
        taken_back = StatusChange.objects.get(retracted_at__isnull=False)
        assert (taken_back.phase, taken_back.issue.category_id) == (Phase.RESOLVED, "diplomatic_property")
        assert "one side's word" in taken_back.retraction_reason
        corrected = Link.objects.filter(withdrawn_at__isnull=False, state=ReviewState.ACCEPTED)
        assert corrected.count() == len(read_script(TODAY).corrections)

    def test_some_suggestions_are_left_for_visitors(self) -> None:
        left = Link.objects.filter(state=ReviewState.SUGGESTED, withdrawn_at=None)
        assert left.count() == sum(bool(words.words) for words in read_script(TODAY).left)

    def test_reviewing_again_changes_nothing(self) -> None:
        again = review_newsroom()
        assert (again.accepted, again.added, again.statuses, again.outcomes) == (0, 0, 0, 0)


@pytest.mark.usefixtures("press")
def test_what_a_person_took_back_stays_back() -> None:
    visitor = make_user()
    suggestion = Statement.objects.get(quote__contains="Visas for official delegations")
    reject_statement(statement=suggestion, editor=visitor)
    review_newsroom()
    change = StatusChange.objects.get(phase=Phase.CONTESTED)
    retract_status(change=change, editor=visitor, reason="I read it otherwise.")
    assert review_newsroom().statuses == 0
    suggestion.refresh_from_db()
    assert suggestion.state == ReviewState.REJECTED


@pytest.mark.usefixtures("press")
def test_a_status_takes_what_there_is_of_its_evidence() -> None:
    missing = Statement.objects.get(quote__contains="Nothing moves")
    missing.links.all().delete()
    review_newsroom()
    claimed = StatusChange.objects.get(issue__category="flights", perspective="XN", phase=Phase.SUSPENDED)
    assert claimed.evidence.count() == 1


@pytest.mark.usefixtures("press")
def test_while_documents_are_unread_the_review_is_not_complete() -> None:
    document = make_document(source=Document.objects.all()[0].source)
    assert not review_newsroom().is_complete
    make_capture("Weather.", document=document, read_at="2026-11-24T10:00:00+00:00")
    assert review_newsroom().is_complete


@pytest.mark.usefixtures("press")
def test_what_the_reader_doubts_waits_for_a_person() -> None:
    capture = Capture.objects.filter(document__source__slug="demo-courier")[0]
    doubted = make_statement(
        capture.text.splitlines()[0], capture=capture, state=ReviewState.SUGGESTED, confidence=0.3
    )
    make_link(doubted, Issue.objects.all()[0], state=ReviewState.SUGGESTED, confidence=0.3)
    elsewhere = make_statement("We will fly.", state=ReviewState.SUGGESTED, issue=Issue.objects.all()[0])
    review_newsroom()
    for waiting in (doubted, elsewhere):
        waiting.refresh_from_db()
        assert waiting.state == ReviewState.SUGGESTED


def test_without_a_demonstration_there_is_nothing_to_review(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("demo", "--review")
    assert "Accepted 0 statements, entered 0 statuses, decided 0 pledges." in capsys.readouterr().out


def test_before_the_press_is_polled_the_review_is_not_complete(capsys: pytest.CaptureFixture[str]) -> None:
    open_newsroom(site_url=SITE, today=TODAY)
    assert not review_newsroom().is_complete
    call_command("demo", "--review")
    assert "review again" in capsys.readouterr().out
