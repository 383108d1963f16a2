"""Training as a stage: claimed once, held to its trial, versioned, and applied to the next reading."""

import hashlib
import json
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.utils import timezone
from pytest_django import Settings

from issues import tasks
from issues.desk.suggesters import stop_suggester, use_version
from issues.ingest import suggest, training
from issues.ingest.advice import current_suggester
from issues.ingest.suggest import record_suggestions
from issues.ingest.training import ask_for_training, claim_due_training, train_suggester
from issues.models import Issue, Link, Statement, SuggesterVersion
from issues.reading.reader import Reading
from issues.vocabulary import Proposer, Signal
from tests.factories import make_capture, make_relationship, make_suggester_version, make_user
from tests.ingest.desk import review_a_desk
from tests.ingest.test_suggest import suggestion

pytestmark = pytest.mark.django_db

SLOTS = "As for Brightwater, the landing slots are on the table."
QUARANTINE = "The quarantine rules for visitors to Brightwater stand as they are."


@pytest.fixture
def desk() -> None:
    review_a_desk(range(20))


@pytest.fixture
def trained(desk: None) -> SuggesterVersion:
    version = train_suggester(version_id=ask_for_training().pk)
    assert version is not None
    return version


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that finds one passage, the whole text, as a position on flights."""

    def read(text: str, **_: Any) -> Reading:
        found = suggestion(text, text, signal=Signal.POSITION, confidence=0.9, speaker_role="minister")
        return Reading(True, "en", (found,))

    monkeypatch.setattr(suggest, "read_document", read)


def read(text: str) -> Statement:
    record_suggestions(capture_id=make_capture(text).pk)
    return Statement.objects.latest("id")


def test_a_version_says_what_it_learned_from_and_what_it_is_worth(trained: SuggesterVersion) -> None:
    assert (trained.reviews, trained.decided, trained.in_use) == (80, 80, True)
    assert trained.is_whole
    assert trained.scores["signal"]["takes_over"]
    assert trained.scores["signal"]["learned"] > trained.scores["signal"]["rules"]
    assert json.loads(trained.weights)["format"] == 1


@pytest.mark.usefixtures("reads")
def test_the_next_reading_is_advised_with_the_words_that_weighed(trained: SuggesterVersion) -> None:
    statement = read(SLOTS)
    link = statement.links.get()
    assert (link.signal, link.proposed_by) == (Signal.OFFER, Proposer.SUGGESTER)
    learned = [reason for reason in link.reasons if "instead_of" in reason and reason["about"] == "signal"]
    assert learned
    assert all(reason["instead_of"] == "position" for reason in learned)
    assert learned[0]["note"].startswith("learned from 80 reviews: speaks for offer (+")
    for reason in learned:
        if reason["start"] is not None:
            assert SLOTS[reason["start"] : reason["end"]] == reason["words"]
    assert statement.proposed_by == Proposer.READER  # the passage is the rules'


@pytest.mark.usefixtures("reads")
def test_it_moves_a_passage_to_an_issue_we_track_and_never_to_another(trained: SuggesterVersion) -> None:
    assert read(QUARANTINE).links.get().issue.slug == "visas"
    Link.objects.filter(issue__slug="visas").delete()
    Issue.objects.get(slug="visas").delete()
    assert read(f"Again: {QUARANTINE}").links.get().issue.slug == "flights"


@pytest.mark.usefixtures("reads")
def test_what_editors_reject_sinks(trained: SuggesterVersion) -> None:
    statement = read("A charter from Brightwater was mentioned in passing.")
    assert statement.links.get().confidence < 0.5
    assert read(SLOTS).links.get().confidence > 0.5


@pytest.mark.usefixtures("reads", "desk")
def test_without_a_version_in_use_the_rules_stand() -> None:
    assert current_suggester() is None
    assert read(SLOTS).links.get().proposed_by == Proposer.READER


@pytest.mark.usefixtures("reads")
def test_weights_that_were_changed_are_not_used(trained: SuggesterVersion) -> None:
    other = make_suggester_version(weights=trained.weights.replace("offer", "threat"), sha256=trained.sha256)
    SuggesterVersion.objects.filter(pk=trained.pk).update(in_use=False)
    SuggesterVersion.objects.filter(pk=other.pk).update(in_use=True)
    assert current_suggester() is None
    assert read(SLOTS).links.get().signal == Signal.POSITION


def test_weights_of_another_format_are_not_used() -> None:
    version = make_suggester_version()
    SuggesterVersion.objects.all().delete()
    text = version.weights.replace('"format": 1', '"format": 0')
    make_suggester_version(weights=text, sha256=hashlib.sha256(text.encode()).hexdigest(), in_use=True)
    assert current_suggester() is None


def test_a_training_delivered_twice_is_one(trained: SuggesterVersion) -> None:
    assert train_suggester(version_id=trained.pk) is None
    assert SuggesterVersion.objects.count() == 1


def test_one_training_is_open_at_a_time() -> None:
    first = ask_for_training(asked_by=make_user())
    assert ask_for_training() == first
    with pytest.raises(IntegrityError), transaction.atomic():
        SuggesterVersion.objects.create()


def test_a_training_is_claimed_once_and_again_when_its_worker_was_lost(settings: Settings) -> None:
    version = ask_for_training()
    assert claim_due_training() == version.pk
    assert claim_due_training() is None
    silent = timezone.now() - timedelta(seconds=settings.CELERY_VISIBILITY_TIMEOUT + 1)
    SuggesterVersion.objects.update(begun_at=silent)
    assert claim_due_training() == version.pk


def test_it_is_due_when_enough_was_decided(settings: Settings) -> None:
    review_a_desk(range(7))
    assert claim_due_training() is None  # 28 decided
    review_a_desk(range(7, 8))
    assert claim_due_training() is None  # looked a moment ago
    cache.clear()
    version_id = claim_due_training()
    assert version_id is not None
    train_suggester(version_id=version_id)
    review_a_desk(range(8, 12))
    cache.clear()
    assert claim_due_training() is None  # 16 more
    review_a_desk(range(12, 13))
    cache.clear()
    settings.LEARNING = False
    assert claim_due_training() is None
    settings.LEARNING = True
    assert claim_due_training() is not None


def test_a_training_that_fails_says_so_and_the_next_may_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise MemoryError

    version = ask_for_training()
    monkeypatch.setattr(training, "learn", broken)
    assert train_suggester(version_id=version.pk) is None
    version.refresh_from_db()
    assert (version.in_use, version.error) == (False, "The training failed (MemoryError).")
    assert ask_for_training() != version


def test_what_an_admin_stopped_stays_stopped_until_it_is_used_again(trained: SuggesterVersion) -> None:
    admin = make_user()
    stop_suggester(editor=admin)
    assert current_suggester() is None
    later = train_suggester(version_id=ask_for_training().pk)
    assert later is not None
    assert (later.in_use, later.stopped_by) == (False, admin)
    use_version(version=later, editor=admin)
    assert current_suggester() is not None
    third = train_suggester(version_id=ask_for_training().pk)
    assert third is not None
    assert third.in_use
    assert SuggesterVersion.objects.filter(in_use=True).count() == 1


def test_every_switch_is_in_the_history(trained: SuggesterVersion) -> None:
    admin = make_user("root")
    stop_suggester(editor=admin)
    events: Any = apps.get_model("issues", "SuggesterVersionEvent")
    last = events.objects.filter(pgh_obj_id=trained.pk).order_by("-pgh_id").first()
    assert (last.in_use, last.stopped_by_id) == (False, admin.pk)
    assert last.pgh_context.metadata["decision"] == "stop suggester"
    assert last.pgh_context.metadata["user"] == admin.pk


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("eager_tasks")
def test_beat_trains_what_is_due() -> None:
    make_relationship()
    review_a_desk(range(8))
    tasks.poll_due_sources.delay()
    assert SuggesterVersion.objects.get().reviews == 32
