"""What is learned from: what editors decided, and what had been proposed to them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from issues.desk.details import Details
from issues.desk.review import accept_statement, reject_statement
from issues.desk.statements import add_statement
from issues.desk.undo import undo_decision
from issues.ingest.reviews import collect_reviews
from issues.learning.suggester import Review
from issues.models import Link
from issues.vocabulary import Proposer, ReviewState, Signal
from tests.factories import make_capture, make_issue, make_party, make_user, relink
from tests.ingest.desk import correct, propose, review_a_desk
from tests.learning.reviews import observer

pytestmark = pytest.mark.django_db


def collected() -> list[Review]:
    return collect_reviews(observer())


def test_nobody_s_review_teaches_nothing() -> None:
    propose("The landing slots are on the table.", make_issue())
    assert collected() == []


def test_accepted_as_proposed() -> None:
    accept_statement(statement=propose("The slots are known.", make_issue()), editor=make_user())
    review = collected()[0]
    assert (review.kept, review.category, review.signal) == (True, "flights", "position")
    assert (review.passage.category, review.passage.signal) == ("flights", "position")


def test_a_corrected_signal_is_the_editor_s_and_the_proposed_one_the_rules_s() -> None:
    statement = propose("The slots are on the table.", make_issue(slug="flights"))
    correct(statement, make_user(), flights=Signal.OFFER)
    review = collected()[0]
    assert (review.signal, review.passage.signal) == ("offer", "position")


def test_a_corrected_issue_teaches_its_category() -> None:
    statement = propose("Quarantine stays.", make_issue(slug="flights"))
    make_issue("Visas", category="visas", slug="visas")
    correct(statement, make_user(), visas=Signal.POSITION)
    review = collected()[0]
    assert (review.category, review.passage.category) == ("visas", "flights")


def test_a_link_that_is_corrected_after_it_was_accepted() -> None:
    statement, editor = propose("The slots are on the table.", make_issue()), make_user()
    accept_statement(statement=statement, editor=editor)
    relink(statement, {statement.links.get().issue_id: Signal.OFFER}, editor=editor)
    review = collected()[0]
    assert (review.signal, review.passage.signal) == ("offer", "position")


def test_an_undone_decision_teaches_nothing_and_a_new_one_does() -> None:
    statement, editor = propose("The slots are on the table.", make_issue(slug="flights")), make_user()
    correct(statement, editor, flights=Signal.OFFER)
    undo_decision(statement=statement, editor=editor)
    assert collected() == []
    reject_statement(statement=statement, editor=editor)
    review = collected()[0]
    assert (review.kept, review.category, review.passage.signal) == (False, None, "position")


def test_a_statement_added_by_hand_is_compared_with_what_the_rules_say_of_its_words() -> None:
    issue = make_issue("Visas", category="visas")
    capture = make_capture("The visa section was closed. More follows.")
    details = Details(party=make_party(), speaker_label="The ministry", links={issue.pk: Signal.SUSPENDED})
    add_statement(capture=capture, start=0, end=28, editor=make_user(), details=details)
    review = collected()[0]
    assert not review.proposed
    assert (review.category, review.signal, review.passage.category) == ("visas", "suspended", "visas")


def test_what_the_suggester_changed_is_learned_from_as_the_rules_had_it() -> None:
    """Else it would be taught by its own answers that the rules are right."""
    statement = propose("The slots are on the table.", None)
    Link.objects.create(
        statement=statement,
        issue=make_issue("Flights again"),
        signal=Signal.OFFER,
        proposed_by=Proposer.SUGGESTER,
        reasons=[
            {"about": "signal", "words": "", "note": "learned from 80 reviews", "instead_of": "position"},
            {"about": "category", "words": "", "note": "the matter asked about"},
        ],
        state=ReviewState.SUGGESTED,
    )
    accept_statement(statement=statement, editor=make_user())
    review = collected()[0]
    assert (review.signal, review.passage.signal) == ("offer", "position")
    assert review.passage.notes == {"category: the matter asked about"}


def test_the_rules_sureness_is_learned_from_and_not_the_suggester_s() -> None:
    reason = {"about": "confidence", "words": "", "note": "learned from 80 reviews", "instead_of": "0.85"}
    statement = propose("The slots are on the table.", None, reasons=[reason], confidence=0.2)
    accept_statement(statement=statement, editor=make_user())
    assert collected()[0].passage.confidence == 0.85


def test_the_number_of_queries_does_not_grow() -> None:
    review_a_desk(range(2))
    with CaptureQueriesContext(
        connection,
    ) as few:
        collected()
    review_a_desk(range(2, 6))
    with CaptureQueriesContext(
        connection,
    ) as many:
        assert len(collected()) == 24
    assert len(many) == len(few)
