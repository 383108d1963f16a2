"""Learning from a desk's reviews: taking over where better, abstaining elsewhere, saying why."""

import json

import pytest

from issues.learning.observation import DROPPED, KEPT, Question
from issues.learning.suggester import Review, Suggester, learn
from issues.learning.trial import LEAST_REVIEWS
from issues.learning.weights import BadWeights
from tests.learning.reviews import desk, observer, passage

SLOTS = passage("As for Brightwater, landing slots are on the table.")


@pytest.fixture(scope="module")
def taught() -> Suggester:
    return learn(desk(), observer())


def test_it_learns_what_the_desk_means_and_takes_over(taught: Suggester) -> None:
    assert taught.reviews == 80
    for question in (Question.SIGNAL, Question.CATEGORY, Question.KEEP):
        score = taught.scores[question]
        assert score.takes_over, score
        assert score.learned > score.rules
    assert taught.scores[Question.SIGNAL].mended == 20
    assert taught.scores[Question.SIGNAL].spoiled == 0
    answers = taught.answers(observer(), SLOTS)
    assert answers[Question.SIGNAL].value == "offer"
    assert Question.CATEGORY not in answers  # it agrees with the rules
    assert answers[Question.KEEP].value == KEPT


def test_it_says_which_words_weighed_and_where_they_stand(taught: Suggester) -> None:
    grounds = taught.answers(observer(), SLOTS)[Question.SIGNAL].grounds
    assert grounds
    assert grounds[0].start is not None
    for ground in grounds:
        if ground.start is not None:
            assert SLOTS.quote[ground.start : ground.end] == ground.words
    assert any("table" in ground.words or "slots" in ground.words for ground in grounds)


def test_a_rejected_kind_of_passage_sinks(taught: Suggester) -> None:
    charter = passage("A charter from Brightwater was mentioned in passing.")
    assert taught.answers(observer(), charter)[Question.KEEP].value == DROPPED


def test_it_abstains_where_nothing_was_learned(taught: Suggester) -> None:
    unknown = passage("Warheads will be counted by both sides.", signal="commitment", category="arms_control")
    answers = taught.answers(observer(), unknown)
    assert Question.SIGNAL not in answers
    assert Question.CATEGORY not in answers


def test_it_only_ever_says_what_an_editor_or_the_rules_said(taught: Suggester) -> None:
    assert set(taught.weights[Question.CATEGORY].answers) == {"flights", "visas"}
    assert set(taught.weights[Question.SIGNAL].answers) == {"offer", "position"}


def test_a_few_reviews_do_not_take_over() -> None:
    few = learn(desk(4), observer())
    assert few.scores[Question.SIGNAL].why == f"fewer than {LEAST_REVIEWS} reviews to compare on"
    assert few.answers(observer(), SLOTS) == {}
    assert few.answers(observer(), SLOTS, even_if_worse=True)


def test_reviews_that_agree_with_the_rules_change_nothing() -> None:
    reviews = [
        Review(one.passage, one.document, True, one.passage.category, one.passage.signal) for one in desk()
    ]
    taught = learn(reviews, observer())
    assert not any(score.takes_over for score in taught.scores.values())


def test_reviews_at_random_do_not_take_over() -> None:
    """Answers that have nothing to do with the words are not better on what was held back."""
    signals = ("offer", "position", "demand")
    reviews = [
        Review(one.passage, one.document, True, "flights", signals[(number * 7 + number // 3) % 3])
        for number, one in enumerate(desk(20))
    ]
    assert not learn(reviews, observer()).scores[Question.SIGNAL].takes_over


def test_no_reviews_teach_nothing() -> None:
    assert learn([], observer()) == Suggester()


def test_what_was_learned_comes_back_from_json(taught: Suggester) -> None:
    again = Suggester.from_json(json.loads(json.dumps(taught.as_json())))
    assert again == taught


@pytest.mark.parametrize("data", [None, {}, {"format": 2}, {"format": 1, "weights": {"issue": {}}}])
def test_what_is_no_suggester_is_refused(data: object) -> None:
    with pytest.raises(BadWeights):
        Suggester.from_json(data)


def test_what_was_added_by_hand_teaches_and_is_not_a_proposal_to_keep() -> None:
    alone = observer().alone("The visa section in Norburg was closed.", language="en")
    assert alone.category == "visas"
    taught = learn(
        [*desk(), Review(alone, "by hand", True, "visas", "suspended", proposed=False)], observer()
    )
    assert taught.scores[Question.KEEP].reviews == 80
    assert "suspended" in taught.weights[Question.SIGNAL].answers
