"""What a reviewer sees of a suggestion."""

from datetime import date

import pytest

from issues.analysis.evidence import evidence_choices, status_history
from issues.analysis.suggestions import card_of_statement, cards_of_capture, confidence_in_words
from issues.vocabulary import ReviewState, Signal, StatementKind
from tests.factories import (
    make_capture,
    make_issue,
    make_link,
    make_official,
    make_party,
    make_pledge,
    make_statement,
    make_status,
    make_tenure,
    make_user,
)

pytestmark = pytest.mark.django_db


def test_confidence_in_words() -> None:
    assert [confidence_in_words(each) for each in (1.0, 0.85, 0.84, 0.7, 0.69, 0.0)] == [
        "sure",
        "sure",
        "likely",
        "likely",
        "unsure",
        "unsure",
    ]


def test_the_office_is_that_of_the_day() -> None:
    official = make_official()
    make_tenure(official, "Ambassador", started_on=date(2020, 1, 1), ended_on=date(2023, 12, 31))
    make_tenure(official, "Deputy Foreign Minister", started_on=date(2024, 1, 1))

    def office(stated_on: str, words: str) -> str:
        card = card_of_statement(make_statement(words, official=official, stated_on=stated_on).pk)
        assert card is not None
        return card.office

    assert office("2022-05-01", "One.") == "Ambassador"
    assert office("2026-06", "Two.") == "Deputy Foreign Minister"
    assert office("2023-12/2024-01", "Three.") == ""
    assert office("", "Four.") == ""


def test_a_card_says_everything_to_judge_by() -> None:
    issue = make_issue("Direct flights")
    statement = make_statement(
        "We will fly.",
        state=ReviewState.SUGGESTED,
        issue=issue,
        signal=Signal.COMMITMENT,
        kind=StatementKind.REPORTED_SPEECH,
        stated_on_words="on Friday",
        stated_on_origin="text",
    )
    statement.joint_parties.add(make_party("XV"))
    make_pledge(statement, due_on_words="by August", calculation="ends on 31 August")
    card = card_of_statement(statement.pk)
    assert card is not None
    assert card.is_waiting
    assert not card.in_quotation_marks
    assert (card.stated, card.stated_words, card.stated_from) == ("26 Jun 2026", "on Friday", "text")
    assert (card.joint, card.party) == (("Party XV",), "Party XN")
    assert [(link.issue, link.mark.label) for link in card.links] == [("Direct flights", "commitment")]
    assert card.pledge is not None
    assert (card.pledge.due, card.pledge.words) == ("26 Jun – 31 Aug 2026", "by August")


def test_cards_come_in_the_order_of_the_text_and_per_place() -> None:
    capture = make_capture("First. Second. Third.")
    for words in ("Third.", "First.", "Second."):
        make_statement(words, capture=capture, state=ReviewState.SUGGESTED)
    cards = cards_of_capture(capture.pk)
    assert ["".join(piece.text for piece in card.pieces) for card in cards] == ["First.", "Second.", "Third."]
    assert card_of_statement(cards[0].statement_id, capture.pk + 1) is None


def test_withdrawn_links_are_not_shown() -> None:
    statement = make_statement(issue=make_issue())
    link = statement.links.get()
    link.withdrawn_at = link.recorded_at
    link.save()
    card = card_of_statement(statement.pk)
    assert card is not None
    assert card.links == ()


def test_evidence_is_newest_first_with_the_chosen_on_top() -> None:
    issue = make_issue()
    old = make_statement("Old words.", issue=issue, stated_on="2024-01-01")
    new = make_statement("New words.", issue=issue, stated_on="2026-01-01")
    withdrawn = make_statement("Withdrawn words.")
    link = make_link(withdrawn, issue)
    link.withdrawn_at = link.recorded_at
    link.save()
    assert [choice.statement_id for choice in evidence_choices(issue)] == [new.pk, old.pk]
    chosen = evidence_choices(issue, search="new words", chosen=[old.pk])
    assert [(choice.statement_id, choice.is_chosen) for choice in chosen] == [(old.pk, True), (new.pk, False)]
    assert evidence_choices(issue, search="ministry old")[0].statement_id == old.pk


def test_history_holds_live_and_retracted_statuses() -> None:
    issue = make_issue()
    first = make_status(issue, rationale="First.")
    make_status(issue, perspective=make_party("XN"), rationale="Second.")
    first.retracted_at, first.retracted_by = first.recorded_at, make_user(first_name="Boris")
    first.retraction_reason = "Misread."
    first.save()
    second, retracted = status_history(issue)
    assert (second.perspective, second.rationale, second.retracted_at) == (
        "claimed by Party XN",
        "Second.",
        "",
    )
    assert (retracted.perspective, retracted.retracted_by) == ("assessed", "Boris")
    assert len(retracted.evidence) == 1
