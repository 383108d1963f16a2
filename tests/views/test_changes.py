"""What changed between two days: each kind, what lies outside of the span, and days that cannot be."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from issues.analysis.changed_rows import Event
from issues.desk.pledges import record_outcome, reopen_pledge
from issues.desk.status import retract_status
from issues.models import Issue, Link, User
from issues.vocabulary import PledgeOutcome, Signal
from tests.factories import make_issue, make_link, make_pledge, make_statement, make_status, relink
from tests.views.pages import page_of

pytestmark = pytest.mark.django_db


def ago(days: int) -> str:
    return (timezone.now() - timedelta(days=days)).date().isoformat()


def asked(client: Client, **query: str) -> str:
    response = client.get("/changes/", query)
    assert response.status_code == 200
    return page_of(response)


@pytest.fixture
def issue() -> Issue:
    return make_issue("Direct flights")


def accepted(words: str, issue: Issue, at: datetime) -> Link:
    """A statement that was accepted on the issue at a moment."""
    statement = make_statement(words)
    link = make_link(statement, issue)
    Link.objects.filter(pk=link.pk).delete()
    return Link.objects.create(
        statement=statement, issue=issue, state="accepted", accepted_at=at, reviewed_by=link.reviewed_by
    )


def test_a_new_statement_leads_to_its_words(client: Client, issue: Issue) -> None:
    statement = make_statement("We will talk.", issue=issue)
    page = asked(client)
    assert "1 new statement<" in page
    assert f'<a href="{statement.get_absolute_url()}"' in page
    assert "“We will talk.”" in page
    assert f">{issue.relationship.name}<" in page


def test_what_was_taken_back_is_not_new(client: Client, editor: User, issue: Issue) -> None:
    statement = make_statement("We will talk.", issue=issue)
    relink(statement, {}, editor=editor)
    page = asked(client)
    assert "1 statement taken back<" in page
    assert "new statement" not in page


def test_a_corrected_signal_is_one_change(client: Client, editor: User, issue: Issue) -> None:
    statement = make_statement("We will talk.", issue=issue, signal=Signal.POSITION)
    relink(statement, {issue.pk: Signal.OFFER}, editor=editor)
    page = asked(client)
    assert "<b>corrected</b>" in page
    assert "<b>new</b>" not in page
    assert "taken back" not in page


def test_words_that_no_longer_count_are_not_shown(client: Client, editor: User, issue: Issue) -> None:
    statement = make_statement("Never said.", issue=issue)
    relink(statement, {}, editor=editor)
    type(statement).objects.filter(pk=statement.pk).update(state="rejected")
    page = asked(client)
    assert "1 statement taken back<" in page
    assert "A statement that no longer counts" in page
    assert "Never said." not in page


def test_a_status_is_set_then_retracted_with_its_reason(client: Client, editor: User, issue: Issue) -> None:
    change = make_status(issue)
    page = asked(client)
    assert "1 status set<" in page
    assert f"?evidence={change.pk}#statements" in page
    retract_status(change=change, editor=editor, reason="The wrong issue.")
    page = asked(client)
    assert "1 status retracted<" in page
    assert "Reason: “The wrong issue.”" in page
    assert "status set" not in page


def test_a_pledge_decided_says_what_became_of_it(client: Client, editor: User, issue: Issue) -> None:
    pledge = make_pledge(make_statement("By the end of August.", issue=issue))
    assert "pledge" not in asked(client).split("<main", 1)[1].split("</main", 1)[0]
    record_outcome(pledge=pledge, outcome=PledgeOutcome.MISSED, editor=editor)
    page = asked(client)
    assert "1 pledge decided<" in page
    assert "pledge: missed" in page


def test_a_pledge_decided_and_reopened_says_what_it_was(client: Client, editor: User, issue: Issue) -> None:
    pledge = make_pledge(make_statement("By the end of August.", issue=issue))
    record_outcome(pledge=pledge, outcome=PledgeOutcome.MISSED, editor=editor)
    reopen_pledge(pledge=pledge, editor=editor)
    page = asked(client)
    assert "1 pledge reopened<" in page
    assert "pledge reopened: it was missed" in page
    assert "pledge decided" not in page
    record_outcome(pledge=pledge, outcome=PledgeOutcome.SUPERSEDED, editor=editor)
    page = asked(client)
    assert "1 pledge decided<" in page
    assert "pledge: superseded" in page
    assert "reopened" not in page


def test_a_span_before_a_pledge_was_reopened_still_has_its_outcome(
    client: Client, editor: User, issue: Issue
) -> None:
    pledge = make_pledge(make_statement("By the end of August.", issue=issue))
    record_outcome(pledge=pledge, outcome=PledgeOutcome.MISSED, editor=editor)
    events = Event.objects.filter(pgh_obj=pledge)
    assert events.update(pgh_created_at=timezone.now() - timedelta(days=15)) == 2
    events.filter(pgh_label="update").update(decided_at=timezone.now() - timedelta(days=15))
    reopen_pledge(pledge=pledge, editor=editor)
    then = asked(client, since=ago(20), until=ago(10))
    assert "pledge: missed" in then
    assert "reopened" not in then
    now = asked(client, since=ago(10))
    assert "pledge reopened: it was missed" in now
    assert "pledge: missed" not in now
    assert (
        "pledge" not in asked(client, since=ago(30), until=ago(20)).split("<main", 1)[1].split("</main", 1)[0]
    )


def test_what_lies_outside_of_the_span_is_left_out(client: Client, issue: Issue) -> None:
    now = timezone.now()
    accepted("Long before.", issue, now - timedelta(days=30))
    accepted("Within it.", issue, now - timedelta(days=15))
    accepted("Since then.", issue, now)
    page = asked(client, since=ago(20), until=ago(10))
    assert "Within it." in page
    assert "Long before." not in page
    assert "Since then." not in page


def test_a_span_begins_and_ends_with_the_end_of_its_days(client: Client, issue: Issue) -> None:
    now = timezone.now()
    accepted("On the first day.", issue, now - timedelta(days=9))
    accepted("On the last day.", issue, now - timedelta(days=3))
    page = asked(client, since=ago(9), until=ago(3))
    assert "On the last day." in page
    assert "On the first day." not in page


def test_one_issue_or_one_relationship_can_be_asked_for(client: Client, issue: Issue) -> None:
    make_statement("About flights.", issue=issue)
    make_statement("About visas.", issue=make_issue("Visas", slug="visas"))
    page = asked(client, issue=issue.slug)
    assert "About flights." in page
    assert "About visas." not in page
    page = asked(client, relationship=issue.relationship.slug)
    assert "About flights." in page
    assert "About visas." in page
    assert client.get("/changes/?issue=none").status_code == 404
    assert client.get("/changes/?relationship=none").status_code == 404


def test_more_than_a_hundred_are_cut_and_it_says_so(client: Client, issue: Issue) -> None:
    for number in range(101):
        make_statement(f"Words {number}.", issue=issue)
    page = asked(client)
    assert "more than 100 new statements" in page
    assert "Only the latest 100 new statements are shown." in page
    assert "“Words 100.”" in page
    assert "“Words 0.”" not in page


def test_nothing_changed_is_said(client: Client) -> None:
    assert "Nothing changed between these days." in asked(client)


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("since=soon", "A day cannot be read."),
        ("since=2026-02-30", "A day cannot be read."),
        ("until=0001-01-01", "A day cannot be read."),
        ("until=9999-12-31", "The second day is still to come."),
        ("since=1800-01-01", "Nothing was recorded before 1900."),
        ("since=2026-03-01&until=2026-03-01", "The first day has to be before the second."),
    ],
)
def test_days_that_cannot_be_are_said_plainly(client: Client, query: str, why: str) -> None:
    response = client.get(f"/changes/?{query}")
    assert response.status_code == 400
    assert why in page_of(response)


def test_the_banner_of_a_past_day_leads_here(client: Client) -> None:
    assert f'href="/changes/?since={ago(3)}"' in page_of(client.get(f"/board/?as_of={ago(3)}"))


def test_it_names_its_days_itself_and_is_of_today(client: Client) -> None:
    response = client.get(f"/changes/?since={ago(5)}&as_of={ago(3)}")
    assert (response.status_code, response["Location"]) == (302, f"/changes/?since={ago(5)}")
