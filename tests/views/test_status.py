"""Entering, retracting and restoring a status; the outcome of a pledge."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from issues.desk.status import change_status
from issues.models import Issue, Pledge, Statement, StatusChange, User
from issues.vocabulary import Phase, PledgeOutcome, ReviewState
from tests.factories import make_issue, make_party, make_pledge, make_statement, make_status, make_user
from tests.views.pages import HTMX, page_of, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def issue() -> Issue:
    return make_issue("Direct flights")


@pytest.fixture
def statement(issue: Issue) -> Statement:
    return make_statement("There is no movement.", issue=issue)


def form(statement: Statement, **fields: object) -> dict[str, object]:
    filled = {
        "perspective": "",
        "phase": "stalled",
        "trend": "unchanged",
        "effective_on": "2026-06",
        "rationale": "Nothing moves.",
        "evidence": [str(statement.pk)],
        "save": "1",
    }
    return filled | fields


def checked(page: str) -> list[str]:
    return re.findall(r'name="evidence" value="(\d+)" checked', page)


def test_the_form_offers_the_issues_accepted_statements(
    editor_client: Client, issue: Issue, statement: Statement
) -> None:
    make_statement("Only suggested.", issue=issue, state=ReviewState.SUGGESTED)
    make_statement("On another matter.", issue=make_issue("Visas"))
    page = page_of(editor_client.get(reverse("status_new", args=(issue.slug,))))
    assert "There is no movement." in page
    assert "Only suggested." not in page
    assert "On another matter." not in page
    assert "Claimed by Party XN" in page
    assert "Nobody has assessed this issue yet." in page
    for phase in Phase:
        assert (f'value="{phase}"' in page) == (phase is not Phase.NOT_ASSESSED)


def test_a_status_is_recorded(
    editor_client: Client, editor: User, issue: Issue, statement: Statement
) -> None:
    address = reverse("status_new", args=(issue.slug,))
    response = editor_client.post(address, form(statement, perspective="XV", effective_on="early June 2026"))
    assert (said(response), response["Location"]) == (["The status is recorded."], issue.get_absolute_url())
    change = StatusChange.objects.get()
    assert (change.phase, change.perspective_id, change.recorded_by) == ("stalled", "XV", editor)
    assert change.effective_on_words == "early June 2026"
    assert list(change.statements.all()) == [statement]


def test_a_status_that_begins_later_is_said_not_to_hold_yet(
    editor_client: Client, issue: Issue, statement: Statement
) -> None:
    address = reverse("status_new", args=(issue.slug,))
    response = editor_client.post(address, form(statement, effective_on="2126-01-05"))
    assert said(response) == ["The status is recorded. It begins on 5 Jan 2126 and does not hold until then."]
    assert "Nobody has assessed this issue yet." in page_of(editor_client.get(address))


def test_the_form_says_what_holds_now_and_nothing_older(
    editor_client: Client, issue: Issue, statement: Statement
) -> None:
    make_status(issue, Phase.STALLED, evidence=[statement], effective_on="2025-03")
    make_status(issue, Phase.CONSULTING, perspective=make_party("XV"), evidence=[statement])
    make_status(issue, Phase.OPERATING, evidence=[statement], effective_on="2025-08")
    page = page_of(editor_client.get(reverse("status_new", args=(issue.slug,))))
    now = re.sub(r"<[^>]+>|\s+", " ", page[page.index("Now:") : page.index(">history<")])
    assert re.findall(r"(assessed|claimed by Party XV) since ([^;·]+?) ?[;·]", " ".join(now.split())) == [
        ("assessed", "Aug 2025"),
        ("claimed by Party XV", "26 Jun 2026"),
    ]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"evidence": []}, "no status stands without the words"),
        ({"effective_on": ""}, "This field is required"),
        ({"effective_on": "../2026"}, "from when the status holds"),
        ({"effective_on": "some time ago"}, "is not a date"),
        ({"phase": ""}, "This field is required"),
        ({"phase": "not_assessed"}, "Select a valid choice"),
        ({"evidence": ["99999"]}, "Select a valid choice"),
    ],
)
def test_a_wrong_form_keeps_what_was_typed_and_ticked(
    editor_client: Client, issue: Issue, statement: Statement, fields: dict[str, object], message: str
) -> None:
    page = page_of(editor_client.post(reverse("status_new", args=(issue.slug,)), form(statement, **fields)))
    assert message in page
    assert "Nothing moves." in page
    if "evidence" not in fields:
        assert checked(page) == [str(statement.pk)]
    assert not StatusChange.objects.exists()


def test_searching_keeps_everything_typed_and_what_is_ticked_on_top(
    editor_client: Client, issue: Issue, statement: Statement
) -> None:
    other = make_statement("Letters were exchanged.", issue=issue)
    make_statement("Unrelated words.", issue=issue)
    sent = form(statement, search="letters", find="1", effective_on="not yet a date")
    del sent["save"]
    address = reverse("status_new", args=(issue.slug,))
    page = page_of(editor_client.post(address, sent))
    assert checked(page) == [str(statement.pk)]
    assert f'value="{other.pk}"' in page
    assert "Unrelated words." not in page
    assert 'value="not yet a date"' in page
    assert "Nothing moves." in page
    assert "is not a date" not in page
    part = page_of(editor_client.post(address, sent, headers=HTMX))
    assert "<form" not in part
    assert checked(part) == [str(statement.pk)]
    nothing = page_of(editor_client.post(address, sent | {"search": "zeppelins", "evidence": []}))
    assert "holds “zeppelins”" in nothing


def test_without_statements_it_says_what_to_do(editor_client: Client, issue: Issue) -> None:
    page = page_of(editor_client.get(reverse("status_new", args=(issue.slug,))))
    assert "Accept some first" in page


def test_a_colleague_was_faster_and_saving_again_goes_ahead(
    editor_client: Client, issue: Issue, statement: Statement
) -> None:
    address = reverse("status_new", args=(issue.slug,))

    def seen(page: str) -> str:
        found = re.search(r'name="seen" value="([^"]*)"', page)
        assert found is not None
        return found[1]

    before = seen(page_of(editor_client.get(address)))
    boris = make_user("boris", first_name="Boris")
    change_status(
        issue=issue, phase=Phase.CONSULTING, effective_on="2026-07", evidence=[statement], editor=boris
    )
    page = page_of(editor_client.post(address, form(statement, seen=before)))
    assert "Boris entered “Consulting” meanwhile" in page
    assert "Nothing moves." in page
    editor_client.post(address, form(statement, seen=seen(page)))
    assert StatusChange.objects.count() == 2


def test_the_history_shows_evidence_and_retractions_to_readers(
    editor_client: Client, analyst_client: Client, issue: Issue, statement: Statement
) -> None:
    change = make_status(issue, evidence=[statement], rationale="Letters unanswered.")
    history = reverse("status", args=(issue.slug,))
    page = page_of(analyst_client.get(history))
    assert "Letters unanswered." in page
    assert ">“There is no movement.”<" in page
    assert "Retract" not in page
    retract = reverse("status_retract", args=(issue.slug, change.pk))
    assert retract in page_of(editor_client.get(history))
    assert "This field is required" in page_of(editor_client.post(retract, {"reason": " "}))
    assert editor_client.post(retract, {"reason": "Misread."})["Location"] == history
    page = page_of(analyst_client.get(history))
    assert "Retracted by Anna Berg" in page
    assert "Misread." in page
    assert "Enter it again" not in page


def test_a_retracted_status_is_entered_again(
    editor_client: Client, issue: Issue, statement: Statement
) -> None:
    change = make_status(issue, evidence=[statement])
    restore = reverse("status_restore", args=(issue.slug, change.pk))
    assert said(editor_client.post(restore)) == ["This status was not retracted."]
    editor_client.post(reverse("status_retract", args=(issue.slug, change.pk)), {"reason": "Misread."})
    editor_client.post(restore)
    assert StatusChange.objects.filter(retracted_at=None).count() == 1


def test_a_colleague_retracted_first(editor_client: Client, issue: Issue, statement: Statement) -> None:
    change = make_status(issue, evidence=[statement])
    retract = reverse("status_retract", args=(issue.slug, change.pk))
    boris = make_user("boris", first_name="Boris")
    StatusChange.objects.filter(pk=change.pk).update(
        retracted_at=change.recorded_at, retracted_by=boris, retraction_reason="Old."
    )
    page = page_of(editor_client.post(retract, {"reason": "My reason"}))
    assert "Boris retracted this status meanwhile: Old." in page
    assert 'value="My reason"' in page


def test_the_outcome_of_a_pledge_is_recorded_and_reopened(
    editor_client: Client, issue: Issue, statement: Statement
) -> None:
    pledge = make_pledge(make_statement("You will see flights.", issue=issue))
    address = reverse("pledge_outcome", args=(pledge.pk,))
    page = page_of(editor_client.get(address))
    assert ">“You will see flights.”<" in page
    assert f'<option value="{statement.pk}">' in page
    sent = {"outcome": "met", "met_on": "2026-09-02", "outcome_statement": str(statement.pk), "note": "Late."}
    response = editor_client.post(address, {**sent, "next": "/review/"})
    assert response["Location"] == "/review/"
    pledge.refresh_from_db()
    assert (pledge.outcome, pledge.outcome_statement) == (PledgeOutcome.MET_LATE, statement)
    editor_client.post(address, {"reopen": "1"})
    assert Pledge.objects.get().outcome == PledgeOutcome.OPEN


def test_an_outcome_that_cannot_be_names_its_field(editor_client: Client, issue: Issue) -> None:
    pledge = make_pledge(make_statement("You will see flights.", issue=issue))
    sent = {"outcome": "missed", "met_on": "2026-09-02", "note": "My note"}
    page = page_of(editor_client.post(reverse("pledge_outcome", args=(pledge.pk,)), sent))
    assert 'id="id_met_on_error"' in page
    assert 'value="My note"' in page
